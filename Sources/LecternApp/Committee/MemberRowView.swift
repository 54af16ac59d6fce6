import ReviewAnalysis
import ReviewCore
import TerminalUI

/// A member: who, what they know, how far they are; each at its own column.
struct MemberRowView {
  private let state: State
  private let layout: CommitteeColumns

  init(_ state: State, _ layout: CommitteeColumns) {
    self.state = state
    self.layout = layout
  }

  func drawHeading(on canvas: inout Canvas, row: Int) {
    let theme = state.theme
    canvas.write("Members", column: 1, row: row, style: theme.title)
    func head(_ text: String, _ column: Int?) {
      if let column { canvas.write(text, column: column, row: row, style: theme.faint) }
    }
    head("Role", layout.role)
    head("Organisation", layout.organization)
    head("Knows", layout.expertise)
    head(state.committee.progress?.isByAssignment == true ? "Assigned" : "Judged", layout.bar)
    if let counts = layout.counts {
      for (place, name) in ["Draft", "Abst", "COI"].enumerated() {
        head(padded(name, columns: 5, alignment: .right), counts + place * 5)
      }
    }
    head("Last said", layout.lastSaid)
  }

  func draw(_ id: Identifier, on canvas: inout Canvas, row: Int) {
    let (theme, glyphs, event) = (state.theme, state.glyphs, state.seen.event)
    guard let member = event.member(id) else { return }
    let isMe = id == state.seen.viewer?.id
    let room = layout.role - 3
    let me = isMe ? " (you)" : ""
    let name = clipped(
      member.name, columns: room - DisplayWidth.of(me), ellipsis: glyphs.ellipsis)
    canvas.write(
      name.text + me, column: 2, row: row, style: isMe ? theme.text.with(.bold) : theme.text)
    canvas.write(
      member.role.rawValue, column: layout.role, row: row,
      style: member.isChair ? theme.text : theme.faint)
    if let column = layout.organization, let expertise = layout.expertise {
      let work = clipped(
        member.organization ?? "", columns: expertise - column - 1, ellipsis: glyphs.ellipsis)
      canvas.write(work.text, column: column, row: row, style: theme.faint)
    }
    if let column = layout.expertise { drawMarks(of: member, on: &canvas, column, row) }
    let numbers = state.committee.progress?.members.first { $0.member.id == id }?.numbers
    if let numbers { draw(numbers, on: &canvas, row: row) }
  }

  func drawTeam(on canvas: inout Canvas, row: Int) {
    guard let team = state.committee.progress?.team else { return }
    canvas.write("All together", column: 2, row: row, style: state.theme.text.with(.bold))
    draw(team, on: &canvas, row: row)
  }

  /// A mark for each focus area that a member knows, in its colour; which they are stands below.
  private func drawMarks(
    of member: Member, on canvas: inout Canvas, _ column: Int, _ row: Int
  ) {
    let room = layout.bar - column - 1
    for (number, id) in member.expertise.prefix(room).enumerated() {
      let place = state.seen.event.focusAreas.firstIndex { $0.id == id }
      let isCut = number == room - 1 && member.expertise.count > room
      canvas.write(
        isCut ? String(state.glyphs.ellipsis.prefix(1)) : state.glyphs.diamond,
        column: column + number, row: row, style: state.theme.area(place))
    }
  }

  private func draw(
    _ numbers: CommitteeProgress.Numbers, on canvas: inout Canvas, row: Int
  ) {
    let (theme, glyphs) = (state.theme, state.glyphs)
    if numbers.total > 0 {
      Gauge(numbers.judged, of: numbers.total).draw(
        on: &canvas, column: layout.bar, row: row, columns: layout.barColumns, glyphs: glyphs,
        style: theme.good)
      canvas.write(
        glyphs.rightEdge, column: layout.bar + layout.barColumns, row: row, style: theme.line)
    }
    canvas.write(
      numbers.total > 0 ? "\(numbers.judged) of \(numbers.total)" : "nothing to do",
      column: layout.judged, row: row, style: theme.text)
    if let column = layout.counts {
      for (place, count) in [numbers.drafts, numbers.abstained, numbers.conflicts].enumerated()
      where count > 0 {
        canvas.write(
          padded(String(count), columns: 5, alignment: .right), column: column + place * 5,
          row: row, style: theme.text)
      }
    }
    guard let column = layout.lastSaid else { return }
    canvas.write(
      numbers.lastSaid.map { EventWords.age(of: $0, at: state.now) } ?? "never", column: column,
      row: row, style: theme.faint)
  }
}
