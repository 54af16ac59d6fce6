import ReviewCore
import TerminalUI

extension State {
  /// Moves in the list or in the text.
  mutating func move(_ command: Command) {
    switch command {
    case .textDown: pane.scroll(by: max(1, pane.height - 2))
    case .textUp: pane.scroll(by: -max(1, pane.height - 2))
    case .textLineDown: pane.scroll(by: 1)
    case .textLineUp: pane.scroll(by: -1)
    case .open: isReading = isReading || selected != nil
    case .back:
      if typedNumber.isEmpty { isReading = false } else { dropNumber() }
    case .halfPageDown where isReading: pane.scroll(by: max(1, pane.height / 2))
    case .halfPageUp where isReading: pane.scroll(by: -max(1, pane.height / 2))
    case .first, .last: jumpInList { $0.move(command) }
    case _ where command.movesInRows: moveSelection { $0.move(command) }
    case .nextUnscored: goToNextWaiting()
    default: break
    }
  }

  mutating func moveSelection(_ move: (inout ScrollWindow) -> Void) {
    let old = list.window.selection
    move(&list.window)
    guard list.window.selection != old else { return }
    toast = nil
    proposalChanged()
    if screenContext == .split { textFollows = now.adding(milliseconds: Self.restOfCursor) }
  }

  /// Goes to the next proposal that waits for a judgement; says so where none does.
  mutating func goToNextWaiting() {
    guard let row = list.nextWaitingRow(in: seen) else {
      say(nothingWaits, .note)
      return
    }
    jumpInList { $0.select(row) }
  }

  /// What to say where nothing in the list waits for a judgement.
  var nothingWaits: String {
    if list.isFiltered { return "Nothing in this list waits for you; Esc shows all proposals" }
    let key = key(of: .screen(.insights))
    return seen.viewer?.isChair == true
      ? "All judged. \(key) shows how far the others are"
      : "All judged, thank you: the chair sees it, and whatever you still change"
  }

  mutating func moveCriterion(by count: Int) {
    let rows = criteria.count
    criterion = (criterion + count + rows) % rows
  }

  /// Shows the next focus area alone, or all after the last.
  mutating func changeArea(by count: Int) {
    let areas: [Identifier?] = [nil] + seen.event.focusAreas.map(\.id)
    guard areas.count > 1 else {
      say("This summit has no focus areas", .note)
      return
    }
    let place = areas.firstIndex(of: list.area) ?? 0
    list.area = areas[(place + count + areas.count) % areas.count]
    showFilteredList()
  }

  /// Fills the list after a change of the filter, on what waits first.
  mutating func showFilteredList() {
    toast = nil
    let id = selected?.id
    list.fill(from: seen, marked: personal, keeping: nil)
    if let selected, !ReviewQueue.isWaiting(selected), let row = list.nextWaitingRow(in: seen) {
      list.select(row)
    }
    if selected?.id != id {
      if let id { jumps.leave(id) }
      proposalChanged()
    }
  }
}
