import ReviewCore
import TerminalUI

/// A discussion in a frame over the screen.
struct ThreadView {
  private let state: State
  private let page: ThreadPage

  init(_ state: State, _ page: ThreadPage) {
    self.state = state
    self.page = page
  }

  /// Draws what was said and what is written; returns where the cursor stands while one writes.
  func draw(on canvas: inout Canvas) -> Position? {
    let (theme, glyphs) = (state.theme, state.glyphs)
    let layout = ThreadLayout(
      canvas.size, lines: page.lines.count, isWriting: page.isWriting)
    canvas.fill(layout.frame, style: theme.text)
    let title = clipped(
      DisplayText.line(state.seen.proposal(page.proposal)?.proposal.title ?? "Discussion"),
      columns: max(8, layout.frame.columns - 20), ellipsis: glyphs.ellipsis)
    let box = Box(
      title: "Discussion: \(title.text)", style: theme.line, titleStyle: theme.title)
    _ = box.draw(on: &canvas, in: layout.frame, glyphs: glyphs)
    drawEntries(on: &canvas, layout)
    let rule = Rect(
      column: layout.frame.left + 1, row: layout.rule, columns: layout.frame.columns - 2, rows: 1)
    canvas.fill(rule, style: theme.line, character: Character(glyphs.horizontal))
    drawRule(on: &canvas, rule)
    return drawEditor(on: &canvas, layout.editor)
  }

  private func drawEntries(on canvas: inout Canvas, _ layout: ThreadLayout) {
    let (theme, text) = (state.theme, layout.text)
    if page.entries.isEmpty {
      for (line, words) in wrap(nothing, columns: text.columns).prefix(text.rows).enumerated() {
        canvas.write(words, column: text.left, row: text.top + line, style: theme.faint)
      }
      return
    }
    let selected = page.selection.map { page.places[$0] } ?? 0..<0
    for (line, words) in page.lines.dropFirst(page.offset).prefix(text.rows).enumerated() {
      if selected.contains(page.offset + line), !page.isWriting {
        canvas.write(
          state.glyphs.selection, column: text.left - 2, row: text.top + line,
          style: theme.current)
      }
      words.draw(on: &canvas, column: text.left, row: text.top + line, limit: text.columns)
    }
    ScrollMark(offset: page.offset, count: page.lines.count, height: text.rows).draw(
      on: &canvas, column: layout.frame.right - 1, row: text.top, glyphs: state.glyphs,
      style: theme.faint)
  }

  /// Why there is nothing to read.
  private var nothing: String {
    guard let seen = state.seen.proposal(page.proposal) else {
      return "The proposal is not in the folder any more."
    }
    return state.seen.reasonForHiding(seen) ?? "Nobody has said anything yet."
  }

  /// What is wrong with what is written, or what else the reader should know.
  private func drawRule(on canvas: inout Canvas, _ rule: Rect) {
    let theme = state.theme
    let note: (text: String, style: Style)? =
      if let problem = page.editor.problem {
        (problem, theme.bad)
      } else if !page.entries.isEmpty, let seen = state.seen.proposal(page.proposal),
        let reason = state.seen.reasonForHiding(seen)
      {
        (reason, theme.faint)
      } else {
        page.isWriting ? (NoteKind.remark.readers, theme.faint) : nil
      }
    guard let note else { return }
    let shown = clipped(
      note.text, columns: rule.columns - 5, ellipsis: state.glyphs.ellipsis)
    canvas.write(" \(shown.text) ", column: rule.left + 2, row: rule.top, style: note.style)
  }

  private func drawEditor(on canvas: inout Canvas, _ rect: Rect) -> Position? {
    let (theme, glyphs) = (state.theme, state.glyphs)
    canvas.write(glyphs.prompt, column: rect.left - 2, row: rect.top, style: theme.key)
    if page.isWriting {
      return page.editor.area.draw(on: &canvas, in: rect, glyphs: glyphs, style: theme.text)
    }
    let line = page.editor.area.text.split(separator: "\n").first.map(String.init)
    let text = line.map { "Draft: \($0)" } ?? invitation
    let shown = clipped(DisplayText.line(text), columns: rect.columns, ellipsis: glyphs.ellipsis)
    canvas.write(shown.text, column: rect.left, row: rect.top, style: theme.faint)
    return nil
  }

  private var invitation: String {
    state.seen.refusal(ofRemarkOn: page.proposal).map { "You cannot answer: \($0)." }
      ?? "Enter says something"
  }
}
