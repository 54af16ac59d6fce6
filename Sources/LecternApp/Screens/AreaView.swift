import ReviewCore
import TerminalUI

/// How far the viewer is in each focus area.
struct AreaView {
  private let state: State

  init(_ state: State) { self.state = state }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard rect.rows > 1 else { return }
    let (theme, glyphs) = (state.theme, state.glyphs)
    let line = Rect(column: rect.left, row: rect.top, columns: rect.columns, rows: 1)
    canvas.fill(line, style: theme.line, character: Character(glyphs.horizontal))
    canvas.write(" Focus areas  < > ", column: rect.left + 1, row: rect.top, style: theme.faint)
    for (place, area) in state.seen.event.focusAreas.prefix(rect.rows - 1).enumerated() {
      let row = rect.top + 1 + place
      let isShown = state.list.area == area.id
      if isShown {
        canvas.write(glyphs.selection, column: rect.left, row: row, style: theme.current)
      }
      let count = state.progress.byArea[area.id] ?? Progress.Count()
      let numbers = "\(count.judged) of \(count.total)"
      let numberColumn = rect.right - 2 - DisplayWidth.of(numbers)
      let bar = min(16, rect.columns / 3)
      let barColumn = rect.right - 13 - bar
      let name = clipped(
        area.short, columns: max(1, barColumn - rect.left - 5), ellipsis: glyphs.ellipsis)
      canvas.write(
        "\(glyphs.diamond) \(name.text)", column: rect.left + 2, row: row,
        style: isShown ? theme.area(place).with(.bold) : theme.area(place))
      Gauge(count.judged, of: count.total).draw(
        on: &canvas, column: barColumn, row: row, columns: bar, glyphs: glyphs,
        style: theme.area(place))
      canvas.write(glyphs.rightEdge, column: barColumn + bar, row: row, style: theme.line)
      canvas.write(numbers, column: numberColumn, row: row, style: theme.faint)
    }
  }
}
