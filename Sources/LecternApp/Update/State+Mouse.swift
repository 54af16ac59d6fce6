import ReviewCore
import TerminalUI

/// Where a button went down last, to know a double click.
struct Press: Hashable, Sendable {
  let position: Position
  let time: Timestamp

  /// The longest time between the two presses of a double click, in milliseconds.
  static let doubleClick: Int64 = 400
}

extension State {
  /// Takes in what was done with the mouse. A click only chooses; nothing is scored by it.
  mutating func use(_ event: MouseEvent) -> [Effect] {
    guard personal.isMouseOn, ReviewLayout.hasRoom(size) else { return [] }
    switch event.kind {
    case .wheelUp, .wheelDown:
      let movesInList = overlays.isEmpty && tableRows.contains(event.position)
      guard let before = movesInList ? settleNumber() : [] else { return [] }
      turnWheel(by: event.kind == .wheelUp ? -3 : 3, at: event.position)
      saySettled()
      return before
    case .press where event.button == .left && event.modifiers.isEmpty:
      let isDouble = isDoubleClick(at: event.position)
      lastPress = isDouble ? nil : Press(position: event.position, time: now)
      prefix = nil
      guard overlays.isEmpty else { return click(at: event.position, isDouble: isDouble) }
      guard let before = settleNumber() else { return [] }
      defer { saySettled() }
      return before + click(at: event.position, isDouble: isDouble)
    case .press, .release, .drag: break
    }
    return []
  }

  private func isDoubleClick(at position: Position) -> Bool {
    guard let lastPress, lastPress.position.row == position.row else { return false }
    let age = now.milliseconds - lastPress.time.milliseconds
    return (0...Press.doubleClick).contains(age)
  }

  // MARK: - The wheel

  private mutating func turnWheel(by rows: Int, at position: Position) {
    switch overlays.last {
    case .menu(var menu):
      menu.window.wheel(by: rows)
      replaceOverlay(.menu(menu))
    case .page(var page):
      page.offset += rows
      replaceOverlay(.page(page))
    case .thread(var page):
      page.scroll(by: rows)
      replaceOverlay(.thread(page))
    case .rescue(var page):
      page.offset += rows
      replaceOverlay(.rescue(page))
    case .help(var page):
      page.offset += rows
      replaceOverlay(.help(page))
    case .filter(var line):
      line.window.wheel(by: rows)
      line.isChoosing = !line.choices.isEmpty
      replaceOverlay(.filter(line))
    case nil:
      if screen == .compare { return scrollPair(at: position, by: rows) }
      guard screen == .review else { return moveRows { $0.wheel(by: rows) } }
      if layout.list.contains(position) {
        moveSelection { $0.wheel(by: rows) }
      } else if layout.text.columns > 0 {
        pane.scroll(by: rows)
      }
    default: break
    }
  }

  // MARK: - Clicks

  private mutating func click(at position: Position, isDouble: Bool) -> [Effect] {
    if let overlay = overlays.last { return click(at: position, isDouble: isDouble, in: overlay) }
    if layout.header.contains(position) {
      return HeaderView(self).screen(at: position).map { show($0) } ?? []
    }
    if layout.hints.contains(position) {
      let entry = HintView.line(self, in: layout.hints).entries.first {
        ($0.column..<$0.column + $0.columns).contains(position.column)
      }
      // A digit is a score, an answer one of two: that is for the keyboard.
      guard let hint = entry?.hint, !hint.command.scores, !saysWhichIsBetter(hint.command) else {
        return []
      }
      if hint.command == .prefix {
        prefix = Prefix(key: .key("g"))
        return []
      }
      return perform(hint.command)
    }
    switch screen {
    case .review: return clickReview(at: position, isDouble: isDouble)
    case .compare: return clickPair(at: position)
    case .rank, .shortlist, .insights, .committee:
      guard let row = tableRow(at: position) else { return [] }
      moveRows { $0.select(row) }
      guard isDouble else { return [] }
      switch screen {
      case .committee: return perform(.editMember)
      case .insights: return perform(.open)
      case .rank, .shortlist, .review, .compare: return perform(.explain)
      }
    }
  }

  private mutating func clickReview(at position: Position, isDouble: Bool) -> [Effect] {
    let layout = layout
    if layout.list.contains(position) {
      let row = list.window.offset + position.row - layout.list.top
      guard row < list.window.count else { return [] }
      moveSelection { $0.select(row) }
      if isDouble { isReading = true }
    } else if layout.areas.contains(position) {
      let place = position.row - layout.areas.top - 1
      guard seen.event.focusAreas.indices.contains(place) else { return [] }
      let area = seen.event.focusAreas[place].id
      list.area = list.area == area ? nil : area
      showFilteredList()
    } else if layout.rubric.contains(position), selected != nil {
      let row = RubricView(self).criterion(at: position.row, in: layout.rubric)
      if let row { criterion = row }
    }
    return []
  }

  private mutating func click(
    at position: Position, isDouble: Bool, in overlay: Overlay
  ) -> [Effect] {
    guard case .menu(var menu) = overlay else { return [] }
    guard MenuView.rect(in: size, of: menu).contains(position) else {
      overlays.removeLast()
      return []
    }
    let row = menu.window.offset + position.row - MenuView.firstRow(in: size, of: menu)
    guard menu.window.visible.contains(row) else { return [] }
    menu.window.select(row)
    guard isDouble, let item = menu.selected else {
      replaceOverlay(.menu(menu))
      return []
    }
    overlays.removeLast()
    return choose(item.action)
  }
}

extension Command {
  /// Whether it is one of the ten digits.
  var isDigit: Bool { if case .digit = self { true } else { false } }

  /// Whether it gives a score.
  var scores: Bool {
    switch self {
    case .digit, .repeatScores, .scoreUp, .scoreDown: true
    default: false
    }
  }
}
