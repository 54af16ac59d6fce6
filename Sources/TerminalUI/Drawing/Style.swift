/// A colour, with what stands for it where the terminal has fewer of them.
///
/// The numbers are given by hand, since no formula chooses the one of eight colours that still
/// means the same.
package struct Color: Hashable, Sendable {
  /// Index in the 256-colour palette (xterm's).
  package let palette: UInt8
  /// Index among the 16; nil is the terminal's own colour, where none of them can be read well.
  package let basic: UInt8?
  /// Index among the 8; nil is the terminal's own colour.
  package let eight: UInt8?

  /// Makes a colour from its index among 256 and the one that stands for it among 16.
  ///
  /// Among 8 the same stands for it without the bright bit; but for dark grey, whose neighbour is
  /// black, which dark terminals do not show.
  package init(palette: UInt8, basic: UInt8?) {
    self.init(
      palette: palette, basic: basic, eight: basic.flatMap { $0 == 8 ? nil : $0 & 7 })
  }

  /// Makes a colour from its index among 256, among 16 and among 8.
  package init(palette: UInt8, basic: UInt8?, eight: UInt8?) {
    self.palette = palette
    self.basic = basic
    self.eight = eight
  }
}

/// What a terminal can do to a character beside colouring it.
package struct Attributes: OptionSet, Hashable, Sendable {
  /// One bit for each attribute.
  package let rawValue: UInt8

  /// Makes a set of attributes from its bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Brighter or heavier.
  package static let bold = Attributes(rawValue: 1)
  /// Fainter.
  package static let dim = Attributes(rawValue: 2)
  /// Underlined.
  package static let underline = Attributes(rawValue: 4)
  /// Foreground and background exchanged.
  package static let reverse = Attributes(rawValue: 8)
  /// Slanted.
  package static let italic = Attributes(rawValue: 16)
}

/// How a cell looks. `nil` colours are the terminal's own.
package struct Style: Hashable, Sendable {
  /// Colour of the character.
  package var foreground: Color?
  /// Colour behind the character.
  package var background: Color?
  /// Bold, dim, underlined, reversed, slanted.
  package var attributes: Attributes

  /// The terminal's own colours and no attribute.
  package static let plain = Style()

  /// Makes a style; what is left out is the terminal's own.
  package init(
    foreground: Color? = nil, background: Color? = nil, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The same style with `attributes` added.
  package func with(_ attributes: Attributes) -> Style {
    Style(
      foreground: foreground, background: background,
      attributes: self.attributes.union(attributes))
  }
}
