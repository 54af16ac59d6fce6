import TerminalUI

extension KeyMap {
  static let finding: [KeyBinding] = [
    KeyBinding(
      [.key("/")], .search, in: KeyContext.review.union([.rank, .shortlist]), "search",
      "Search titles and texts as you type", hint: 11),
    KeyBinding(
      [.key("n")], .nextMatch, in: KeyContext.review.union([.rank, .shortlist]), "next match",
      "Go to the next proposal that holds what you searched for"),
    KeyBinding(
      [.key("N")], .previousMatch, in: KeyContext.review.union([.rank, .shortlist]),
      "match before", "Go to the proposal before that holds what you searched for"),
    KeyBinding(
      [.key("f")], .filter, in: KeyContext.review, "filter",
      "Show only some proposals: choose a value, or type a query such as is:unscored area:lakehouse",
      hint: 7),
    KeyBinding(
      [.key("F")], .views, in: KeyContext.review.union([.rank, .shortlist]), "views",
      "Show a view: a filter and an order that you gave a name, or one that is ready-made",
      hint: 18),
    KeyBinding(
      [.control("s")], .saveView,
      in: KeyContext.review.union([.rank, .shortlist, .filter, .views]),
      "save view", "Give the filter, the focus area and the order of the list a name"),
    KeyBinding(
      [.control("x")], .removeView, in: [.views], "remove", "Remove a view of yours", hint: 5),
    KeyBinding(
      [KeyPress(.function(2)), .control("t")], .renameView, in: [.views], "rename",
      "Give a view of yours another name", hint: 6),
    KeyBinding(
      [.key(">")], .nextArea, in: KeyContext.review, "area", "Show only the next focus area",
      hint: 18),
    KeyBinding(
      [.key("<")], .previousArea, in: KeyContext.review, "area back",
      "Show only the focus area before"),
    KeyBinding(
      [KeyPress(.escape)], .clearFilter, in: [.split, .list], "show all",
      "Take back, one after the other: a number, marks, the search, the filter"),
    KeyBinding(
      [.key("S")], .sort, in: KeyContext.review, "sort",
      "Order the list otherwise; the same order again turns it around"),
    KeyBinding(
      [.key("=")], .sameScore, in: [.split, .reading], "same score",
      "Show every proposal to which you gave this score in this criterion, to compare them"),
    KeyBinding(
      [.key("o")], .otherTalks, in: KeyContext.review, "related talks",
      "Show the other talks of these speakers, and proposals whose texts are similar"),
    KeyBinding(
      [.control("o")], .jumpBack, in: KeyContext.review, "back", "Back to where you jumped from"),
    KeyBinding(
      [.control("f")], .jumpForward, in: KeyContext.review, "forward",
      "Forward again, after going back"),
    KeyBinding(
      [.key("j")], .jumps, after: .key("g"), in: KeyContext.review, "jump list",
      "Choose among the places where you were"),
    KeyBinding(
      [.key("y")], .copyID, in: KeyContext.review.union([.rank, .shortlist]), "copy id",
      "Copy the proposal's id to the clipboard of your terminal"),
    KeyBinding(
      [.key("Y")], .copyLink, in: KeyContext.review.union([.rank, .shortlist]), "copy link",
      "Copy the proposal's link, where it has one"),
  ]
}
