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
  package init(colorCount: Int, cap: ColorDepth?) {
    let best = ColorDepth.allCases.last { $0.rawValue <= colorCount } ?? .none
    self = min(best, cap ?? .many)
  }
}
