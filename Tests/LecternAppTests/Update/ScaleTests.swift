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

  @Test(arguments: ["1 1", "9 9 9 9 9 9 9", "4 . 2", ".", "1 . ."])
  func aNumberOffTheScaleSaysSo(_ keys: String) {
    var script = script(ten)
    script.press("\(keys) Enter")
    #expect(script.effects.isEmpty)
    #expect(script.state.typedNumber.isEmpty)
    #expect(script.state.toast?.kind == .problem)
    #expect(script.selected == 1000)
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

  @Test func anotherProposalDropsTheNumber() {
    var script = script(ten)
    script.press("1 j Enter")
    #expect(script.effects.isEmpty)
    #expect(script.state.isReading)
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
