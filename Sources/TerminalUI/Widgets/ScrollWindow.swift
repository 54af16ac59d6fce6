/// Which rows of a long list are on the screen, and which of them is selected.
///
/// The offset changes only as far as it must for the selection to be seen, so that the list does
/// not jump under the eye.
package struct ScrollWindow: Equatable, Sendable {
  /// Index of the selected row; 0 in an empty list.
  package private(set) var selection = 0
  /// Index of the first row on the screen.
  package private(set) var offset = 0
  /// How many rows there are.
  package private(set) var count: Int
  /// How many rows the screen has for them.
  package private(set) var height: Int
  /// Rows kept in sight above and below the selection, where the list goes on.
  package let margin: Int

  /// Makes a window at the top of a list; negative numbers count as 0.
  package init(count: Int = 0, height: Int = 0, margin: Int = 0) {
    self.count = max(0, count)
    self.height = max(0, height)
    self.margin = max(0, margin)
  }

  /// Indices of the rows on the screen.
  package var visible: Range<Int> { offset..<min(count, offset + height) }
  /// Whether there are rows above the first one on the screen.
  package var hasMoreAbove: Bool { offset > 0 }
  /// Whether there are rows below the last one on the screen.
  package var hasMoreBelow: Bool { offset + height < count }

  /// Tells the window how long the list and how high the screen now are.
  package mutating func resize(count: Int, height: Int) {
    self.count = max(0, count)
    self.height = max(0, height)
    select(selection)
  }

  /// Selects a row; an index outside the list means its nearest end.
  package mutating func select(_ index: Int) {
    selection = max(0, min(index, count - 1))
    settle()
  }

  /// Moves the selection by a number of rows, up if negative.
  package mutating func move(by rows: Int) {
    select(selection + bounded(rows))
  }

  /// Moves by screens, keeping one row of the screen before in sight; up if negative.
  package mutating func page(by pages: Int) { scroll(by: pages * max(1, height - 1)) }

  /// Moves by half screens, up if negative.
  package mutating func halfPage(by pages: Int) { scroll(by: pages * max(1, height / 2)) }

  /// Scrolls by a number of rows and takes the selection along, as a page key does.
  package mutating func scroll(by rows: Int) {
    offset += bounded(rows)
    move(by: rows)
  }

  /// Scrolls by a number of rows; the selection moves only as far as it must to be seen.
  package mutating func wheel(by rows: Int) {
    offset = max(0, min(offset + bounded(rows), count - height))
    let edge = effectiveMargin
    let first = offset == 0 ? 0 : offset + edge
    let last = hasMoreBelow ? offset + height - 1 - edge : count - 1
    select(max(first, min(selection, last)))
  }

  /// No movement is longer than the list.
  private func bounded(_ rows: Int) -> Int { max(-count, min(rows, count)) }

  /// The margin cannot be more than what leaves one row for the selection.
  private var effectiveMargin: Int { min(margin, max(0, (height - 1) / 2)) }

  private mutating func settle() {
    let edge = effectiveMargin
    offset = min(offset, selection - edge)
    offset = max(offset, selection - max(1, height) + 1 + edge)
    offset = max(0, min(offset, count - height))
  }
}
