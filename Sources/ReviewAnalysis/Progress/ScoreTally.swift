package import ReviewCore

/// How the viewer has scored so far, and how the others have where the viewer may see it: beside the
/// rubric it tells a reviewer whether they are as severe as the committee.
///
/// Sums are whole numbers of millionths, so that following one change after another comes to the
/// same as counting anew.
package struct ScoreTally: Hashable, Sendable {
  /// The viewer's own scores.
  package private(set) var mine: Part
  /// The scores of the others that the viewer may see.
  package private(set) var others: Part
  private let rubric: Rubric
  private let viewer: Identifier?
  private let bins: ScoreBins

  /// The scores of one side. Withdrawn proposals do not count, nor do unfinished reviews.
  package struct Part: Hashable, Sendable {
    /// How many scores fall into each bin, the lowest first; the bins are those of `ScoreBins`.
    package fileprivate(set) var histogram: [Int]
    /// The sum of the scores, in millionths.
    private var sum: Int64 = 0

    fileprivate init(bins: Int) { histogram = [Int](repeating: 0, count: bins) }

    /// How many scores there are. O(bins).
    package var count: Int { histogram.reduce(0, +) }

    /// Their mean; nil without any.
    package var mean: Double? {
      let count = count
      return count > 0 ? Double(sum) / 1_000_000 / Double(count) : nil
    }

    fileprivate mutating func add(_ score: Double, bin: Int, _ sign: Int) {
      histogram[bin] += sign
      sum += Int64(sign) * Int64((score * 1_000_000).rounded(.toNearestOrEven))
    }
  }

  /// Counts a summit. O(proposals + reviews).
  package init(_ summit: SeenSummit) {
    rubric = summit.rubric
    viewer = summit.viewer?.id
    bins = ScoreBins(of: summit.rubric.scale)
    (mine, others) = (Part(bins: bins.count), Part(bins: bins.count))
    for proposal in summit.proposals { add(proposal, 1) }
  }

  /// Takes in that one proposal is seen anew. O(reviews of the proposal).
  package mutating func replace(_ old: SeenProposal, by new: SeenProposal) {
    add(old, -1)
    add(new, 1)
  }

  private mutating func add(_ proposal: SeenProposal, _ sign: Int) {
    guard !proposal.proposal.isWithdrawn else { return }
    for seen in proposal.reviews where seen.review.status == .scored {
      // A number of a file may be as large as it likes; what is no score must not overflow a sum.
      guard let score = seen.review.exactComposite(by: rubric), score.magnitude <= 1_000_000 else {
        continue
      }
      let bin = bins.bin(of: score)
      if seen.reviewer == viewer {
        mine.add(score, bin: bin, sign)
      } else {
        others.add(score, bin: bin, sign)
      }
    }
  }
}
