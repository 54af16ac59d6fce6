import TerminalUI

/// The review screen: the list and the proposal beside it, or one of the two.
struct ReviewView {
  private let state: State

  init(_ state: State) { self.state = state }

  func draw(on canvas: inout Canvas, _ layout: ReviewLayout) {
    PaneView(state).draw(on: &canvas, layout)
    ListView(state).draw(on: &canvas, in: layout.list)
    AreaView(state).draw(on: &canvas, in: layout.areas)
    RubricView(state).draw(on: &canvas, layout)
    CalibrationView(state).draw(on: &canvas, in: layout.calibration)
  }
}
