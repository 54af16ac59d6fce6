import ReviewAnalysis
import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct CompareScreenTests {
  // MARK: - Saying which is better

  @Test(arguments: [
    ("Left", CompareScreen.Answer.left), ("h", .left), ("Right", .right), ("l", .right),
    ("=", .tied), ("s", .skipped),
  ])
  func oneKeySaysWhichIsBetter(_ key: String, _ answer: CompareScreen.Answer) throws {
    var script = Fixture.comparing()
    let shown = try #require(script.pair)
    script.press(key)
    let said = try #require(script.said(shown.pair))
    #expect(said.outcome == shown.outcome(of: answer))
    #expect(script.comparisons.map(\.pair) == [shown.pair])
    #expect(script.comparisons.map(\.comparison) == [said])
    #expect(script.comparisons.map(\.reviewer) == [ada])
    #expect(script.pair != nil && script.pair?.pair != shown.pair)
    #expect(script.toast.contains("u undoes"))
  }

  @Test func leftAndRightAreTheTwoOnTheScreen() throws {
    let pair = try #require(ProposalPair(1201, 1202))
    let straight = CompareScreen.ShownPair(pair, for: ada)
    let other = try #require(
      [ben, chi, Identifier("di"), Identifier("ed")].compactMap(\.self).map {
        CompareScreen.ShownPair(pair, for: $0)
      }.first { $0.isFirstLeft != straight.isFirstLeft })
    for shown in [straight, other] {
      #expect(Set(shown.both) == [1201, 1202])
      #expect((shown.outcome(of: .left) == .first) == (shown.left == pair.first))
      #expect((shown.outcome(of: .right) == .first) == (shown.right == pair.first))
    }
  }

  @Test func neitherSideIsFavoured() throws {
    let ids = (1...40).map { ProposalID(String(2000 + $0))! }
    var lefts = 0
    var count = 0
    for (place, one) in ids.enumerated() {
      for other in ids.dropFirst(place + 1) {
        let pair = try #require(ProposalPair(one, other))
        lefts += CompareScreen.ShownPair(pair, for: ada).isFirstLeft ? 1 : 0
        count += 1
      }
    }
    // Five deviations of a fair coin.
    #expect(abs(Double(lefts) - Double(count) / 2) < 2.5 * Double(count).squareRoot())
  }

  @Test func noPairComesTwiceAndInTheEndThereIsNone() throws {
    var script = Fixture.comparing()
    var asked: Set<ProposalPair> = []
    while let shown = script.pair {
      #expect(asked.insert(shown.pair).inserted)
      #expect(asked.count < 200)
      script.press(["Left", "Right", "=", "s"][asked.count % 4])
    }
    #expect(script.comparisons.count == asked.count)
    let words = try #require(
      CompareWords(compare: script.state.compare, seen: script.state.seen).instead)
    #expect(script.screen.contains(words.prefix(30)))
    let before = script.state
    script.press("Left Right = s")
    #expect(script.comparisons.count == asked.count)
    #expect(script.state.seen == before.seen)
  }

  @Test func aPairInConflictNeverComes() throws {
    var summit = Fixture.calibratedSummit()
    let first = try #require(Fixture.comparing(summit: summit).pair)
    var conflict = Review(.conflict)
    conflict.reason = "we work together"
    conflict.at = Fixture.earlier(1)
    summit.sheets[ada]?.reviews[first.left] = conflict
    var script = Fixture.comparing(summit: summit)
    while let shown = script.pair {
      #expect(!shown.both.contains(first.left))
      script.press("Left")
    }
  }

  @Test func aConflictDeclaredElsewhereTakesThePairAway() throws {
    var script = Fixture.comparing()
    let shown = try #require(script.pair)
    var summit = Fixture.calibratedSummit()
    summit.sheets[ada]?.reviews[shown.left] = Review(.conflict)
    script.send(.folderChanged(summit, faults: []))
    #expect(script.pair?.both.contains(shown.left) != true)
  }

  // MARK: - Undo

  @Test func undoTakesBackAndAsksAgain() throws {
    var script = Fixture.comparing()
    let shown = try #require(script.pair)
    script.press("Right")
    let said = try #require(script.said(shown.pair))
    let second = script.pair
    script.press("u")
    let cleared = try #require(script.said(shown.pair))
    #expect(cleared.outcome == .cleared)
    #expect(try #require(cleared.at) > (try #require(said.at)))
    #expect(script.pair == shown)
    #expect(script.toast.hasPrefix("Undone"))
    #expect(script.screen.contains("You took back"))
    script.press("Ctrl-R")
    #expect(script.said(shown.pair)?.outcome == said.outcome)
    #expect(script.pair == second)
    script.press("u Left")
    #expect(script.said(shown.pair)?.outcome == shown.outcome(of: .left))
    #expect(script.comparisons.count == 5)
  }

  @Test func everyAnswerIsAStep() throws {
    var script = Fixture.comparing()
    var shown: [CompareScreen.ShownPair] = []
    for key in ["Left", "=", "s"] {
      shown.append(try #require(script.pair))
      script.press(key)
    }
    for pair in shown.reversed() {
      script.press("u")
      #expect(script.pair == pair)
    }
    for pair in shown { #expect(script.said(pair.pair)?.outcome == .cleared) }
    script.press("Ctrl-R Ctrl-R Ctrl-R")
    #expect(script.said(shown[0].pair)?.outcome == shown[0].outcome(of: .left))
    #expect(script.said(shown[1].pair)?.outcome == .tied)
    #expect(script.said(shown[2].pair)?.outcome == .skipped)
  }

  @Test func whatChangedElsewhereIsNotUndone() throws {
    var script = Fixture.comparing()
    let shown = try #require(script.pair)
    script.press("Left")
    let newer = Comparison(outcome: .tied, at: Fixture.now.adding(milliseconds: 90_000))
    script.send(
      .saved(revision: 1, news: [:], comparisons: [shown.pair: newer], notice: nil))
    #expect(script.said(shown.pair) == newer)
    script.press("u")
    #expect(script.said(shown.pair) == newer)
    #expect(script.toast.contains("changed elsewhere"))
  }

  @Test func undoWorksFromAnotherScreen() throws {
    var script = Fixture.comparing()
    let shown = try #require(script.pair)
    script.press("Left q u")
    #expect(script.state.screen == .review)
    #expect(script.said(shown.pair)?.outcome == .cleared)
    script.press("g c")
    #expect(script.pair == shown)
  }

  // MARK: - Saving

  @Test func whatIsNotSavedYetStaysWhenTheFolderChanges() throws {
    var script = Fixture.comparing()
    let shown = try #require(script.pair)
    script.press("Left")
    let said = try #require(script.said(shown.pair))
    #expect(!script.state.isSaved)
    script.send(.folderChanged(Fixture.calibratedSummit(), faults: []))
    #expect(script.said(shown.pair) == said)
    script.send(.saved(revision: 1, news: [:], notice: nil))
    #expect(script.state.isSaved)
    script.send(.folderChanged(Fixture.calibratedSummit(), faults: []))
    #expect(script.said(shown.pair) == nil)
  }

  @Test func reviewsAndComparisonsShareTheirNumbers() throws {
    var script = Fixture.comparing()
    script.press("Left q")
    script.press("3")
    #expect(script.comparisons.map(\.revision) == [1])
    #expect(script.saves.map(\.revision) == [2])
    script.send(.saved(revision: 1, news: [:], notice: nil))
    #expect(!script.state.isSaved)
    script.send(.saved(revision: 2, news: [:], notice: nil))
    #expect(script.state.isSaved)
  }

  @Test func whatTheFileSaysOtherwiseIsTakenIn() throws {
    var script = Fixture.comparing()
    let shown = try #require(script.pair)
    script.send(
      .saved(
        revision: 0, news: [:],
        comparisons: [shown.pair: Comparison(outcome: .first, at: Fixture.now)], notice: nil))
    #expect(script.pair?.pair != shown.pair)
    #expect(script.state.seen.comparisons.contains { $0.pair == shown.pair })
  }

  // MARK: - What is shown

  @Test func thePairStaysWhileOthersCompare() throws {
    var script = Fixture.comparing()
    let shown = try #require(script.pair)
    var summit = Fixture.calibratedSummit()
    summit.sheets[chi]?.comparisons[shown.pair] = Comparison(outcome: .first, at: Fixture.now)
    let others = script.state.seen.proposals.map(\.id).filter { !shown.both.contains($0) }
    for (one, other) in zip(others, others.dropFirst()) {
      summit.sheets[chi]?.comparisons[try #require(ProposalPair(one, other))] = Comparison(
        outcome: .first, at: Fixture.now)
    }
    script.send(.folderChanged(summit, faults: []))
    #expect(script.pair == shown)
  }

  @Test func onANarrowScreenOneTextIsShownAtATime() throws {
    var script = Fixture.comparing(size: Fixture.standard)
    #expect(!script.state.compare.showsRight)
    script.press("Tab")
    #expect(script.state.compare.showsRight)
    script.press("Left")
    #expect(!script.state.compare.showsRight)
    script.press("Tab Tab")
    #expect(!script.state.compare.showsRight)
  }

  @Test func theTextsScroll() throws {
    let plain = Fixture.calibratedSummit()
    let proposals = plain.proposals.map { proposal in
      var proposal = proposal
      proposal.abstract = (1...40).map { "Line \($0)" }.joined(separator: "\n")
      return proposal
    }
    var summit = Summit(event: plain.event, proposals: proposals, speakers: plain.speakers)
    summit.sheets = plain.sheets
    var script = Fixture.comparing(size: Fixture.narrow, summit: summit)
    script.press("J j Down")
    #expect(script.state.compare.panes[0].offset == 3)
    #expect(script.state.compare.panes[1].offset == 0)
    script.press("k b")
    #expect(script.state.compare.panes[0].offset == 0)
    script.press("End")
    #expect(!script.state.compare.panes[0].hasMoreBelow)
    script.press("Home Tab Space")
    #expect(script.state.compare.panes[0].offset == 0)
    #expect(script.state.compare.panes[1].offset > 0)
  }

  @Test func aClickShowsOneAndSaysNothing() throws {
    var script = Fixture.comparing(size: Fixture.narrow)
    func click(_ row: Int) {
      script.send(
        .input(
          .mouse(MouseEvent(kind: .press, button: .left, position: Position(column: 5, row: row)))))
    }
    click(3)
    #expect(script.state.compare.showsRight)
    click(2)
    #expect(!script.state.compare.showsRight)
    for row in 4..<16 { click(row) }
    #expect(script.comparisons.isEmpty)
  }

  @Test func whoHasNoIdentityComparesNothing() {
    var script = Fixture.comparing(viewer: nil)
    #expect(script.screen.contains("Say who you are"))
    script.press("Left")
    #expect(script.comparisons.isEmpty)
    #expect(script.menu != nil)
  }

  @Test func withoutScoresTheScreenSaysSo() {
    var script = Fixture.comparing(viewer: ben, summit: Fixture.plain(proposals: 5))
    #expect(script.screen.contains("Nothing is scored yet"))
    script.press("Left s = u Tab Space")
    #expect(script.comparisons.isEmpty)
    let empty = Summit(event: Fixture.summit().event)
    #expect(Fixture.comparing(summit: empty).screen.contains("No proposals yet"))
  }

  @Test func whenAllFitTheScreenSaysSo() {
    var summit = Fixture.calibratedSummit()
    summit.event.rules.slots = 400
    #expect(Fixture.comparing(summit: summit).screen.contains("fit into 400 slots, and so does"))
    summit.event.rules.slots = nil
    for place in summit.event.formats.indices { summit.event.formats[place].slots = SlotLimits() }
    #expect(Fixture.comparing(summit: summit).screen.contains("no cut line: the middle"))
  }

  @Test func untilTheLevelsAreThereNothingIsAsked() throws {
    var script = Script(Fixture.state(viewer: ada, summit: Fixture.calibratedSummit()))
    script.isPatient = false
    script.press("g c")
    #expect(script.screen.contains("Looking for the pair"))
    script.press("Left")
    #expect(script.comparisons.isEmpty)
    #expect(script.levels.count == 1)
    script.level()
    #expect(script.pair != nil)
    // An answer to an older question is not taken in.
    let stale = LevelOrder(reviewsVersion: -1)
    let prior = ComparisonPrior(nil, on: .oneToFive)
    script.send(.leveled(prior, stale))
    #expect(script.pair != nil)
  }

  @Test func anotherViewerSeesTheirOwn() throws {
    var script = Fixture.comparing()
    #expect(script.pair != nil)
    script.send(.saved(revision: 9, news: [:], notice: nil))
    script.isPatient = false
    script.press("I Down Enter")
    #expect(script.state.seen.viewer?.id == ben)
    #expect(script.pair == nil && script.state.compare.order == nil)
    script.level()
    #expect(script.state.compare.next != nil)
  }

  /// A comparison changes no level: those are not worked out again.
  @Test func anAnswerAsksForNoNewLevels() {
    var script = Fixture.comparing()
    script.isPatient = false
    script.press("Left = s u")
    #expect(script.levels.isEmpty)
    script.press("q 3 g c")
    #expect(script.levels.count == 1)
  }
}
