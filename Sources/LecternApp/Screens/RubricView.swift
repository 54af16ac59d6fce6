import ReviewCore
import TerminalUI

/// The rubric under the text: a row for each criterion with its scores, the composite, the guide.
struct RubricView {
  private let state: State

  init(_ state: State) { self.state = state }

  func draw(on canvas: inout Canvas, _ layout: ReviewLayout) {
    let rect = layout.rubric
    guard !rect.isEmpty, let selected = state.shown else { return }
    drawRule(on: &canvas, rect, hasGuide: !layout.guide.isEmpty)
    let rows = state.criteria
    let room = rect.rows - 2
    let first = firstRow(room: room)
    for (line, row) in rows.dropFirst(first).prefix(room).enumerated() {
      draw(
        row, of: selected, isCurrent: first + line == state.criterion, on: &canvas,
        Rect(column: rect.left, row: rect.top + 1 + line, columns: rect.columns, rows: 1))
    }
    drawSummary(of: selected, on: &canvas, rect)
    if !layout.guide.isEmpty { drawGuide(on: &canvas, layout.guide, selected) }
  }

  /// The criterion on a row of the screen; nil for none.
  func criterion(at row: Int, in rect: Rect) -> Int? {
    let place = firstRow(room: rect.rows - 2) + row - rect.top - 1
    return row > rect.top && row < rect.bottom - 1 && state.criteria.indices.contains(place)
      ? place : nil
  }

  /// The first criterion on the screen: on one too low for all, those around the current one.
  private func firstRow(room: Int) -> Int {
    max(0, min(state.criterion - room / 2, state.criteria.count - room))
  }

  /// The line above: how far down the text is; the question, where there is no room for the guide.
  private func drawRule(on canvas: inout Canvas, _ rect: Rect, hasGuide: Bool) {
    let (theme, glyphs) = (state.theme, state.glyphs)
    let line = Rect(column: rect.left, row: rect.top, columns: rect.columns, rows: 1)
    canvas.fill(line, style: theme.line, character: Character(glyphs.horizontal))
    var right = rect.right
    let more =
      (state.pane.hasMoreAbove ? glyphs.up : "") + (state.pane.hasMoreBelow ? glyphs.down : "")
    if !more.isEmpty {
      let text = " more \(more) "
      right -= DisplayWidth.of(text) + 2
      canvas.write(text, column: right, row: rect.top, style: theme.key)
    }
    if hasGuide, let words = state.similarWords(columns: right - rect.left - 6) {
      canvas.write(
        " \(words) ", column: rect.left + 2, row: rect.top, style: state.similarStyle,
        limit: right - rect.left - 3)
    }
    if !hasGuide, let question = state.criteria[state.criterion].criterion?.question {
      let room = right - rect.left - 5
      let shown = clipped(question, columns: room, ellipsis: glyphs.ellipsis)
      canvas.write(" \(shown.text) ", column: rect.left + 1, row: rect.top, style: theme.faint)
    }
  }

  private func draw(
    _ row: CriterionRow, of seen: SeenProposal, isCurrent: Bool, on canvas: inout Canvas,
    _ rect: Rect
  ) {
    let (theme, glyphs) = (state.theme, state.glyphs)
    let score = state.score(in: row, of: seen)
    if isCurrent {
      canvas.write(glyphs.selection, column: rect.left, row: rect.top, style: theme.current)
    }
    var label = row.name
    if let weight = row.criterion?.weight, weight != 1 {
      label += " \(glyphs.times)\(JSONNumber(weight).text)"
    }
    let labelColumns = min(widestLabel, rect.columns / 3)
    let name = clipped(label, columns: labelColumns, ellipsis: glyphs.ellipsis)
    canvas.write(
      name.text, column: rect.left + 2, row: rect.top,
      style: isCurrent ? theme.current : theme.text)
    var column = rect.left + 4 + labelColumns
    column = drawScores(score, isCurrent: isCurrent, on: &canvas, column: column, row: rect.top)
    let meaning = score.flatMap { score in
      row.criterion?.guide.first { $0.score == score }?.text
    }
    if let meaning {
      let room = rect.right - column - 3
      let shown = clipped(meaning, columns: max(0, room), ellipsis: glyphs.ellipsis)
      canvas.write(shown.text, column: column + 2, row: rect.top, style: theme.faint)
    }
  }

  private var widestLabel: Int {
    state.criteria.map { row in
      let weight = row.criterion?.weight ?? 1
      return DisplayWidth.of(row.name) + (weight == 1 ? 0 : 2 + JSONNumber(weight).text.count)
    }.max() ?? 0
  }

