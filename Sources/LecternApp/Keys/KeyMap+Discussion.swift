import TerminalUI

extension KeyMap {
  static let discussion: [KeyBinding] = [
    KeyBinding(
      [.key("T")], .discuss, in: KeyContext.review.union([.rank, .shortlist]), "discuss",
      "Show what the committee says of the proposal, and answer", hint: 12),
    KeyBinding(
      [KeyPress(.enter), .key("T"), .key("t")], .write, in: [.thread], "answer",
      "Say something to the committee", hint: 0),
    KeyBinding(
      [.key("x")], .clear, in: [.thread], "take back", "Take a remark of your own back", hint: 3),
    KeyBinding([.key("u")], .undo, in: [.thread], "undo", "Undo what you did last", hint: 4),
    KeyBinding([.control("r")], .redo, in: [.thread], "redo", "Do again what was undone"),
    KeyBinding(
      [KeyPress(.escape), .key("q")], .cancel, in: [.thread], "close", "Close the discussion",
      hint: 5),
    KeyBinding(
      [KeyPress(.down), .key("j")], .itemDown, in: [.thread], "down", "Go to the next remark",
      hint: 1),
    KeyBinding(
      [KeyPress(.up), .key("k")], .itemUp, in: [.thread], "up", "Go to the remark before", hint: 2),
    KeyBinding(
      [.key(" "), KeyPress(.pageDown), .control("d")], .pageDown, in: [.thread], "page",
      "A page down"),
    KeyBinding(
      [.key("b"), KeyPress(.pageUp), .control("u")], .pageUp, in: [.thread], "page up",
      "A page up"),
    KeyBinding([KeyPress(.home)], .first, in: [.thread], "top", "To the oldest"),
    KeyBinding([KeyPress(.end), .key("G")], .last, in: [.thread], "end", "To the newest"),
    KeyBinding(
      [KeyPress(.enter)], .accept, in: [.remark], "say it", "Say what is written", hint: 0),
    KeyBinding(
      [KeyPress(.escape), .control("c")], .cancel, in: [.remark], "later",
      "Keep the text as a draft; the same key finds it again", hint: 1),
    KeyBinding(
      [.control("j")], .newLine, in: [.remark], "new line", "Begin a new line", hint: 2),
    KeyBinding(
      [KeyPress(.pageUp)], .pageUp, in: [.remark], "read up", "Scroll what was said up", hint: 3),
    KeyBinding(
      [KeyPress(.pageDown)], .pageDown, in: [.remark], "read down", "Scroll what was said down",
      hint: 4),
  ]
}
