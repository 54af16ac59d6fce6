import ReviewCore
import TerminalUI

/// A list to choose from, in a frame over the screen.
struct MenuView {
  private let state: State
  private let menu: Menu

  init(_ state: State, _ menu: Menu) {
    self.state = state
    self.menu = menu
  }

  /// How many items are on the screen at once.
  static func rows(in size: Size, of menu: Menu) -> Int {
    max(1, min(menu.items.count, size.rows - 4 - headRows(of: menu)))
  }

  /// The rows above the items: the line that is typed, or the note.
  private static func headRows(of menu: Menu) -> Int {
    menu.field != nil || menu.note != nil ? 2 : 0
  }

  /// Where a menu stands: its height does not change while it is made shorter.
  static func rect(in size: Size, of menu: Menu) -> Rect {
    let isWide = menu.field != nil || menu.purpose == .otherTalks
    let columns = min(isWide ? 84 : 56, size.columns - 4)
    let rows = rows(in: size, of: menu) + 2 + headRows(of: menu)
    return Rect(
      column: (size.columns - columns) / 2, row: max(1, (size.rows - rows) / 2),
      columns: columns, rows: rows)
  }

  /// The first row of the items.
  static func firstRow(in size: Size, of menu: Menu) -> Int {
    rect(in: size, of: menu).top + 1 + headRows(of: menu)
  }

  /// Draws the menu; returns where the cursor stands in what is typed.
  func draw(on canvas: inout Canvas) -> Position? {
    let (theme, glyphs) = (state.theme, state.glyphs)
    let rect = Self.rect(in: canvas.size, of: menu)
    canvas.fill(rect, style: theme.text)
    let box = Box(title: menu.title, style: theme.line, titleStyle: theme.title)
    let inside = box.draw(on: &canvas, in: rect, glyphs: glyphs).inset(columns: 1)
    var cursor: Position?
    if let field = menu.field {
      canvas.write(glyphs.prompt, column: inside.left, row: inside.top, style: theme.key)
      cursor = field.draw(
        on: &canvas, column: inside.left + 2, row: inside.top, columns: inside.columns - 2,
        glyphs: glyphs)
    }
    if let note = menu.note {
      let shown = clipped(note, columns: inside.columns, ellipsis: glyphs.ellipsis)
      let row = menu.field == nil ? inside.top : inside.top + 1
      canvas.write(shown.text, column: inside.left, row: row, style: theme.faint)
    }
    let first = Self.firstRow(in: canvas.size, of: menu)
    let pattern = menu.pattern
    for (line, place) in menu.window.visible.enumerated() {
      draw(
        menu.items[menu.shown[place]], pattern, isSelected: place == menu.window.selection,
        on: &canvas,
        Rect(column: inside.left, row: first + line, columns: inside.columns, rows: 1))
    }
    if menu.shown.isEmpty {
      canvas.write(
        "Nothing matches; Esc closes", column: inside.left + 2, row: first, style: theme.faint)
    }
    let mark = ScrollMark(
      offset: menu.window.offset, count: menu.window.count, height: menu.window.height)
    mark.draw(
      on: &canvas, column: rect.right - 1, row: first, glyphs: glyphs, style: theme.faint)
    return cursor
  }

  private func draw(
    _ item: Menu.Item, _ pattern: FuzzyPattern, isSelected: Bool, on canvas: inout Canvas,
    _ rect: Rect
  ) {
    let (theme, glyphs) = (state.theme, state.glyphs)
    let detail = clipped(item.detail, columns: rect.columns / 3, ellipsis: glyphs.ellipsis)
    let detailColumn = rect.right - 1 - detail.width
    let room = max(1, detailColumn - rect.left - 5)
    let isOn = item.isOn && item.detail != glyphs.up && item.detail != glyphs.down
    if isOn { canvas.write(glyphs.check, column: rect.left + 2, row: rect.top, style: theme.good) }
    let label = clipped(item.label, columns: room, ellipsis: glyphs.ellipsis)
    let ranges = pattern.ranges(in: label.text)
    MatchedText(label.text, ranges: ranges).draw(
      on: &canvas, column: rect.left + 4, row: rect.top, columns: room, style: theme.text,
      matchStyle: theme.match, ellipsis: glyphs.ellipsis)
    canvas.write(detail.text, column: detailColumn, row: rect.top, style: theme.faint)
    guard isSelected else { return }
    canvas.write(glyphs.selection, column: rect.left, row: rect.top, style: theme.current)
    canvas.restyle(
      Rect(column: rect.left + 1, row: rect.top, columns: rect.columns - 1, rows: 1),
      adding: .reverse)
  }
}
