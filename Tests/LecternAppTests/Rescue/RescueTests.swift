import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

/// What could not be saved is offered at the start, taken back in, and moved away once it is saved.
@Suite struct RescueTests {
  private func file(
    _ sayings: RescuedSaying..., of writer: Identifier? = ben, name: String = "one.json"
  ) -> RescuedFile {
    RescuedFile(name: name, writer: writer, sayings: sayings)
  }

  private var review: Review {
    var review = Review(.scored)
    for id in ["relevance", "content", "novelty", "clarity"] {
      review.scores[Identifier(id)!] = 4
    }
    review.at = Timestamp("2026-03-19T10:00:00.000Z")
    (review.comment, review.commentAt) = ("Worth a slot.", review.at)
    return review
  }

  private func script(_ files: RescuedFile..., size: Size = Fixture.standard) -> Script {
    var script = Script(Fixture.state(size: size))
    script.send(.rescuedFound(files))
    return script
  }

  @Test func whatIsFoundIsOfferedAndTakenBackIn() throws {
    var script = script(file(.review(1201, review)))
    guard case .rescue = script.state.overlays.last else {
      Issue.record("nothing is offered")
      return
    }
    script.press("Enter")
    #expect(script.state.overlays.isEmpty)
    #expect(script.state.seen.proposal(1201)?.myReview == review)
    #expect(
      script.effects == [
        .save(reviewer: ben, proposal: 1201, review: review, replacing: nil, revision: 1)
      ])
    // Moved away only once it is on the disk.
    script.send(.saveFailed(problem: "Not saved: the disk is full"))
    #expect(!script.effects.contains(.putAway(["one.json"])))
    script.send(.saved(revision: 1, news: [:], notice: nil))
    #expect(script.effects.last == .putAway(["one.json"]))
  }

  @Test func takingBackInCanBeUndone() {
    var script = script(file(.review(1201, review), .note(1202, "Ask Chi")))
    script.press("Enter u")
    #expect(script.state.seen.proposal(1201)?.myReview?.status == .cleared)
    #expect(script.state.personal.notes[1202] == nil)
    script.press("Ctrl-R")
    #expect(script.state.seen.proposal(1201)?.myReview?.scores == review.scores)
    #expect(script.state.personal.notes[1202] == "Ask Chi")
  }

  @Test func whatStandsAlreadyIsMovedAwayWithoutAWord() throws {
    var state = Fixture.state()
    _ = state.update(.rescuedFound([file(.review(1201, review))]), at: Fixture.now)
    var script = Script(state)
    script.press("Enter")
    script.send(.saved(revision: 1, news: [:], notice: nil))
    script.send(.rescuedFound([file(.review(1201, review), name: "again.json")]))
    #expect(script.state.overlays.isEmpty)
    #expect(script.effects.last == .putAway(["again.json"]))
  }

  @Test func wordsOfSomebodyElseAreNotOffered() {
    var script = script(file(.review(1201, review), of: ada))
    #expect(script.state.overlays.isEmpty)
    #expect(script.effects.isEmpty)
    script.press("g u")
    #expect(script.state.overlays.isEmpty)
    #expect(script.state.toast?.text == "1 of somebody else, none of yours")
  }

  @Test func aFileThatCannotBeReadIsNamedAndNotTakenBack() {
    let broken = RescuedFile(
      name: "b.json", writer: nil, sayings: [], problem: "It cannot be read: \u{1b}[2J")
    var script = script(broken)
    script.press("Enter")
    #expect(script.effects.isEmpty)
    #expect(script.state.toast?.kind == .problem)
    script.press("x")
    #expect(script.effects == [.putAway(["b.json"])])
    #expect(script.state.overlays.isEmpty)
  }

  @Test func laterKeepsItAndTheKeyFindsItAgain() {
    var script = script(file(.draft(1201, kind: "committee", text: "Begun")))
    script.press("Esc")
    #expect(script.state.overlays.isEmpty && script.effects.isEmpty)
    script.press("g u Enter")
    #expect(script.state.personal.drafts[NoteKey(1201, .committee)] == "Begun")
    #expect(
      script.effects == [
        .keep(.draft(NoteKey(1201, .committee), "Begun"), of: ben), .putAway(["one.json"]),
      ])
  }

  @Test func whoIsInTheMiddleOfSomethingIsOnlyTold() {
    var script = Script(Fixture.state())
    script.press("t")
    script.send(.rescuedFound([file(.review(1201, review))]))
    guard case .note = script.state.overlays.last else {
      Issue.record("the note is gone")
      return
    }
    #expect(script.state.toast?.text.contains("g u") == true)
  }

  @Test func aDecisionOfSomebodyWhoIsNoChairAnyMoreStaysWhereItIs() {
    let decision = Decision(.accept, at: Fixture.now, chair: ben)
    var script = script(file(.decision(1201, decision)))
    script.press("Enter")
    #expect(script.effects.isEmpty)
    #expect(script.state.offered.count == 1)
  }

  @Test(arguments: [Fixture.wide, Fixture.standard, Fixture.narrow])
  func thePageShowsWhatWasKeptBesideWhatStands(size: Size) {
    let lost = LostText(
      about: "1210", kind: "comment", text: "Written on the train.",
      at: "2026-03-18T08:00:00.000Z")
    let script = script(
      file(.review(1201, review), .lost(lost)), file(.note(1202, "x"), name: "two.json"),
      size: size)
    Snapshot(name: "rescue").check(script.state)
  }
}
