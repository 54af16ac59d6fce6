import ReviewAnalysis
import ReviewCore
import TerminalUI

/// Draws the rows of a ranking that are on the screen, the titles of their columns above them, and
/// the cut line between them. The screens Rank and Shortlist differ in columns alone.
struct RankTable {
  let state: State
  let table: RankingTable
  let rows: RankedRows
  let columns: RankColumns
  /// Where the rows stand; the titles stand in the row above.
  let rect: Rect
  /// Whether what is not decided yet has a sign too.
  var marksUndecided = false

  private var theme: Theme { state.theme }
  private var glyphs: Glyphs { state.glyphs }

  func draw(on canvas: inout Canvas) {
    drawTitles(on: &canvas)
    for place in rows.window.visible where place < table.rows.count {
      draw(table.rows[place], at: place, on: &canvas)
    }
    if table.rows.isEmpty { drawEmpty(on: &canvas) } else { drawCut(on: &canvas) }
    let window = rows.window
    let mark = ScrollMark(offset: window.offset, count: window.count, height: window.height)
    mark.draw(
      on: &canvas, column: rect.right - 1, row: rect.top, glyphs: glyphs, style: theme.faint)
  }

  private func drawTitles(on canvas: inout Canvas) {
    func title(_ text: String, _ column: RankColumns.Column?, _ alignment: Alignment = .left) {
      write(text, column, rect.top - 1, theme.faint, alignment, on: &canvas)
    }
    title("#", columns.number, .right)
    title("\(glyphs.up)\(glyphs.down)", columns.movement)
    title("Title", columns.title)
    title("Focus area", columns.area)
    title("Score", columns.score, .right)
    title(glyphs.plusMinus, columns.deviation, .right)
    title("P(in)", columns.probability, .right)
    title("n ", columns.count, .right)
    title("Spread", columns.spread)
    title("You", columns.mine, .right)
    title(columns.hasStateWord ? "State" : "", columns.state)
  }

  private func drawEmpty(on canvas: inout Canvas) {
    let text =
      state.list.isFiltered
      ? state.nothingMeetsTheFilter
      : "No proposals yet. A chair brings them in: lectern import FILE"
    for (line, words) in wrap(text, columns: max(1, rect.columns - 4)).enumerated() {
      canvas.write(
        words, column: rect.left + 2, row: rect.top + 1 + line, style: theme.faint,
        limit: rect.columns - 2)
    }
  }

  // MARK: - The cut line

  private func drawCut(on canvas: inout Canvas) {
    guard let line = rows.cutLine, let side = rows.cutSide, let slots = table.ranking.slots else {
      return
    }
    let row = rect.top + line
    let rule = Rect(column: rect.left, row: row, columns: rect.columns, rows: 1)
    canvas.fill(rule, style: theme.line, character: Character(glyphs.horizontal))
    let ranked = table.ranking.rankedCount
    var text = "cut: \(slots) \(slots == 1 ? "slot" : "slots")"
    if ranked < slots { text += ranked == 0 ? ", none has a score" : ", \(ranked) have a score" }
    switch side {
    case .above: text += " \(glyphs.up)"
    case .below: text += " \(glyphs.down)"
    case .between: break
    }
    let shown = clipped(" \(text) ", columns: rule.columns, ellipsis: glyphs.ellipsis)
    canvas.write(
      shown.text, column: rule.left + (rule.columns - shown.width) / 2, row: row,
      style: theme.title)
  }

  // MARK: - Rows

