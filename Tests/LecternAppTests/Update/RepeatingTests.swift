import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

/// Scores without a digit: the last ones once more, a step up or down.
struct RepeatingTests {
  private func script(
    _ scale: ScoreScale = .oneToFive, criteria: [String] = ["content", "novelty"]
  ) -> Script {
    Script(Fixture.state(summit: Fixture.plain(proposals: 4, scale: scale, criteria: criteria)))
  }

  private let halves = ScoreScale(low: 1, high: 5, step: 0.5)!
  private let ten = ScoreScale(low: 0, high: 10, step: 1)!
  private let content = Identifier("content")!
  private let novelty = Identifier("novelty")!

  private func scores(_ script: Script, _ id: ProposalID) -> [Double] {
    (script.mine(id)?.scores.all ?? []).map(\.value)
  }

  @Test func theMarkStaysOnTheScoreThatUndoBroughtBack() {
    var script = script()
    script.press("2 Shift-Tab + + u")
    #expect(scores(script, 1000) == [2])
    #expect(script.state.criterion == 0)
    script.press("Ctrl-R")
    #expect(scores(script, 1000) == [4])
    #expect(script.state.criterion == 0)
  }

  // MARK: - Once more

  @Test func aFullStopGivesTheLastScoresAndGoesOn() {
    var script = script()
    script.press("4 2 .")
    #expect(scores(script, 1001) == [4, 2])
    #expect(script.mine(1001)?.status == .scored)
    #expect(script.selected == 1002)
    #expect(script.toast == "Repeated 4 2: Proposal 1 · u undoes")
    #expect(script.saves.count == 3)
    script.press("u")
    #expect(script.mine(1001)?.status == .cleared)
    #expect(script.selected == 1001)
    script.press("Ctrl-R")
    #expect(scores(script, 1001) == [4, 2])
  }

  @Test func theLastScoresAreThoseOfTheNewestCompleteJudgement() {
    var script = script()
    script.press("4 2 5 5 1")
    #expect(script.selected == 1002)
    script.press("j .")
    #expect(scores(script, 1003) == [5, 5])
    script.press("u")
    // Scoring again is the newest judgement too.
    script.press("Home 1 j j j .")
    #expect(scores(script, 1003) == [1, 2])
  }

  @Test func aDraftIsReplacedAndOneStepToUndo() {
    var script = script()
    script.press("4 2 1 .")
    #expect(scores(script, 1001) == [4, 2])
    script.press("u")
    #expect(scores(script, 1001) == [])
  }

  @Test func withoutAJudgementThereIsNothingToRepeat() {
    var script = script()
    script.press(". 3 .")
    #expect(script.toast.hasPrefix("There are no scores of yours to repeat yet"))
    #expect(script.saves.count == 1)
    #expect(script.selected == 1000)
  }

  @Test func whatIsJudgedStaysOnTheScreenAndSaysWhatChanged() {
    var script = script()
    script.press("4 2 5 5 k k .")
    #expect(script.selected == 1000)
    #expect(scores(script, 1000) == [5, 5])
    #expect(script.toast == "4 2 \u{2192} 5 5: Proposal 0 · u undoes")
    script.press(".")
    #expect(script.toast == "5 5 are its scores already")
    #expect(script.saves.count == 5)
    script.press("u")
    #expect(scores(script, 1000) == [4, 2])
  }

  @Test(arguments: [1209, 1213, 1216] as [ProposalID]) func whatMayNotBeScoredTakesNoRepetition(
    _ id: ProposalID
  ) {
    var script = Script(Fixture.state())
    for _ in 0..<40 where script.selected != id { script.press("j") }
    for key in [".", "+", "-"] {
      script.press(key)
      #expect(script.toast.hasPrefix("Not possible"), "\(key)")
    }
    #expect(script.effects.isEmpty)
  }

  @Test func scoresOffTheScaleAreNotRepeated() {
    var summit = Fixture.plain(proposals: 3)
    var review = Review(.scored)
    review.scores[content] = 9
    review.scores[novelty] = 2
    review.at = Fixture.earlier(1)
    summit.sheets[ben] = ReviewSheet(reviewer: ben)
    summit.sheets[ben]?.reviews[1002] = review
    var script = Script(Fixture.state(summit: summit))
    script.press(".")
    #expect(script.effects.isEmpty)
  }

  @Test func withinANumberAFullStopAndACommaAreTheDecimalPoint() {
    for point in [".", ","] {
      var script = script(halves)
      script.press("3 \(point) 5 Tab 4 Enter")
      #expect(scores(script, 1000) == [3.5, 4])
      script.press(".")
      #expect(scores(script, 1001) == [3.5, 4])
      #expect(script.selected == 1002)
    }
  }

  @Test func aCommaAloneScoresNothing() {
    var script = script()
    script.press("4 2 ,")
    #expect(script.saves.count == 2)
    #expect(script.selected == 1001)
  }

