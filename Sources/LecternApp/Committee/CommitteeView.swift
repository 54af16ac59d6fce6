import TerminalUI

/// The screen Committee.
struct CommitteeView {
  private let state: State

  init(_ state: State) { self.state = state }

  func draw(on canvas: inout Canvas) {}
}
