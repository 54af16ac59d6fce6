import ReviewAnalysis
import ReviewCore
import TerminalUI

/// The screen Insights: one list of sections, and below what the selected row means.
struct InsightsView {
  private let state: State
  private let sections: SectionedView

  init(_ state: State) {
    self.state = state
    sections = SectionedView(state: state, roomy: 20)
  }

  /// Where the rows stand.
  func rows(in size: Size) -> Rect { sections.rows(in: size) }

  func draw(on canvas: inout Canvas) {
    guard let insights = state.insights.insights else {
      canvas.write(
        "Working it out\(state.glyphs.ellipsis)", column: 2, row: rows(in: canvas.size).top + 1,
        style: state.theme.faint)
      return
    }
    let view = InsightsRowView(state, insights, InsightsColumns(columns: canvas.size.columns))
    let details = InsightsDetails(state, insights).lines
    sections.draw(state.insights.rows, details: details, on: &canvas) {
      canvas, row, isSelected, line in
      view.draw(row, isSelected: isSelected, on: &canvas, row: line)
    }
  }
}
