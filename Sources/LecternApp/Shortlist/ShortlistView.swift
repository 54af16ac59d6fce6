import TerminalUI

/// The screen Shortlist.
struct ShortlistView {
  private let state: State

  init(_ state: State) { self.state = state }

  /// Where the rows stand.
  static func rows(in size: Size) -> Rect {
    Rect(column: 0, row: 3, columns: size.columns, rows: max(0, size.rows - 4))
  }

  func draw(on canvas: inout Canvas) {}
}
