package import TerminalUI

/// The one table of keys: what is pressed, hinted, explained and listed reads it.
package struct KeyMap: Sendable {
  /// The bindings, in the order in which help shows them.
  package let bindings: [KeyBinding]
  private let commands: [KeyContext: [KeyPress: Command]]

  /// Makes a table. Of two bindings of one key in one context the first counts.
  package init(_ bindings: [KeyBinding]) {
    self.bindings = bindings
    var commands: [KeyContext: [KeyPress: Command]] = [:]
    for binding in bindings {
      for context in binding.contexts {
        for key in binding.keys where commands[context]?[key] == nil {
          commands[context, default: [:]][key] = binding.command
        }
      }
    }
    self.commands = commands
  }

  /// What a key does; nil where it does nothing.
  package func command(for key: KeyPress, in context: KeyContext) -> Command? {
    commands[context]?[key]
  }

  /// The bindings to hint at, the most useful first.
  package func hints(in context: KeyContext) -> [KeyBinding] {
    bindings.filter { $0.hintOrder != nil && $0.contexts.contains(context) }
      .sorted { ($0.hintOrder ?? 0) < ($1.hintOrder ?? 0) }
  }

  /// The label of the first key of a command, for messages such as "u undoes".
  package func label(of command: Command) -> String {
    bindings.first { $0.command == command }?.keys.first?.label ?? ""
  }

  /// The keys as Lectern comes with them.
  package static let standard = KeyMap(judging + moving + reading + finding + everywhere + overlays)

  private static let judging: [KeyBinding] =
    (0...9).map { digit in
      KeyBinding(
        [.key(Character(String(digit)))], .digit(digit), in: [.split, .reading], "score",
        "Score the current criterion and go to the next one; after the last, on to the next proposal",
        hint: digit == 1 ? 0 : nil)
    }
    + (0...9).map { digit in
      KeyBinding(
        [.key(Character(String(digit)))], .digit(digit), in: [.list], "open",
        "Open the proposal, whose rubric is not in sight here; there a digit scores")
    } + [
      KeyBinding(
        [.key(".")], .decimalPoint, in: KeyContext.review, "point",
        "The decimal point, on a scale with parts of points"),
      KeyBinding(
        [KeyPress(.tab)], .nextCriterion, in: [.split, .reading], "criterion",
        "Go to the next criterion; ends a number on a scale beyond 9", hint: 3),
      KeyBinding(
        [KeyPress(.tab, .shift)], .previousCriterion, in: [.split, .reading], "criterion back",
        "Go to the criterion before"),
      KeyBinding(
        [.key("a")], .abstain, in: KeyContext.review, "abstain",
        "Abstain, with a reason: no score, and not counted in any mean", hint: 6),
      KeyBinding(
        [.key("c")], .conflict, in: KeyContext.review, "conflict",
        "Declare a conflict of interest: you will not see what others say of it", hint: 7),
      KeyBinding(
        [.key("s")], .skip, in: KeyContext.review, "skip",
        "Skip for now, with a reason if you like: it comes back at the end of the queue", hint: 8),
      KeyBinding(
        [.key("x")], .clear, in: KeyContext.review, "clear",
        "Take your judgement back; comments stay"),
      KeyBinding(
        [.key("t")], .comment, in: KeyContext.review, "comment",
        "Write a comment of one line for the committee", hint: 5),
      KeyBinding(
        [.key("u")], .undo, in: KeyContext.review, "undo", "Undo what you said last", hint: 10),
      KeyBinding(
        [.control("r")], .redo, in: KeyContext.review, "redo", "Do again what was undone"),
      KeyBinding(
        [.key("r")], .rubric, in: KeyContext.review, "rubric",
        "Show the whole rubric with its guide", hint: 12),
    ]

  private static let moving: [KeyBinding] = [
    KeyBinding(
      [.key("j"), KeyPress(.down)], .nextProposal, in: [.split, .list], "down",
      "Go to the next proposal", hint: 13),
    KeyBinding(
      [.key("k"), KeyPress(.up)], .previousProposal, in: [.split, .list], "up",
      "Go to the proposal before", hint: 14),
    KeyBinding(
      [.key("l"), KeyPress(.right)], .nextProposal, in: [.reading], "next",
      "Go to the next proposal", hint: 13),
    KeyBinding(
      [.key("h"), KeyPress(.left)], .previousProposal, in: [.reading], "before",
      "Go to the proposal before", hint: 14),
    KeyBinding(
      [.key("n")], .nextUnscored, in: KeyContext.review, "next unscored",
      "Go to the next proposal that waits for your judgement", hint: 11),
    KeyBinding([KeyPress(.pageDown)], .pageDown, in: [.split, .list], "page", "A page down"),
    KeyBinding([KeyPress(.pageUp)], .pageUp, in: [.split, .list], "page up", "A page up"),
    KeyBinding(
      [.control("d")], .halfPageDown, in: KeyContext.review, "half page", "Half a page down"),
    KeyBinding(
      [.control("u")], .halfPageUp, in: KeyContext.review, "half page up", "Half a page up"),
    KeyBinding(
      [KeyPress(.home)], .first, in: [.split, .list], "first", "Go to the first proposal"),
    KeyBinding(
      [KeyPress(.end), .key("G")], .last, in: [.split, .list], "last", "Go to the last proposal"),
  ]

  private static let reading: [KeyBinding] = [
    KeyBinding(
      [KeyPress(.enter)], .open, in: [.list], "read", "Read the proposal", hint: 1),
    KeyBinding(
      [KeyPress(.enter)], .open, in: [.split], "read",
      "Read the proposal over the whole screen; ends a number on a scale beyond 9", hint: 15),
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

  private static let finding: [KeyBinding] = [
    KeyBinding(
      [.key("f")], .filter, in: KeyContext.review, "filter",
      "Show only the proposals that meet a query, such as is:unscored area:lakehouse", hint: 9),
    KeyBinding(
      [.key(">")], .nextArea, in: KeyContext.review, "area", "Show only the next focus area",
      hint: 16),
    KeyBinding(
      [.key("<")], .previousArea, in: KeyContext.review, "area back",
      "Show only the focus area before"),
    KeyBinding(
      [KeyPress(.escape)], .clearFilter, in: [.split, .list], "show all", "Show all proposals"),
  ]

  private static let everywhere: [KeyBinding] = [
    KeyBinding(
      [.key("?"), KeyPress(.function(1))], .help, in: KeyContext.review, "help",
      "Show what the keys do", hint: 2),
    KeyBinding(
      [.key("!")], .faults, in: KeyContext.review, "faults",
      "Show what could not be read in the folder"),
    KeyBinding(
      [.key("I")], .reviewer, in: KeyContext.review, "who am I", "Say who you are"),
    KeyBinding(
      [.control("l")], .redraw, in: Set(KeyContext.allCases), "redraw", "Draw the screen anew"),
    KeyBinding(
      [.control("z")], .suspend, in: Set(KeyContext.allCases), "suspend",
      "Back to the shell; fg returns"),
    KeyBinding(
      [.key("q")], .quit, in: [.split, .list], "quit", "Leave; everything is saved", hint: 17),
    KeyBinding(
      [.key("Q"), .control("c")], .quit, in: KeyContext.review, "quit",
      "Leave, from anywhere; everything is saved"),
    KeyBinding(
      [.control("c")], .quit, in: [.picker, .page], "quit", "Leave; everything is saved"),
  ]

  private static let overlays: [KeyBinding] = [
    KeyBinding([KeyPress(.enter)], .accept, in: [.prompt], "done", "Take the line", hint: 0),
    KeyBinding([KeyPress(.enter)], .accept, in: [.picker], "choose", "Choose this one", hint: 0),
    KeyBinding(
      [KeyPress(.escape), .control("c")], .cancel, in: [.prompt], "cancel",
      "Leave things as they are", hint: 1),
    KeyBinding(
      [KeyPress(.escape), .key("q")], .cancel, in: [.picker], "only look",
      "Choose nobody: look without reviewing", hint: 3),
    KeyBinding(
      [KeyPress(.escape), .key("q"), KeyPress(.enter), .key("?"), .key("r"), .key("!")], .cancel,
      in: [.page], "close", "Close the page", hint: 0),
    KeyBinding(
      [.key("j"), KeyPress(.down)], .itemDown, in: [.picker, .page], "down", "Go down", hint: 1),
    KeyBinding(
      [.key("k"), KeyPress(.up)], .itemUp, in: [.picker, .page], "up", "Go up", hint: 2),
    KeyBinding(
      [.key(" "), KeyPress(.pageDown), .control("d")], .pageDown, in: [.page, .picker], "page",
      "A page down"),
    KeyBinding(
      [.key("b"), KeyPress(.pageUp), .control("u")], .pageUp, in: [.page, .picker], "page up",
      "A page up"),
    KeyBinding([KeyPress(.home)], .first, in: [.page, .picker], "top", "To the top"),
    KeyBinding([KeyPress(.end), .key("G")], .last, in: [.page, .picker], "end", "To the end"),
  ]
}
