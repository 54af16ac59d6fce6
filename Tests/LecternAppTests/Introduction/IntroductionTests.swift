import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

/// The three hints of the first run.
@Suite struct IntroductionTests {
  private func script(size: Size = Fixture.wide, proposals: Int = 3, hintsRead: Int = 0) -> Script {
    var state = Fixture.state(size: size, summit: Fixture.plain(proposals: proposals))
    state.personal.hintsRead = hintsRead
    return Script(state)
  }

  private func line(_ script: Script) -> String {
    String(script.screen.split(separator: "\n", omittingEmptySubsequences: false)[1])
  }

  @Test func somebodyNewReadsThreeHintsAsTheyWork() {
    var script = script()
    #expect(line(script).contains("1 of 3 Read, then press 1-5 for the criterion that is marked"))
    script.press("4")
    #expect(script.state.introduction == .goingOn)
    #expect(line(script).contains("u undoes"))
    script.press("3")
    #expect(script.state.personal.hintsRead == 2)
    #expect(line(script).contains("4 3: Proposal"), "What was done is said first.")
    script.time = script.time.adding(milliseconds: 60_000)
    script.send(.ticked)
    #expect(line(script).contains("3 of 3 ? shows all keys"))
    script.press("? Esc")
    #expect(script.state.introduction == nil)
  }

  @Test func escapeDismissesOneAfterTheOtherAndDoesNothingElse() {
    var script = script(size: Fixture.standard)
    #expect(script.state.isReading)
    script.press("Esc Esc Esc")
    #expect(script.state.isReading)
    #expect(script.state.introduction == nil)
    #expect(
      script.effects == [
        .keep(.hintsRead(1), of: ben), .keep(.hintsRead(2), of: ben), .keep(.hintsRead(3), of: ben),
      ])
    script.press("Esc")
    #expect(!script.state.isReading)
  }

  @Test func whoHasReadThemSeesWhatTheListShows() {
    let script = script(hintsRead: Introduction.count)
    #expect(line(script).contains("3 proposals"))
    #expect(!line(script).contains("of 3"))
  }

  @Test func aDigitThatWasDroppedTeachesNothing() {
    var script = script()
    script.press("9")
    #expect(script.state.personal.hintsRead == 0)
  }

  @Test func theyGiveWayToTheFilterAndToOtherScreens() {
    var script = script()
    script.press("f")
    script.type("is:unscored")
    script.press("Enter")
    #expect(script.state.introduction == nil)
    script.press("Esc")
    #expect(script.state.introduction == .scoring, "Esc took the filter back.")
    script.press("g k")
    #expect(script.state.introduction == nil)
  }

  @Test(arguments: [Fixture.wide, Fixture.standard, Fixture.narrow])
  func everyHintFitsTheLineWhole(_ size: Size) {
    for read in 0..<Introduction.count {
      var script = script(size: size, hintsRead: read)
      for isList in [false, true] where !isList || size.columns < 100 {
        if isList { script.press("q") }
        let line = line(script)
        #expect(!line.contains("…"), "\(line)")
        #expect(line.contains(read == 2 ? "Esc closes" : "Esc goes on"))
      }
    }
  }

  @Test func whoHasNothingLeftIsToldSoAndNotHowToScore() {
    let summit = Fixture.plain(proposals: 2)
    var first = Script(Fixture.state(summit: summit))
    first.press("4 3 5 4")
    var state = Fixture.state(summit: first.state.summit)
    state.personal.hintsRead = 0
    #expect(state.introduction == nil)
    #expect(state.toast?.text.contains("All judged") == true)
  }

  @Test func nobodyIsIntroducedToAnEmptyList() {
    #expect(script(proposals: 0).state.introduction == nil)
  }
}