  /// All scores with the given one marked; on a long scale the given one, or what is being typed.
  private func drawScores(
    _ score: Double?, isCurrent: Bool, on canvas: inout Canvas, column: Int, row: Int
  ) -> Int {
    let (theme, scale) = (state.theme, state.seen.rubric.scale)
    guard scale.isOneDigit else {
      let isTyping = isCurrent && !state.typedNumber.isEmpty
      let text =
        isTyping ? "\(state.typedNumber)_" : score.map { JSONNumber($0).text } ?? "-"
      let style = isTyping ? theme.current : score == nil ? theme.faint : theme.score
      let used = canvas.write(" \(text) ", column: column, row: row, style: style)
      let range = canvas.write(
        "  \(scale.description)", column: column + used, row: row, style: theme.faint)
      return column + used + range
    }
    var column = column
    for value in scale.scores {
      let isGiven = value == score
      let text = JSONNumber(value).text
      column += canvas.write(
        isGiven ? "[\(text)]" : " \(text) ", column: column, row: row,
        style: isGiven ? theme.score : isCurrent ? theme.text : theme.faint)
    }
    return column
  }

  /// The last row: my composite, what stands, the committee's mean where it may be seen.
  private func drawSummary(of seen: SeenProposal, on canvas: inout Canvas, _ rect: Rect) {
    let (theme, rubric) = (state.theme, state.seen.rubric)
    let row = rect.bottom - 1
    let scored = state.criteria.filter { state.score(in: $0, of: seen) != nil }.count
    var parts: [(String, Style)] = []
    if let composite = seen.myComposite(by: rubric) {
      parts.append(("\(composite.formatted(decimals: 2))", theme.text.with(.bold)))
    }
    switch seen.myState {
    case .unread where seen.proposal.isWithdrawn: parts.append(("withdrawn", theme.faint))
    case .unread: parts.append(("not scored yet", theme.faint))
    case .draft: parts.append(("draft, \(scored) of \(state.criteria.count)", theme.warning))
    case .scored: parts.append(("scored", theme.good))
    case .abstained: parts.append(("abstained", theme.warning))
    case .conflict: parts.append(("in conflict", theme.warning))
    case .skipped: parts.append(("skipped", theme.warning))
    }
    if let summary = seen.summary(by: rubric), let mean = summary.mean {
      let text = "committee \(mean.formatted(decimals: 2)) (n \(summary.count))"
      parts.append((text, theme.text))
    }
    if let comment = seen.myReview?.comment, !comment.isEmpty {
      parts.append(("\"\(comment)\"", theme.faint))
    }
    // Where an overall score is all, the row above has that name.
    let label = rubric.criteria.isEmpty ? "Review" : "Overall"
    var column =
      rect.left + 2 + canvas.write(label, column: rect.left + 2, row: row, style: theme.faint)
    for (text, style) in parts where column + 4 < rect.right {
      let shown = clipped(text, columns: rect.right - column - 3, ellipsis: state.glyphs.ellipsis)
      column += 2 + canvas.write(shown.text, column: column + 2, row: row, style: style)
    }
  }

  private func drawGuide(on canvas: inout Canvas, _ rect: Rect, _ seen: SeenProposal) {
    let (theme, glyphs) = (state.theme, state.glyphs)
    let line = Rect(column: rect.left, row: rect.top, columns: rect.columns, rows: 1)
    canvas.fill(line, style: theme.line, character: Character(glyphs.horizontal))
    guard let criterion = state.criteria[state.criterion].criterion else { return }
    canvas.write(
      " \(clipped(criterion.name, columns: rect.columns - 6).text) ", column: rect.left + 1,
      row: rect.top, style: theme.current)
    let given = seen.myReview?.scores[criterion.id]
    var row = rect.top + 1
    if let question = criterion.question {
      let shown = clipped(question, columns: rect.columns - 3, ellipsis: glyphs.ellipsis)
      canvas.write(shown.text, column: rect.left + 2, row: row, style: theme.text)
      row += 1
    }
    for guide in criterion.guide.reversed() where row < rect.bottom {
      let style = guide.score == given ? theme.text.with(.bold) : theme.faint
      let number = padded(JSONNumber(guide.score).text, columns: 3, alignment: .right)
      canvas.write(number, column: rect.left, row: row, style: theme.key)
      let shown = clipped(guide.text, columns: rect.columns - 6, ellipsis: glyphs.ellipsis)
      canvas.write(shown.text, column: rect.left + 5, row: row, style: style)
      row += 1
    }
  }
}
