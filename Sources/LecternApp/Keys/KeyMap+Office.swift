import TerminalUI

extension KeyMap {
  /// The keys of forms, of the export and of the import.
  static let office: [KeyBinding] = [
    KeyBinding([KeyPress(.enter)], .accept, in: [.form], "save", "Take what is filled in", hint: 0),
    KeyBinding(
      [KeyPress(.escape), .control("c")], .cancel, in: [.form], "cancel",
      "Leave things as they are",
      hint: 1),
    KeyBinding(
      [KeyPress(.tab), KeyPress(.down), .control("n")], .itemDown, in: [.form, .export],
      "next field",
      "Go to the next field", hint: 3),
    KeyBinding(
      [KeyPress(.tab, .shift), KeyPress(.up), .control("p")], .itemUp, in: [.form, .export],
      "field before",
      "Go to the field before", hint: 4),
    KeyBinding(
      [.key(" "), KeyPress(.right)], .nextValue, in: [.form, .export], "change",
      "Choose the next value, where the field is no text", hint: 2),
    KeyBinding(
      [KeyPress(.left)], .previousValue, in: [.form, .export], "value before",
      "Choose the value before, where the field is no text"),
    KeyBinding(
      [.key("o")], .overwrite, in: [.overwrite], "write over it",
      "Put the export in place of the file that is there", hint: 0),
    KeyBinding(
      [KeyPress(.escape), .control("c")], .cancel, in: [.overwrite], "back",
      "Leave the file that is there, and choose another name", hint: 1),
    KeyBinding(
      [.key("i")], .importFiles, in: [.report], "import", "Take over what the page shows", hint: 0),
    KeyBinding(
      [KeyPress(.tab)], .otherKind, in: [.report], "next", "Go on to the next part", hint: 4),
    KeyBinding(
      [.key("w")], .withdrawMissing, in: [.report], "missing",
      "Withdraw what is missing in the file, however much, or leave it"),
    KeyBinding(
      [KeyPress(.escape), .key("q")], .cancel, in: [.report], "leave",
      "Leave things as they are: nothing is taken over", hint: 1),
    KeyBinding(
      [KeyPress(.enter)], .accept, in: [.filling], "take it over",
      "Accept and waitlist what the page proposes, in one step", hint: 0),
    KeyBinding(
      [KeyPress(.escape), .key("q")], .cancel, in: [.filling], "leave",
      "Leave things as they are: nothing is decided", hint: 1),
    KeyBinding(
      [KeyPress(.enter)], .accept, in: [.mending], "merge mine",
      "Merge copies of your own files, and conflicts in them; nothing said is lost", hint: 0),
    KeyBinding(
      [KeyPress(.escape), .key("q"), .key("!")], .cancel, in: [.mending], "leave",
      "Leave things as they are: nothing is merged", hint: 1),
    KeyBinding(
      [.control("c")], .quit, in: [.report, .filling, .mending], "quit",
      "Leave; everything is saved"),
    KeyBinding(
      [KeyPress(.down), .key("j")], .itemDown, in: [.report, .filling, .mending], "down", "Go down",
      hint: 2),
    KeyBinding(
      [KeyPress(.up), .key("k")], .itemUp, in: [.report, .filling, .mending], "up", "Go up", hint: 3
    ),
    KeyBinding(
      [.key(" "), KeyPress(.pageDown), .control("d")], .pageDown,
      in: [.report, .filling, .mending], "page",
      "A page down"),
    KeyBinding(
      [.key("b"), KeyPress(.pageUp), .control("u")], .pageUp, in: [.report, .filling, .mending],
      "page up",
      "A page up"),
    KeyBinding([KeyPress(.home)], .first, in: [.report, .filling, .mending], "top", "To the top"),
    KeyBinding(
      [KeyPress(.end), .key("G")], .last, in: [.report, .filling, .mending], "end", "To the end"),
  ]
}
