import LecternApp
import ReviewCore
import ReviewStore

extension Conversation {
  /// Takes back what was done last, unless it changed elsewhere since.
  mutating func undo() {
    guard let step = history.popDone() else { return say("There is nothing to undo.") }
    guard let order = order(toTurn: step, back: true) else {
      return say("Not undone: your \(step.subject) changed elsewhere since (\(step.name)).")
    }
    self.order(order, for: .undo(step))
  }

  /// Does again what was undone last, unless it changed elsewhere since.
  mutating func redo() {
    guard let step = history.popUndone() else { return say("There is nothing to do again.") }
    guard let order = order(toTurn: step, back: false) else {
      return say("Not done again: your \(step.subject) changed elsewhere since (\(step.name)).")
    }
    self.order(order, for: .redo(step))
  }

  /// What is to be written so that a step is taken back or done again; nil where what it left is no
  /// longer what stands there.
  private func order(toTurn step: History.Step, back: Bool) -> ConversationOrder? {
    guard let change = step.changes.first else { return nil }
    let viewer = seen.viewer?.id
    switch change {
    case .review(let id, let before, let after):
      guard let current = back ? after : before, seen.proposal(id)?.myReview == current else {
        return nil
      }
      return .save(
        id, .turn(current: current, into: current.undone(to: back ? before : after, at: now)))
    case .bookmark(let id, let isSet):
      guard personal.bookmarks.contains(id) == (isSet == back) else { return nil }
      return .keep(.bookmark(id, isSet != back, of: viewer))
    case .note(let id, let before, let after):
      let (current, wanted) = back ? (after, before) : (before, after)
      guard personal.notes[id]?.text ?? "" == current else { return nil }
      return .keep(
        .note(
          wanted, on: id, replacing: current.isEmpty ? nil : current, at: now, of: viewer))
    case .remark(let place, _, let after):
      return turn(place, after, back: back)
    case .comparison, .decision, .event, .view: return nil
    }
  }

  /// Takes in that a step of a review was turned: `written` stands on the disk now.
  mutating func turned(
    _ step: History.Step, into written: Review, back: Bool, _ remarks: [String]
  ) {
    guard case .review(let id, let before, let after)? = step.changes.first else { return }
    let change =
      back
      ? History.Change.review(id, before: written, after: after)
      : .review(id, before: before, after: written)
    let old = History.Change.review(id, before: before, after: after)
    let new = History.Step([change], name: step.name)
    if back {
      history.wroteAgain(undoing: old, as: change)
      history.pushUndone(new)
    } else {
      history.wroteAgain(redoing: old, as: change)
      history.pushDone(new)
    }
    sayTurned(step, back: back)
    say(remarks)
  }

  /// Says what was turned, and asks where it stands now.
  mutating func sayTurned(_ step: History.Step, back: Bool) {
    say("\(back ? "Undone" : "Done again"): \(step.name.asSentence)")
    guard let id = step.changes.first?.proposal, let proposal = seen.proposal(id) else { return }
    if current != id {
      if let current { visited.append(current) }
      current = id
      heard = proposal.proposal.digest
      say("That was \(proposal.proposal.title.asSentence) You are there again.")
    }
    question = openQuestion(from: 0, of: proposal) ?? question
    rest = []
  }
}

extension History.Step {
  /// What it is about, in words.
  fileprivate var subject: String {
    switch changes.first {
    case .bookmark: "bookmark"
    case .note: "private note"
    default: "review of this proposal"
    }
  }
}
