import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

/// Numbers that take more than one key.
struct ScaleTests {
  private func script(
    _ scale: ScoreScale, criteria: [String] = ["content", "novelty"], isReading: Bool = false
  ) -> Script {
    var script = Script(
      Fixture.state(summit: Fixture.plain(proposals: 3, scale: scale, criteria: criteria)))
    if isReading { script.press("Enter") }
    return script
  }

  private let halves = ScoreScale(low: 1, high: 5, step: 0.5)!
  private let ten = ScoreScale(low: 0, high: 10, step: 1)!
  private let content = Identifier("content")!

  @Test(arguments: ["Enter", "Tab"], [false, true])
  func aHalfPointIsTypedAndEnded(by key: String, isReading: Bool) {
    var script = script(halves, isReading: isReading)
    script.press("3 . 5")
    #expect(script.effects.isEmpty)
    #expect(script.state.typedNumber == "3.5")
    script.press(key)
    #expect(script.mine(1000)?.scores[content] == 3.5)
    #expect(script.state.typedNumber.isEmpty)
    #expect(script.state.criterion == 1)
    #expect(script.state.isReading == isReading)
    script.press("4 \(key)")
    #expect(script.mine(1000)?.status == .scored)
    #expect(script.selected == 1001)
    #expect(script.toast == "3.5 4: Proposal 0 · u undoes")
  }

  @Test(arguments: [("1 0", 10.0), ("0", 0), ("0 7", 7), ("9", 9)])
  func aNumberUpToTenIsTyped(_ keys: String, _ score: Double) {
    var script = script(ten)
    script.press("\(keys) Enter")
    #expect(script.mine(1000)?.scores[content] == score)
  }

  @Test(
    arguments: [
      ("1 1", "11 is off the scale: 0 to 10; Backspace mends it, Esc drops it"),
      ("9 9 9 9 9 9 9", "999999 is off the scale: 0 to 10; Backspace mends it, Esc drops it"),
      ("4 . 2", "4.2 is between the steps of 1; Backspace mends it, Esc drops it"),
      ("1 . .", "1.. is no number; Backspace mends it, Esc drops it"),
    ], ["Enter", "Tab", "j", "G", "g", "Ctrl-N", "V", "*"])
  func aNumberThatIsNoScoreStaysToBeMended(_ typed: (keys: String, problem: String), by key: String)
  {
    var script = script(ten)
    script.press("\(typed.keys) \(key)")
    #expect(script.effects.isEmpty)
    #expect(
      script.state.typedNumber == String(typed.keys.filter { $0 != " " }.prefix(6)))
    #expect(script.state.toast?.kind == .problem)
    #expect(script.toast == typed.problem)
    #expect(script.selected == 1000)
    #expect(script.state.screen == .review)
    #expect(script.state.prefix == nil)
    script.press("Backspace Backspace Backspace Backspace Backspace Backspace 7 Enter")
    #expect(script.mine(1000)?.scores[content] == 7)
  }

  @Test func escapeDropsTheNumberAndBackspaceItsLastDigit() {
    for isReading in [false, true] {
      var script = script(ten, isReading: isReading)
      script.press("1 0 Backspace")
      #expect(script.state.typedNumber == "1")
      script.press("0 Esc")
      #expect(script.state.typedNumber.isEmpty)
      #expect(script.state.isReading == isReading)
      script.press("Backspace Tab")
      #expect(script.effects.isEmpty)
      #expect(script.state.criterion == 1)
    }
  }

  @Test func goingElsewhereTakesTheNumber() {
    var script = script(ten)
    script.press("7 j")
    #expect(script.mine(1000)?.scores[content] == 7)
    #expect(script.selected == 1001)
    #expect(script.toast == "7 for Content: Proposal 0 \u{B7} u undoes")
    script.press("8 Shift-Tab")
    #expect(script.mine(1001)?.scores[content] == 8)
    #expect(script.state.criterion == 1)
    script.press("9 Ctrl-N")
    #expect(script.mine(1001)?.status == .scored)
    #expect(script.state.screen == .compare)
  }

  @Test func theLastScoreTakenOnTheWayIsOneStepToUndo() {
    var script = script(ten)
    script.press("7 Enter 8 j")
    #expect(script.mine(1000)?.status == .scored)
    #expect(script.selected == 1001)
    script.press("u")
    #expect(script.mine(1000)?.status == .cleared)
  }

  @Test func aClickElsewhereTakesTheNumber() {
    var script = script(ten)
    script.press("7")
    let rows = script.state.layout.list
    let press = MouseEvent(
      kind: .press, button: .left, position: Position(column: 4, row: rows.top + 2))
    script.send(.input(.mouse(press)))
    #expect(script.mine(1000)?.scores[content] == 7)
    #expect(script.selected == 1002)
  }

  @Test func undoDropsANumberThatIsBeingTypedAndSaysSo() {
    var script = script(ten)
    script.press("3 Enter 7 u")
    #expect(script.state.typedNumber.isEmpty)
    #expect(script.mine(1000)?.scores[content] == 3)
    #expect(script.toast == "7 was no score yet, and is dropped")
  }

  @Test func leavingTakesTheNumberWhereItIsAScore() {
    var script = script(ten)
    script.press("7 Q")
    #expect(script.mine(1000)?.scores[content] == 7)
    #expect(script.state.isLeaving)
    script = self.script(ten)
    script.press("7 7 Q")
    #expect(script.effects == [.quit])
  }

  @Test func looksThatTakeOneNowhereLeaveTheNumber() {
    var script = script(ten)
    script.press("7 Space r Esc ? Esc")
    #expect(script.state.typedNumber == "7")
    #expect(script.effects.isEmpty)
  }

  @Test func theHintsSayWhatEndsANumber() {
    for isReading in [false, true] {
      var script = script(ten, isReading: isReading)
      script.press("7")
      let hints = script.state.hints.prefix(4).map { "\($0.label) \($0.name)" }
      #expect(hints == ["Enter take the number", "Tab take it", "Backspace delete", "Esc drop it"])
    }
  }

  @Test func oneKeyIsEnoughForAnOverallScore() {
    var script = script(.oneToFive, criteria: [])
    script.press("4")
    #expect(script.mine(1000)?.status == .scored)
    #expect(script.mine(1000)?.overall == 4)
    #expect(script.selected == 1001)
    #expect(script.toast == "4: Proposal 0 · u undoes")
    script.press("u")
    #expect(script.mine(1000)?.status == .cleared)
    #expect(script.mine(1000)?.overall == nil)
  }

  @Test func aDecimalPointMeansNothingOnAScaleOfDigits() {
    var script = script(.oneToFive)
    script.press("3 . 5")
    #expect(script.saves.map { $0.review.scores.all.map(\.value) } == [[3], [3, 5]])
  }
}
