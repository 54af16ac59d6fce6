import Testing

@testable import TerminalUI

struct TextFieldTests {
  private func press(_ presses: KeyPress..., in field: inout TextField) {
    for press in presses {
      let isHandled = field.handle(press)
      #expect(isHandled)
    }
  }

  @Test func keysEditTheText() {
    var field = TextField("hello")
    press(KeyPress(.backspace), KeyPress(.character("p")), in: &field)
    #expect(field.text == "hellp")
    press(
      KeyPress(.home), KeyPress(.delete), KeyPress(.right), KeyPress(.character("X")), in: &field)
    #expect(field.text == "eXllp")
    #expect(field.cursor == 2)
    press(KeyPress(.left), KeyPress(.left), KeyPress(.left), KeyPress(.backspace), in: &field)
    #expect(field.text == "eXllp")
    press(KeyPress(.end), KeyPress(.delete), in: &field)
    #expect(field.cursor == 5)
  }

  @Test(
    arguments: [
      ("w", "one two "), ("u", ""), ("k", "one two three"), ("a", "one two three"),
      ("d", "one two three"), ("h", "one two thre"),
    ] as [(Character, String)])
  func controlKeysEditAtTheEnd(character: Character, text: String) {
    var field = TextField("one two three")
    press(KeyPress(.character(character), [.control]), in: &field)
    #expect(field.text == text)
  }

  @Test func ctrlWDeletesTheSpacesAfterTheWordToo() {
    var field = TextField("one two   ")
    press(KeyPress(.character("w"), [.control]), in: &field)
    #expect(field.text == "one ")
    press(
      KeyPress(.character("w"), [.control]), KeyPress(.character("w"), [.control]), in: &field)
    #expect(field.isEmpty)
  }

  @Test func ctrlUAndCtrlKCutAtTheCursor() {
    var field = TextField("abcdef")
    field.moveCursor(to: 2)
    var other = field
    press(KeyPress(.character("u"), [.control]), in: &field)
    press(KeyPress(.character("k"), [.control]), in: &other)
    #expect(field.text == "cdef")
    #expect(other.text == "ab")
  }

  @Test func pastedTextIsKeptVerbatimButForNewlines() {
    var field = TextField()
    field.insert("5q1dd\n\u{1B}[31mé\r\nx")
    #expect(field.text == "5q1dd \u{1B}[31mé x")
  }

  @Test func theCursorMovesByGraphemeClusters() {
    var field = TextField("a👩‍👩‍👧")
    #expect(field.cursor == 2)
    press(KeyPress(.backspace), in: &field)
    #expect(field.text == "a")
    press(KeyPress(.character("\u{301}")), in: &field)
    #expect(field.cursor == 1)
    press(KeyPress(.left), KeyPress(.delete), in: &field)
    #expect(field.isEmpty)
  }

  @Test func aClusterMayJoinWhatFollowsTheCursor() {
    var field = TextField("\u{301}x")
    field.moveCursor(to: 0)
    field.insert("e")
    #expect(field.text == "e\u{301}x")
    #expect(field.cursor == 1)
  }

  @Test(arguments: [
    KeyPress(.enter), KeyPress(.escape), KeyPress(.tab), KeyPress(.up), KeyPress(.function(1)),
    KeyPress(.character("1"), [.alt]), KeyPress(.character("c"), [.control]),
  ])
  func otherKeysAreLeftToOthers(press: KeyPress) {
    var field = TextField("x")
    let isHandled = field.handle(press)
    #expect(!isHandled)
    #expect(field.text == "x")
  }

  @Test(arguments: [
    ("abc", 3, "abc", 3), ("abcdefghij", 10, "…efghij", 7), ("abcdefghij", 0, "abcdefg…", 0),
    ("abcdefghij", 6, "…cdefgh…", 5), ("漢字漢字漢", 5, "…漢字漢", 7), ("a\u{1B}b", 3, "ab", 2),
  ])
  func theCursorStaysInSight(text: String, cursor: Int, shown: String, column: Int) {
    var canvas = Canvas(size: Size(columns: 8, rows: 1))
    var field = TextField(text)
    field.moveCursor(to: cursor)
    let position = field.draw(on: &canvas, column: 0, row: 0, columns: 8, glyphs: .unicode)
    #expect(canvas.text == shown)
    #expect(position == Position(column: column, row: 0))
  }

  @Test func aFieldWithoutRoomDrawsNothing() {
    var canvas = Canvas(size: Size(columns: 8, rows: 1))
    #expect(TextField("x").draw(on: &canvas, column: 0, row: 0, columns: 0, glyphs: .ascii) == nil)
    #expect(canvas.text == "")
  }
}

/// A field holds a line, not a book.
struct TextFieldLimitTests {
  @Test func whatIsBeyondTheLimitIsLeftOutAndSaid() {
    var field = TextField()
    let fits = field.insert(String(repeating: "a", count: TextField.limit))
    #expect(fits)
    #expect(field.isFull)
    let more = field.insert("b")
    #expect(!more)
    #expect(field.text.count == TextField.limit)
    #expect(!field.text.contains("b"))
  }

  @Test func whatIsInsertedJoinsItsNeighboursOnly() {
    var field = TextField("ab")
    field.moveCursor(to: 1)
    field.insert("\u{301}")
    #expect(field.text == "a\u{301}b")
    #expect(field.cursor == 1)
    field = TextField("\u{1F1E9}x")
    field.moveCursor(to: 1)
    field.insert("\u{1F1EA}")
    #expect(field.text == "\u{1F1E9}\u{1F1EA}x")
    #expect(field.cursor == 1)
  }
}
