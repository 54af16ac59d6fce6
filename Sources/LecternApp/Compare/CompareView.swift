import ReviewAnalysis
import ReviewCore
import TerminalUI

/// The screen Compare: two proposals side by side, or one of the two where there is no more room.
struct CompareView {
  private let state: State
  private var theme: Theme { state.theme }
  private var glyphs: Glyphs { state.glyphs }

  init(_ state: State) { self.state = state }

  func draw(on canvas: inout Canvas) {
    let layout = CompareLayout(canvas.size)
    let words = CompareWords(compare: state.compare, seen: state.seen)
    guard let pair = state.compare.pair else { return drawInstead(words, on: &canvas, layout) }
    for (place, rect) in layout.texts.enumerated() {
      let pane = layout.isWide ? place : state.compare.showsRight ? 1 : 0
      draw(state.compare.panes[pane], on: &canvas, in: rect, layout)
    }
    if layout.isWide {
      drawDivider(on: &canvas, layout)
    } else {
      drawNames(pair, on: &canvas, layout)
    }
    drawDock(words, on: &canvas, layout)
  }

  private func draw(
    _ pane: ReadingPane, on canvas: inout Canvas, in rect: Rect, _ layout: CompareLayout
  ) {
    for (line, text) in pane.lines.dropFirst(pane.offset).prefix(rect.rows).enumerated() {
      text.draw(on: &canvas, column: rect.left, row: rect.top + line, limit: rect.columns)
    }
    let isLeft = layout.isWide && rect == layout.texts[0]
    let edge = isLeft ? (layout.divider ?? 1) - 1 : canvas.size.columns - 1
    ScrollMark(offset: pane.offset, count: pane.lines.count, height: rect.rows).draw(
      on: &canvas, column: edge, row: rect.top, glyphs: glyphs, style: theme.faint)
  }

  private func drawDivider(on canvas: inout Canvas, _ layout: CompareLayout) {
    guard let divider = layout.divider else { return }
    for row in layout.body.top..<layout.dock.top {
      canvas.write(glyphs.vertical, column: divider, row: row, style: theme.line)
    }
  }

  /// Both titles, the one that is shown marked.
  private func drawNames(
    _ pair: CompareScreen.ShownPair, on canvas: inout Canvas, _ layout: CompareLayout
  ) {
    let names = layout.names
    for (place, id) in pair.both.enumerated() {
      let isShown = state.compare.showsRight == (place == 1)
      let row = names.top + place
      if isShown {
        canvas.write(glyphs.selection, column: names.left, row: row, style: theme.current)
      }
      let label = place == 0 ? "Left  " : "Right "
      let used = canvas.write(label, column: names.left + 2, row: row, style: theme.key)
      let title = clipped(
        state.seen.proposal(id)?.proposal.title ?? id.text,
        columns: max(1, names.columns - used - 3), ellipsis: glyphs.ellipsis)
      canvas.write(
        title.text, column: names.left + 2 + used, row: row,
        style: isShown ? theme.title : theme.faint)
    }
    let rule = Rect(column: names.left, row: names.top + 2, columns: names.columns, rows: 1)
    canvas.fill(rule, style: theme.line, character: Character(glyphs.horizontal))
  }

  private func drawDock(
    _ words: CompareWords, on canvas: inout Canvas, _ layout: CompareLayout
  ) {
    let dock = layout.dock
    let rule = Rect(column: dock.left, row: dock.top, columns: dock.columns, rows: 1)
    canvas.fill(rule, style: theme.line, character: Character(glyphs.horizontal))
    canvas.write(" Which is better? ", column: dock.left + 1, row: dock.top, style: theme.title)
    if let divider = layout.divider {
      canvas.write(glyphs.teeUp, column: divider, row: dock.top, style: theme.line)
    }
    for (line, text) in [(words.why, theme.text), (words.settled, theme.faint)].enumerated() {
      let room = dock.columns - 3
      let fitting = text.0.first { DisplayWidth.of($0) <= room } ?? text.0.last ?? ""
      let shown = clipped(fitting, columns: room, ellipsis: glyphs.ellipsis)
      canvas.write(shown.text, column: dock.left + 2, row: dock.top + 1 + line, style: text.1)
    }
  }

  private func drawInstead(
    _ words: CompareWords, on canvas: inout Canvas, _ layout: CompareLayout
  ) {
    let isPending =
      state.compare.next == nil && state.seen.viewer != nil && !state.seen.proposals.isEmpty
    let text = (words.instead ?? "") + (isPending ? glyphs.ellipsis : "")
    let columns = min(state.measure, canvas.size.columns - 4)
    var row = layout.body.top + 1
    for line in wrap(text, columns: columns) {
      canvas.write(line, column: 2, row: row, style: theme.faint)
      row += 1
    }
    guard let next = state.compare.next, next.nearCount > 0 else { return }
    for line in wrap(words.settled.first ?? "", columns: columns) {
      canvas.write(line, column: 2, row: row + 1, style: theme.faint)
      row += 1
    }
  }
}

extension State {
  /// Whether a key says something of the pair on the screen.
  func saysWhichIsBetter(_ command: Command) -> Bool {
    if case .answer = command { return true }
    return screen == .compare && command == .skip
  }

  /// Chooses which of the two is shown, where there is room for one. A click says nothing of them.
  mutating func clickPair(at position: Position) -> [Effect] {
    let names = CompareLayout(size).names
    guard compare.pair != nil, names.contains(position), position.row < names.top + 2 else {
      return []
    }
    compare.showsRight = position.row == names.top + 1
    return []
  }
}
