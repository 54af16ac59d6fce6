import ReviewCore
import TerminalUI

extension State {
  /// Takes in the key after a prefix: digits are a number, anything else ends it.
  mutating func press(_ key: KeyPress, after prefix: Prefix) -> [Effect] {
    if case .character(let character) = key.key, key.modifiers.isEmpty, character.isASCII,
      character.isNumber
    {
      if prefix.count.count < 6 { self.prefix?.count.append(character) }
      return []
    }
    if key == KeyPress(.backspace), !prefix.count.isEmpty {
      _ = self.prefix?.count.popLast()
      return []
    }
    self.prefix = nil
    guard let number = prefix.number else {
      guard let command = keys.command(for: key, after: prefix.key, in: context) else { return [] }
      return perform(command)
    }
    if key == KeyPress(.enter) || key == prefix.key {
      moveRows { $0.select(number - 1) }
      return []
    }
    // Where a single proposal is read the same keys scroll its text.
    switch keys.command(for: key, in: context) {
    case .last: moveRows { $0.select(number - 1) }
    case .nextProposal, .textLineDown: moveRows { $0.move(by: number) }
    case .previousProposal, .textLineUp: moveRows { $0.move(by: -number) }
    default: break
    }
    return []
  }

  /// Where the rows of the table stand on a screen that is one.
  var tableRows: Rect {
    switch screen {
    case .compare: Rect(column: 0, row: 0, columns: 0, rows: 0)
    case .rank: RankView.rows(in: size)
    case .shortlist: ShortlistView.rows(in: size)
    case .insights: InsightsView(self).rows(in: size)
    case .committee: CommitteeView(self).rows(in: size)
    case .review: layout.list
    }
  }

  /// The row of the table at a place of the screen; nil where there is none.
  func tableRow(at position: Position) -> Int? {
    let rows = tableRows
    guard rows.contains(position) else { return nil }
    let line = position.row - rows.top
    switch screen {
    case .compare: return nil
    case .rank: return rank.rows.place(atLine: line)
    case .shortlist: return shortlist.rows.place(atLine: line)
    case .insights: return row(atLine: line, of: insights.rows.window)
    case .committee: return row(atLine: line, of: committee.rows.window)
    case .review: return row(atLine: line, of: list.window)
    }
  }

  private func row(atLine line: Int, of window: ScrollWindow) -> Int? {
    let row = window.offset + line
    return window.visible.contains(row) ? row : nil
  }

  /// Moves in the list of the screen.
  mutating func moveRows(_ move: (inout ScrollWindow) -> Void) {
    switch screen {
    case .review: jumpInList(move)
    case .compare: break
    case .rank: moveRank(move)
    case .shortlist: moveShortlist(move)
    case .insights: insights.rows.move(move)
    case .committee: committee.rows.move(move)
    }
  }
}
