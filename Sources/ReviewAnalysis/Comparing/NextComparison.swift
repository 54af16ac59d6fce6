package import ReviewCore

/// Which two proposals a viewer should compare next, and how settled the order near the cut line is.
///
/// The cut is the middle between the last level above the line and the first below it. A proposal is
/// within the slots with the probability that its level is above the cut, `Φ((l − cut) / deviation)`;
/// it is *near* the cut where that is between 10 % and 90 % before or after the comparisons, and
/// *settled* where it no longer is after them. Of the pairs near the cut the next one has the largest
/// `gain · 4 √(P_i (1 − P_i) P_j (1 − P_j))`: what its outcome is expected to tell
/// (`InformationGain`), weighted by how open both proposals are.
package struct NextComparison: Hashable, Sendable {
  /// Where the line is; nil where it divides nothing.
  package let cut: Cut?
  /// How many proposals are near the cut.
  package let nearCount: Int
  /// How many of those are settled.
  package let settledCount: Int
  /// The pair to compare; nil where there is none.
  package let choice: Choice?
  /// Why there is no pair; nil where there is one.
  package let standstill: Standstill?

  /// Where the line is.
  package struct Cut: Hashable, Sendable {
    /// How many proposals are above it.
    package let places: Int
    /// Whether it is only the middle of the order, since the summit has no cut line.
    package let isMiddle: Bool
  }

  /// A pair to compare.
  package struct Choice: Hashable, Sendable {
    /// The two proposals.
    package let pair: ProposalPair
    /// What the outcome is expected to tell, in nats, rounded to a millionth.
    package let gain: Double
    /// The probability that the first of the pair is the better one, rounded.
    package let firstIsBetter: Double
    /// The place of each in the order, from 1: of the first, then of the second.
    package let places: [Int]
  }

  /// Why there is no pair to compare.
  package enum Standstill: Hashable, Sendable {
    /// The viewer sees no score.
    case nothingScored
    /// One proposal has a score, so there is no order.
    case onlyOne
    /// The line is above or below all so many proposals.
    case lineDividesNothing(scored: Int, slots: Int)
    /// Fewer than two are near the line.
    case nothingNear
    /// All so many near the line are settled.
    case settled(Int)
    /// The viewer compared every pair that is left, or may not.
    case nothingLeft
  }

  /// Of more proposals near the cut only so many, the nearest, are paired.
  package static let mostPaired = 60

  /// Looks for the next pair. O(n log n) in proposals, and `mostPaired²`.
  ///
  /// - Parameters:
  ///   - summit: what the viewer may see, of which `order` was made.
  ///   - slots: how many are taken; nil takes the middle of the order for the line.
  package init(in summit: SeenSummit, order: ComparisonOrder, slots: Int?) {
    let count = order.entries.count
    let places = slots ?? count / 2
    func none(_ standstill: Standstill, cut: Cut? = nil, near: Int = 0, settled: Int = 0) -> Self {
      Self(cut: cut, nearCount: near, settledCount: settled, choice: nil, standstill: standstill)
    }
    guard count > 0 else { self = none(.nothingScored); return }
    guard count > 1 else { self = none(.onlyOne); return }
    guard places > 0, places < count else {
      self = none(.lineDividesNothing(scored: count, slots: places))
      return
    }
    let cut = Cut(places: places, isMiddle: slots == nil)
    let field = CutField(order, places: places)
    let near = field.near
    let open = near.filter { field.isOpen($0) }
    let settled = near.count - open.count
    guard near.count > 1 else {
      self = none(.nothingNear, cut: cut, near: near.count, settled: settled)
      return
    }
    guard !open.isEmpty else {
      self = none(.settled(near.count), cut: cut, near: near.count, settled: settled)
      return
    }
    guard let choice = Self.choice(among: near, field, order, summit) else {
      self = none(.nothingLeft, cut: cut, near: near.count, settled: settled)
      return
    }
    self.init(
      cut: cut, nearCount: near.count, settledCount: settled, choice: choice, standstill: nil)
  }

  private init(
    cut: Cut?, nearCount: Int, settledCount: Int, choice: Choice?, standstill: Standstill?
  ) {
    self.cut = cut
    self.nearCount = nearCount
    self.settledCount = settledCount
    self.choice = choice
    self.standstill = standstill
  }

  /// The best pair of those that the viewer may compare and has not; nil where there is none.
  private static func choice(
    among near: [Int], _ field: CutField, _ order: ComparisonOrder, _ summit: SeenSummit
  ) -> Choice? {
    let viewer = summit.viewer?.id
    var candidates: [Int] = []
    for item in near where summit.mayCompare(order.entries[item].id) {
      candidates.append(item)
      if candidates.count == mostPaired { break }
    }
    let asked = Set(summit.comparisons.filter { $0.reviewer == viewer }.map(\.pair))
    var best: (weight: Double, pair: ProposalPair, one: Int, other: Int, gain: InformationGain)?
    for (place, one) in candidates.enumerated() {
      for other in candidates.dropFirst(place + 1) where field.isOpen(one) || field.isOpen(other) {
        guard let pair = ProposalPair(order.entries[one].id, order.entries[other].id),
          !asked.contains(pair)
        else { continue }
        let gain = order.model.gain(one, other)
        let weight = (gain.nats * 4 * field.openness(one) * field.openness(other))
          .roundedToMillionth
        if weight > best?.weight ?? -1 { best = (weight, pair, one, other, gain) }
      }
    }
    guard let best else { return nil }
    let isInOrder = best.pair.first == order.entries[best.one].id
    let (first, second) = isInOrder ? (best.one, best.other) : (best.other, best.one)
    return Choice(
      pair: best.pair, gain: best.gain.nats.roundedToMillionth,
      firstIsBetter: (isInOrder ? best.gain.probability : 1 - best.gain.probability)
        .roundedToMillionth,
      places: [field.rank(of: first), field.rank(of: second)])
  }
}

extension SeenSummit {
  /// Whether the viewer may compare a proposal with others. O(1).
  fileprivate func mayCompare(_ id: ProposalID) -> Bool {
    guard let place = index[id], viewer != nil else { return false }
    // A pointer, since the array would copy the whole proposal.
    return proposals.withUnsafeBufferPointer { proposals in
      !proposals[place].proposal.isWithdrawn && proposals[place].myState != .conflict
    }
  }
}
