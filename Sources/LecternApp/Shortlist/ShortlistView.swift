import ReviewAnalysis
import ReviewCore
import TerminalUI

/// The screen Shortlist.
struct ShortlistView {
  private let state: State

  init(_ state: State) { self.state = state }

  /// Where the rows stand, with the cut line between them.
  static func rows(in size: Size) -> Rect { ShortlistLayout(size).rows }

  func draw(on canvas: inout Canvas) {
    guard let table = state.rank.table else {
      return state.drawRanking(on: &canvas, Self.rows(in: canvas.size))
    }
    let layout = ShortlistLayout(canvas.size)
    let wishes = RankColumns.Wishes(
      count: false, area: state.seen.event.widestArea,
      probability: table.ranking.hasProbabilities)
    RankTable(
      state: state, table: table, rows: state.shortlist.rows,
      columns: RankColumns(
        columns: layout.rows.columns, rows: table.ranking.entries.count, wishes),
      rect: layout.rows, marksUndecided: true
    ).draw(on: &canvas)
    if layout.panel.columns > 0 {
      drawPanel(on: &canvas, layout.panel)
    } else {
      drawSummary(on: &canvas, layout.summary)
    }
  }

  // MARK: - Beside the list

  private func drawPanel(on canvas: inout Canvas, _ rect: Rect) {
    let (theme, glyphs) = (state.theme, state.glyphs)
    canvas.write(glyphs.teeDown, column: rect.left - 1, row: rect.top - 1, style: theme.line)
    for row in rect.top..<rect.bottom {
      canvas.write(glyphs.vertical, column: rect.left - 1, row: row, style: theme.line)
    }
    let (gauges, attention) = (state.shortlist.gauges, state.shortlist.attention)
    // What is broken is never pushed out by what is not.
    let room = max(rect.rows - attention.count, rect.rows * 2 / 3)
    var lines = Array(gauges.prefix(room))
    lines += attention.prefix(rect.rows - lines.count)
    let isWhole = lines.count == gauges.count + attention.count
    if !isWhole, !lines.isEmpty { lines.removeLast() }
    for (line, words) in lines.enumerated() {
      words.draw(
        on: &canvas, column: rect.left + 1, row: rect.top + line, limit: rect.columns - 2)
    }
    if !isWhole {
      let used = canvas.write(
        programmeKey, column: rect.left + 1, row: rect.bottom - 1, style: theme.key)
      canvas.write(
        " shows the rest", column: rect.left + 1 + used, row: rect.bottom - 1, style: theme.faint)
    }
  }

  private var programmeKey: String { state.keys.label(of: .programme) }

  // MARK: - Under the list

  private func drawSummary(on canvas: inout Canvas, _ rect: Rect) {
    guard let use = state.shortlist.use, rect.rows > 1 else { return }
    let (theme, glyphs) = (state.theme, state.glyphs)
    let rule = Rect(column: rect.left, row: rect.top, columns: rect.columns, rows: 1)
    canvas.fill(rule, style: theme.line, character: Character(glyphs.horizontal))
    let attention = state.shortlist.attention
    let shown = rect.rows - 1
    let isWhole = attention.count <= shown
    let key = isWhole ? "programme" : "\(attention.count - shown) more"
    let keyColumn = rect.right - DisplayWidth.of("  \(programmeKey) \(key) ") - 1
    drawTotals(use, on: &canvas, rule, end: keyColumn - 1)
    let used = canvas.write(
      " \(programmeKey)", column: keyColumn, row: rect.top, style: theme.key)
    canvas.write(" \(key) ", column: keyColumn + used, row: rect.top, style: theme.faint)
    for (line, words) in attention.prefix(shown).enumerated() {
      words.draw(
        on: &canvas, column: rect.left + 2, row: rect.top + 1 + line, limit: rect.columns - 4)
    }
  }

  /// How full the programme is: slots with a gauge, then minutes where they are limited.
  private func drawTotals(
    _ use: ProgrammeUse, on canvas: inout Canvas, _ rect: Rect, end: Int
  ) {
    let (theme, glyphs) = (state.theme, state.glyphs)
    var column = rect.left + 1
    column += canvas.write(
      " \(use.total.words) ", column: column, row: rect.top, style: theme.style(of: use.total),
      limit: end - column)
    if let maximum = use.total.maximum, end - column > 12 {
      Gauge(use.total.used, of: maximum).draw(
        on: &canvas, column: column, row: rect.top, columns: 8, glyphs: glyphs,
        style: theme.style(of: use.total))
      canvas.write("\(glyphs.rightEdge) ", column: column + 8, row: rect.top, style: theme.line)
      column += 10
    }
    guard use.minutes.maximum != nil else { return }
    let words = "\(glyphs.separator) \(use.minutes.words) "
    guard DisplayWidth.of(words) <= end - column else { return }
    canvas.write(words, column: column, row: rect.top, style: theme.style(of: use.minutes))
  }
}