  @Test func anOverallScoreIsRepeated() {
    var script = script(criteria: [])
    script.press("4 . .")
    #expect(script.mine(1002)?.overall == 4)
    #expect(script.selected == 1003)
    script.press("-")
    #expect(script.mine(1003)?.overall == 3)
    #expect(script.mine(1003)?.status == .scored)
  }

  @Test func rightAfterADigitOpenedTheProposalNothingScores() {
    var script = Script(Fixture.state(size: Fixture.standard))
    script.press("Esc")
    script.press("4 . + -")
    #expect(script.effects.isEmpty)
    #expect(script.state.context == .reading)
  }

  @Test func whereTheRubricIsNotInSightNothingScores() {
    var script = Script(Fixture.state(size: Fixture.standard))
    script.press("Esc . + - ,")
    #expect(script.effects.isEmpty)
    #expect(script.state.context == .list)
  }

  // MARK: - A step

  @Test func plusAndMinusBeginInTheMiddleAndStay() {
    for (scale, middle, up) in [(.oneToFive, 3, 4), (halves, 3, 3.5), (ten, 5, 6)]
      as [(ScoreScale, Double, Double)]
    {
      var script = script(scale)
      script.press("+")
      #expect(scores(script, 1000) == [middle])
      script.press("+")
      #expect(scores(script, 1000) == [up])
      #expect(script.state.criterion == 0)
      script.press("- -")
      #expect(scores(script, 1000) == [2 * middle - up])
      #expect(script.state.criterion == 0)
    }
  }

  @Test func theEndsOfTheScaleHold() {
    var script = script()
    script.press("+ + +")
    _ = script.takeEffects()
    script.press("+")
    #expect(script.effects.isEmpty)
    #expect(script.toast == "Content is at 5, the highest score")
    script.press("- - - -")
    _ = script.takeEffects()
    script.press("-")
    #expect(script.effects.isEmpty)
    #expect(script.toast == "Content is at 1, the lowest score")
  }

  @Test func severalStepsAreOneToUndo() {
    var script = script()
    script.press("4 2 k + - - -")
    #expect(script.selected == 1000)
    #expect(scores(script, 1000) == [2, 2])
    #expect(script.toast == "Content 4 \u{2192} 2: Proposal 0 · u undoes")
    script.press("u")
    #expect(scores(script, 1000) == [4, 2])
    #expect(script.toast.hasPrefix("Undone (Content 4 \u{2192} 2)"))
    script.press("Ctrl-R")
    #expect(scores(script, 1000) == [2, 2])
    script.press("u u")
    #expect(scores(script, 1000) == [])
  }

  @Test func stepsOfTwoCriteriaAreTwoToUndo() {
    var script = script(criteria: ["content", "novelty", "speaker"])
    script.press("+ + Tab - u")
    #expect(scores(script, 1000) == [4])
    script.press("u")
    #expect(scores(script, 1000) == [])
  }

  @Test func stepsThatCompleteAJudgementAreOneWithIt() {
    var script = script()
    script.press("4 -")
    #expect(script.mine(1000)?.status == .scored)
    #expect(script.toast == "Scored 4 3: Proposal 0 · u undoes")
    #expect(script.selected == 1000)
    #expect(script.state.criterion == 1)
    script.press("- -")
    #expect(scores(script, 1000) == [4, 1])
    script.press("u")
    #expect(script.mine(1000)?.status == .cleared)
    #expect(script.toast.hasPrefix("Undone (the scores)"))
    script.press("u")
    #expect(script.toast == "There is nothing to undo")
  }

  @Test func aStepTakesTheNumberThatIsBeingTyped() {
    var script = script(ten)
    script.press("7 +")
    #expect(scores(script, 1000) == [8])
    #expect(script.state.typedNumber.isEmpty)
    #expect(script.toast == "Content 7 \u{2192} 8: Proposal 0 · u undoes")
  }

  @Test func belowZeroAMinusIsASign() {
    var script = script(ScoreScale(low: -2, high: 2, step: 1)!)
    script.press("- 2 Enter")
    #expect(scores(script, 1000) == [-2])
    script.press("+ -")
    #expect(script.state.typedNumber.isEmpty == false)
    #expect(scores(script, 1000) == [-2, 0])
  }

  @Test func theMouseRepeatsNothing() throws {
    var script = script()
    script.send(.resized(Size(columns: 220, rows: 36)))
    script.press("4 2")
    let hints = HintView.line(script.state, in: script.state.layout.hints)
    let entry = try #require(hints.entries.first { $0.hint.command == .repeatScores })
    script.send(
      .input(
        .mouse(
          MouseEvent(
            kind: .press, button: .left,
            position: Position(column: entry.column, row: script.state.layout.hints.top)))))
    #expect(script.saves.count == 2)
  }

  @Test func aScoreThatIsOverwrittenIsNamed() {
    var script = script()
    script.press("4 2 k 3")
    #expect(script.toast == "Content 4 \u{2192} 3: Proposal 0 · u undoes")
    script.press("Shift-Tab 3")
    #expect(script.toast == "3 for Content: Proposal 0 · u undoes")
  }
}
