import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct SeveralTests {
  @Test func whatIsMarkedIsSkippedTogetherAndUndoneTogether() {
    var script = Script(Fixture.state())
    script.press("j v v s")
    script.type("later")
    script.press("Enter")
    #expect(script.mine(1201)?.status == .skipped)
    #expect(script.mine(1202)?.status == .skipped)
    #expect(script.toast.hasPrefix("Skipped: 2 proposals"))
    script.press("u")
    #expect(script.mine(1201)?.status == .cleared)
    #expect(script.mine(1202)?.status == .cleared)
  }

  @Test func whatCannotBeIsCounted() {
    var script = Script(Fixture.state())
    script.press("V s Enter")
    #expect(script.toast.contains("not possible for"))
    #expect(script.mine(1213)?.status == .conflict)
  }

  @Test func bookmarksAreSetAndTakenAwayTogether() {
    var script = Script(Fixture.state())
    script.press("j v v *")
    #expect(script.state.personal.bookmarks == [1201, 1202])
    #expect(script.effects == [.keep(.bookmarks([1201, 1202], isSet: true), of: ben)])
    script.press("u")
    #expect(script.state.personal.bookmarks.isEmpty)
    script.press("Ctrl-R")
    #expect(script.state.personal.bookmarks == [1201, 1202])
  }

  @Test func aBookmarkHasItsStarAndItsFilter() {
    var script = Script(Fixture.state())
    script.press("j *")
    #expect(script.screen.contains("★○"))
    script.press("f")
    script.type("is:bookmarked")
    script.press("Enter")
    #expect(script.listed == [1201])
  }

  @Test func escapeTakesMarksBackFirst() {
    var script = Script(Fixture.state())
    script.press(">")
    script.press("v Esc")
    #expect(script.state.list.marks.isEmpty)
    #expect(script.state.list.isFiltered)
    script.press("Esc")
    #expect(!script.state.list.isFiltered)
  }

  @Test func allAreMarkedAndNone() {
    var script = Script(Fixture.state())
    script.press("V")
    #expect(script.state.list.marks.count == 16)
    script.press("V")
    #expect(script.state.list.marks.isEmpty)
  }

  @Test func aDigitScoresTheOneThatIsLookedAtOnly() {
    var script = Script(Fixture.state())
    script.press("j v 4")
    #expect(script.saves.map(\.proposal) == [1202])
  }
}
