import TerminalUI

extension KeyMap {
  static let comparing: [KeyBinding] = [
    KeyBinding(
      [KeyPress(.left), .key("h")], .answer(.left), in: [.compare], "is better",
      "The proposal on the left is the better one", hint: 0),
    KeyBinding(
      [KeyPress(.right), .key("l")], .answer(.right), in: [.compare], "is better",
      "The proposal on the right is the better one", hint: 1),
    KeyBinding(
      [.key("=")], .answer(.tied), in: [.compare], "can't tell",
      "Neither of the two is better: half a win for each", hint: 3),
    KeyBinding(
      [.key("s")], .skip, in: [.compare], "skip",
      "Say nothing of these two, and do not be asked again", hint: 4),
    KeyBinding(
      [KeyPress(.tab)], .otherSide, in: [.compare], "other one",
      "Show the other of the two, where there is room for one only", hint: 5),
    KeyBinding(
      [.key(" "), KeyPress(.pageDown)], .textDown, in: [.compare], "scroll",
      "Scroll the texts down, by a page", hint: 6),
    KeyBinding(
      [.key("b"), KeyPress(.pageUp)], .textUp, in: [.compare], "scroll up",
      "Scroll the texts up, by a page"),
    KeyBinding(
      [.key("j"), KeyPress(.down), .key("J")], .textLineDown, in: [.compare], "line down",
      "Scroll the texts down, by a line"),
    KeyBinding(
      [.key("k"), KeyPress(.up), .key("K")], .textLineUp, in: [.compare], "line up",
      "Scroll the texts up, by a line"),
    KeyBinding(
      [.control("d")], .halfPageDown, in: [.compare], "half page", "Half a page down"),
    KeyBinding([.control("u")], .halfPageUp, in: [.compare], "half page up", "Half a page up"),
    KeyBinding([KeyPress(.home)], .first, in: [.compare], "top", "To the beginning of the texts"),
    KeyBinding(
      [KeyPress(.end), .key("G")], .last, in: [.compare], "end", "To the end of the texts"),
    KeyBinding(
      [.key("q"), KeyPress(.escape)], .back, in: [.compare], "review",
      "Back to the review screen", hint: 20),
  ]
}
