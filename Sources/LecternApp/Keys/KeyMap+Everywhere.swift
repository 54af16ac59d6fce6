import TerminalUI

extension KeyMap {
  static let everywhere: [KeyBinding] = [
    KeyBinding(
      [.key("?"), KeyPress(.function(1))], .help, in: KeyContext.screens, "help",
      "Show what the keys do", hint: 2),
    KeyBinding(
      [.key(":")], .palette, in: KeyContext.screens, "commands",
      "Find any command or proposal by typing a part of its name", hint: 19),
    KeyBinding(
      [.key("!")], .faults, in: KeyContext.screens, "faults",
      "Show what could not be read in the folder"),
    KeyBinding(
      [.key("I")], .reviewer, in: KeyContext.screens, "who am I", "Say who you are"),
    KeyBinding(
      [.key("i")], .importFiles, in: KeyContext.screens, "import",
      "Bring proposals in from the export of a call for papers, as a chair"),
    KeyBinding(
      [.key("u")], .rescued, after: .key("g"), in: KeyContext.screens, "not saved",
      "Show what could not be saved, or what a newer text replaced, to take it back in"),
    KeyBinding(
      [.key("M")], .mouse, in: KeyContext.screens, "mouse",
      "Listen to the mouse, or leave it to the terminal for selecting text"),
    KeyBinding(
      [.key("t")], .theme, after: .key("g"), in: KeyContext.screens, "theme",
      "Change the colours: dark, light, high contrast, monochrome"),
    KeyBinding(
      [.key("p")], .sync, after: .key("g"), in: KeyContext.screens, "sync",
      "Share your reviews and take in the others', by git"),
    KeyBinding(
      [.control("l")], .redraw, in: Set(KeyContext.allCases), "redraw", "Draw the screen anew"),
    KeyBinding(
      [.control("z")], .suspend, in: Set(KeyContext.allCases), "suspend",
      "Back to the shell; fg returns"),
    KeyBinding(
      [.key("q")], .quit, in: [.split, .list], "quit", "Leave; everything is saved", hint: 20),
    KeyBinding(
      [.key("q")], .back, in: KeyContext.tables, "review", "Back to the review screen", hint: 20),
    KeyBinding(
      [KeyPress(.escape)], .back, in: [.insights, .committee], "review",
      "Back to the review screen"),
    KeyBinding(
      [.key("Q"), .control("c")], .quit, in: KeyContext.screens, "quit",
      "Leave, from anywhere; everything is saved"),
    KeyBinding(
      [.control("c")], .quit, in: [.picker, .menu, .views, .thread, .page, .help, .rescue], "quit",
      "Leave; everything is saved"),
  ]

  static let screens: [KeyBinding] =
    [
      KeyBinding(
        [.key("g")], .prefix, in: KeyContext.screens, "go to",
        "Then a letter goes to a screen, and a number to a row or as many rows down or up", hint: 21
      ),
      KeyBinding(
        [.control("n")], .nextScreen, in: KeyContext.screens, "next screen",
        "Go to the next screen"),
      KeyBinding(
        [.control("p")], .previousScreen, in: KeyContext.screens, "screen before",
        "Go to the screen before"),
    ]
    + ScreenKind.allCases.map { screen in
      KeyBinding(
        [.key(screen.letter)], .screen(screen), after: .key("g"), in: KeyContext.screens,
        screen.title, "Go to the screen \(screen.title)")
    } + [
      KeyBinding(
        [.key("g")], .first, after: .key("g"),
        in: KeyContext.screens.subtracting([.reading, .compare]),
        "first row", "Go to the first row, or to the row of the number before")
    ]
}
