package import ReviewCore

/// The shortlist of a summit as a selection problem: what is accepted stays in, what is declined
/// stays out, and the best of the rest fills the programme under all its rules.
///
/// A pure function of what its viewer may see.
package struct ShortlistProblem: Hashable, Sendable {
  /// The problem.
  package let selection: SelectionProblem
  /// How the scores were made.
  package let method: RankingMethod
  /// How many proposals the programme takes; nil is as many as the other rules allow.
  package let slots: Int?
  /// The length of the shortest format that any candidate has, in minutes: the step by which the
  /// minutes are loosened.
  package let shortestMinutes: Int
  /// What a chair has to know to read it: rules that could not be applied, proposals left out.
  package let remarks: [String]
  /// The candidates from the best, as the ranking has them; those without a score last.
  package let ranked: [ProposalID]
  /// What every candidate's score is raised by, in thousandths: on a scale that goes below zero it
  /// begins at zero, so that a slot is filled rather than left empty.
  let offset: Int
  /// The scores in thousandths, where there are any.
  private let scores: [ProposalID: Int]
  /// The same as the ranking has them.
  private let exactScores: [ProposalID: Double]
  /// What was decided of the candidates.
  let decisions: [ProposalID: Decision.Outcome]
  /// The titles of the candidates.
  let titles: [ProposalID: String]

  /// Makes the problem of a summit; nil where nothing limits how many are taken: neither slots nor
  /// minutes. O(proposals log proposals).
  ///
  /// Candidates are the proposals that are not withdrawn and have a score, and the accepted ones in
  /// any case. Rules are those of `ProgrammeUse`.
  ///
  /// - Parameters:
  ///   - ranking: the scores, of the same summit.
  ///   - slots: how many are taken, where another number than the summit's is wanted.
  ///   - groups: further groups of which at most one is taken, such as proposals that are alike.
  package init?(
    of summit: SeenSummit, ranking: Ranking, slots: Int? = nil, groups: [[ProposalID]] = []
  ) {
    let slots = slots ?? summit.event.slots
    guard slots != nil || summit.event.rules.minutes != nil else { return nil }
    self.slots = slots
    method = ranking.method
    let low = summit.rubric.scale.low
    let offset = low < 0 ? -Self.thousandths(low) : 0
    var builder = ShortlistRules(of: summit, slots: slots)
    var candidates: [SelectionProblem.Candidate] = []
    var decisions: [ProposalID: Decision.Outcome] = [:]
    var titles: [ProposalID: String] = [:]
    var scores: [ProposalID: Int] = [:]
    var exactScores: [ProposalID: Double] = [:]
    var unscored = 0
    for entry in ranking.entries {
      guard let seen = summit.proposal(entry.id) else { continue }
      let outcome = seen.decision?.outcome ?? .undecided
      if entry.score == nil, outcome != .accept {
        if outcome != .decline { unscored += 1 }
        continue
      }
      if let score = entry.score {
        scores[entry.id] = Self.thousandths(score)
        exactScores[entry.id] = score
      }
      candidates.append(.init(id: entry.id, score: scores[entry.id].map { $0 + offset } ?? offset))
      builder.add(seen, outcome)
      decisions[entry.id] = outcome
      titles[entry.id] = entry.title
    }
    self.offset = offset
    ranked = candidates.map(\.id)
    self.scores = scores
    self.exactScores = exactScores
    self.decisions = decisions
    self.titles = titles
    shortestMinutes = builder.shortestMinutes
    selection = SelectionProblem(
      candidates: candidates, rules: builder.rules(groups), classes: builder.classes)
    remarks = builder.remarks(unscored: unscored)
  }

  /// The score of a candidate in thousandths; nil without one.
  package func score(of id: ProposalID) -> Int? { scores[id] }

  /// The score of a candidate as the ranking has it, to be printed: thousandths would be rounded
  /// twice; nil without one.
  package func exactScore(of id: ProposalID) -> Double? { exactScores[id] }

  /// Whether a summit still has the decisions that it was made of. O(candidates).
  package func hasDecisions(of summit: SeenSummit) -> Bool {
    ranked.allSatisfy { summit.outcome(of: $0) == decisions[$0] }
  }

  /// A score in thousandths, half to even. What no scale has becomes the nearest that is exact.
  static func thousandths(_ score: Double) -> Int {
    let scaled = (score * 1000).rounded(.toNearestOrEven)
    guard scaled.isFinite else { return 0 }
    let limit = Double(CompiledSelection.largestNumber)
    return Int(min(max(scaled, -limit), limit))
  }
}
