import TerminalUI

extension KeyMap {
  /// The keys of the page that offers what could not be saved.
  static let rescue: [KeyBinding] = [
    KeyBinding(
      [KeyPress(.enter)], .accept, in: [.rescue], "take back in",
      "Say it again where nothing newer stands; texts come under those that stand", hint: 0),
    KeyBinding(
      [.key("x")], .clear, in: [.rescue], "put away",
      "Move it into the folder kept, beside the rescue files: nothing is deleted", hint: 1),
    KeyBinding([KeyPress(.tab)], .otherKind, in: [.rescue], "next", "Show the next one", hint: 2),
    KeyBinding(
      [KeyPress(.escape), .key("q")], .cancel, in: [.rescue], "later",
      "Leave it where it is, for another time", hint: 3),
    KeyBinding([KeyPress(.down), .key("j")], .itemDown, in: [.rescue], "down", "Go down", hint: 4),
    KeyBinding([KeyPress(.up), .key("k")], .itemUp, in: [.rescue], "up", "Go up", hint: 5),
    KeyBinding(
      [.key(" "), KeyPress(.pageDown), .control("d")], .pageDown, in: [.rescue], "page",
      "A page down"),
    KeyBinding(
      [.key("b"), KeyPress(.pageUp), .control("u")], .pageUp, in: [.rescue], "page up",
      "A page up"),
    KeyBinding([KeyPress(.home)], .first, in: [.rescue], "top", "To the top"),
    KeyBinding([KeyPress(.end), .key("G")], .last, in: [.rescue], "end", "To the end"),
  ]
}
