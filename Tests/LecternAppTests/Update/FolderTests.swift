import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

/// What others write, what stands on the disk, and who one is.
struct FolderTests {
  private func script(_ keys: String = "") -> Script {
    var script = Script(Fixture.state())
    script.press(keys)
    return script
  }

  // MARK: - Saving

  @Test func whatIsSaidIsPendingUntilItIsSaved() {
    var script = script("j 4 3")
    #expect(script.state.saving.pending[1201]?.revision == 2)
    #expect(script.screen.hasSuffix("saving"))
    script.send(.saved(revision: 1, news: [:], notice: nil))
    #expect(!script.state.saving.isClean)
    script.send(.saved(revision: 2, news: [:], notice: nil))
    #expect(script.state.saving.isClean)
    #expect(script.screen.hasSuffix("saved ✓"))
  }

  @Test func aFailedSaveStaysInSightUntilOneGoesWell() {
    var script = script("j 4")
    script.send(.saveFailed(problem: "no space left"))
    #expect(script.toast == "no space left")
    script.time = script.time.adding(milliseconds: 60_000)
    script.press("j j")
    #expect(script.state.toast == nil)
    #expect(script.screen.hasSuffix("NOT SAVED, trying again"))
    #expect(script.state.saving.pending[1201]?.value == script.mine(1201))
    script.send(.saved(revision: 1, news: [:], notice: nil))
    #expect(script.state.saving.failure == nil)
    #expect(script.screen.hasSuffix("saved ✓"))
  }

  @Test func whatTheFileSaysOtherwiseIsTakenIn() {
    var script = script("j 4")
    let other = Fixture.scored([1, 2, 3, 4], of: 1203, daysAgo: 0)
    script.send(.saved(revision: 1, news: [1203: other], notice: "kept in rescue/"))
    #expect(script.mine(1203) == other)
    #expect(script.toast == "kept in rescue/")
    #expect(script.state.progress == Progress(script.state.seen))
    #expect(script.effects.count == 1)
  }

  @Test func newsDoNotReplaceWhatWasSaidSince() {
    var script = script("j 4 3")
    script.send(
      .saved(revision: 1, news: [1201: Fixture.scored([1], of: 1201, daysAgo: 0)], notice: nil))
    #expect(script.mine(1201) == script.saves.last?.review)
  }

  // MARK: - The folder

  @Test func aChangedFolderKeepsSelectionOrderAndUnsavedReviews() {
    var script = script("j 4 3 5 4 j j 2")
    let (selected, listed, criterion) = (script.selected, script.listed, script.state.criterion)
    let mine = script.saves.last?.review
    var summit = Fixture.summit()
    summit.sheets[chi]?.reviews[1202] = Fixture.scored([2, 2, 2, 2], of: 1202, daysAgo: 0)
    summit.sheets[ben]?.reviews[1205] = Fixture.scored([5, 5, 5, 5], of: 1205, daysAgo: 0)
    script.send(.folderChanged(summit, faults: []))
    #expect(script.selected == selected)
    #expect(script.listed == listed)
    #expect(script.state.criterion == criterion)
    #expect(script.mine(1201)?.status == .scored)
    #expect(script.mine(1204) == mine)
    #expect(script.mine(1205)?.status == .scored)
    #expect(script.state.progress == Progress(script.state.seen))
    script.press("u")
    #expect(script.mine(1204)?.status == .cleared)
  }

  @Test func aChangedFolderDoesNotMoveTheRowsOnTheScreen() {
    var script = Script(
      Fixture.state(size: Fixture.standard, summit: Fixture.plain(proposals: 200)))
    script.press("Esc PgDn PgDn PgDn k k k k k")
    let window = script.state.list.window
    script.send(.folderChanged(Fixture.plain(proposals: 200), faults: []))
    #expect(script.state.list.window == window)
  }

  @Test func newProposalsComeLastAndGoneOnesGo() {
    var script = Script(Fixture.state(summit: Fixture.plain(proposals: 4)))
    script.press("j j")
    let fewer = Summit(
      event: Fixture.plain(proposals: 0).event,
      proposals: [999, 1000, 1002, 1003, 1004].map {
        Proposal(id: $0, title: "Again \($0)")
      })
    script.send(.folderChanged(fewer, faults: []))
    // What is new stands in the order of the queue.
    #expect(script.listed == [1000, 1002, 1003, 1004, 999])
    #expect(script.selected == 1002)
    script.send(.folderChanged(Summit(event: fewer.event), faults: []))
    #expect(script.listed.isEmpty)
    #expect(script.screen.contains("No proposals yet"))
  }

