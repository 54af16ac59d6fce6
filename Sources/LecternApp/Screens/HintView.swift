import ReviewCore
import TerminalUI

/// The line at the bottom: what the keys do here, and whether all is saved.
struct HintView {
  private let state: State

  init(_ state: State) { self.state = state }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let theme = state.theme
    let status = saveStatus
    let statusColumn = rect.right - DisplayWidth.of(status.text) - 1
    canvas.write(status.text, column: statusColumn, row: rect.top, style: status.style)
    for entry in Self.line(state, in: rect).entries {
      let used = canvas.write(
        entry.hint.label, column: entry.column, row: rect.top, style: theme.key)
      canvas.write(
        " \(entry.hint.name)", column: entry.column + used, row: rect.top, style: theme.faint)
    }
  }

  /// The hints with their places.
  static func line(_ state: State, in rect: Rect) -> HintLine {
    let status = HintView(state).saveStatus.text
    return HintLine(
      state.hints, from: rect.left + 1, to: rect.right - DisplayWidth.of(status) - 3)
  }

  private var saveStatus: (text: String, style: Style) {
    let theme = state.theme
    if state.saving.failure != nil || state.deciding.failure != nil {
      return ("NOT SAVED, trying again", theme.bad)
    }
    if !state.isSaved { return ("saving", theme.faint) }
    if state.saving.revision + state.deciding.revision > 0 {
      return ("saved \(state.glyphs.check)", theme.good)
    }
    return ("", theme.faint)
  }
}
