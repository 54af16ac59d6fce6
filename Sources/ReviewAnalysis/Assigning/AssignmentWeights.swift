/// What a unit of each aim costs, so that no amount of a lower aim outweighs one unit of a higher.
///
/// A flow is optimal when no simple cycle of its residual network has a negative cost, and such a
/// cycle passes each reviewer and each proposal once and the source and the sink once. So a weight
/// need only exceed what the lower aims can change along *one* such cycle, not what they add up to:
/// that is why six aims fit into 64 bits (20,000 proposals and 10,000 reviewers take 50 of them).
struct AssignmentWeights {
  /// A missing review.
  let missing: Int64
  /// The second missing review of the same proposal over the first, and so on.
  let unevenShortage: Int64
  /// A review under a reviewer's minimum, or over what is comfortable.
  let load: Int64
  /// A proposal that no expert reads.
  let expert: Int64
  /// A point of affinity.
  let affinity: Int64
  /// Each review that the reviewer has already: the last and least aim.
  let unevenLoad: Int64 = 1

  /// Weighs a problem; nil where it is too large for 64 bits. O(pairs).
  init?(for problem: AssignmentProblem) {
    let kept = problem.loads.indices.map { _ in 0 }
    let greatestLoad =
      problem.kept.joined().reduce(into: kept) { $0[$1.reviewer] += 1 }
      .max() ?? 0
    let loads = Int64(max(greatestLoad, problem.loads.map(\.maximum).max() ?? 0)) + 1
    let affinities = Int64(problem.candidates.joined().map(\.affinity).max() ?? 0)
    let steps = Int64(min(problem.loads.count, problem.demand.count)) + 1
    let demand = Int64(problem.demand.max() ?? 0) + 1
    var total = Total(loads)
    affinity = total.weight
    total.add(affinity, times: affinities, steps)
    expert = total.weight
    total.add(expert, times: steps, 1)
    load = total.weight
    total.add(load, times: 2, 1)
    unevenShortage = total.weight
    total.add(unevenShortage, times: demand, 1)
    missing = total.weight
    // Potentials and distances are sums of paths, each a few times the greatest weight.
    total.add(missing, times: 16, 1)
    if total.overflows { return nil }
  }

  /// What the aims so far can change along one simple cycle.
  private struct Total {
    private var value: Int64
    private(set) var overflows = false

    init(_ value: Int64) { self.value = value }

    /// One more than that.
    var weight: Int64 { value == .max ? value : value + 1 }

    mutating func add(_ weight: Int64, times count: Int64, _ more: Int64) {
      let (counts, first) = count.multipliedReportingOverflow(by: more)
      let (product, second) = weight.multipliedReportingOverflow(by: counts)
      let (sum, third) = value.addingReportingOverflow(product)
      if first || second || third {
        overflows = true
        value = .max
      } else {
        value = sum
      }
    }
  }
}
