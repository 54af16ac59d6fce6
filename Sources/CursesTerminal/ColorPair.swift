package import TerminalUI

/// The two colours of a cell as ncurses wants them: indices of the palette, -1 for the terminal's
/// own.
package struct ColorPair: Hashable, Sendable {
  /// Colour of the character, or -1.
  package let foreground: Int32
  /// Colour behind it, or -1.
  package let background: Int32

  /// The colours of `style` on a terminal with `depth`.
  ///
  /// Two colours that differ stay different, or the text would vanish: without the bright bit,
  /// grey on black is black on black.
  package init(_ style: Style, depth: ColorDepth) {
    let foreground = Self.index(of: style.foreground, depth: depth)
    let background = Self.index(of: style.background, depth: depth)
    self.background = background
    if depth == .eight, let color = style.foreground, color.eight == nil {
      self.foreground = background < 0 ? -1 : Self.contrast(to: background)
    } else if depth != .none, foreground == background, style.foreground != style.background {
      self.foreground = Self.contrast(to: background)
    } else {
      self.foreground = foreground
    }
  }

  private static func contrast(to background: Int32) -> Int32 {
    // Black, red, blue and magenta are dark; the other four are light.
    [0, 1, 4, 5].contains(background & 7) ? 7 : 0
  }

  private static func index(of color: Color?, depth: ColorDepth) -> Int32 {
    guard let color else { return -1 }
    switch depth {
    case .none: return -1
    case .eight: return color.eight.map { Int32($0 & 7) } ?? -1
    case .sixteen: return color.basic.map { Int32($0 & 15) } ?? -1
    case .many: return Int32(color.palette)
    }
  }
}
