import LecternApp
import ReviewCore
import TerminalUI
import Testing

/// Leaving waits for the disk, and the person may go on or go at once.
struct LeavingTests {
  @Test func leavingWaitsUntilAllIsSaved() {
    var script = Script(Fixture.state())
    script.press("4 Q")
    #expect(!script.effects.contains(.quit))
    script.send(.saved(revision: script.state.saving.revision, news: [:], notice: nil))
    #expect(script.effects.last == .quit)
  }

  @Test func askedTwiceItLeavesAtOnce() {
    var script = Script(Fixture.state())
    script.press("4 Q Q")
    #expect(script.effects.last == .quit)
  }

  @Test func whoGoesOnWorkingDoesNotLeave() {
    var script = Script(Fixture.state())
    script.press("4 Q j")
    script.send(.saved(revision: script.state.saving.revision, news: [:], notice: nil))
    #expect(!script.effects.contains(.quit))
  }

  @Test func aFailedSaveKeepsThePersonInside() {
    var script = Script(Fixture.state())
    script.press("4 Q")
    script.send(.saveFailed(problem: "Not saved: the disk is full"))
    #expect(!script.effects.contains(.quit))
    #expect(script.state.saving.failure != nil)
    // A save that fails again right away must not hide how to leave.
    #expect(script.state.toast?.text.hasPrefix("Saving before leaving") == true)
  }
}
