import ReviewCore
import TerminalUI

/// The line under the header: what the list shows, or a message.
struct StatusView {
  private let state: State

  init(_ state: State) { self.state = state }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let (theme, glyphs) = (state.theme, state.glyphs)
    canvas.fill(rect, style: theme.line, character: Character(glyphs.horizontal))
    if state.screen == .review, let divider = state.layout.divider {
      canvas.write(glyphs.teeDown, column: divider, row: rect.top, style: theme.line)
    }
    if let toast = state.toast {
      let shown = clipped(toast.text, columns: rect.columns - 4, ellipsis: glyphs.ellipsis)
      canvas.write(
        " \(shown.text) ", column: rect.left + 1, row: rect.top, style: style(of: toast.kind))
      return
    }
    if let hint = state.introduction {
      IntroductionView(state, hint).draw(on: &canvas, in: rect)
      return
    }
    var column = rect.left + 1
    let right = state.work == nil ? faultMark.map(DisplayWidth.of) ?? 0 : rect.columns / 2
    let shown = StatusChips(state).chips(columns: rect.columns - 2 - right)
    for (place, chip) in shown.enumerated() {
      let mark = place == 0 ? " " : "\(glyphs.separator) "
      column += canvas.write(mark, column: column, row: rect.top, style: theme.line)
      column += canvas.write("\(chip.text) ", column: column, row: rect.top, style: chip.style)
    }
    if let work = state.work {
      drawWork(work, on: &canvas, in: rect)
    } else {
      drawFaultMark(on: &canvas, in: rect)
    }
  }

  /// How far the work beside the interface is, at the right.
  private func drawWork(_ work: Work, on canvas: inout Canvas, in rect: Rect) {
    let (theme, glyphs) = (state.theme, state.glyphs)
    let name = clipped(work.name, columns: rect.columns / 3, ellipsis: glyphs.ellipsis)
    let share = work.total > 0 ? " \(min(100, work.done * 100 / work.total)) %" : ""
    let bar =
      work.total > 0 ? Gauge(work.done, of: work.total).text(columns: 10, glyphs: glyphs) : ""
    let text = " \(name.text) \(bar)\(share) "
    let stop = "Esc stops "
    let column = rect.right - 1 - DisplayWidth.of(text) - DisplayWidth.of(stop)
    let used = canvas.write(text, column: column, row: rect.top, style: theme.text)
    canvas.write(stop, column: column + used, row: rect.top, style: theme.key)
  }

  /// What could not be read stays in sight as long as it is so.
  private func drawFaultMark(on canvas: inout Canvas, in rect: Rect) {
    guard let text = faultMark else { return }
    let column = rect.right - DisplayWidth.of(text) - 2
    canvas.write(text, column: column, row: rect.top, style: state.theme.warning)
  }

  private var faultMark: String? {
    guard !state.faults.isEmpty else { return nil }
    let word = state.faults.count == 1 ? "fault" : "faults"
    return " \(state.glyphs.alert) \(state.faults.count) \(word) "
  }

  private func style(of kind: Toast.Kind) -> Style {
    switch kind {
    case .done: state.theme.good.with(.bold)
    case .note: state.theme.key
    case .problem: state.theme.bad
    }
  }
}
