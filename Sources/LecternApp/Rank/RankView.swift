import TerminalUI

/// The screen Rank.
struct RankView {
  private let state: State

  init(_ state: State) { self.state = state }

  func draw(on canvas: inout Canvas) {}
}
