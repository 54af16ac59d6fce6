import ReviewCore
import TerminalUI

/// The list of proposals: only the rows that are on the screen.
struct ListView {
  private let state: State

  init(_ state: State) { self.state = state }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let window = state.list.window
    for (line, row) in window.visible.enumerated() where line < rect.rows {
      draw(
        state.seen.proposals[state.list.rows[row]], isSelected: row == window.selection,
        on: &canvas,
        in: Rect(column: rect.left, row: rect.top + line, columns: rect.columns, rows: 1))
    }
    if state.list.rows.isEmpty { drawEmpty(on: &canvas, in: rect) }
    let mark = ScrollMark(offset: window.offset, count: window.count, height: rect.rows)
    mark.draw(
      on: &canvas, column: state.layout.divider ?? rect.right - 1, row: rect.top,
      glyphs: state.glyphs, style: state.theme.faint)
  }

  private func drawEmpty(on canvas: inout Canvas, in rect: Rect) {
    let text =
      state.list.isFiltered
      ? state.nothingMeetsTheFilter
      : state.noProposals
    for (line, words) in wrap(text, columns: max(1, rect.columns - 4)).enumerated() {
      canvas.write(
        words, column: rect.left + 2, row: rect.top + 1 + line, style: state.theme.faint)
    }
  }

  /// One row: selection, state, title, focus area, my score; each at its own column, so that one
  /// that is drawn too wide shifts nothing.
  private func draw(
    _ seen: SeenProposal, isSelected: Bool, on canvas: inout Canvas, in rect: Rect
  ) {
    let (theme, glyphs) = (state.theme, state.glyphs)
    let place = state.seen.event.focusAreas.firstIndex { $0.id == seen.proposal.focusAreas.first }
    let areaColumns = rect.columns >= 44 ? min(widestArea, max(10, rect.columns / 5)) : 0
    let scoreColumn = rect.right - 5
    let areaColumn = scoreColumn - 1 - (areaColumns > 0 ? areaColumns + 2 : 0)
    let titleColumn = rect.left + 5
    let isDone = !seen.myState.isUnscored || seen.proposal.isWithdrawn
    let textStyle = isDone && !isSelected ? theme.faint : theme.text

    if isSelected {
      canvas.write(glyphs.selection, column: rect.left, row: rect.top, style: theme.current)
    }
    if state.list.marks.contains(seen.id) {
      canvas.write(glyphs.check, column: rect.left + 1, row: rect.top, style: theme.key)
    } else if state.personal.bookmarks.contains(seen.id) {
      canvas.write(glyphs.star, column: rect.left + 1, row: rect.top, style: theme.warning)
    }
    canvas.write(mark(of: seen), column: rect.left + 2, row: rect.top, style: textStyle)
    if seen.isStale {
      canvas.write(glyphs.alert, column: rect.left + 3, row: rect.top, style: theme.warning)
    }
    if state.hasUnread(seen) {
      // Beside the state, or beside the sign that the text changed.
      canvas.write(
        glyphs.unread, column: rect.left + (seen.isStale ? 4 : 3), row: rect.top,
        style: theme.key)
    }
    let room = max(1, areaColumn - 1 - titleColumn)
    let title = clipped(seen.proposal.title, columns: room, ellipsis: glyphs.ellipsis)
    state.matched(title.text).draw(
      on: &canvas, column: titleColumn, row: rect.top, columns: room,
      style: isSelected ? theme.text.with(.bold) : textStyle, matchStyle: theme.match,
      ellipsis: glyphs.ellipsis)
    if areaColumns > 0, let place {
      let name = clipped(
        state.seen.event.focusAreas[place].short, columns: areaColumns,
        ellipsis: DisplayWidth.of(glyphs.ellipsis) == 1 ? glyphs.ellipsis : "")
      canvas.write(
        "\(glyphs.diamond) \(name.text)", column: areaColumn, row: rect.top,
        style: theme.area(place))
    }
    canvas.write(
      padded(score(of: seen), columns: 4, alignment: .right), column: scoreColumn, row: rect.top,
      style: textStyle)
    if isSelected {
      let row = Rect(
        column: rect.left + 1, row: rect.top, columns: rect.columns - 1, rows: 1)
      canvas.restyle(row) { Style(attributes: $0.attributes.union(.reverse)) }
    }
  }

  /// The widest short name of an area.
  private var widestArea: Int {
    state.seen.event.focusAreas.map { DisplayWidth.of($0.short) }.max() ?? 0
  }

  private func mark(of seen: SeenProposal) -> String {
    let glyphs = state.glyphs
    if seen.proposal.isWithdrawn { return glyphs.times }
    return switch seen.myState {
    case .unread: glyphs.empty
    case .draft: glyphs.half
    case .scored: glyphs.full
    case .abstained, .skipped: glyphs.dotted
    case .conflict: glyphs.barred
    }
  }

  private func score(of seen: SeenProposal) -> String {
    if seen.proposal.isWithdrawn { return "gone" }
    return switch seen.myState {
    case .unread: ""
    case .draft, .scored:
      seen.myComposite(by: state.seen.rubric)?.formatted(decimals: 1) ?? ""
    case .abstained: "abs"
    case .conflict: "coi"
    case .skipped: "skip"
    }
  }
}
