package import ReviewCore

/// What was said, step by step, to undo and redo.
package struct History: Hashable, Sendable {
  /// One thing that was said of one proposal.
  package struct Step: Hashable, Sendable {
    /// Of which proposal.
    package let proposal: ProposalID
    /// What stood there before; nil for nothing.
    package fileprivate(set) var before: Review?
    /// What stood there after.
    package fileprivate(set) var after: Review
    /// What it was, for the message: `3 for Novelty`.
    package let name: String
    /// Whether it is one digit of a judgement that is not finished.
    package let isPart: Bool
  }

  private(set) var done: [Step] = []
  private(set) var undone: [Step] = []

  /// Adds a step; what had been undone can no longer be redone.
  mutating func add(_ step: Step) {
    done.append(step)
    undone = []
  }

  /// Puts the last steps of one proposal, up to the first that is no part, together as one.
  mutating func finishJudgement(of proposal: ProposalID, name: String) {
    var parts: [Step] = []
    while let step = done.last, step.proposal == proposal, step.isPart {
      parts.append(done.removeLast())
    }
    guard let newest = parts.first, let oldest = parts.last else { return }
    done.append(
      Step(
        proposal: proposal, before: oldest.before, after: newest.after, name: name, isPart: false))
  }

  /// Notes that undoing wrote again, at a later time, what an earlier step had said: that step can
  /// still be undone.
  mutating func wroteAgain(_ old: Review?, as new: Review, undoing proposal: ProposalID) {
    let place = done.lastIndex { $0.proposal == proposal }
    if let place, done[place].after == old { done[place].after = new }
  }

  /// Notes that redoing wrote again, at a later time, what the next step to redo begins with.
  mutating func wroteAgain(_ old: Review, as new: Review, redoing proposal: ProposalID) {
    let place = undone.lastIndex { $0.proposal == proposal }
    if let place, undone[place].before == old { undone[place].before = new }
  }

  mutating func popDone() -> Step? { done.popLast() }

  mutating func popUndone() -> Step? { undone.popLast() }

  mutating func pushUndone(_ step: Step) { undone.append(step) }

  mutating func pushDone(_ step: Step) { done.append(step) }
}
