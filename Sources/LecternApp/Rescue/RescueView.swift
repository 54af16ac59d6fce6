import TerminalUI

/// What could not be saved, in a frame over the screen.
struct RescueView {
  private let state: State
  private let page: RescuePage

  init(_ state: State, _ page: RescuePage) {
    self.state = state
    self.page = page
  }

  func draw(on canvas: inout Canvas) {
    let files = state.offered
    guard files.indices.contains(page.place) else { return }
    let count = files.count > 1 ? " \(page.place + 1) of \(files.count)" : ""
    let what = state.summary(of: files[page.place])
    PageView(
      state, title: "Kept, not saved\(count): \(what)", lines: page.lines, offset: page.offset
    ).draw(on: &canvas)
  }
}
