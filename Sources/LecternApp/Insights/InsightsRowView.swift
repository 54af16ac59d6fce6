import ReviewAnalysis
import ReviewCore
import TerminalUI

/// Draws a row of the screen Insights, each thing at its own column.
struct InsightsRowView {
  let state: State
  let insights: Insights
  let layout: InsightsColumns

  init(_ state: State, _ insights: Insights, _ layout: InsightsColumns) {
    self.state = state
    self.insights = insights
    self.layout = layout
  }

  var theme: Theme { state.theme }
  var glyphs: Glyphs { state.glyphs }

  func draw(_ row: InsightsRow, isSelected: Bool, on canvas: inout Canvas, row line: Int) {
    var end = layout.name + layout.nameColumns
    switch row {
    case .blank: return
    case .heading(let section): return drawHeading(section, on: &canvas, line)
    case .note(let text):
      let shown = clipped(text, columns: canvas.size.columns - 4, ellipsis: glyphs.ellipsis)
      canvas.write(shown.text, column: 2, row: line, style: theme.faint)
      return
    case .reviewer(let id):
      if let row = insights.reviewers.first(where: { $0.member.id == id }) {
        draw(row, on: &canvas, line)
      }
    case .composite:
      draw(insights.agreement.composite, "All scores", on: &canvas, line)
    case .criterion(let id):
      if let criterion = insights.agreement.criteria.first(where: { $0.id == id }) {
        draw(criterion.measure, criterion.name, on: &canvas, line)
      }
    case .dispute(let id):
      end = canvas.size.columns - 32
      if let dispute = insights.disputed.first(where: { $0.id == id }) {
        draw(dispute, on: &canvas, line)
      }
    case .area(let id):
      if let area = insights.focusAreas.first(where: { $0.id == id }) {
        draw(area, on: &canvas, line)
      }
    case .allFew:
      let few = insights.underReviewed.count
      let text = "All \(few) with fewer than \(insights.reviewsPerProposal)"
      end = 3 + text.count
      canvas.write(text, column: layout.name, row: line, style: theme.text)
    case .few(let id):
      end = canvas.size.columns - 8
      if let few = insights.underReviewed.first(where: { $0.id == id }) {
        let right = canvas.size.columns
        write(few.title, layout.name, line, theme.text, columns: right - 11, on: &canvas)
        write("\(few.count)", right - 7, line, theme.warning, columns: 4, .right, on: &canvas)
      }
    }
    guard isSelected else { return }
    canvas.write(glyphs.selection, column: 0, row: line, style: theme.current)
    // The name alone: a bar that is turned around reads as the rest of it.
    canvas.restyle(Rect(column: 1, row: line, columns: end - 1, rows: 1), adding: .reverse)
  }

  private func drawHeading(_ section: InsightsRow.Section, on canvas: inout Canvas, _ row: Int) {
    canvas.write(section.rawValue, column: 1, row: row, style: theme.title)
    func head(_ text: String, _ column: Int?, right columns: Int? = nil) {
      guard let column else { return }
      write(
        text, column, row, theme.faint, columns: columns ?? text.count,
        columns == nil ? .left : .right, on: &canvas)
    }
    switch section {
    case .reviewers:
      head(insights.progress.isByAssignment ? "Assigned" : "Judged", layout.bar)
      head("Scores", layout.histogram)
      head("n", layout.count, right: 4)
      head("Mean", layout.mean, right: 4)
      head("Severity", layout.severity)
      if let track = layout.track {
        head("harsh", track)
        head("kind", track + layout.trackColumns - 4)
      }
    case .agreement:
      guard insights.agreementProblem == nil else { return }
      head("By ranks", layout.bar)
      head("By differences", layout.differences)
      if let track = layout.track {
        head("chance", track)
        head("1", track + layout.trackColumns - 1)
      }
    case .disputes:
      guard !insights.disputed.isEmpty else { return }
      let right = canvas.size.columns
      head("Scores", right - 30)
      head("n", right - 19, right: 3)
      head("Leik", right - 14, right: 4)
      head("Dev.", right - 7, right: 4)
    case .areas:
      head("Enough reviews", layout.bar)
      if layout.count != nil { head("Reviews each", layout.histogram) }
    case .few:
      guard !insights.underReviewed.isEmpty else { return }
      head("Reviews", canvas.size.columns - 10, right: 7)
    }
  }

  private func draw(_ reviewer: ReviewerInsight, on canvas: inout Canvas, _ row: Int) {
    let isMe = reviewer.member.id == state.seen.viewer?.id
    let me = isMe ? " (you)" : ""
    let name = clipped(
      reviewer.member.name, columns: layout.nameColumns - 1 - DisplayWidth.of(me),
      ellipsis: glyphs.ellipsis)
    canvas.write(
      name.text + me, column: layout.name, row: row,
      style: isMe ? theme.text.with(.bold) : theme.text)
    if let numbers = reviewer.numbers, numbers.total > 0 {
      drawBar(numbers.judged, of: numbers.total, on: &canvas, row)
      drawCount(numbers.judged, of: numbers.total, on: &canvas, row)
    }
    guard reviewer.count > 0 else { return }
    canvas.write(
      glyphs.histogram(reviewer.histogram), column: layout.histogram, row: row,
      style: theme.text)
    write("\(reviewer.count)", layout.count, row, theme.text, columns: 4, .right, on: &canvas)
    write(
      reviewer.mean?.formatted(decimals: 2) ?? "", layout.mean, row, theme.text, columns: 4,
      .right, on: &canvas)
    draw(reviewer.severity, isClear: reviewer.isSeverityClear, on: &canvas, row)
  }

