import ReviewCore

/// One proposal as it is read out: what matters first comes first.
struct SpokenProposal {
  let seen: SeenProposal
  let event: Event

  private var proposal: Proposal { seen.proposal }

  /// Title and facts.
  var head: [String] {
    var lines = [proposal.title.asSentence, facts]
    if !proposal.tags.isEmpty { lines.append("Tags: \(proposal.tags.joined(separator: ", ")).") }
    return lines + notices
  }

  private var facts: String {
    let format = proposal.format.map { id in
      let minutes = event.format(id)?.minutes.map { ", \($0) minutes" } ?? ""
      return (event.format(id)?.name ?? id.text) + minutes
    }
    let areas = proposal.focusAreas.map { event.focusArea($0)?.name ?? $0.text }
    let area = areas.first.map { first in
      let rest = areas.dropFirst()
      return "focus area \(first)"
        + (rest.isEmpty ? "" : ", also \(rest.joined(separator: " and "))")
    }
    let round = event.rounds.count > 1 ? event.round(of: proposal)?.name : nil
    let facts = [
      format, proposal.level.map { "level \($0)" }, area, round.map { "round \($0)" },
      "id \(proposal.id)",
    ]
    return facts.compactMap { $0?.asSentence.beginningUppercase }.joined(separator: " ")
  }

  private var notices: [String] {
    var lines: [String] = []
    if proposal.isWithdrawn { lines.append("Withdrawn by the speaker: it needs no review.") }
    if seen.isAssigned { lines.append("You are asked to review it.") }
    if seen.isStale {
      lines.append("The text changed after you judged it; your judgement still counts.")
    }
    switch seen.myState {
    case .conflict:
      let reason = seen.myReview?.reason ?? "you are one of its speakers"
      lines.append("You are in conflict with it: \(reason.asSentence)")
    case .abstained, .skipped:
      let reason = seen.myReview?.reason.map { ": \($0)" } ?? ""
      lines.append("You \(seen.myState.rawValue)\(reason)".asSentence)
    case .draft, .scored, .unread: break
    }
    if let decision = seen.decision, decision.outcome != .undecided {
      let reason = decision.reason.map { ": \($0)" } ?? ""
      lines.append("Decided: \(decision.outcome.rawValue)\(reason)".asSentence)
    }
    return lines
  }

  /// The paragraphs that the speaker wrote: abstract, notes, answers, each with what it is.
  var body: [String] {
    let abstract = proposal.abstract.map { SpokenText.paragraphs(of: $0) } ?? []
    var lines = abstract.isEmpty ? ["It has no abstract."] : ["Abstract."] + abstract
    if let notes = proposal.notes, !notes.trimmed.isEmpty {
      lines += ["Notes to the committee."] + SpokenText.paragraphs(of: notes)
    }
    for answer in proposal.answers where !answer.answer.trimmed.isEmpty {
      lines += [answer.question.asSentence] + SpokenText.paragraphs(of: answer.answer)
    }
    return lines
  }

  /// The paragraphs of the abstract, as `paragraph` counts them.
  var paragraphs: [String] { proposal.abstract.map { SpokenText.paragraphs(of: $0) } ?? [] }

  /// Who offers it: a line each.
  var speakers: [String] {
    guard let speakers = seen.speakers else {
      return switch event.rules.speakers {
      case .shown: ["This review is blind: nobody is named."]
      case .afterScoring: ["The speakers are shown once you have scored the proposal."]
      case .hidden: ["The speakers are hidden in this review."]
      }
    }
    if speakers.isEmpty { return ["No speaker is named."] }
    return speakers.flatMap { speaker in
      let facts = [speaker.name, speaker.organization, speaker.tagline].compactMap(\.self)
      var lines = ["Speaker: \(facts.joined(separator: ", "))".asSentence]
      if let bio = speaker.bio { lines += SpokenText.paragraphs(of: bio) }
      return lines + speaker.links
    }
  }

  /// Their names, in one line; nil where they are not seen.
  var speakerNames: String? {
    guard let speakers = seen.speakers, !speakers.isEmpty else { return nil }
    let names = speakers.map { speaker in
      speaker.name + (speaker.organization.map { ", \($0)" } ?? "")
    }
    let word = speakers.count == 1 ? "Speaker" : "Speakers"
    return "\(word): \(names.joined(separator: "; "))".asSentence
  }
}
