import ReviewCore
import TerminalUI

extension State {
  // MARK: - Scores

  /// Takes in a digit: a score where one digit is one, else a part of a number.
  mutating func type(digit: Character) -> [Effect] {
    if context == .list {
      // The rubric is not in sight: a digit must not score what one cannot see, nor may the rest
      // of a number typed in one go.
      isReading = true
      digitsCountFrom = now.adding(milliseconds: 800)
      say("Opened; now a digit scores", .note)
      return []
    }
    if let from = digitsCountFrom, now < from, now >= from.adding(milliseconds: -800) { return [] }
    let scale = seen.rubric.scale
    guard scale.isOneDigit else {
      if typedNumber.count < 6 { typedNumber.append(digit) }
      return []
    }
    guard let value = digit.wholeNumberValue else { return [] }
    return score(Double(value))
  }

  private mutating func score(_ value: Double) -> [Effect] {
    guard let scored = give(value) else { return [] }
    scoreFollows(isFirstJudgement: scored.isFirstJudgement, name: scored.name)
    return scored.effects
  }

  /// Gives the current criterion a score, and stays there; nil, with a message, where that may not be.
  mutating func give(
    _ value: Double
  ) -> (effects: [Effect], isFirstJudgement: Bool, name: String)? {
    guard let selected else { return nil }
    let scale = seen.rubric.scale
    guard let score = scale.score(value) else {
      say(scale.refusal(of: value), .problem)
      return nil
    }
    let row = criteria[criterion]
    let isFirstJudgement = selected.myState != .scored
    let edit: ReviewEdit =
      if let criterion = row.criterion {
        .score([criterion.id: score])
      } else {
        .score([:], overall: score)
      }
    let name = "\(JSONNumber(score).text) for \(row.name)"
    guard let effects = apply(edit, to: selected, name: name, isPart: isFirstJudgement) else {
      return nil
    }
    didLearn(.scoring)
    return (effects, isFirstJudgement, name)
  }

  /// Goes where the next digit is wanted: the next open criterion, or the next proposal.
  mutating func scoreFollows(isFirstJudgement: Bool, name: String) {
    guard let selected else { return }
    if isFirstJudgement, let open = nextOpenCriterion {
      criterion = open
      return
    }
    guard isFirstJudgement, selected.myState == .scored else {
      moveCriterion(by: 1)
      say(name, of: selected.proposal)
      return
    }
    history.finishJudgement(of: selected.id, name: "the scores")
    judgementFollows(
      scoreSummary(of: selected), of: selected, goesOn: settings.advances)
  }

  private func scoreSummary(of seen: SeenProposal) -> String {
    criteria.compactMap { score(in: $0, of: seen) }.map { JSONNumber($0).text }
      .joined(separator: " ")
  }

  /// A judgement is complete: on to the next proposal, with a message that names this one.
  private mutating func judgementFollows(
    _ what: String, of judged: SeenProposal, goesOn: Bool = true
  ) {
    didLearn(.goingOn)
    let row = list.nextWaitingRow(in: seen)
    if let row, goesOn {
      if screen == .review, row != list.window.selection { leavePlace() }
      list.select(row)
      proposalChanged()
    } else if !goesOn {
      // The next digit begins anew, and does not change the criterion that was scored last.
      proposalChanged()
    }
    let end = row == nil ? "  \(nothingWaits)" : ""
    say(what, of: judged.proposal, "\(undoes)\(end)")
  }

  // MARK: - Other judgements

  /// Takes the judgement back.
  mutating func clearJudgement() -> [Effect] {
    guard let selected else { return [] }
    guard let review = selected.myReview, review.status != .cleared else {
      say("There is no judgement of yours to take back", .note)
      return []
    }
    let effects = apply(.clear, to: selected, name: "clearing")
    if effects != nil {
      criterion = firstOpenCriterion
      say("Taken back", of: selected.proposal, undoes)
    }
    return effects ?? []
  }

  /// Abstains, declares a conflict or skips, and goes on; several proposals are one step to undo.
  mutating func judge(_ edit: ReviewEdit, _ ids: [ProposalID], what: String) -> [Effect] {
    guard ids.count > 1 else {
      guard let seen = ids.first.flatMap({ seen.proposal($0) }),
        let effects = apply(edit, to: seen, name: what)
      else { return [] }
      judgementFollows(what, of: seen)
      return effects
    }
    guard let viewer = seen.viewer else { return [] }
    var (changes, effects): ([History.Change], [Effect]) = ([], [])
    for seen in ids.compactMap({ seen.proposal($0) }) where edit.refusal(for: seen) == nil {
      let review = edit.applied(
        to: seen.myReview, of: seen.proposal, in: self.seen.event, at: now)
      changes.append(.review(seen.id, before: seen.myReview, after: review))
      effects.append(write(review, of: seen.id, by: viewer.id))
    }
    history.add(History.Step(changes, name: what))
    list.marks = []
    proposalChanged()
    let left = ids.count - changes.count
    let rest = left == 0 ? "" : "; not possible for \(left)"
    say("\(what): \(changes.count) proposals\(rest)\(undoes)")
    return effects
  }

  // MARK: - Carrying out

  /// Says something of a proposal: at once on the screen, then on the disk. Nil, with a message,
  /// where that may not be.
  mutating func apply(
    _ edit: ReviewEdit, to seen: SeenProposal, name: String, isPart: Bool = false
  ) -> [Effect]? {
    guard let viewer = self.seen.viewer else {
      openReviewerMenu()
      return nil
    }
    if let refusal = edit.refusal(for: seen) {
      say("Not possible: \(refusal)", .problem)
      return nil
    }
    let review = edit.applied(
      to: seen.myReview, of: seen.proposal, in: self.seen.event, at: now)
    history.add(
      History.Step(
        [.review(seen.id, before: seen.myReview, after: review)], name: name, isPart: isPart))
    return [write(review, of: seen.id, by: viewer.id)]
  }

  /// Puts a review in place of the one that is there.
  mutating func write(
    _ review: Review, of id: ProposalID, by viewer: Identifier
  ) -> Effect {
    let old = summit.sheets[viewer]?.reviews[id]
    put(review, of: id, by: viewer)
    let revision = saving.change([id: review])
    return .save(
      reviewer: viewer, proposal: id, review: review, replacing: old, revision: revision)
  }

  /// Shows a review in place of the one that is there.
  mutating func put(_ review: Review, of id: ProposalID, by viewer: Identifier) {
    summit.sheets[viewer, default: ReviewSheet(reviewer: viewer)].reviews[id] = review
    guard let old = seen.proposal(id) else { return }
    seen.refresh(id, from: summit)
    vocabulary = nil
    if let place = seen.index[id] {
      searchIndex?.replace(at: place, by: seen.proposals[place])
    }
    if let new = seen.proposal(id) { progress.replace(old, by: new) }
    invalidate()
  }
}