  private func draw(
    _ severity: Calibration.Severity?, isClear: Bool, on canvas: inout Canvas, _ row: Int
  ) {
    guard let severity else { return }
    let deviation = severity.deviation ?? 0
    // What may be chance is not made to look like something.
    let style = isClear ? theme.near : theme.text
    let around = " \(glyphs.plusMinus) \(deviation.formatted(decimals: 2))"
    let used = canvas.write(
      severity.offset.signed(decimals: 2), column: layout.severity, row: row, style: style)
    canvas.write(
      around,
      column: layout.severity + used, row: row, style: theme.faint)
    guard let track = layout.track else { return }
    let most = insights.widestSeverity
    IntervalTrack(
      value: severity.offset,
      interval: (severity.offset - 1.959964 * deviation)...(severity.offset + 1.959964 * deviation),
      range: -most...most, mark: 0
    ).draw(
      on: &canvas, in: Rect(column: track, row: row, columns: layout.trackColumns, rows: 1),
      theme: theme, glyphs: glyphs, style: style)
  }

  private func draw(
    _ measure: Agreement.Measure, _ name: String, on canvas: inout Canvas, _ row: Int
  ) {
    write(name, layout.name, row, theme.text, columns: layout.nameColumns - 1, on: &canvas)
    func number(_ value: Double?, _ interval: AlphaInterval?, _ column: Int) {
      let text = value.map { $0.formatted(decimals: 2) } ?? "n/a"
      canvas.write(text, column: column, row: row, style: theme.text.with(.bold))
      guard let interval else { return }
      canvas.write(
        "\(interval.lower.formatted(decimals: 2)) to \(interval.upper.formatted(decimals: 2))",
        column: column + 6, row: row, style: theme.faint)
    }
    number(measure.ordinal, measure.ordinalInterval, layout.bar)
    number(measure.interval, measure.intervalInterval, layout.differences)
    guard let track = layout.track, let value = measure.ordinal else { return }
    IntervalTrack(
      value: value,
      interval: (measure.ordinalInterval?.lower ?? value)...(measure.ordinalInterval?.upper
        ?? value), range: 0...1, mark: 0
    ).draw(
      on: &canvas, in: Rect(column: track, row: row, columns: layout.trackColumns, rows: 1),
      theme: theme, glyphs: glyphs, style: theme.text)
  }

  private func draw(_ dispute: Dispute, on canvas: inout Canvas, _ row: Int) {
    let right = canvas.size.columns
    write(dispute.title, layout.name, row, theme.text, columns: right - 34, on: &canvas)
    canvas.write(
      glyphs.histogram(dispute.histogram), column: right - 30, row: row, style: theme.text)
    write("\(dispute.count)", right - 19, row, theme.text, columns: 3, .right, on: &canvas)
    write(
      dispute.leik.formatted(decimals: 2), right - 14, row, theme.text, columns: 4, .right,
      on: &canvas)
    write(
      dispute.deviation.formatted(decimals: 2), right - 7, row, theme.text.with(.bold),
      columns: 4, .right, on: &canvas)
  }

  private func draw(_ area: AreaCoverage, on canvas: inout Canvas, _ row: Int) {
    let place = state.seen.event.focusAreas.firstIndex { $0.id == area.id }
    let name = place.map { state.seen.event.focusAreas[$0].short } ?? area.id.text
    canvas.write(glyphs.diamond, column: layout.name, row: row, style: theme.area(place))
    write(
      name, layout.name + 2, row, theme.text, columns: layout.nameColumns - 3, on: &canvas)
    let open = area.proposals - area.hidden
    if open > 0 { drawBar(area.enough, of: open, on: &canvas, row) }
    if open > 0 {
      drawCount(area.enough, of: open, on: &canvas, row)
    } else {
      let text = area.proposals == 0 ? "none" : "\(area.hidden) hidden"
      canvas.write(text, column: layout.judged, row: row, style: theme.faint)
    }
    guard layout.count != nil, area.proposals > 0 else { return }
    let each = (Double(area.reviews) / Double(area.proposals)).formatted(decimals: 1)
    canvas.write(each, column: layout.histogram, row: row, style: theme.text)
  }

  private func drawCount(_ count: Int, of total: Int, on canvas: inout Canvas, _ row: Int) {
    let room = layout.histogram - layout.judged - 1
    let text = "\(count) of \(total)"
    canvas.write(
      text.count <= room ? text : "\(count)/\(total)", column: layout.judged, row: row,
      style: theme.text, limit: room)
  }

  private func drawBar(_ count: Int, of total: Int, on canvas: inout Canvas, _ row: Int) {
    Gauge(count, of: total).draw(
      on: &canvas, column: layout.bar, row: row, columns: layout.barColumns, glyphs: glyphs,
      style: theme.good)
    canvas.write(
      glyphs.rightEdge, column: layout.bar + layout.barColumns, row: row, style: theme.line)
  }

  private func write(
    _ text: String, _ column: Int?, _ row: Int, _ style: Style, columns: Int,
    _ alignment: Alignment = .left, on canvas: inout Canvas
  ) {
    guard let column, columns > 0 else { return }
    let shown = clipped(text, columns: columns, ellipsis: glyphs.ellipsis)
    let indent = alignment == .right ? columns - shown.width : 0
    canvas.write(shown.text, column: column + indent, row: row, style: style)
  }
}

extension Insights {
  /// The end of the line on which severities stand: the widest interval, at least half a point.
  fileprivate var widestSeverity: Double {
    reviewers.compactMap { row in
      row.severity.map { $0.offset.magnitude + 1.959964 * ($0.deviation ?? 0) }
    }.reduce(0.5, max)
  }
}
