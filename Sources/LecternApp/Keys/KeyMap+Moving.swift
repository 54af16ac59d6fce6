import TerminalUI

extension KeyMap {
  private static let lists = KeyContext.tables.union([.split, .list])

  static let moving: [KeyBinding] = [
    KeyBinding(
      [.key("j"), KeyPress(.down)], .nextProposal, in: lists, "down", "Go down", hint: 15),
    KeyBinding(
      [.key("k"), KeyPress(.up)], .previousProposal, in: lists, "up", "Go up", hint: 16),
    KeyBinding(
      [.key("l"), KeyPress(.right)], .nextProposal, in: [.reading], "next",
      "Go to the next proposal", hint: 15),
    KeyBinding(
      [.key("h"), KeyPress(.left)], .previousProposal, in: [.reading], "before",
      "Go to the proposal before", hint: 16),
    KeyBinding(
      [.key("U")], .nextUnscored, in: KeyContext.review, "next unscored",
      "Go to the next proposal that waits for your judgement", hint: 13),
    KeyBinding([KeyPress(.pageDown)], .pageDown, in: lists, "page", "A page down"),
    KeyBinding([KeyPress(.pageUp)], .pageUp, in: lists, "page up", "A page up"),
    KeyBinding(
      [.control("d")], .halfPageDown, in: lists.union([.reading]), "half page",
      "Half a page down"),
    KeyBinding(
      [.control("u")], .halfPageUp, in: lists.union([.reading]), "half page up",
      "Half a page up"),
    KeyBinding([KeyPress(.home)], .first, in: lists, "first", "Go to the first row"),
    KeyBinding([KeyPress(.end), .key("G")], .last, in: lists, "last", "Go to the last row"),
  ]

  static let reading: [KeyBinding] = [
    KeyBinding(
      [KeyPress(.enter)], .open, in: [.list], "read", "Read the proposal", hint: 1),
    KeyBinding(
      [KeyPress(.enter)], .open, in: [.split], "read",
      "Read the proposal over the whole screen; ends a number on a scale beyond 9", hint: 17),
    KeyBinding(
      [KeyPress(.enter)], .confirmNumber, in: [.reading], "enter",
      "End a number on a scale beyond 9"),
    KeyBinding(
      [.key(" ")], .textDown, in: [.split], "scroll", "Scroll the text down, by a page", hint: 1),
    KeyBinding(
      [.key(" "), KeyPress(.pageDown)], .textDown, in: [.reading], "scroll",
      "Scroll the text down, by a page", hint: 1),
    KeyBinding(
      [.key("b")], .textUp, in: [.split], "scroll up", "Scroll the text up, by a page"),
    KeyBinding(
      [.key("b"), KeyPress(.pageUp)], .textUp, in: [.reading], "scroll up",
      "Scroll the text up, by a page"),
    KeyBinding(
      [.key("J")], .textLineDown, in: [.split], "line down", "Scroll the text down, by a line"),
    KeyBinding([.key("K")], .textLineUp, in: [.split], "line up", "Scroll the text up, by a line"),
    KeyBinding(
      [.key("j"), KeyPress(.down), .key("J")], .textLineDown, in: [.reading], "line down",
      "Scroll the text down, by a line"),
    KeyBinding(
      [.key("k"), KeyPress(.up), .key("K")], .textLineUp, in: [.reading], "line up",
      "Scroll the text up, by a line"),
    KeyBinding(
      [.key("q"), KeyPress(.escape)], .back, in: [.reading], "list", "Back to the list", hint: 4),
    KeyBinding(
      [KeyPress(.backspace)], .deleteDigit, in: KeyContext.review, "delete",
      "Take back the last digit of a number that is being typed"),
  ]
}
