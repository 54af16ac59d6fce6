import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct SessionTests {
  private func state(_ session: Session) -> State {
    State(
      summit: Fixture.summit(), faults: [], viewer: ben, personal: Personal(session: session),
      size: Fixture.wide, now: Fixture.now)
  }

  @Test func whereAPersonWasIsKeptAfterAWhile() {
    var script = Script(Fixture.state())
    script.press("j")
    #expect(script.sessions.isEmpty)
    #expect(script.state.deadline != nil)
    script.time = script.time.adding(milliseconds: 5_000)
    script.send(.ticked)
    #expect(script.sessions.map(\.proposal) == [1201])
    #expect(script.state.deadline == nil)
  }

  @Test func whatWaitsIsSelectedAgainWithItsFilterAndOrder() {
    let session = Session(
      proposal: 1203, query: "is:unscored", sort: ListOrder(.id, isReversed: true))
    let script = Script(state(session))
    #expect(script.selected == 1203)
    #expect(script.state.list.query.text == "is:unscored")
    #expect(script.state.list.order == ListOrder(.id, isReversed: true))
  }

  @Test func whatIsJudgedGivesWayToTheNextThatWaits() {
    #expect(Script(state(Session(proposal: 1210))).selected == 1215)
  }

  @Test func aFilterThatLeavesNothingIsNotRestored() {
    let script = Script(state(Session(query: "tag:nothing-has-it")))
    #expect(!script.state.list.isFiltered)
    #expect(script.selected == 1215)
  }

  @Test func aFilterInWhichNothingWaitsStandsWhereItWas() {
    let script = Script(state(Session(proposal: 1211, query: "is:scored")))
    #expect(script.selected == 1211)
  }

  @Test func theNextReviewerInheritsNothing() {
    var script = Script(
      State(
        summit: Fixture.summit(), faults: [], viewer: ben,
        personal: Personal(bookmarks: [1201], notes: [1201: "secret"]), size: Fixture.wide,
        now: Fixture.now))
    script.press("I Down Enter")
    #expect(script.effects == [.remember(chi)])
    #expect(script.state.personal.notes.isEmpty)
    #expect(script.state.personal.bookmarks.isEmpty)
    script.send(.personal(Personal(notes: [1202: "mine"]), of: ben))
    #expect(script.state.personal.notes.isEmpty)
    script.send(.personal(Personal(notes: [1202: "mine"]), of: chi))
    #expect(script.state.personal.notes == [1202: "mine"])
  }
}