  @Test func theNeighbourIsShownWhereTheProposalIsGone() {
    var script = Script(Fixture.state(summit: Fixture.plain(proposals: 9)))
    script.press("j j j")
    let event = Fixture.plain(proposals: 0).event
    let fewer = [1000, 1001, 1002, 1004, 1005] as [ProposalID]
    script.send(
      .folderChanged(
        Summit(event: event, proposals: fewer.map { Proposal(id: $0, title: "\($0)") }), faults: [])
    )
    #expect(script.selected == 1004)
  }

  @Test func aChangedTextMakesTheReviewStale() {
    var script = script("j 4 3 5 4 k")
    #expect(script.state.selected?.isStale == false)
    let changed = FixtureProposals.all.map { proposal in
      var proposal = proposal
      proposal.abstract = proposal.abstract.map { $0 + " More." }
      return proposal
    }
    var summit = Summit(
      event: Fixture.summit().event, proposals: changed, speakers: FixtureProposals.speakers)
    summit.sheets = Fixture.summit().sheets
    script.send(.folderChanged(summit, faults: []))
    #expect(script.selected == 1201)
    #expect(script.state.selected?.isStale == true)
    #expect(script.screen.contains("The text changed after you judged it"))
  }

  @Test func aNewFaultIsSaidOnceAndStaysMarked() {
    var script = script()
    let fault = Fault(path: "reviews/chi.json", problem: "is broken", remedy: "Mend it")
    script.send(.folderChanged(Fixture.summit(), faults: [fault]))
    #expect(script.toast == "A new fault (! shows all): reviews/chi.json:1:1: is broken. Mend it.")
    script.time = script.time.adding(milliseconds: 5_000)
    script.send(.folderChanged(Fixture.summit(), faults: [fault]))
    #expect(script.state.toast == nil)
    #expect(script.screen.contains("! 1 fault"))
    script.press("!")
    #expect(script.screen.contains("is broken. Mend it."))
  }

  @Test func aFilterByAnAreaThatIsGoneEnds() {
    var script = script("> f")
    script.type("area:agentic")
    script.press("Enter")
    script.send(.folderChanged(Fixture.plain(proposals: 3), faults: []))
    #expect(script.state.list.area == nil)
    #expect(script.state.list.query == .everything)
    #expect(script.listed.count == 3)
  }

  @Test func aFolderThatCannotBeReadLeavesWhatIsShown() {
    var script = script("j")
    script.send(.folderFailed(problem: "The folder is gone"))
    #expect(script.toast == "The folder is gone")
    #expect(script.selected == 1201)
    #expect(script.listed.count == 16)
  }

  // MARK: - Who one is

  @Test func aChosenReviewerIsRemembered() {
    var script = Script(Fixture.state(viewer: nil))
    #expect(script.screen.contains("Who are you?"))
    script.press("Down Enter")
    #expect(script.effects == [.remember(ben)])
    #expect(script.state.seen.viewer?.id == ben)
    #expect(script.selected == 1215)
    #expect(script.toast == "You are Ben Okafor")
    #expect(script.state.progress == Progress(script.state.seen))
    #expect(script.screen.contains("5 of 15"))
    script.press("I Home Enter")
    #expect(script.state.seen.viewer?.id == ada)
  }

  @Test func nobodySeesNothingOfOthers() {
    var script = Script(Fixture.state(viewer: nil))
    script.press("Esc")
    for _ in 0..<16 {
      #expect(script.state.selected?.reviews.isEmpty == true)
      #expect(!script.screen.contains("committee "))
      script.press("j")
    }
  }

  @Test func oneDoesNotBecomeSomebodyElseWithUnsavedReviews() {
    var script = script("j 4 I Up Enter")
    #expect(script.state.seen.viewer?.id == ben)
    #expect(script.toast.contains("is not saved yet"))
    script.send(.saved(revision: 1, news: [:], notice: nil))
    script.press("I Up Enter u")
    #expect(script.state.seen.viewer?.id == ada)
    #expect(script.toast == "There is nothing to undo")
    #expect(script.saves.count == 1)
  }
}
