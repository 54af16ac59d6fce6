package import ReviewCore

/// The proposals with what scores and comparisons together say of them.
///
/// The calibrated levels are the prior of a Bradley–Terry model (`BradleyTerry`), the comparisons
/// that the viewer may see its games; what comes out is put back on the rubric's scale, so that a
/// proposal that nobody compared keeps its calibrated level. A pure function of what its viewer may
/// see.
package struct ComparisonOrder: Hashable, Sendable {
  /// The proposals with a level: those with a score, and those that were compared; by id.
  package let entries: [Entry]
  /// How many comparisons were counted, ties among them.
  package let count: Int
  /// What was known of each before any comparison, in the order of the entries.
  let priors: [BradleyTerry.Prior]
  /// The model, in the order of the entries.
  let model: BradleyTerry
  private let index: [ProposalID: Int]

  /// What is known of one proposal.
  package struct Entry: Hashable, Sendable {
    /// Its id.
    package let id: ProposalID
    /// Its level on the rubric's scale, rounded to a millionth.
    package let score: Double
    /// The deviation of the level, rounded.
    package let standardError: Double
    /// What the level was before any comparison; nil without a score.
    package let calibrated: Double?
    /// In how many comparisons it was.
    package let comparisons: Int
  }

  /// Puts scores and comparisons together. O(proposals + comparisons + joined proposals³), of groups
  /// up to `BradleyTerry.mostSolvedTogether`.
  package init(of summit: SeenSummit, prior: ComparisonPrior) {
    let games = summit.comparisons.filter(\.isJudgement)
    let ids = Self.ids(scored: prior.proposals, compared: games)
    var index: [ProposalID: Int] = [:]
    index.reserveCapacity(ids.count)
    for (place, id) in ids.enumerated() { index[id] = place }
    var known = [Int?](repeating: nil, count: ids.count)
    for (place, id) in prior.proposals.enumerated() {
      if let item = index[id] { known[item] = place }
    }
    let priors = known.map { prior.ability($0.map { prior.levels[$0] } ?? prior.unscored) }
    let tallies = PairTally.tallies(of: games, index)
    // With priors there always is an answer; without one what is known stays as it was.
    let model = BradleyTerry(of: tallies, priors: priors) ?? BradleyTerry(unchanged: priors)
    var counts = [Int](repeating: 0, count: ids.count)
    for tally in tallies {
      counts[tally.first] += Int(tally.count.rounded())
      counts[tally.second] += Int(tally.count.rounded())
    }
    let points = 1 / prior.abilityPerPoint
    entries = ids.indices.map { item in
      // What no comparison touched is said to the last digit as the calibration says it.
      let calibrated = known[item].map { prior.levels[$0].value.roundedToMillionth }
      let isTouched = model.isCompared(item) || calibrated == nil
      return Entry(
        id: ids[item],
        score: isTouched
          ? (model.abilities[item] * points).roundedToMillionth : calibrated ?? 0,
        standardError: (model.variances[item].squareRoot() * points).roundedToMillionth,
        calibrated: calibrated, comparisons: counts[item])
    }
    count = games.count
    self.priors = priors
    self.model = model
    self.index = index
  }

  /// What is known of a proposal; nil where it has no score and was not compared.
  package func entry(of id: ProposalID) -> Entry? { index[id].map { entries[$0] } }

  /// The place of a proposal in `entries`.
  func place(of id: ProposalID) -> Int? { index[id] }

  /// Both lists as one, each id once, in their order. O(n log n) in the comparisons.
  private static func ids(scored: [ProposalID], compared games: [SeenComparison]) -> [ProposalID] {
    guard !games.isEmpty else { return scored }
    let known = Set(scored)
    var others: Set<ProposalID> = []
    for game in games {
      for id in [game.pair.first, game.pair.second] where !known.contains(id) { others.insert(id) }
    }
    return others.isEmpty ? scored : (scored + others).sorted()
  }
}

extension ComparisonOrder {
  /// What the order was made of besides the scores, to be hashed with a ranking's inputs: the
  /// visible judgements, `{first: {second: {reviewer: outcome}}}`. O(comparisons).
  package static func inputs(of summit: SeenSummit) -> JSONValue {
    var tree = JSONObject()
    for game in summit.comparisons where game.isJudgement {
      var group = tree[game.pair.first.text]?.object ?? JSONObject()
      var pair = group[game.pair.second.text]?.object ?? JSONObject()
      pair.append(game.reviewer.text, .string(game.outcome.rawValue))
      group[game.pair.second.text] = .object(pair)
      tree[game.pair.first.text] = .object(group)
    }
    return .object(tree)
  }
}

extension PairTally {
  /// How often each item won over each, of comparisons in the order of their pairs; a tie is half a
  /// win for each. O(comparisons).
  static func tallies(
    of games: [SeenComparison], _ index: [ProposalID: Int]
  ) -> [PairTally] {
    var tallies: [PairTally] = []
    var last: ProposalPair?
    for game in games {
      guard let first = index[game.pair.first], let second = index[game.pair.second] else {
        continue
      }
      if game.pair != last {
        tallies.append(PairTally(first: first, second: second, firstWins: 0, secondWins: 0))
        last = game.pair
      }
      let share = game.outcome == .first ? 1 : game.outcome == .second ? 0 : 0.5
      tallies[tallies.count - 1].firstWins += share
      tallies[tallies.count - 1].secondWins += 1 - share
    }
    return tallies
  }
}
