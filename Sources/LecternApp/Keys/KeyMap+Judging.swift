import TerminalUI

extension KeyMap {
  static let judging: [KeyBinding] =
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
        [.key(".")], .repeatScores, in: [.split, .reading], "repeat",
        "Give your last scores here too, save, and go on; in a number, the decimal point", hint: 12),
      KeyBinding(
        [.key("+")], .scoreUp, in: [.split, .reading], "raise",
        "Raise the score of the current criterion by a step, and stay there; from none, its middle"),
      KeyBinding(
        [.key("-")], .scoreDown, in: [.split, .reading], "lower",
        "Lower the score of the current criterion by a step; before a number below 0, its sign"),
      KeyBinding(
        [.key(",")], .decimalPoint, in: [.split, .reading], "point",
        "The decimal point of a number, as the full stop is"),
      KeyBinding(
        [KeyPress(.tab)], .nextCriterion, in: [.split, .reading], "criterion",
        "Go to the next criterion; ends a number on a scale beyond 9", hint: 3),
      KeyBinding(
        [KeyPress(.tab, .shift)], .previousCriterion, in: [.split, .reading], "criterion back",
        "Go to the criterion before"),
      KeyBinding(
        [.key("t")], .note, in: KeyContext.review, "note",
        "Write a note: for the committee, for the speaker, or for yourself", hint: 5),
      KeyBinding(
        [.key("E")], .editNote, in: KeyContext.review, "editor",
        "Write the note in your own editor ($VISUAL or $EDITOR)"),
      KeyBinding(
        [.key("a")], .abstain, in: KeyContext.review, "abstain",
        "Abstain, with a reason: no score, and not counted in any mean", hint: 6),
      KeyBinding(
        [.key("c")], .conflict, in: KeyContext.review, "conflict",
        "Declare a conflict of interest: you will not see what others say of it", hint: 8),
      KeyBinding(
        [.key("s")], .skip, in: KeyContext.review, "skip",
        "Skip for now, with a reason if you like: it comes back at the end of the queue", hint: 9),
      KeyBinding(
        [.key("x")], .clear, in: KeyContext.review, "clear",
        "Take your judgement back; notes stay"),
      KeyBinding(
        [.key("u")], .undo, in: KeyContext.screens, "undo", "Undo what you did last", hint: 10),
      KeyBinding(
        [.control("r")], .redo, in: KeyContext.screens, "redo", "Do again what was undone"),
      KeyBinding(
        [.key("r")], .rubric, in: KeyContext.review, "rubric",
        "Show the whole rubric with its guide", hint: 14),
      KeyBinding(
        [.key("d")], .changes, in: KeyContext.review, "changes",
        "Show what changed in the text since you judged it"),
    ]

  static let several: [KeyBinding] = [
    KeyBinding(
      [.key("*")], .bookmark, in: KeyContext.review.union([.rank, .shortlist]), "bookmark",
      "Bookmark the proposal, or those that are marked; again takes it away"),
    KeyBinding(
      [.key("v")], .mark, in: [.split, .list], "mark",
      "Mark the proposal and go to the next one; what you do then is done to all that are marked"),
    KeyBinding(
      [.key("V")], .markAll, in: [.split, .list], "mark all",
      "Mark every proposal of the list, or none"),
    KeyBinding(
      [.key("D")], .decideMenu, in: KeyContext.review, "decide",
      "Decide, as a chair: accept, waitlist, decline, undecided"),
  ]
}
