import ReviewAnalysis
import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

/// The line under the rubric that says how severe one is.
struct CalibrationViewTests {
  private func line(_ script: Script) -> String {
    script.screen.split(separator: "\n").map(String.init).first {
      $0.contains("You ") && $0.contains(" of ")
    } ?? ""
  }

  @Test(arguments: [Fixture.wide, Fixture.standard]) func itNamesMyMeanAndTheOthers(_ size: Size) {
    var script = Script(
      Fixture.state(viewer: ada, size: size, summit: Fixture.summitWithOthersScores()))
    if size != Fixture.wide { script.press("Enter") }
    // Ada, a chair, sees everybody's: Ben's two and Chi's one that is finished.
    let line = line(script)
    #expect(line.contains("You 3.3 of 4 "), "\(line)")
    #expect(line.contains("others 3.3 of the 3 you may see "), "\(line)")
  }

  @Test func whatIsHiddenIsNotInIt() {
    var script = Script(Fixture.state(summit: Fixture.summitWithOthersScores()))
    #expect(line(script).contains("of the 3 you may see"))
    for _ in 0..<40 where script.selected != 1201 { script.press("j") }
    script.press("4 3 5 4")
    #expect(line(script).contains("of the 4 you may see"))
    script.press("u")
    #expect(line(script).contains("of the 3 you may see"))
  }

  @Test func itIsTheSameAsCountedAnewAfterEveryKey() {
    var script = Script(Fixture.state(summit: Fixture.summitWithOthersScores()))
    for key in "4 3 5 4 . u x + - k x u j j . Ctrl-R".split(separator: " ") {
      script.press(String(key))
      #expect(script.state.tally == ScoreTally(script.state.seen), "\(key)")
    }
  }

  @Test func thereIsNoneWithoutAScoreNorOnTheSmallestScreen() {
    var script = Script(Fixture.state(summit: Fixture.plain(proposals: 2)))
    #expect(line(script).isEmpty)
    #expect(script.state.layout.calibration.isEmpty)
    script.press("4 3")
    #expect(!script.state.layout.calibration.isEmpty)
    script = Script(Fixture.state(size: Fixture.narrow))
    script.press("Enter")
    #expect(script.state.layout.calibration.isEmpty)
    #expect(line(script).isEmpty)
  }

  @Test func barsHaveATwinInASCII() {
    let script = Script(Fixture.state(glyphs: .ascii))
    #expect(line(script).contains("You 3.5 of 2 ..##."), "\(line(script))")
  }

  @Test func whereThereIsLessRoomItSaysLess() {
    let tally = ScoreTally(Fixture.summit().seen(by: ben, at: Fixture.now))
    func text(_ columns: Int) -> String {
      CalibrationView.spans(of: tally, theme: .standard, glyphs: .unicode, columns: columns)
        .map(\.0).joined()
    }
    let words = [80, 45, 36, 22, 10].map(text)
    #expect(words[0].contains("   others") && words[0].contains("you may see"))
    #expect(words[2].contains("  others") && !words[2].contains("you may see"))
    #expect(words[3].hasPrefix("You ") && !words[3].contains("others"))
    #expect(words[4].isEmpty)
    for (columns, text) in zip([80, 45, 36, 22, 10], words) {
      #expect(DisplayWidth.of(text) <= columns)
    }
  }
}
