package import ReviewCore
package import TerminalUI

/// Where things stand on the review screen.
package struct ReviewLayout: Hashable, Sendable {
  /// The bar at the top: summit, reviewer, progress.
  package let header: Rect
  /// The line under it: the filter, or a message.
  package let status: Rect
  /// The list; empty where only one proposal is shown.
  package let list: Rect
  /// The progress of each focus area under the list; empty where there is no room.
  package let areas: Rect
  /// The text of the proposal; empty where only the list is shown.
  package let text: Rect
  /// The line above the rubric and the rubric itself; empty with the text.
  package let rubric: Rect
  /// The line under the rubric that says how severe one is; empty where there is no room.
  package let calibration: Rect
  /// The guide of the current criterion; empty where there is no room.
  package let guide: Rect
  /// The column between list and text; nil without both.
  package let divider: Int?
  /// The line of hints at the bottom.
  package let hints: Rect

  /// The smallest terminal in which Lectern works.
  package static let minimum = Size(columns: 60, rows: 16)

  /// Whether anything can be shown at all.
  package static func hasRoom(_ size: Size) -> Bool {
    size.columns >= minimum.columns && size.rows >= minimum.rows
  }

  /// The longest line of text that is comfortable to read, where nobody asked for another.
  package static let measure = 76

  /// Whether list and proposal fit side by side.
  package static func hasRoomForTwo(_ size: Size) -> Bool { size.columns >= 100 }

  /// Lays a screen out.
  ///
  /// - Parameters:
  ///   - context: `.reading` for one proposal over the whole screen.
  ///   - hasScores: whether there is anything to say of how the viewer scores.
  ///   - measure: The longest line of text, in columns.
  package init(
    size: Size, context: KeyContext?, event: Event, hasScores: Bool = false,
    measure: Int = ReviewLayout.measure
  ) {
    let screen = Rect(column: 0, row: 0, columns: size.columns, rows: size.rows)
    let (top, belowTop) = screen.splitTop(1)
    let (second, belowSecond) = belowTop.splitTop(1)
    let (body, bottom) = belowSecond.splitBottom(1)
    header = top
    status = second
    hints = bottom
    let isSplit = context != .reading && Self.hasRoomForTwo(size)
    let nothing = Rect(column: 0, row: body.top, columns: 0, rows: 0)
    guard isSplit || context == .reading else {
      (list, areas) = Self.listAndAreas(body, event)
      (text, rubric, calibration, guide, divider) = (nothing, nothing, nothing, nothing, nil)
      return
    }
    var pane = body
    if isSplit {
      let (left, right) = body.splitLeft(min(72, max(44, size.columns * 45 / 100)))
      (list, areas) = Self.listAndAreas(left, event)
      divider = right.left
      pane = right.splitLeft(1).1
    } else {
      (list, areas, divider) = (nothing, nothing, nil)
    }
    let rows = max(1, event.rubric.criteria.count)
    let dockRows = min(rows + 2, pane.rows * 2 / 3)
    let guideRows = Self.guideRows(event.rubric)
    // Two thirds of the smallest screen are for the text; a line of it is worth more than this one.
    let calibrationRows = hasScores && pane.rows - dockRows > 13 ? 1 : 0
    let below = dockRows + calibrationRows
    let hasGuide = guideRows > 0 && pane.rows - below - guideRows >= 16
    let (reading, dock) = pane.splitBottom(below + (hasGuide ? guideRows : 0))
    let (scoring, rest) = dock.splitTop(dockRows)
    rubric = scoring
    (calibration, guide) = rest.splitTop(calibrationRows)
    text = Self.measured(reading, measure)
  }

  /// The text in the middle of a pane, in lines that are not too long, a column free at each side.
  private static func measured(_ pane: Rect, _ measure: Int) -> Rect {
    let columns = min(measure, pane.columns - 2)
    let left = pane.left + max(1, (pane.columns - columns) / 2)
    return Rect(column: left, row: pane.top, columns: columns, rows: pane.rows)
  }

  private static func listAndAreas(_ pane: Rect, _ event: Event) -> (Rect, Rect) {
    let rows = event.focusAreas.count + 1
    guard rows > 1, rows <= pane.rows * 2 / 5 else {
      return (pane, Rect(column: pane.left, row: pane.bottom, columns: pane.columns, rows: 0))
    }
    return pane.splitBottom(rows)
  }

  /// The rows of the longest guide: a line above, the question, a line for each explained score.
  private static func guideRows(_ rubric: Rubric) -> Int {
    let longest = rubric.criteria.map { $0.guide.count + ($0.question == nil ? 0 : 1) }.max() ?? 0
    return longest == 0 ? 0 : longest + 1
  }
}
