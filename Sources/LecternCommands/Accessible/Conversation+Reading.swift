import ReviewCore
import ReviewStore

extension Conversation {
  /// Goes to a proposal and reads it out.
  mutating func show(_ id: ProposalID, remembering: Bool = true) {
    if remembering, let current, current != id { visited.append(current) }
    current = id
    stage = .answering
    read()
  }

  /// Reads the current proposal out, from its beginning.
  mutating func read() {
    guard let proposal else { return }
    question = openQuestion(from: 0, of: proposal) ?? 0
    heard = proposal.proposal.digest
    let spoken = SpokenProposal(seen: proposal, event: seen.event)
    var lines = [place(of: proposal)] + spoken.head + spoken.body
    if let names = spoken.speakerNames { lines.append(names) }
    sayInParts(lines + mine(of: proposal))
  }

  /// Which one of how many it is.
  private func place(of proposal: SeenProposal) -> String {
    guard let place = list.place(of: proposal.id) else {
      return "A proposal outside of the filter."
    }
    return place < list.queueLength
      ? "Proposal \(place + 1) of \(list.queueLength) in your queue."
      : "Proposal \(place + 1) of \(list.ids.count)."
  }

  /// What the person said of it; nothing for nothing.
  func mine(of proposal: SeenProposal) -> [String] {
    var lines: [String] = []
    if let review = proposal.myReview, seen.viewer != nil {
      let spoken = SpokenReview(review: review, rubric: seen.rubric)
      if proposal.myState == .scored || !spoken.scores.isEmpty {
        lines.append("Your review: \(spoken.judgement)")
      }
      lines += spoken.texts.map { "Your \($0.prefix(1).lowercased())\($0.dropFirst())" }
    }
    if let note = personal.notes[proposal.id]?.text, !note.isEmpty {
      lines.append("Your private note: \(note.asSentence)")
    }
    if personal.bookmarks.contains(proposal.id) { lines.append("It is bookmarked.") }
    return lines
  }

  /// Reads on; where nothing is left, the prompt says what is asked.
  mutating func readOn(all: Bool) {
    if rest.isEmpty {
      if all { say("There is nothing left to read.") }
      return
    }
    let count = all ? rest.count : 1
    say(rest.prefix(count).flatMap(\.self))
    rest.removeFirst(count)
    sayThatMoreFollows()
  }

  mutating func readParagraph(_ text: String) {
    guard let proposal else { return say("There is no proposal here.") }
    let paragraphs = SpokenProposal(seen: proposal, event: seen.event).paragraphs
    if text.isEmpty {
      return say("The abstract has \(counted(paragraphs.count, "paragraph")).")
    }
    guard let number = Int(text), paragraphs.indices.contains(number - 1) else {
      return say(
        "There is no paragraph \(text); the abstract has \(counted(paragraphs.count, "paragraph"))."
      )
    }
    say(
      parts: SpokenText.parts(of: [
        "Paragraph \(number) of \(paragraphs.count).", paragraphs[number - 1],
      ]))
  }

  /// What a question asks, and what each score means.
  mutating func explain(_ criterion: Criterion?) {
    guard let criterion else {
      return say("Overall: one score for the whole proposal, \(seen.rubric.scale.description).")
    }
    let weight =
      criterion.weight == 1 ? "" : " It counts \(JSONNumber(criterion.weight).text) times."
    let optional = criterion.isRequired ? "" : " It may be left out."
    say("\(criterion.name). \((criterion.question ?? "").asSentence)\(weight)\(optional)")
    for line in criterion.guide {
      say("\(JSONNumber(line.score).text): \(line.text.asSentence)")
    }
    if criterion.guide.isEmpty { say("The scale is \(seen.rubric.scale.description).") }
  }

  // MARK: - What else there is to hear

  mutating func tellMine() {
    guard let proposal else { return say("There is no proposal here.") }
    let lines = mine(of: proposal)
    say(lines.isEmpty ? ["You have said nothing of it yet."] : lines)
  }

  mutating func tellOthers() {
    guard let proposal else { return say("There is no proposal here.") }
    if let reason = proposal.hiddenReviewsReason(by: seen.event.rules) {
      return say("The others' reviews: \(reason)")
    }
    let others = proposal.reviews.filter { $0.reviewer != seen.viewer?.id }
    if others.isEmpty { return say("Nobody else has reviewed it yet.") }
    var lines: [String] = []
    if let summary = proposal.summary(by: seen.rubric), let mean = summary.mean {
      let spread = summary.spread.map { ", spread \($0.formatted(decimals: 2))" } ?? ""
      lines.append(
        "\(counted(summary.count, "finished review"))\(proposal.myState == .scored ? " with yours" : ""), mean \(mean.formatted(decimals: 2))\(spread)."
      )
    }
    for other in others {
      let spoken = SpokenReview(review: other.review, rubric: seen.rubric)
      let name = seen.event.member(other.reviewer)?.name ?? other.reviewer.text
      lines.append("\(name). \(spoken.judgement)")
      lines += spoken.texts
    }
    sayInParts(lines)
  }

  mutating func tellSpeakers() {
    guard let proposal else { return say("There is no proposal here.") }
    sayInParts(SpokenProposal(seen: proposal, event: seen.event).speakers)
  }

  mutating func tellProgress() {
    guard seen.viewer != nil else { return say("You only read: who says who you are.") }
    let progress = Progress(seen)
    say("You have judged \(progress.judged) of \(counted(progress.total, "proposal")).")
    if progress.assigned.total > 0 {
      say(
        "Of what you are asked to review, \(progress.assigned.judged) of \(progress.assigned.total)."
      )
    }
    for area in seen.event.focusAreas {
      guard let count = progress.byArea[area.id] else { continue }
      say("\(area.name): \(count.judged) of \(count.total).")
    }
  }
}
