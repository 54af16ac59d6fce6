import ReviewAnalysis
import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct InsightsScreenTests {
  private func script(
    viewer: Identifier? = ada, size: Size = Fixture.wide,
    summit: Summit = summit
  ) -> Script {
    Fixture.deciding(viewer: viewer, on: "i", size: size, summit: summit)
  }

  /// With enough scores to be calibrated, and too few of some proposals.
  private static var summit: Summit {
    var summit = Fixture.calibratedSummit()
    summit.event.rules.reviewsPerProposal = 3
    return summit
  }

  /// Goes down to a row.
  private func go(_ script: inout Script, to row: InsightsRow) {
    script.press("Home")
    for _ in script.state.insights.rows.all where script.state.insights.rows.selected != row {
      script.press("j")
    }
    #expect(script.state.insights.rows.selected == row)
  }

  @Test func insightsAreWorkedOutWhenTheyAreShownAndAgainWhenScoresChange() {
    var script = Script(Fixture.state(viewer: ada, summit: Fixture.calibratedSummit()))
    script.isPatient = false
    script.press("j")
    #expect(script.insightOrders.isEmpty)
    script.press("g i j")
    #expect(script.insightOrders.map(\.scoresVersion) == [0])
    #expect(script.screen.contains("working it out"))
    script.workOutInsights()
    #expect(!script.screen.contains("orking it out"))
    script.press("g i")
    #expect(script.insightOrders.isEmpty)
    script.send(.folderChanged(Fixture.decidingSummit(), faults: []))
    #expect(script.insightOrders.count == 1)
    // What was there stays until then.
    #expect(script.screen.contains("working it out anew"))
    #expect(script.screen.contains("Agreement"))
  }

  @Test func whatWasWorkedOutTooLateIsDropped() {
    var script = script()
    let before = script.state.insights.insights
    let old = InsightsOrder(scoresVersion: -1)
    script.send(
      .insightsWorkedOut(
        Insights(of: Summit(event: Event(name: "x")).seen(by: nil, at: Fixture.now)), old))
    #expect(script.state.insights.insights == before)
  }

  @Test func enterOpensTheProposalsBehindARow() {
    var script = script()
    go(&script, to: .reviewer(chi))
    script.press("Enter")
    #expect(script.state.screen == .review)
    #expect(script.state.list.query.text == "by:chi -is:withdrawn")
    let chiScored = script.state.seen.proposals.filter { seen in
      seen.reviews.contains { $0.reviewer == chi && $0.review.status == .scored }
    }
    #expect(Set(script.listed) == Set(chiScored.map(\.id)))

    script = self.script()
    go(&script, to: .composite)
    script.press("Enter")
    #expect(script.state.list.query.text == "n:>=2 -is:withdrawn")

    script = self.script()
    go(&script, to: .area(Identifier("lakehouse")!))
    script.press("Enter")
    #expect(script.state.list.area == Identifier("lakehouse"))
    #expect(!script.listed.isEmpty)

    script = self.script()
    go(&script, to: .allFew)
    let few = script.state.insights.insights?.underReviewed.map(\.id) ?? []
    #expect(!few.isEmpty)
    script.press("Enter")
    #expect(Set(script.listed) == Set(few))
  }

  @Test func enterOnAProposalReadsIt() throws {
    var script = script()
    let disputed = try #require(script.state.insights.insights?.disputed.first?.id)
    go(&script, to: .dispute(disputed))
    script.press("Enter")
    #expect(script.state.screen == .review)
    #expect(script.selected == disputed)
    script.press("g i")
    let few = try #require(script.state.insights.insights?.underReviewed.last?.id)
    go(&script, to: .few(few))
    script.press("Enter")
    #expect(script.selected == few)
  }

  @Test func escapeGoesBackToTheInsightsOnceTheFilterIsTakenBack() {
    var script = script()
    go(&script, to: .reviewer(ben))
    script.press("Enter")
    #expect(script.state.screen == .review && script.state.list.isFiltered)
    script.press("Esc")
    #expect(script.state.screen == .review && !script.state.list.isFiltered)
    script.press("Esc")
    #expect(script.state.screen == .insights)
    script.press("g r Esc")
    #expect(script.state.screen == .review, "Who went there by themselves is not sent away.")
  }

  @Test func theCursorStaysOnWhatItIsOn() {
    var script = script()
    go(&script, to: .area(Identifier("agentic")!))
    script.send(.folderChanged(Fixture.decidingSummit(), faults: []))
    #expect(script.state.insights.rows.selected == .area(Identifier("agentic")!))
  }

  @Test func tabGoesFromSectionToSection() {
    var script = script()
    var selected: [InsightsRow?] = [script.state.insights.rows.selected]
    for _ in 0..<5 {
      script.press("Tab")
      selected.append(script.state.insights.rows.selected)
    }
    #expect(selected[0] == .reviewer(ada))
    #expect(selected[1] == .composite)
    if case .dispute? = selected[2] {} else { Issue.record("\(selected)") }
    if case .area? = selected[3] {} else { Issue.record("\(selected)") }
    #expect(selected[4] == .allFew)
    #expect(selected[5] == .allFew)
    script.press("Shift-Tab Shift-Tab")
    if case .dispute? = script.state.insights.rows.selected {} else { Issue.record("not back") }
    script.press("q")
    #expect(script.state.screen == .review)
  }

  @Test func aClickChoosesAndASecondOneOpens() {
    var script = script()
    let rows = InsightsView(script.state).rows(in: script.state.size)
    let press = MouseEvent(
      kind: .press, button: .left, position: Position(column: 4, row: rows.top + 3))
    script.send(.input(.mouse(press)))
    #expect(script.state.insights.rows.selected == .reviewer(chi))
    script.send(.input(.mouse(press)))
    #expect(script.state.screen == .review)
  }

  @Test func whatIsHiddenIsNotOnTheScreen() {
    for viewer: Identifier? in [ben, nil] {
      var other = Fixture.decidingSummit()
      let seen = other.seen(by: viewer, at: Fixture.now)
      for proposal in seen.proposals where !proposal.areOtherReviewsVisible {
        for reviewer in [ada, chi] {
          other.sheets[reviewer]?.reviews[proposal.id] = Fixture.scored(
            [1, 5, 1, 5], of: proposal.id, daysAgo: 1)
        }
      }
      for size in [Fixture.wide, Fixture.standard, Fixture.narrow] {
        var one = script(viewer: viewer, size: size, summit: Fixture.decidingSummit())
        var two = script(viewer: viewer, size: size, summit: other)
        for key in ["g i", "G", "k", "Tab"] {
          one.press(key)
          two.press(key)
          #expect(one.screen == two.screen)
        }
        #expect(one.state.insights.insights == two.state.insights.insights)
      }
    }
  }

  @Test func somebodyElseSeesTheirOwn() {
    var script = script()
    script.press("I Down Enter")
    #expect(script.state.seen.viewer?.id == ben)
    #expect(script.state.screen == .insights)
    let fresh = self.script(viewer: ben)
    #expect(script.state.insights.insights == fresh.state.insights.insights)
  }

  @Test func nothingToShowHasWords() {
    let summit = Summit(event: Event(name: "Empty"))
    let script = script(viewer: nil, summit: summit)
    for words in [
      "Nobody is on the committee yet", "No proposal has two finished reviews",
      "No two reviews that you may see differ", "Every proposal has 2 reviews or more",
    ] {
      #expect(script.screen.contains(words), "\(words)")
    }
    var other = script
    other.press("Enter Tab G Enter")
    #expect(other.state.screen == .insights)
  }

  @Test(arguments: [Fixture.wide, Fixture.standard, Fixture.narrow])
  func noRowRunsIntoAnother(_ size: Size) {
    var script = script(size: size)
    for _ in script.state.insights.rows.all {
      script.press("j")
      let lines = script.screen.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == size.rows)
      for line in lines { #expect(DisplayWidth.of(String(line)) <= size.columns) }
    }
  }
}
