package import ReviewCore

/// What was done, step by step, to undo and redo.
package struct History: Hashable, Sendable {
  /// One thing that a person did, of one proposal or of several at once.
  package struct Step: Hashable, Sendable {
    /// What it changed; never empty.
    package fileprivate(set) var changes: [Change]
    /// What it was, for the message: `3 for Novelty`.
    package let name: String
    /// Whether it is one digit of a judgement that is not finished.
    package let isPart: Bool

    /// Makes a step.
    package init(_ changes: [Change], name: String, isPart: Bool = false) {
      self.changes = changes
      self.name = name
      self.isPart = isPart
    }

    /// The only proposal that it is about; nil where there are several, or none.
    package var proposal: ProposalID? {
      let ids = Set(changes.map(\.proposal))
      return ids.count == 1 ? ids.first ?? nil : nil
    }
  }

  /// Something that was one way and is another.
  package enum Change: Hashable, Sendable {
    /// What the viewer says of a proposal; nil for nothing.
    case review(ProposalID, before: Review?, after: Review?)
    /// Which of two proposals the viewer finds better; nil for nothing.
    case comparison(ProposalPair, before: Comparison?, after: Comparison?)
    /// What the viewer, a chair, decided; nil for nothing.
    case decision(ProposalID, before: Decision?, after: Decision?)
    /// Whether a proposal is bookmarked.
    case bookmark(ProposalID, after: Bool)
    /// What the viewer noted for themselves; empty for nothing.
    case note(ProposalID, before: String, after: String)
    /// What the viewer said in the discussion; nil for nothing.
    case remark(RemarkPlace, before: Remark?, after: Remark?)
    /// A list that was given a name; nil for none.
    case view(String, before: SavedView?, after: SavedView?)
    /// How the event was changed, and what takes that back.
    case event(EventEdit, inverse: EventEdit)

    /// The proposal that it is about.
    package var proposal: ProposalID? {
      switch self {
      case .review(let id, _, _), .decision(let id, _, _), .bookmark(let id, _),
        .note(let id, _, _):
        id
      case .remark(let place, _, _): place.proposal
      case .event, .comparison, .view: nil
      }
    }
  }

  private(set) var done: [Step] = []
  private(set) var undone: [Step] = []

  /// Makes the history of somebody who has done nothing yet.
  package init() {}

  /// Adds a step; what had been undone can no longer be redone.
  package mutating func add(_ step: Step) {
    done.append(step)
    undone = []
  }

  /// Puts the last steps of one proposal, up to the first that is no part, together as one.
  mutating func finishJudgement(of proposal: ProposalID, name: String) {
    var parts: [Step] = []
    while let step = done.last, step.proposal == proposal, step.isPart {
      parts.append(done.removeLast())
    }
    guard case .review(_, _, let after)? = parts.first?.changes.first,
      case .review(_, let before, _)? = parts.last?.changes.first
    else { return }
    done.append(Step([.review(proposal, before: before, after: after)], name: name))
  }

  /// Notes that undoing wrote again, at a later time, what an earlier step had said: that step can
  /// still be undone.
  package mutating func wroteAgain(undoing old: Change, as new: Change) {
    Self.replaceEnd(old, new, in: &done)
  }

  /// Notes that redoing wrote again, at a later time, what the next step to redo begins with.
  package mutating func wroteAgain(redoing old: Change, as new: Change) {
    Self.replaceBeginning(old, new, in: &undone)
  }

  /// Takes the newest step to undo it; nil for none.
  package mutating func popDone() -> Step? { done.popLast() }

  /// Takes the step that was undone last; nil for none.
  package mutating func popUndone() -> Step? { undone.popLast() }

  /// Notes that a step was undone.
  package mutating func pushUndone(_ step: Step) { undone.append(step) }

  /// Notes that a step was done again.
  package mutating func pushDone(_ step: Step) { done.append(step) }

  /// Takes the last undoing back, since it was refused.
  mutating func putBackUndone() { if let step = undone.popLast() { done.append(step) } }

  /// Takes the last doing again back, since it was refused.
  mutating func putBackDone() { if let step = done.popLast() { undone.append(step) } }

  /// In the newest step about the same thing: where it ended as `old` began, it ends as `new` does.
  private static func replaceEnd(_ old: Change, _ new: Change, in steps: inout [Step]) {
    replace(in: &steps) { change in
      switch (change, old, new) {
      case (
        .review(let id, let before, let end), .review(let other, let was, _), .review(_, let now, _)
      )
      where id == other:
        end == was ? .review(id, before: before, after: now) : change
      case (
        .decision(let id, let before, let end), .decision(let other, let was, _),
        .decision(_, let now, _)
      ) where id == other:
        end == was ? .decision(id, before: before, after: now) : change
      case (
        .comparison(let pair, let before, let end), .comparison(let other, let was, _),
        .comparison(_, let now, _)
      ) where pair == other:
        end == was ? .comparison(pair, before: before, after: now) : change
      case (
        .remark(let place, let before, let end), .remark(let other, let was, _),
        .remark(_, let now, _)
      ) where place == other:
        end == was ? .remark(place, before: before, after: now) : change
      default: nil
      }
    }
  }

  /// In the newest step about the same thing: where it began as `old` ended, it begins as `new` ends.
  private static func replaceBeginning(_ old: Change, _ new: Change, in steps: inout [Step]) {
    replace(in: &steps) { change in
      switch (change, old, new) {
      case (
        .review(let id, let start, let after), .review(let other, _, let was),
        .review(_, _, let now)
      )
      where id == other:
        start == was ? .review(id, before: now, after: after) : change
      case (
        .decision(let id, let start, let after), .decision(let other, _, let was),
        .decision(_, _, let now)
      ) where id == other:
        start == was ? .decision(id, before: now, after: after) : change
      case (
        .comparison(let pair, let start, let after), .comparison(let other, _, let was),
        .comparison(_, _, let now)
      ) where pair == other:
        start == was ? .comparison(pair, before: now, after: after) : change
      case (
        .remark(let place, let start, let after), .remark(let other, _, let was),
        .remark(_, _, let now)
      ) where place == other:
        start == was ? .remark(place, before: now, after: after) : change
      default: nil
      }
    }
  }

  /// Replaces the newest change for which there is a replacement. O(steps).
  private static func replace(in steps: inout [Step], by replacement: (Change) -> Change?) {
    for step in steps.indices.reversed() {
      for place in steps[step].changes.indices {
        guard let new = replacement(steps[step].changes[place]) else { continue }
        steps[step].changes[place] = new
        return
      }
    }
  }
}
