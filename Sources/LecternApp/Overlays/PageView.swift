import TerminalUI

/// A page of text in a frame over the screen.
struct PageView {
  private let state: State
  private let title: String
  private let lines: [StyledLine]
  private let offset: Int
  /// The rows above the text that belong to somebody else.
  private let headRows: Int

  init(_ state: State, title: String, lines: [StyledLine], offset: Int, headRows: Int = 0) {
    self.state = state
    self.title = title
    self.lines = lines
    self.offset = offset
    self.headRows = headRows
  }

  init(_ state: State, _ page: Page) {
    self.init(state, title: page.title, lines: page.lines, offset: page.offset)
  }

  /// How many lines are on the screen at once.
  static func rows(in size: Size) -> Int { max(1, size.rows - 6) }

  /// How wide the lines are.
  static func columns(in size: Size) -> Int { max(20, min(84, size.columns - 8)) }

  /// Draws the page; returns where its lines stand.
  @discardableResult
  func draw(on canvas: inout Canvas) -> Rect {
    let theme = state.theme
    let columns = Self.columns(in: canvas.size)
    // What is typed makes the text shorter, not the frame.
    let rows =
      headRows > 0
      ? Self.rows(in: canvas.size) : min(Self.rows(in: canvas.size), max(1, lines.count))
    let height = rows + headRows + 2
    let rect = Rect(
      column: (canvas.size.columns - columns - 4) / 2,
      row: max(1, (canvas.size.rows - height - 1) / 2), columns: columns + 4, rows: height)
    canvas.fill(rect, style: theme.text)
    let box = Box(title: title, style: theme.line, titleStyle: theme.title)
    let inside = box.draw(on: &canvas, in: rect, glyphs: state.glyphs).inset(columns: 1)
    let (_, text) = inside.splitTop(headRows)
    for (line, words) in lines.dropFirst(offset).prefix(text.rows).enumerated() {
      words.draw(on: &canvas, column: text.left, row: text.top + line, limit: text.columns)
    }
    if offset + text.rows < lines.count {
      let more = " more \(state.glyphs.down) "
      canvas.write(
        more, column: rect.right - 3 - DisplayWidth.of(more), row: rect.bottom - 1,
        style: theme.key)
    }
    return text
  }
}
