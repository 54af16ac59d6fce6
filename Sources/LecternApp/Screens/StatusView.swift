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
    var column = rect.left + 1
    for (place, chip) in chips.enumerated() {
      // A chip of which nothing could be read is left out.
      let isCut = DisplayWidth.of(chip.text) > rect.right - column - 4
      if place > 0, isCut, rect.right - column < 20 { break }
      let mark = place == 0 ? " " : "\(glyphs.separator) "
      column += canvas.write(mark, column: column, row: rect.top, style: theme.line)
      let room = max(4, rect.right - column - 2)
      let shown = clipped(chip.text, columns: room, ellipsis: glyphs.ellipsis)
      column += canvas.write("\(shown.text) ", column: column, row: rect.top, style: chip.style)
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
    guard !state.faults.isEmpty else { return }
    let word = state.faults.count == 1 ? "fault" : "faults"
    let text = " \(state.glyphs.alert) \(state.faults.count) \(word) "
    let column = rect.right - DisplayWidth.of(text) - 2
    canvas.write(text, column: column, row: rect.top, style: state.theme.warning)
  }

  private func style(of kind: Toast.Kind) -> Style {
    switch kind {
    case .done: state.theme.good.with(.bold)
    case .note: state.theme.key
    case .problem: state.theme.bad
    }
  }

  private var chips: [State.Chip] {
    switch state.screen {
    case .rank: state.rankChips
    case .shortlist: state.shortlistChips
    case .committee: committeeChips
    case .review: listChips
    }
  }

  /// How many members and chairs there are.
  private var committeeChips: [State.Chip] {
    let committee = state.seen.event.committee
    let chairs = committee.count { $0.isChair }
    let members = committee.count == 1 ? "1 member" : "\(committee.count) members"
    let chips = [members, chairs == 1 ? "1 chair" : "\(chairs) chairs"]
    return chips.map { (text: $0, style: state.theme.text) }
  }

  /// The filter as chips, then how many are shown.
  private var listChips: [State.Chip] {
    let (theme, list) = (state.theme, state.list)
    var chips: [(String, Style)] = []
    if list.query != .everything { chips.append((list.query.text.trimmed, theme.key)) }
    if let area = list.area {
      let place = state.seen.event.focusAreas.firstIndex { $0.id == area }
      let name = place.map { state.seen.event.focusAreas[$0].short } ?? area.text
      chips.append(("\(state.glyphs.diamond) \(name)", theme.area(place)))
    }
    if list.order != .queue {
      let arrow = list.order.isReversed ? state.glyphs.down : state.glyphs.up
      chips.append(("by \(list.order.key.short) \(arrow)", theme.text))
    }
    if !list.marks.isEmpty { chips.append(("\(list.marks.count) marked", theme.key)) }
    let total = state.seen.proposals.count
    let count = list.rows.count
    if count == 0 {
      chips.append((list.isFiltered ? "none of \(total)" : "no proposals", theme.warning))
    } else {
      let all = list.isFiltered ? "\(count) of \(total)" : "\(total) proposals"
      chips.append((all, theme.text))
    }
    return chips.map { (text: $0.0, style: $0.1) }
  }
}
