import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

/// In ASCII nothing else reaches the terminal, whatever is on the screen.
struct ASCIITests {
  /// What is pressed, with spaces between the keys.
  static let situations =
    ScreenKind.allCases.map { "g \($0.letter)" } + [
      "?", ":", "!", "f", "S", "t", "a", "r", "I", "D", "M", "g t", "T", "F", "g", "g 1", "Enter",
      "i", "e",
      "4 4", "v v", "g k Enter", "g k m", "g k p", "g s o", "g m a", "g m Enter", "/ é", "= Esc",
      "o",
    ]

  @Test(arguments: situations) func noCellLeavesASCII(_ keys: String) {
    for (viewer, size) in [(ada, Fixture.wide), (ada, Fixture.standard), (ben, Fixture.narrow)] {
      var script = Script(
        Fixture.state(
          viewer: viewer, size: size, summit: Fixture.decidingSummit(),
          faults: [Fault(path: "é.json", problem: "a café", remedy: "mend it – soon")],
          glyphs: .ascii))
      script.press(keys)
      let canvas = Interface.draw(script.state, isASCII: true).canvas
      for row in 0..<size.rows {
        for column in 0..<size.columns {
          let text = canvas[column: column, row: row].text
          #expect(text.utf8.allSatisfy { $0 < 0x80 }, "\(text) after \(keys)")
        }
      }
    }
  }
}
