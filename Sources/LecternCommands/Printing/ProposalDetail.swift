import ReviewCore
import TerminalUI

/// One proposal with all that a person may see of it.
struct ProposalDetail {
  let seen: SeenProposal
  let summit: SeenSummit

  private var proposal: Proposal { seen.proposal }
  private var rubric: Rubric { summit.rubric }

  /// The lines for people, wrapped to a measure.
  func lines(columns: Int) -> [String] {
    var lines = wrap("\(proposal.id)  \(proposal.title)", columns: columns)
    lines += wrap(facts.joined(separator: " · "), columns: columns)
    if !proposal.tags.isEmpty {
      lines += wrap("Tags: " + proposal.tags.joined(separator: ", "), columns: columns)
    }
    for speaker in seen.speakers ?? [] {
      let organization = speaker.organization.map { " (\($0))" } ?? ""
      let tagline = speaker.tagline.map { ", \($0)" } ?? ""
      lines += wrap("Speaker: \(speaker.name)\(organization)\(tagline)", columns: columns)
    }
    var sections: [(heading: String, text: String)] = []
    if let abstract = proposal.abstract { sections.append(("", abstract)) }
    if let notes = proposal.notes { sections.append(("Notes to the committee", notes)) }
    sections += proposal.answers.map { ($0.question, $0.answer) }
    for section in sections {
      lines.append("")
      if !section.heading.isEmpty {
        lines += wrap(
          section.heading + (section.heading.hasSuffix("?") ? "" : ":"), columns: columns)
      }
      lines += wrap(section.text, columns: columns)
    }
    return lines + [""] + reviewLines(columns)
  }

  private var facts: [String] {
    let event = summit.event
    let areas = proposal.focusAreas.map { event.focusArea($0)?.name ?? $0.text }
    let format = proposal.format.map { id in
      let minutes = event.format(id)?.minutes.map { ", \($0) minutes" } ?? ""
      return (event.format(id)?.name ?? id.text) + minutes
    }
    return [
      proposal.isWithdrawn ? "withdrawn" : nil, areas.isEmpty ? nil : areas.joined(separator: "; "),
      format, proposal.level, event.round(of: proposal).map { "round \($0.name)" },
    ].compactMap(\.self)
  }

  private func reviewLines(_ columns: Int) -> [String] {
    var lines: [String] = []
    if summit.viewer != nil {
      let mine = seen.myState == .unread ? nil : seen.myReview?.summary(by: rubric)
      lines += wrap(
        "Mine: \(mine ?? seen.myState.rawValue)\(seen.isStale ? " (stale)" : "")",
        columns: columns)
    }
    if let summary = seen.summary(by: rubric) {
      lines += wrap("Reviews: \(summary.words)", columns: columns)
    } else {
      lines += wrap("Reviews: those of others are hidden", columns: columns)
    }
    for visible in seen.reviews {
      let review = visible.review
      let reason = review.reason.map { ": \($0)" } ?? ""
      lines += wrap(
        "  \(visible.reviewer): \(review.summary(by: rubric))\(reason)", columns: columns)
      for (kind, text) in [("comment", review.comment), ("feedback", review.feedback)] {
        if let text, !text.isEmpty { lines += wrap("    \(kind): \(text)", columns: columns) }
      }
    }
    if let decision = seen.decision {
      let reason = decision.reason.map { ": \($0)" } ?? ""
      lines += wrap(
        "Decision: \(decision.outcome.rawValue) by \(decision.chair)\(reason)", columns: columns)
    }
    return lines
  }

  /// The proposal as it stands in its file, with the fields of `list`, and who and what is seen.
  var json: JSONValue {
    var object = proposal.json
    let entry = Listing(proposals: [seen], summit: summit).entries.first?.object ?? JSONObject()
    for member in entry.members { object[member.key] = member.value }
    let summary = seen.summary(by: rubric)
    object["digest"] = .string(proposal.digest.text)
    object["mean"] = .optional(summary?.mean)
    object["median"] = .optional(summary?.median)
    object["spread"] = .optional(summary?.spread)
    object["speakers"] = seen.speakers.map { .array($0.map(json)) } ?? .null
    object["otherReviewsHidden"] = .bool(!seen.areOtherReviewsVisible)
    object["reviews"] = .array(seen.reviews.map(json))
    object["decision"] = .string((seen.decision?.outcome ?? .undecided).rawValue)
    object["decidedBy"] = .optional(seen.decision?.chair.text)
    object["decisionReason"] = .optional(seen.decision?.reason)
    return .object(object)
  }

  /// A speaker; their address only for a chair.
  private func json(_ speaker: Speaker) -> JSONValue {
    .object(summit.viewer?.isChair == true ? speaker.json : speaker.json.removing(["email"]))
  }

  /// A review; `overall` is the composite, as in `list`.
  private func json(_ visible: SeenReview) -> JSONValue {
    let review = visible.review
    let counts = review.status == .scored || review.status == .draft
    let isStale = review.digest.map { $0 != proposal.digest } ?? false
    return [
      "reviewer": .string(visible.reviewer.text), "status": .string(review.status.rawValue),
      "scores": review.scores.json,
      "overall": .optional(counts ? review.composite(by: rubric) : nil),
      "confidence": .optional(review.confidence), "stale": .bool(isStale),
      "reason": .optional(review.reason), "at": .optional(review.at?.description),
      "comment": .optional(review.comment), "feedback": .optional(review.feedback),
    ]
  }
}
