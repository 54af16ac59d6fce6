import TerminalUI

/// The screen Shortlist.
struct ShortlistView {
  private let state: State

  init(_ state: State) { self.state = state }

  func draw(on canvas: inout Canvas) {}
}
