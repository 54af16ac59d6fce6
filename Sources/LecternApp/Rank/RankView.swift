import ReviewAnalysis
import ReviewCore
import TerminalUI

/// The screen Rank.
struct RankView {
  private let state: State

  init(_ state: State) { self.state = state }

  /// Where the rows stand, with the cut line between them.
  static func rows(in size: Size) -> Rect {
    Rect(column: 0, row: 3, columns: size.columns, rows: max(0, size.rows - 4))
  }

  func draw(on canvas: inout Canvas) {
    guard let table = state.rank.table else {
      return state.drawRanking(on: &canvas, Self.rows(in: canvas.size))
    }
    let rect = Self.rows(in: canvas.size)
    let wishes = RankColumns.Wishes(
      movement: table.ranking.method != .mean, area: state.seen.event.widestArea,
      spread: table.bins.count, deviation: table.ranking.hasDeviations,
      probability: table.ranking.hasProbabilities, mine: true)
    RankTable(
      state: state, table: table, rows: state.rank.rows,
      columns: RankColumns(
        columns: rect.columns, rows: table.ranking.entries.count, wishes), rect: rect
    ).draw(on: &canvas)
  }
}

extension State {
  /// Says that the ranking is on its way, where its rows will be.
  func drawRanking(on canvas: inout Canvas, _ rect: Rect) {
    canvas.write(
      "Ranking\(glyphs.ellipsis)", column: rect.left + 2, row: rect.top + 1, style: theme.faint)
  }
}

extension Event {
  /// The columns that the widest short name of a focus area takes, with its sign; 0 without areas.
  var widestArea: Int { focusAreas.map { 2 + DisplayWidth.of($0.short) }.max() ?? 0 }
}
