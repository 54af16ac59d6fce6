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
    var column = rect.left + 1
    for hint in state.keys.hints(in: state.context) {
      let key = label(of: hint)
      let width = DisplayWidth.of(key) + 1 + DisplayWidth.of(hint.name)
      guard column + width < statusColumn - 1 else { break }
      column += canvas.write(key, column: column, row: rect.top, style: theme.key)
      column += canvas.write(" \(hint.name)", column: column, row: rect.top, style: theme.faint) + 2
    }
  }

  /// The digits stand for the whole scale.
  private func label(of hint: KeyBinding) -> String {
    guard hint.hasDigits else { return hint.label }
    let scale = state.seen.rubric.scale
    return scale.isOneDigit ? "\(Int(scale.low))-\(Int(scale.high))" : "0-9"
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
