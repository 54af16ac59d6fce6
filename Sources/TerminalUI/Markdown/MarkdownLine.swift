/// What a piece of a rendered text is. A look for each is chosen elsewhere.
package struct MarkdownRole: OptionSet, Hashable, Sendable {
  /// One bit for each role.
  package let rawValue: UInt8

  /// Makes a set of roles from its bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Strongly emphasised: `**so**`.
  package static let strong = MarkdownRole(rawValue: 1)
  /// Emphasised: `*so*`.
  package static let emphasis = MarkdownRole(rawValue: 2)
  /// Code, in a line or in a block.
  package static let code = MarkdownRole(rawValue: 4)
  /// The address of a link, after its text.
  package static let address = MarkdownRole(rawValue: 8)
  /// A heading.
  package static let heading = MarkdownRole(rawValue: 16)
  /// Quoted.
  package static let quote = MarkdownRole(rawValue: 32)
  /// What is drawn and was not typed: a bar beside a quote, a thematic break, a bullet.
  package static let ornament = MarkdownRole(rawValue: 64)
}

/// How a line of the screen goes on from the one above it.
package enum LineJoint: Hashable, Sendable {
  /// It begins something of its own.
  case begins
  /// White space stands between the two.
  case afterSpace
  /// A word was cut.
  case withinWord
}

/// One line of a rendered text, as it stands on the screen.
package struct MarkdownLine: Hashable, Sendable {
  /// A piece of one look. Its text is safe to show.
  package struct Run: Hashable, Sendable {
    /// The text.
    package var text: String
    /// What it is.
    package var role: MarkdownRole
  }

  /// The pieces, from the left.
  package var runs: [Run]
  /// How many of the pieces are a margin that is not part of the text: bars, indentation.
  package var margin = 0
  /// How it goes on from the line above.
  package var joint = LineJoint.begins

  /// What stands on the line, without its looks.
  package var text: String { runs.map(\.text).joined() }
}

/// What is drawn for what Markdown types with letters.
package struct MarkdownSymbols: Hashable, Sendable {
  /// Before an item of a list.
  package var bullet: Unicode.Scalar
  /// Beside a quote.
  package var bar: String
  /// Of a thematic break.
  package var horizontal: String

  /// Chooses the symbols of a set.
  package init(_ glyphs: Glyphs) {
    bullet = glyphs == .ascii ? "-" : "•"
    bar = glyphs.vertical
    horizontal = glyphs.horizontal
  }
}
