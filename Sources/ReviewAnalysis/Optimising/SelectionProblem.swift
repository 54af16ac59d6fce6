package import ReviewCore

/// What is to be chosen from, and under which rules: maximise the sum of the scores.
package struct SelectionProblem: Hashable, Sendable {
  /// What can be chosen, in any order.
  package var candidates: [Candidate]
  /// What every selection has to keep.
  package var rules: [SelectionRule]
  /// Ways to divide the candidates, as a class for each; the search divides by how many of a class
  /// are chosen before it divides by a single one. They change how long it takes, not what comes
  /// out.
  package var classes: [[Int]]

  /// Something that can be chosen.
  package struct Candidate: Hashable, Sendable {
    /// Its id.
    package var id: ProposalID
    /// What it is worth, in thousandths.
    package var score: Int

    /// Makes a candidate.
    package init(id: ProposalID, score: Int) {
      self.id = id
      self.score = score
    }
  }

  /// Makes a problem.
  package init(candidates: [Candidate], rules: [SelectionRule], classes: [[Int]] = []) {
    self.candidates = candidates
    self.rules = rules
    self.classes = classes
  }

  /// The same problem with some sides of its rules alone.
  func keeping(_ sides: Set<SelectionRule.Side>) -> SelectionProblem {
    var kept = self
    for rule in rules.indices {
      if !sides.contains(.init(rule: rule, isMinimum: true)) { kept.rules[rule].minimum = nil }
      if !sides.contains(.init(rule: rule, isMinimum: false)) { kept.rules[rule].maximum = nil }
    }
    return kept
  }

  /// Every side that limits something.
  var sides: [SelectionRule.Side] {
    rules.indices.flatMap { rule in
      (rules[rule].minimum == nil ? [] : [SelectionRule.Side(rule: rule, isMinimum: true)])
        + (rules[rule].maximum == nil ? [] : [SelectionRule.Side(rule: rule, isMinimum: false)])
    }
  }

  /// What a side is called.
  func name(of side: SelectionRule.Side) -> String {
    rules[side.rule].name(ofMinimum: side.isMinimum)
  }

  /// The places of the candidates from the best: by score, then by id. In this order they are
  /// solved, so that the order in which they come changes nothing.
  var order: [Int] {
    candidates.indices.sorted {
      let (one, other) = (candidates[$0], candidates[$1])
      return one.score != other.score ? one.score > other.score : one.id < other.id
    }
  }
}
