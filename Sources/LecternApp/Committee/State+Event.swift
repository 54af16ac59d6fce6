import ReviewAnalysis
import ReviewCore
import TerminalUI

extension State {
  /// Whether the viewer may change the event.
  var mayChangeEvent: Bool {
    (try? seen.event.checkMayChange(seen.viewer?.id)) != nil
  }

  // MARK: - Ordering

  /// Orders a change of the event; says why where it is not possible.
  mutating func order(_ edit: EventEdit) -> [Effect] {
    if edit.stands(in: seen.event) {
      say("It is so already", .note)
      return []
    }
    if let refusal = refusal(of: edit) {
      say(refusal, .problem)
      return []
    }
    committee.order = EventOrder(edit: edit, viewer: seen.viewer?.id, turns: nil)
    return [.change(edit, takingBack: nil)]
  }

  /// Why a change cannot be made just now, in sentences; nil where it can.
  func refusal(of edit: EventEdit) -> String? {
    if committee.order != nil { return Self.oneAtATime }
    do throws(EventEditRefusal) {
      try seen.event.checkMayChange(seen.viewer?.id)
      _ = try edit.applied(to: seen.event)
    } catch {
      return error.description
    }
    guard let viewer = seen.viewer, viewer.isChair else { return nil }
    switch edit {
    case .removeMember(viewer.id):
      return "Another chair removes you: you could not take it back."
    case .changeMember(viewer.id, let member) where !member.isChair:
      return "Another chair makes you a reviewer: you could not take it back."
    default: return nil
    }
  }

  /// What to say while a change is still being written.
  static let oneAtATime = "One moment: the change before is still being written."

  // MARK: - Answers

  /// Takes in that the event was changed, so that it is seen and can be taken back.
  mutating func eventChanged(_ edit: EventEdit, _ inverse: EventEdit, _ name: String) {
    let order = committee.order
    committee.order = nil
    let before = seen.event
    take(edit)
    closeForm(of: edit)
    switch order?.turns {
    case .undo: say("Undone (\(order?.name ?? name))\(doesItAgain)")
    case .redo: say("Done again (\(order?.name ?? name))")
    case nil:
      if order.map({ $0.viewer == seen.viewer?.id }) ?? true {
        history.add(History.Step([.event(edit, inverse: inverse)], name: name))
      }
      let end = seen.viewer == nil ? "" : undoes
      say(EventWords.said(of: edit, in: seen.event, before: before) + fileStays(edit) + end)
      // The first chair could not say who they are before.
      if seen.viewer == nil, overlays.isEmpty { openReviewerMenu() }
    }
  }

  /// Takes in that the event was not changed.
  mutating func eventRefused(_ problem: String) {
    let order = committee.order
    committee.order = nil
    switch order?.turns {
    case .undo: history.putBackUndone()
    case .redo: history.putBackDone()
    case nil: break
    }
    if case .form(var form)? = overlays.last, form.ordered != nil, form.ordered == order?.edit {
      form.ordered = nil
      form.problem = problem
      replaceOverlay(.form(form))
    } else {
      say(problem, .problem)
    }
  }

  /// Sees the summit with a change, unless it was read from the folder already.
  private mutating func take(_ edit: EventEdit) {
    guard !edit.stands(in: summit.event), let event = try? edit.applied(to: summit.event) else {
      return
    }
    var changed = summit
    changed.event = event
    folderChanged(changed, folderFaults)
  }

  private mutating func closeForm(of edit: EventEdit) {
    if case .form(let form)? = overlays.last, form.ordered == edit { overlays.removeLast() }
  }

  /// Where what a removed member said is kept.
  private func fileStays(_ edit: EventEdit) -> String {
    guard case .removeMember(let id) = edit,
      let numbers = committee.progress?.members.first(where: { $0.member.id == id })?.numbers,
      numbers.lastSaid != nil
        || numbers.scored + numbers.drafts + numbers.abstained + numbers.skipped > 0
    else { return "" }
    return "; reviews/\(id).json stays, but counts no more"
  }
}
