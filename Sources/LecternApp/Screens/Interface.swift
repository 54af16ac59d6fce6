package import TerminalUI

/// Draws the interface: a state in, a frame out.
package enum Interface {
  /// A frame, and where the cursor stands in it; nil hides it.
  package struct Frame: Equatable, Sendable {
    /// The cells.
    package let canvas: Canvas
    /// The cursor.
    package let cursor: Position?
  }

  /// Draws a state. The work does not grow with the number of proposals.
  ///
  /// - Parameter isASCII: whether the terminal shows ASCII only.
  package static func draw(_ state: State, isASCII: Bool = false) -> Frame {
    var canvas = Canvas(size: state.size, isASCII: isASCII)
    guard ReviewLayout.hasRoom(state.size) else {
      drawTooSmall(on: &canvas, state.keys)
      return Frame(canvas: canvas, cursor: nil)
    }
    let layout = state.layout
    HeaderView(state).draw(on: &canvas, in: layout.header)
    switch state.screen {
    case .review: ReviewView(state).draw(on: &canvas, layout)
    case .compare: CompareView(state).draw(on: &canvas)
    case .rank: RankView(state).draw(on: &canvas)
    case .shortlist: ShortlistView(state).draw(on: &canvas)
    case .insights: InsightsView(state).draw(on: &canvas)
    case .committee: CommitteeView(state).draw(on: &canvas)
    }
    StatusView(state).draw(on: &canvas, in: layout.status)
    HintView(state).draw(on: &canvas, in: layout.hints)
    if let prefix = state.prefix { PrefixView(state, prefix).draw(on: &canvas) }
    if state.overlays.last?.floats == true {
      let body = Rect(
        column: 0, row: layout.status.top, columns: state.size.columns,
        rows: layout.hints.top - layout.status.top)
      // Without colours only the attribute tells what steps back.
      let line = state.theme.line
      let veil = line.foreground == nil ? line.with(.dim) : line
      canvas.restyle(body) { _ in veil }
    }
    let cursor = drawOverlay(state, on: &canvas)
    return Frame(canvas: canvas, cursor: cursor)
  }

  private static func drawOverlay(_ state: State, on canvas: inout Canvas) -> Position? {
    switch state.overlays.last {
    case .prompt(let prompt): return PromptView(state, prompt).draw(on: &canvas)
    case .search(let line): return SearchView(state, line).draw(on: &canvas)
    case .filter(let line): return FilterView(state, line).draw(on: &canvas)
    case .note(let editor): return NoteView(state, editor).draw(on: &canvas)
    case .thread(let page): return ThreadView(state, page).draw(on: &canvas)
    case .menu(let menu): return MenuView(state, menu).draw(on: &canvas)
    case .help(let page): return HelpView(state, page).draw(on: &canvas)
    case .page(let page): PageView(state, page).draw(on: &canvas)
    case .rescue(let page): RescueView(state, page).draw(on: &canvas)
    case .form(let form): return FormView(state, form).draw(on: &canvas)
    case .export(let dialog): return ExportView(state, dialog).draw(on: &canvas)
    case nil: break
    }
    return nil
  }

  private static func drawTooSmall(on canvas: inout Canvas, _ keys: KeyMap) {
    let least = ReviewLayout.minimum
    let lines = wrap(
      "Please make me larger: \(least.columns) columns and \(least.rows) rows. "
        + "Nothing is lost; \(keys.words(for: .quit, in: .reading)) leaves.",
      columns: max(1, canvas.size.columns))
    let top = max(0, (canvas.size.rows - lines.count) / 2)
    for (row, line) in lines.enumerated() { canvas.write(line, column: 0, row: top + row) }
  }
}
