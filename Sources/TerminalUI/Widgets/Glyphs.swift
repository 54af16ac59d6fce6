/// Every symbol that the interface draws, in Unicode or in ASCII.
///
/// Each is one column wide, apart from the ellipsis in ASCII, which takes three.
package struct Glyphs: Equatable, Sendable {
  /// Not begun: ○.
  package let empty: String
  /// Begun: ◐.
  package let half: String
  /// Done: ●.
  package let full: String
  /// Abstained, or not counted: ◌.
  package let dotted: String
  /// Not allowed, such as a conflict of interest: ⊘.
  package let barred: String
  /// A favourite: ★.
  package let star: String
  /// Wants attention.
  package let alert: String
  /// Something that was not read yet: •.
  package let unread: String
  /// A milestone or a mean: ◆.
  package let diamond: String
  /// The edge of a selected row: ▌.
  package let selection: String
  /// ─
  package let horizontal: String
  /// │
  package let vertical: String
  /// ┌
  package let topLeft: String
  /// ┐
  package let topRight: String
  /// └
  package let bottomLeft: String
  /// ┘
  package let bottomRight: String
  /// ┬
  package let teeDown: String
  /// ┴
  package let teeUp: String
  /// ├
  package let teeRight: String
  /// ┤
  package let teeLeft: String
  /// Parts of a cell filled from the left, from the least to the whole: ▏ to █. Never empty.
  package let horizontalParts: [String]
  /// Parts of a cell filled from below, from the least to the whole: ▁ to █. Never empty.
  package let verticalParts: [String]
  /// What a bar has not reached.
  package let track: String
  /// The right edge of a bar: ▕.
  package let rightEdge: String
  /// Where something was cut: …
  package let ellipsis: String
  /// ✓
  package let check: String
  /// The tab key: ⇥.
  package let tab: String
  /// ×
  package let times: String
  /// ±
  package let plusMinus: String
  /// Between two facts on a line: ·
  package let separator: String
  /// More above: ▲.
  package let up: String
  /// More below: ▼.
  package let down: String
  /// Before a line that is typed: ›.
  package let prompt: String
  /// The part of an edge that says how far down a list is: ┃.
  package let thumb: String

  /// For a terminal that shows Unicode.
  package static let unicode = Glyphs(
    empty: "○", half: "◐", full: "●", dotted: "◌", barred: "⊘", star: "★", alert: "!", unread: "•",
    diamond: "◆", selection: "▌", horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐",
    bottomLeft: "└", bottomRight: "┘", teeDown: "┬", teeUp: "┴", teeRight: "├", teeLeft: "┤",
    horizontalParts: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
    verticalParts: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], track: " ", rightEdge: "▕",
    ellipsis: "…", check: "✓", tab: "⇥", times: "×", plusMinus: "±", separator: "·", up: "▲",
    down: "▼",
    prompt: "›", thumb: "┃")

  /// For a terminal that shows ASCII only.
  package static let ascii = Glyphs(
    empty: "o", half: "%", full: "*", dotted: "-", barred: "X", star: "*", alert: "!", unread: "\"",
    diamond: "+", selection: ">", horizontal: "-", vertical: "|", topLeft: "+", topRight: "+",
    bottomLeft: "+", bottomRight: "+", teeDown: "+", teeUp: "+", teeRight: "+", teeLeft: "+",
    horizontalParts: ["#"], verticalParts: [".", ":", "#"], track: ".", rightEdge: "]",
    ellipsis: "...", check: "v", tab: ">", times: "x", plusMinus: "+-", separator: "-", up: "^",
    down: "v",
    prompt: ">", thumb: "#")
}
