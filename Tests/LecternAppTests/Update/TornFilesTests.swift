import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

/// A file that is half written for a moment takes nothing from the screen, and no text with it.
struct TornFilesTests {
  private static func fault(in path: String) -> Fault {
    Fault(path: path, problem: "the text ends inside the array", remedy: "Mend it")
  }

  @Test func aTornFileOfProposalsLeavesThemOnTheScreen() {
    var script = Script(Fixture.state())
    let shown = script.state.list.rows.count
    let progress = script.state.progress
    var torn = Summit(event: script.state.seen.event, speakers: script.state.summit.speakers)
    torn.sheets = script.state.summit.sheets
    script.send(.folderChanged(torn, faults: [Self.fault(in: "proposals.json")]))
    #expect(script.state.list.rows.count == shown)
    #expect(script.state.progress == progress)
    #expect(script.state.faults.count == 1)
  }

  @Test func aTornReviewFileLeavesItsReviewsOnTheScreen() throws {
    var script = Script(Fixture.state())
    let viewer = try #require(script.state.seen.viewer?.id)
    let progress = script.state.progress
    var torn = script.state.summit
    torn.sheets[viewer] = nil
    script.send(.folderChanged(torn, faults: [Self.fault(in: "reviews/\(viewer).json")]))
    #expect(script.state.progress == progress)
  }

  @Test func whatIsReallyGoneIsGone() {
    var script = Script(Fixture.state())
    script.send(.folderChanged(Summit(event: script.state.seen.event), faults: []))
    #expect(script.state.list.rows.isEmpty)
  }

  @Test func aTextStaysInItsLineWhileItsProposalIsGone() throws {
    var script = Script(Fixture.state())
    script.press("t")
    script.send(.input(.key(KeyPress(.character("u"), .control))))
    script.type("a long thought")
    let before = script.state.summit
    script.send(.folderChanged(Summit(event: script.state.seen.event), faults: []))
    script.press("Enter")
    #expect(script.saves.isEmpty)
    #expect(script.note?.area.text == "a long thought")
    script.send(.folderChanged(before, faults: []))
    script.press("Enter")
    #expect(script.saves.first?.review.comment == "a long thought")
  }

  @Test func theRestOfANumberTypedInOneGoScoresNothing() {
    var script = Script(Fixture.state(size: Fixture.standard))
    script.press("q 4 3 5 4")
    #expect(script.saves.isEmpty)
    #expect(script.state.isReading)
    script.time = script.time.adding(milliseconds: 1000)
    script.press("4")
    #expect(script.saves.count == 1)
  }
}
