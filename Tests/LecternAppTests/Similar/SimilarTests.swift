import ReviewAnalysis
import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

/// What is like the proposal that one reads.
struct SimilarTests {
  private static let text =
    "How we join two unbounded streams with event time, watermarks and state, and what broke."

  /// Two versions of a talk by two speakers, one apart, and one that was withdrawn.
  private static func summit(
    by speakers: [String] = ["s1", "s2"], _ change: (inout Event) -> Void = { _ in }
  ) -> Summit {
    var event = Fixture.summit().event
    change(&event)
    func proposal(_ id: ProposalID, _ title: String, _ abstract: String) -> Proposal {
      var proposal = Proposal(id: id, title: title)
      proposal.abstract = abstract
      proposal.focusAreas = [Identifier("lakehouse")!]
      return proposal
    }
    var gone = proposal(14, "Gone", text)
    gone.isWithdrawn = true
    let summit = Summit(
      event: event,
      proposals: [
        proposal(11, "Streaming joins at scale \u{1B}[31m", text),
        proposal(12, "Joins at scale, with a title that is longer than many", "\(text) Twice."),
        proposal(13, "Tables for cats", "Nothing in common."), gone,
      ],
      speakers: zip([11, 12] as [ProposalID], speakers).map { id, speaker in
        Speaker(id: ProposalID(speaker)!, name: "Speaker of \(id)", proposals: [id])
      })
    return Fixture.queued(summit, for: ben)
  }

  private func script(
    size: Size = Fixture.wide, _ summit: Summit = summit(), isCompared: Bool = true
  ) -> Script {
    var state = Fixture.state(size: size, summit: summit)
    state.list.order = ListOrder(.id)
    state.refill()
    state.list.select(0)
    var script = Script(state)
    script.send(.ticked)
    if isCompared { script.compareTexts() }
    return script
  }

  @Test func textsAreComparedOnceAndAgainWhereTheyMayHaveChanged() {
    var script = script(isCompared: false)
    #expect(script.textOrders.map(\.version) == [0])
    script.press("j k")
    #expect(script.textOrders.count == 1)
    script.compareTexts()
    script.press("4 4 4 4")
    #expect(script.textOrders.isEmpty)
    script.send(.folderChanged(Self.summit(), faults: []))
    #expect(script.textOrders.map(\.version) == [1])
  }

  @Test func theMostSimilarStandsAboveTheRubric() {
    var script = script(isCompared: false)
    #expect(!script.screen.contains("similar"))
    script.compareTexts()
    #expect(script.screen.contains("─ duplicate? Joins at scale, with a"))
    script.press("j")
    #expect(script.screen.contains("─ duplicate? Streaming joins at scale"))
    script.press("j")
    #expect(!script.screen.contains("duplicate"))
  }

  @Test func whereThereIsNoRoomItStandsAboveTheText() {
    var script = script(size: Fixture.standard)
    script.press("Enter")
    #expect(script.screen.contains("Duplicate? Joins at scale, with a"))
    #expect(script.screen.contains("(0."))
  }

  @Test func otherTalksAndSimilarOnesAreOffered() throws {
    var script = script()
    script.press("o")
    let menu = try #require(script.menu)
    #expect(menu.items.map(\.action) == [.goTo(12)])
    #expect(menu.items[0].label.hasPrefix("0."))
    #expect(menu.items[0].detail.contains("streams"))
    script.press("Enter")
    #expect(script.selected == 12)
    script.press("j o")
    #expect(script.toast == "Nothing is similar")
  }

  @Test func whatTheSpeakerOffersTwiceStandsOnce() throws {
    var script = script(Self.summit(by: ["s1", "s1"]))
    // Two speakers of one id are one: both have their talks.
    script.press("o")
    let menu = try #require(script.menu)
    #expect(menu.items.map(\.action) == [.goTo(12)])
  }

  @Test func hiddenSpeakersDoNotHideWhatIsSimilar() throws {
    let one = script(Self.summit { $0.rules.speakers = .hidden })
    let other = script(Self.summit(by: ["s1", "s1"]) { $0.rules.speakers = .hidden })
    #expect(one.screen == other.screen)
    var script = one
    script.press("o")
    #expect(script.menu?.items.map(\.action) == [.goTo(12)])
    script.press("Esc j j o")
    #expect(script.toast == "The speakers are hidden in this review, and nothing is similar")
  }

  @Test func somebodyElseStartsWithNothingCompared() {
    var script = script()
    script.press("I Down Enter")
    #expect(script.state.seen.viewer?.id == chi)
    #expect(script.state.comparedTexts == nil)
    #expect(script.textOrders.count == 1)
  }

  @Test func textsThatWereComparedTooLateAreDropped() {
    var script = script()
    let old = TextsOrder(version: 0)
    script.send(.folderChanged(Fixture.summit(), faults: []))
    script.send(
      .textsCompared(SimilarityIndex(of: Self.summit().seen(by: ben, at: Fixture.now)), old))
    #expect(script.textOrders.count == 1)
    #expect(!script.screen.contains("Joins"))
  }
}
