import ReviewAnalysis
import ReviewCore
import TerminalUI

/// The screen Committee: one list of sections, and below what there is to know of the selected row.
struct CommitteeView {
  private let state: State
  private let sections: SectionedView

  init(_ state: State) {
    self.state = state
    sections = SectionedView(state: state, roomy: 22)
  }

  /// Where the rows stand.
  func rows(in size: Size) -> Rect { sections.rows(in: size) }

  func draw(on canvas: inout Canvas) {
    let layout = CommitteeColumns(columns: canvas.size.columns)
    sections.draw(state.committee.rows, details: details(in: canvas.size), on: &canvas) {
      canvas, row, isSelected, line in
      draw(row, isSelected: isSelected, on: &canvas, row: line, layout)
    }
  }

  private func details(in size: Size) -> [String] {
    let separator = " \(state.glyphs.separator) "
    let details = CommitteeDetails(state)
    return sections.detailRows(in: size) > 1
      ? details.lines.map { $0.joined(separator: separator) }
      : [details.mostWanted.joined().joined(separator: separator)]
  }

  private func draw(
    _ row: CommitteeRow, isSelected: Bool, on canvas: inout Canvas, row line: Int,
    _ layout: CommitteeColumns
  ) {
    let (theme, event) = (state.theme, state.seen.event)
    switch row {
    case .blank: return
    case .heading(.members): MemberRowView(state, layout).drawHeading(on: &canvas, row: line)
    case .heading(let section):
      canvas.write(section.rawValue, column: 1, row: line, style: theme.title)
    case .note(let text):
      let shown = clipped(
        text, columns: canvas.size.columns - 4, ellipsis: state.glyphs.ellipsis)
      canvas.write(shown.text, column: 2, row: line, style: theme.faint)
    case .team: MemberRowView(state, layout).drawTeam(on: &canvas, row: line)
    case .member(let id): MemberRowView(state, layout).draw(id, on: &canvas, row: line)
    case .round(let id):
      guard let round = event.round(id) else { return }
      draw(round.name, EventWords.value(of: round.closes), on: &canvas, row: line, layout)
      drawDistance(to: round.closes, on: &canvas, row: line, layout)
    case .rule(let rule):
      let now = rule.value(in: event.rules)
      let isUnset = now.number == nil && now == rule
      draw(
        rule.title.capitalizedFirst, EventWords.value(of: now), isUnset: isUnset && !rule.isOfWords,
        on: &canvas, row: line, layout)
    case .area(let id):
      guard let place = event.focusAreas.firstIndex(where: { $0.id == id }) else { return }
      let area = event.focusAreas[place]
      draw(
        area.short, EventWords.value(of: area.slots), isUnset: area.slots == SlotLimits(),
        mark: theme.area(place), on: &canvas, row: line, layout)
    case .format(let id):
      guard let format = event.format(id) else { return }
      let minutes = format.minutes.map { " (\($0) min)" } ?? ""
      draw(
        format.name + minutes, EventWords.value(of: format.slots),
        isUnset: format.slots == SlotLimits(), on: &canvas, row: line, layout)
    }
    guard isSelected else { return }
    canvas.write(state.glyphs.selection, column: 0, row: line, style: theme.current)
    // The name alone: a bar that is turned around reads as the rest of it.
    let end = if case .member = row { layout.role } else { layout.value }
    canvas.restyle(Rect(column: 1, row: line, columns: end - 2, rows: 1), adding: .reverse)
  }

  /// A setting: its name, and its value at a column of its own.
  private func draw(
    _ name: String, _ value: String, isUnset: Bool = false, mark: Style? = nil,
    on canvas: inout Canvas, row: Int, _ layout: CommitteeColumns
  ) {
    let (theme, glyphs) = (state.theme, state.glyphs)
    var column = 2
    if let mark {
      canvas.write(glyphs.diamond, column: column, row: row, style: mark)
      column += 2
    }
    let shown = clipped(name, columns: layout.value - column - 2, ellipsis: glyphs.ellipsis)
    canvas.write(shown.text, column: column, row: row, style: theme.text)
    let room = canvas.size.columns - layout.value - 1
    let said = clipped(value, columns: room, ellipsis: glyphs.ellipsis)
    canvas.write(
      said.text, column: layout.value, row: row,
      style: isUnset ? theme.faint : theme.text.with(.bold))
  }

  private func drawDistance(
    to deadline: Timestamp?, on canvas: inout Canvas, row: Int, _ layout: CommitteeColumns
  ) {
    guard let deadline, let column = layout.distance else { return }
    let left = deadline.milliseconds - state.now.milliseconds
    let isNear = (0..<3 * 86_400_000).contains(left)
    canvas.write(
      EventWords.distance(to: deadline, at: state.now), column: column, row: row,
      style: isNear ? state.theme.warning : state.theme.faint)
  }
}

extension EventRule {
  /// Whether its values are words, of which one always holds.
  var isOfWords: Bool {
    switch self {
    case .speakers, .otherReviews: true
    default: false
    }
  }
}
