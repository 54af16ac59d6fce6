import ReviewCore
import TerminalUI

/// The line in which one types what the list shows, over the bottom of the screen, with what can be
/// chosen above it.
struct FilterView {
  private let state: State
  private let line: FilterLine

  init(_ state: State, _ line: FilterLine) {
    self.state = state
    self.line = line
  }

  /// How many choices are on the screen at once.
  static func rows(in size: Size) -> Int { max(3, min(14, size.rows - 9)) }

  /// Draws the line and the choices; returns where the cursor stands.
  func draw(on canvas: inout Canvas) -> Position? {
    let (theme, size) = (state.theme, canvas.size)
    let rows = Self.rows(in: size) + 3
    let area = Rect(column: 0, row: size.rows - 1 - rows, columns: size.columns, rows: rows)
    canvas.fill(area, style: theme.text)
    drawRule(on: &canvas, area)
    let list = Rect(
      column: 1, row: area.top + 1, columns: area.columns - 2, rows: Self.rows(in: size))
    drawChoices(on: &canvas, list)
    let row = list.bottom
    let column = 1 + canvas.write("Filter: ", column: 1, row: row, style: theme.key)
    let field = Rect(
      column: column, row: row, columns: max(1, size.columns - column - 1), rows: 1)
    let cursor = line.field.draw(
      on: &canvas, column: field.left, row: row, columns: field.columns, glyphs: state.glyphs)
    if let problem = line.problem, let cursor {
      underline(problem, on: &canvas, field, cursor: cursor)
    }
    let note = self.note
    let shown = clipped(note.text, columns: size.columns - 2, ellipsis: state.glyphs.ellipsis)
    canvas.write(shown.text, column: 1, row: row + 1, style: note.style)
    return cursor
  }

  /// The line above, with how many proposals meet what is typed.
  private func drawRule(on canvas: inout Canvas, _ area: Rect) {
    let theme = state.theme
    let rule = Rect(column: 0, row: area.top, columns: area.columns, rows: 1)
    canvas.fill(rule, style: theme.line, character: Character(state.glyphs.horizontal))
    let total = state.seen.proposals.count
    guard let count = line.count else { return }
    let text = count == 0 ? " none of \(total) " : " \(count) of \(total) "
    canvas.write(
      text, column: rule.right - 2 - DisplayWidth.of(text), row: rule.top,
      style: count == 0 ? theme.warning : theme.text.with(.bold))
  }

  private func drawChoices(on canvas: inout Canvas, _ rect: Rect) {
    let theme = state.theme
    if line.choices.isEmpty {
      let text = line.problem == nil ? "Enter shows what holds these words." : ""
      canvas.write(text, column: rect.left, row: rect.top, style: theme.faint)
    }
    for (place, row) in line.window.visible.enumerated() {
      let isFirst = place == 0 || line.choices[row].group != line.choices[row - 1].group
      draw(
        line.choices[row], hasHeading: isFirst,
        isSelected: line.isChoosing && row == line.window.selection,
        on: &canvas,
        Rect(column: rect.left, row: rect.top + place, columns: rect.columns, rows: 1))
    }
    let mark = ScrollMark(
      offset: line.window.offset, count: line.window.count, height: rect.rows)
    mark.draw(
      on: &canvas, column: rect.right, row: rect.top, glyphs: state.glyphs, style: theme.faint)
  }

  private func draw(
    _ choice: FilterLine.Choice, hasHeading: Bool, isSelected: Bool, on canvas: inout Canvas,
    _ rect: Rect
  ) {
    let (theme, glyphs) = (state.theme, state.glyphs)
    // Only facets have groups; the column is as wide as the longest of their names.
    let start = choice.group.isEmpty ? rect.left : rect.left + 13
    if hasHeading, !choice.group.isEmpty {
      canvas.write(choice.group, column: rect.left, row: rect.top, style: theme.faint)
    }
    if choice.isOn {
      canvas.write(glyphs.check, column: start + 1, row: rect.top, style: theme.good.with(.bold))
    }
    let columns = min(choice.group.isEmpty ? 30 : 28, rect.right - start - 12)
    let label = clipped(choice.label, columns: max(1, columns), ellipsis: glyphs.ellipsis)
    MatchedText(label.text, ranges: FuzzyPattern(line.typed).ranges(in: label.text)).draw(
      on: &canvas, column: start + 3, row: rect.top, columns: max(1, columns),
      style: choice.isOn ? theme.text.with(.bold) : theme.text, matchStyle: theme.match,
      ellipsis: glyphs.ellipsis)
    let column = start + 3 + columns + 1
    if choice.group.isEmpty {
      let detail = clipped(
        choice.detail, columns: max(0, rect.right - 1 - column), ellipsis: glyphs.ellipsis)
      canvas.write(detail.text, column: column, row: rect.top, style: theme.faint)
    } else {
      canvas.write(
        padded(choice.detail, columns: 6, alignment: .right), column: column, row: rect.top,
        style: theme.faint)
    }
    guard isSelected else { return }
    canvas.write(glyphs.selection, column: start, row: rect.top, style: theme.current)
    let end = choice.group.isEmpty ? rect.right - 1 : min(rect.right - 1, column + 7)
    canvas.restyle(Rect(column: start + 1, row: rect.top, columns: end - start - 1, rows: 1)) {
      Style(attributes: $0.attributes.union(.reverse))
    }
  }

  /// Underlines what is wrong, as far as it is in sight.
  private func underline(
    _ problem: QueryError, on canvas: inout Canvas, _ field: Rect, cursor: Position
  ) {
    let characters = Array(line.field.text)
    func column(of index: Int) -> Int {
      let index = max(0, min(index, characters.count))
      let (low, high) = (min(index, line.field.cursor), max(index, line.field.cursor))
      let width = DisplayWidth.of(DisplayText.line(String(characters[low..<high])))
      return cursor.column + (index < line.field.cursor ? -width : width)
    }
    let from = max(field.left, column(of: problem.column - 1))
    let to = min(
      field.right, max(from + 1, column(of: problem.column - 1 + problem.length)))
    guard from < to else { return }
    canvas.restyle(Rect(column: from, row: field.top, columns: to - from, rows: 1)) { _ in
      state.theme.bad.with(.underline)
    }
  }

  /// What is wrong, or what can be typed.
  private var note: (text: String, style: Style) {
    let theme = state.theme
    if let remark = line.remark { return (remark, theme.bad) }
    if let problem = line.problem { return (problem.description, theme.bad) }
    return (
      "is:unscored  my:>=4  -tag:kafka  (iceberg OR delta)  speaker:\"…\"; or choose above",
      theme.faint
    )
  }
}
