import ReviewAnalysis
import ReviewCore
import Testing

@Suite struct ReviewGraphTests {
  @Test func partsAreWhatReviewsJoin() {
    let graph = ReviewGraph(reviewers: 5, readers: [[0, 1], [1], [3], [], [3, 4]])
    #expect(graph.partCount == 2)
    #expect(graph.partOfReviewer == [0, 0, -1, 1, 1])
    #expect(graph.partOfProposal == [0, 0, 1, -1, 1])
    #expect(ReviewGraph(reviewers: 3, readers: [[], []]).partCount == 0)
    #expect(ReviewGraph(reviewers: 0, readers: []).partCount == 0)
  }

  @Test(arguments: 1...10)
  func aBridgeIsAReviewWithoutWhichAPartFallsInTwo(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for round in 0..<20 {
      let reviewers = 1 + random.below(6)
      let readers = (0..<1 + random.below(7)).map { _ in
        (0..<reviewers).filter { _ in random.once(in: 3) }
      }
      let graph = ReviewGraph(reviewers: reviewers, readers: readers)
      for (proposal, list) in readers.enumerated() {
        for (place, reviewer) in list.enumerated() {
          var without = readers
          without[proposal].remove(at: place)
          let other = ReviewGraph(reviewers: reviewers, readers: without)
          let areApart =
            other.partOfReviewer[reviewer] < 0 || other.partOfProposal[proposal] < 0
            || other.partOfReviewer[reviewer] != other.partOfProposal[proposal]
          #expect(graph.isBridge[proposal][place] == areApart, "seed \(seed), round \(round)")
        }
      }
    }
  }
}
