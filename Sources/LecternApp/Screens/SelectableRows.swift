package import TerminalUI

/// A line of a screen that is one list of sections.
package protocol SelectableRow: Hashable, Sendable {
  /// Whether the cursor rests on it.
  var isSelectable: Bool { get }
}

/// The lines of a screen, of which some can be selected, and the part of them that is shown.
package struct SelectableRows<Row: SelectableRow>: Equatable, Sendable {
  /// The rows, from the top.
  package private(set) var all: [Row] = []
  /// The selected row and the rows on the screen.
  package private(set) var window = ScrollWindow(margin: 2)

  /// The selected row; nil where nothing can be selected.
  package var selected: Row? {
    all.indices.contains(window.selection) && all[window.selection].isSelectable
      ? all[window.selection] : nil
  }

  /// Takes other rows; the cursor stays on what it is on. O(rows).
  mutating func replace(with rows: [Row]) {
    let old = selected
    all = rows
    window.resize(count: rows.count, height: window.height)
    if let place = old.flatMap({ rows.firstIndex(of: $0) }) { window.select(place) }
    settle(down: true)
  }

  /// Makes the window fit the screen. O(1).
  mutating func fit(height: Int) {
    if window.height != height { window.resize(count: all.count, height: height) }
  }

  /// Moves, and goes on to the next row that can be selected.
  mutating func move(_ move: (inout ScrollWindow) -> Void) {
    let old = window.selection
    move(&window)
    settle(down: window.selection >= old)
  }

  private mutating func settle(down: Bool) {
    guard selected == nil else { return }
    let place = window.selection
    let below = all.indices.first { $0 > place && all[$0].isSelectable }
    let above = all.indices.last { $0 < place && all[$0].isSelectable }
    if let next = down ? below ?? above : above ?? below { window.select(next) }
  }
}