  private func draw(_ shown: RankingTable.Row, at place: Int, on canvas: inout Canvas) {
    let row = rect.top + rows.line(of: place)
    let isSelected = place == rows.window.selection
    let entry = shown.entry
    let isOpen = entry.decision == .undecided
    let isFaint = !isSelected && (entry.decision == .decline || (isOpen && entry.rank == nil))
    let text = isFaint ? theme.faint : theme.text
    if isSelected {
      canvas.write(glyphs.selection, column: rect.left, row: row, style: theme.current)
    }
    if state.personal.bookmarks.contains(entry.id) {
      canvas.write(glyphs.star, column: rect.left + 1, row: row, style: theme.warning)
    }
    write(entry.rank.map { "\($0)" } ?? "-", columns.number, row, text, .right, on: &canvas)
    drawMovement(shown.movement, row, on: &canvas)
    drawTitle(entry.title, row, isSelected ? theme.text.with(.bold) : text, on: &canvas)
    drawArea(shown.area, row, on: &canvas)
    let score = entry.score?.formatted(decimals: 2) ?? (shown.areOthersHidden ? "hidden" : "-")
    write(score, columns.score, row, text, .right, on: &canvas)
    write(
      entry.standardError?.formatted(decimals: 2) ?? "", columns.deviation, row, theme.faint,
      .right, on: &canvas)
    write(
      entry.probabilityIn?.percent ?? "", columns.probability, row,
      entry.isInGreyZone ? theme.near : text, .right, on: &canvas)
    drawCount(shown, row, text, on: &canvas)
    if entry.summary.count > 0 {
      write(glyphs.histogram(shown.histogram), columns.spread, row, text, on: &canvas)
    }
    let mine = shown.myComposite?.formatted(decimals: 1) ?? ""
    write(mine, columns.mine, row, text, .right, on: &canvas)
    drawDecision(entry.decision, row, on: &canvas)
    if isSelected {
      let line = Rect(column: rect.left + 1, row: row, columns: rect.columns - 2, rows: 1)
      canvas.restyle(line) { Style(attributes: $0.attributes.union(.reverse)) }
    }
  }

  private func drawTitle(_ title: String, _ row: Int, _ style: Style, on canvas: inout Canvas) {
    let columns = columns.title
    let shown = clipped(title, columns: columns.columns, ellipsis: glyphs.ellipsis)
    state.matched(shown.text).draw(
      on: &canvas, column: rect.left + columns.start, row: row, columns: columns.columns,
      style: style, matchStyle: theme.match, ellipsis: glyphs.ellipsis)
  }

  private func drawDecision(
    _ outcome: Decision.Outcome, _ row: Int, on canvas: inout Canvas
  ) {
    guard outcome != .undecided || marksUndecided else { return }
    let sign = glyphs.sign(of: outcome)
    let isWord = columns.hasStateWord && !outcome.word.isEmpty
    write(
      isWord ? "\(sign) \(outcome.word)" : sign, columns.state, row, theme.style(of: outcome),
      on: &canvas)
  }

  private func drawMovement(_ movement: Int?, _ row: Int, on canvas: inout Canvas) {
    guard let movement, movement != 0 else { return }
    let text = "\(movement > 0 ? glyphs.up : glyphs.down)\(movement.magnitude)"
    write(text, columns.movement, row, theme.faint, on: &canvas)
  }

  private func drawArea(_ area: Identifier?, _ row: Int, on canvas: inout Canvas) {
    guard let place = state.seen.event.focusAreas.firstIndex(where: { $0.id == area }) else {
      return
    }
    write(
      "\(glyphs.diamond) \(state.seen.event.focusAreas[place].short)", columns.area, row,
      theme.area(place), on: &canvas)
  }

  /// How many reviews, with a mark where they are few; nothing where they are hidden.
  private func drawCount(
    _ shown: RankingTable.Row, _ row: Int, _ text: Style, on canvas: inout Canvas
  ) {
    let count = shown.entry.summary.count
    if count == 0, shown.areOthersHidden { return }
    var mark = columns.score.start + columns.score.columns
    if let column = columns.count {
      mark = column.start + column.columns - 1
      let number = RankColumns.Column(start: column.start, columns: column.columns - 1)
      write("\(count)", number, row, text, .right, on: &canvas)
    }
    // No score says by itself that there is no review.
    guard shown.hasFewReviews, count > 0 || columns.count != nil else { return }
    canvas.write(glyphs.alert, column: rect.left + mark, row: row, style: theme.warning)
  }

  private func write(
    _ text: String, _ column: RankColumns.Column?, _ row: Int, _ style: Style,
    _ alignment: Alignment = .left, on canvas: inout Canvas
  ) {
    guard let column, !text.isEmpty else { return }
    let shown = clipped(text, columns: column.columns, ellipsis: glyphs.ellipsis)
    let indent = alignment == .right ? column.columns - shown.width : 0
    canvas.write(
      shown.text, column: rect.left + column.start + indent, row: row, style: style,
      limit: column.columns - indent)
  }
}
