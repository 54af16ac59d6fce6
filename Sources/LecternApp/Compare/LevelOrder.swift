import ReviewAnalysis
import ReviewCore

/// An order to work out, beside the interface, what is known of the proposals before they are
/// compared.
package struct LevelOrder: Hashable, Sendable {
  /// The version of the reviews that the viewer sees.
  package let reviewsVersion: Int
}

extension State {
  /// Orders the levels where the screen Compare needs them and those there are were made of something
  /// else. O(1).
  mutating func orderLevels() -> [Effect] {
    guard screen == .compare, seen.viewer != nil else { return [] }
    let order = LevelOrder(reviewsVersion: reviewsVersion)
    guard compare.asked != order else { return [] }
    compare.asked = order
    return [.level(order)]
  }

  /// Takes in levels, unless others were asked for since.
  mutating func leveled(_ prior: ComparisonPrior, _ order: LevelOrder) {
    guard order == compare.asked else { return }
    compare.prior = prior
    compare.leveled = order
  }
}
