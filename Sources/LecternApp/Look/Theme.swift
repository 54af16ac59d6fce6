package import TerminalUI

/// How each role looks. Screens name roles, never colours, and nothing is told by colour alone.
///
/// As it is made it is for a dark background, from black to #1e1e1e; there is no colour behind the
/// whole screen, which is the terminal's own.
package struct Theme: Hashable, Sendable {
  /// Running text.
  package var text = Style.plain
  /// The title of what is read.
  package var title = Style(attributes: .bold)
  /// What may be overlooked: labels, units, hints.
  package var faint = Style(foreground: Color(palette: 245, basic: 7))
  /// Lines and frames.
  package var line = Style(foreground: Color(palette: 242, basic: 8))
  /// The bar at the top.
  package var header = Style(attributes: .bold)
  /// A key in a hint.
  package var key = Style(foreground: Color(palette: 75, basic: 6), attributes: .bold)
  /// The row under the cursor.
  package var selected = Style(attributes: [.reverse])
  /// Where the next digit goes.
  package var current = Style(foreground: Color(palette: 75, basic: 6), attributes: .bold)
  /// A score that was given.
  package var score = Style(
    foreground: Color(palette: 75, basic: 6), attributes: [.bold, .reverse])
  /// What is searched for, in a title or a text.
  package var match = Style(
    foreground: Color(palette: 172, basic: 3), attributes: [.bold, .underline])
  /// Code in a text.
  package var code = Style(foreground: Color(palette: 109, basic: 6))
  /// Something went well.
  package var good = Style(foreground: Color(palette: 71, basic: 2))
  /// Something wants attention.
  package var warning = Style(foreground: Color(palette: 172, basic: 3), attributes: .bold)
  /// Something went wrong.
  package var bad = Style(
    foreground: Color(palette: 167, basic: 13, eight: 3), attributes: .bold)
  /// The focus areas, in the order of the summit; the eighth looks like the first again.
  package var areas: [Style] = [
    Style(foreground: Color(palette: 75, basic: 6)),
    Style(foreground: Color(palette: 176, basic: 13, eight: nil)),
    Style(foreground: Color(palette: 71, basic: 2)),
    Style(foreground: Color(palette: 173, basic: 11)),
    Style(foreground: Color(palette: 179, basic: 3)),
    Style(foreground: Color(palette: 80, basic: 14)),
    Style(foreground: Color(palette: 105, basic: nil)),
  ]

  /// The look that Lectern comes with.
  package static let standard = Theme()

  /// The look of a focus area by its place in the summit.
  func area(_ place: Int?) -> Style {
    guard let place, !areas.isEmpty else { return faint }
    return areas[place % areas.count]
  }
}
