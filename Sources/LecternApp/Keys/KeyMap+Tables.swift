import ReviewCore
import TerminalUI

extension KeyMap {
  private static let ranked: Set<KeyContext> = [.rank, .shortlist]

  static let tables: [KeyBinding] = [
    KeyBinding(
      [KeyPress(.enter)], .explain, in: ranked, "explain",
      "Explain the row: who gave what, and what placed it here", hint: 1),
    KeyBinding(
      [.key("o")], .open, in: [.rank], "read", "Read the proposal on the review screen", hint: 3),
    KeyBinding(
      [.key("o")], .fill, in: [.shortlist], "fill",
      "Work out the best programme under all rules, and propose it: nothing is decided yet",
      hint: 3),
    KeyBinding(
      [.key("l"), KeyPress(.right)], .open, in: [.shortlist], "read",
      "Read the proposal on the review screen"),
    KeyBinding(
      [.key("a")], .decide(.accept), in: ranked, "accept", "Accept the proposal", hint: 4),
    KeyBinding(
      [.key("w")], .decide(.waitlist), in: ranked, "waitlist", "Put it on the waitlist", hint: 5),
    KeyBinding(
      [.key("d")], .decide(.decline), in: ranked, "decline", "Decline the proposal", hint: 6),
    KeyBinding(
      [.key("x")], .decide(.undecided), in: ranked, "clear", "Take the decision back", hint: 7),
    KeyBinding(
      [.key("m")], .method, in: ranked, "method", "Rank by another method", hint: 8),
    KeyBinding(
      [.key("p")], .programme, in: ranked, "programme",
      "Show how full the programme is: slots, areas, formats, and every limit that is broken",
      hint: 9),
    KeyBinding(
      [.key("f")], .filter, in: ranked, "filter",
      "Show only some proposals, here and on the review screen; ranks stay as they are", hint: 13),
    KeyBinding(
      [.key(">")], .nextArea, in: ranked, "area", "Show only the next focus area", hint: 14),
    KeyBinding(
      [.key("<")], .previousArea, in: ranked, "area back", "Show only the focus area before"),
    KeyBinding(
      [KeyPress(.escape)], .clearFilter, in: ranked, "show all",
      "Take the filter back; then back to the review screen"),
    KeyBinding(
      [.key("e")], .export, in: KeyContext.screens, "export",
      "Write a file for other programs and people, after a look at its first lines", hint: 12),
  ]

  static let insights: [KeyBinding] = [
    KeyBinding(
      [KeyPress(.enter)], .open, in: [.insights], "open",
      "Show the proposals behind the row on the review screen", hint: 1),
    KeyBinding(
      [KeyPress(.tab)], .nextCriterion, in: [.insights], "section", "Go to the next section",
      hint: 3),
    KeyBinding(
      [KeyPress(.tab, .shift)], .previousCriterion, in: [.insights], "section back",
      "Go to the section before"),
  ]

  static let committee: [KeyBinding] = [
    KeyBinding(
      [.key("a")], .addMember, in: [.committee], "add", "Add a member", hint: 3),
    KeyBinding(
      [.key("x")], .removeMember, in: [.committee], "remove",
      "Remove the member, whose reviews stay in their file; or clear the deadline, rule or limit",
      hint: 4),
    KeyBinding(
      [KeyPress(.enter)], .editMember, in: [.committee], "change",
      "Change the member, the deadline or the rule", hint: 1),
  ]
}
