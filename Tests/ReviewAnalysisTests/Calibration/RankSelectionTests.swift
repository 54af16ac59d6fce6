import ReviewCore
import Testing

@testable import ReviewAnalysis

@Suite struct RankSelectionTests {
  @Test(arguments: 1...60) func theValueOfARankIsThatOfTheSortedNumbers(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let count = 1 + random.below(80)
    var selection = RankSelection(count: count)
    var shift = 0
    for _ in 0..<30 {
      // Runs that wander, some with a leap and some with equal numbers.
      shift += random.once(in: 6) ? random.below(400) - 200 : random.below(9) - 4
      let spread = random.once(in: 3) ? 4 : 300
      let values = (0..<count).map { _ in Double(shift + random.below(spread)) }
      let rank = 1 + random.below(count)
      let found = values.withUnsafeBufferPointer { selection.value(ofRank: rank, in: $0) }
      #expect(found == values.sorted(by: >)[rank - 1])
    }
  }
}
