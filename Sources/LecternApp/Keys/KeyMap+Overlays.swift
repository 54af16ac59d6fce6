import TerminalUI

extension KeyMap {
  private static let choosing: Set<KeyContext> = [.picker, .menu, .filter, .export]
  private static let scrolling: Set<KeyContext> = [.page, .picker, .help]

  static let overlays: [KeyBinding] = [
    KeyBinding(
      [KeyPress(.enter)], .accept, in: [.prompt, .filter], "done", "Take the line", hint: 0),
    KeyBinding([KeyPress(.enter)], .accept, in: [.note], "save", "Save the note", hint: 0),
    KeyBinding(
      [KeyPress(.enter)], .accept, in: [.picker, .menu, .views], "choose", "Choose this one",
      hint: 0),
    KeyBinding([KeyPress(.enter)], .accept, in: [.export], "export", "Write the file", hint: 0),
    KeyBinding(
      [KeyPress(.escape), .control("c")], .cancel, in: [.prompt, .filter, .export], "cancel",
      "Leave things as they are", hint: 1),
    KeyBinding(
      [KeyPress(.escape), .control("c")], .cancel, in: [.note], "later",
      "Keep the text as a draft and go on; the same key finds it again", hint: 1),
    KeyBinding(
      [KeyPress(.tab)], .complete, in: [.filter], "take in",
      "Take in what is proposed, or the chosen value, and go on", hint: 2),
    KeyBinding(
      [.control("j")], .newLine, in: [.note], "new line", "Begin a new line", hint: 2),
    KeyBinding(
      [KeyPress(.tab)], .otherKind, in: [.note], "for whom",
      "Write for the committee, for the speaker, or for yourself", hint: 3),
    KeyBinding(
      [.control("x")], .external, in: [.note], "editor",
      "Go on in your own editor ($VISUAL or $EDITOR)", hint: 4),
    KeyBinding(
      [KeyPress(.tab)], .otherKind, in: [.help], "all screens",
      "Show the keys of this screen, or of all", hint: 1),
    KeyBinding(
      [KeyPress(.escape)], .cancel, in: [.menu, .views, .help], "close", "Close it", hint: 5),
    KeyBinding(
      [KeyPress(.escape), .key("q")], .cancel, in: [.picker], "close", "Choose nothing", hint: 5),
    KeyBinding(
      [KeyPress(.escape), .key("q"), KeyPress(.enter), .key("r"), .key("!"), .key("d"), .key("p")],
      .cancel,
      in: [.page], "close", "Close the page", hint: 0),
    KeyBinding(
      [KeyPress(.down), .key("j")], .itemDown, in: [.picker, .page], "down", "Go down", hint: 1),
    KeyBinding(
      [KeyPress(.up), .key("k")], .itemUp, in: [.picker, .page], "up", "Go up", hint: 2),
    KeyBinding(
      [KeyPress(.down), .control("n")], .itemDown, in: [.menu, .views, .filter, .help], "down",
      "Go down", hint: 3),
    KeyBinding(
      [KeyPress(.up), .control("p")], .itemUp, in: [.menu, .views, .filter, .help], "up", "Go up",
      hint: 4),
    KeyBinding(
      [.key(" "), KeyPress(.pageDown), .control("d")], .pageDown, in: [.page, .picker], "page",
      "A page down"),
    KeyBinding(
      [.key("b"), KeyPress(.pageUp), .control("u")], .pageUp, in: [.page, .picker], "page up",
      "A page up"),
    KeyBinding(
      [KeyPress(.pageDown)], .pageDown, in: [.help, .menu, .views], "page", "A page down"),
    KeyBinding([KeyPress(.pageUp)], .pageUp, in: [.help, .menu, .views], "page up", "A page up"),
    KeyBinding([KeyPress(.pageDown)], .pageDown, in: [.filter], "group", "To the next group"),
    KeyBinding([KeyPress(.pageUp)], .pageUp, in: [.filter], "group up", "To the group before"),
    KeyBinding([KeyPress(.home)], .first, in: [.page, .picker], "top", "To the top"),
    KeyBinding([KeyPress(.end), .key("G")], .last, in: [.page, .picker], "end", "To the end"),
  ]
}
