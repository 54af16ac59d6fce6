/// How many colours to draw with.
package enum ColorDepth: Int, Comparable, CaseIterable, Sendable {
  /// None: `NO_COLOR`, or a terminal without.
  case none = 0
  /// The eight of ANSI.
  case eight = 8
  /// The eight and their bright forms.
  case sixteen = 16
  /// The palette of 256.
  case many = 256

  /// Fewer colours are less.
  package static func < (left: ColorDepth, right: ColorDepth) -> Bool {
    left.rawValue < right.rawValue
  }

  /// What to use on a terminal with `colorCount` colours, never more than `cap`.
  ///
  /// With millions of colours (`xterm-direct`), numbers above 7 are mixtures of red, green and
  /// blue and no longer the palette: only eight keep their meaning.
  package init(colorCount: Int, cap: ColorDepth?) {
    let palette = colorCount > 4096 ? 8 : colorCount
    let best = ColorDepth.allCases.last { $0.rawValue <= palette } ?? .none
    self = min(best, cap ?? .many)
  }
}
