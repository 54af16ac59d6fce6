import Testing

@testable import TerminalUI

struct TextAreaTests {
  private func press(_ presses: KeyPress..., in area: inout TextArea) {
    for press in presses {
      let isHandled = area.handle(press)
      #expect(isHandled)
    }
  }

  private func control(_ character: Character) -> KeyPress {
    KeyPress(.character(character), [.control])
  }

  private func place(_ area: TextArea) -> [Int] { [area.cursor.line, area.cursor.place] }

  @Test(arguments: [
    "", "a", "a\n", "\n", "\n\n", "a\nb", "é\u{2028}x\u{0B}y\u{85}", "🇩🇪\t\u{1B}[31m",
  ])
  func theTextIsKeptVerbatim(text: String) {
    let area = TextArea(text)
    #expect(area.text == text)
    #expect(area.count == text.count)
    #expect(area.isEmpty == text.isEmpty)
    var pasted = TextArea()
    let fits = pasted.insert(text)
    #expect(fits)
    #expect(pasted.text == text)
    #expect(place(pasted) == place(area))
  }

  @Test func carriageReturnsAreNewlines() {
    var area = TextArea("a\r\nb\rc")
    #expect(area.text == "a\nb\nc")
    area.insert("\r\r\n")
    #expect(area.text == "a\nb\nc\n\n")
    #expect(area.count == 7)
  }

  @Test func keysEditAcrossLines() {
    var area = TextArea("one\ntwo")
    press(KeyPress(.home), KeyPress(.backspace), in: &area)
    #expect(area.text == "onetwo")
    #expect(place(area) == [0, 3])
    press(KeyPress(.enter), KeyPress(.character("x")), KeyPress(.left), KeyPress(.left), in: &area)
    #expect(area.text == "one\nxtwo")
    #expect(place(area) == [0, 3])
    press(KeyPress(.delete), in: &area)
    #expect(area.text == "onextwo")
    press(KeyPress(.end), KeyPress(.delete), KeyPress(.right), in: &area)
    #expect(place(area) == [0, 7])
    press(KeyPress(.home, [.control]), KeyPress(.backspace), KeyPress(.left), in: &area)
    #expect(place(area) == [0, 0])
    #expect(area.count == 7)
  }

  @Test func wordsAreCrossedAndTheEndsOfLinesToo() {
    var area = TextArea("one two\nthree")
    let left = KeyPress(.left, [.control])
    press(left, left, in: &area)
    #expect(place(area) == [0, 7])
    press(left, in: &area)
    #expect(place(area) == [0, 4])
    let right = KeyPress(.right, [.control])
    press(right, right, right, in: &area)
    #expect(place(area) == [1, 5])
    press(control("w"), in: &area)
    #expect(area.text == "one two\n")
    press(control("w"), control("w"), in: &area)
    #expect(area.text == "one ")
    press(control("y"), in: &area)
    #expect(area.text == "one two")
  }

  @Test func ctrlUAndCtrlKCutTheLineAndCtrlYPutsItBack() {
    var area = TextArea("ab\ncdef\ngh")
    area.moveCursor(toLine: 1, place: 2)
    press(control("k"), in: &area)
    #expect(area.text == "ab\ncd\ngh")
    press(control("y"), control("a"), KeyPress(.right), control("u"), in: &area)
    #expect(area.text == "ab\ndef\ngh")
    press(control("u"), control("e"), control("k"), in: &area)
    #expect(area.text == "ab\ndefgh")
    press(control("y"), in: &area)
    #expect(area.text == "ab\ndef\ngh")
    #expect(area.count == 9)
  }

  @Test func clustersThatBecomeNeighboursJoin() {
    var area = TextArea("ex\u{301}y")
    press(KeyPress(.home), KeyPress(.right), KeyPress(.delete), in: &area)
    #expect(area.text == "ey")
    press(KeyPress(.character("\u{301}")), in: &area)
    #expect(area.text == "e\u{301}y")
    #expect(place(area) == [0, 1])
    #expect(area.count == 2)
    area = TextArea("\u{301}")
    area.moveCursor(toLine: 0, place: 0)
    press(KeyPress(.character("e")), in: &area)
    #expect(area.count == 1)
    #expect(place(area) == [0, 1])
    area = TextArea("👩\n\u{200D}👩")
    area.moveCursor(toLine: 1, place: 0)
    press(KeyPress(.backspace), in: &area)
    #expect(area.text == "👩\u{200D}👩")
    #expect(area.count == 1)
  }

  @Test(arguments: [
    KeyPress(.escape), KeyPress(.tab), KeyPress(.function(1)), KeyPress(.character("1"), [.alt]),
    KeyPress(.character("c"), [.control]), KeyPress(.enter, [.control]),
  ])
  func otherKeysAreLeftToOthers(press: KeyPress) {
    var area = TextArea("x")
    let isHandled = area.handle(press)
    #expect(!isHandled)
    #expect(area == TextArea("x"))
  }

  @Test func whatIsBeyondTheLimitIsLeftOutAndSaid() {
    var area = TextArea(String(repeating: "ab\n", count: TextArea.limit))
    #expect(area.count == TextArea.limit)
    #expect(area.isFull)
    #expect(area.text.count == TextArea.limit)
    let fits = area.insert("x")
    #expect(!fits)
    press(KeyPress(.backspace), in: &area)
    let another = area.insert("yz")
    #expect(!another)
    #expect(area.text.count == TextArea.limit)
    #expect(area.text.hasSuffix("y"))
  }

  /// Whatever is pressed, the text is what a plain string would be.
  @Test(arguments: 1...10)
  func editingIsThatOfAString(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var area = TextArea()
    area.resize(Size(columns: 12, rows: 4))
    let presses: [KeyPress] = [
      KeyPress(.left), KeyPress(.right), KeyPress(.up), KeyPress(.down), KeyPress(.home),
      KeyPress(.end), KeyPress(.pageUp), KeyPress(.pageDown), KeyPress(.backspace),
      KeyPress(.delete), KeyPress(.enter), control("w"), control("u"), control("k"), control("y"),
      control("a"), KeyPress(.left, [.control]), KeyPress(.right, [.control]),
    ]
    for step in 0..<400 {
      if Bool.random(using: &random) {
        area.insert(HostileText.random(length: 12, using: &random))
      } else if let press = presses.randomElement(using: &random) {
        _ = area.handle(press)
      }
      if area.count > 400 { area = TextArea(String(area.text.suffix(50))) }
      if step % 10 == 0 {
        area.resize(Size(columns: Int.random(in: 1...20, using: &random), rows: 1 + step % 7))
      }
      for line in area.lines.indices {
        var fresh = area
        fresh.lines[line].rows = nil
        let isSame = area.wrapped(line).starts == fresh.wrapped(line).starts
        #expect(isSame, "seed \(seed), step \(step)")
      }
      #expect(
        area.count == area.lines.reduce(-1) { $0 + $1.characters.count + 1 }, "\(seed) \(step)")
      #expect(area.lines.allSatisfy { line in !line.characters.contains(where: \.isNewline) })
      #expect(area.lines.dropLast().allSatisfy { $0.newline != nil })
      #expect(area.lines.last?.newline == nil)
      #expect((0...area.lines[area.line].characters.count).contains(area.place))
      var canvas = Canvas(size: Size(columns: area.size.columns, rows: area.size.rows))
      let cursor = area.draw(on: &canvas, in: canvas.bounds, glyphs: .unicode)
      #expect(cursor.map(canvas.bounds.contains) == true, "seed \(seed), step \(step)")
    }
  }
}
