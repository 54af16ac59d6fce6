import ReviewCore
import TerminalUI

extension State {
  /// Goes to a proposal of the review screen, from wherever one is; back leads to where one was.
  mutating func goTo(_ id: ProposalID) {
    guard seen.proposal(id) != nil else { return }
    leavePlace()
    if screen != .review {
      cameFrom = screen
      screen = .review
      isReading = isReading || !ReviewLayout.hasRoomForTwo(size)
    }
    show(id)
  }

  /// Notes where the person was in the review list, which they leave from whatever screen.
  mutating func leavePlace() {
    if let id = selected?.id { jumps.leave(id) }
  }

  mutating func jumpBack() {
    let (index, current) = (seen.index, selected?.id)
    guard let id = jumps.back(from: current, { index[$0] != nil }) else {
      say("There is nowhere to go back to", .note)
      return
    }
    show(id)
  }

  mutating func jumpForward() {
    let (index, current) = (seen.index, selected?.id)
    guard let id = jumps.forward(from: current, { index[$0] != nil }) else {
      say("There is nowhere to go forward to", .note)
      return
    }
    show(id)
  }

  /// Moves far in the list; back leads to where one was.
  mutating func jumpInList(_ move: (inout ScrollWindow) -> Void) {
    let (id, row) = (selected?.id, list.window.selection)
    moveSelection(move)
    if let id, list.window.selection != row { jumps.leave(id) }
  }
}
