/// What reviewers score, and on what scale.
package struct Rubric: Hashable, Sendable {
  /// The values that a score may have.
  package var scale: ScoreScale
  /// What is scored, in order; empty where there is only an overall score.
  package var criteria: [Criterion]

  /// Makes a rubric.
  package init(scale: ScoreScale, criteria: [Criterion]) {
    self.scale = scale
    self.criteria = criteria
  }

  /// The criterion of an id, or nil.
  package func criterion(_ id: Identifier) -> Criterion? { criteria.first { $0.id == id } }

  /// Whether these scores are all that a finished review needs: a value for every required
  /// criterion, and one at all.
  package func isComplete(_ scores: Scores) -> Bool {
    !scores.isEmpty && criteria.allSatisfy { !$0.isRequired || scores[$0.id] != nil }
  }

  /// `sum w·s / sum w` over the criteria that were scored, rounded to a millionth; nil without any.
  package func composite(of scores: Scores) -> Double? {
    exactComposite(of: scores)?.roundedToMillionth
  }

  /// The composite before it is rounded: what means and medians are made of, so that nothing is
  /// rounded twice.
  package func exactComposite(of scores: Scores) -> Double? {
    var (sum, weight) = (0.0, 0.0)
    for criterion in criteria {
      guard let score = scores[criterion.id] else { continue }
      sum += criterion.weight * score
      weight += criterion.weight
    }
    return weight > 0 ? sum / weight : nil
  }
}

/// One question that a reviewer answers with a score.
package struct Criterion: Hashable, Sendable {
  /// Its id.
  package var id: Identifier
  /// Its name.
  package var name: String
  /// How much it counts in the composite, beside the others. Positive.
  package var weight: Double = 1
  /// Whether a review is unfinished without it.
  package var isRequired = true
  /// What it asks.
  package var question: String?
  /// What a score means, by score, lowest first; not every score need have words.
  package var guide: [GuideLine] = []

  /// Makes a criterion.
  package init(id: Identifier, name: String) {
    self.id = id
    self.name = name
  }

  /// What one score means.
  package struct GuideLine: Hashable, Sendable {
    /// The score.
    package var score: Double
    /// What it means.
    package var text: String

    /// Makes a line of a guide.
    package init(score: Double, text: String) {
      self.score = score
      self.text = text
    }
  }
}

/// The values that a score may have: from `low` to `high` by `step`.
package struct ScoreScale: Hashable, Sendable {
  /// The lowest score.
  package let low: Double
  /// The highest score.
  package let high: Double
  /// The distance from one score to the next.
  package let step: Double

  /// 1 to 5 by 1.
  package static let oneToFive = ScoreScale(uncheckedLow: 1, high: 5, step: 1)

  private init(uncheckedLow low: Double, high: Double, step: Double) {
    self.low = low
    self.high = high
    self.step = step
  }

  /// Makes a scale, or nil where the numbers are none: -1,000,000 <= `low` < `high` <= 1,000,000,
  /// 0 < `step`, the step fits into the range a whole number of times and at most 1,000.
  package init?(low: Double, high: Double, step: Double) {
    guard low >= -1_000_000, high <= 1_000_000, step.isFinite, low < high, step > 0 else {
      return nil
    }
    let steps = (high - low) / step
    guard steps < 1000.5, (steps - steps.rounded()).magnitude < 1e-9 else { return nil }
    self.init(uncheckedLow: low, high: high, step: step)
  }

  /// The score on the scale that `value` is, or nil where it is off the scale.
  package func score(_ value: Double) -> Double? {
    guard value.isFinite, value >= low - 1e-9, value <= high + 1e-9 else { return nil }
    let steps = ((value - low) / step).rounded()
    let score = (low + steps * step).roundedToMillionth
    return (score - value).magnitude < 1e-9 ? score : nil
  }

  /// Every score of the scale, lowest first.
  package var scores: [Double] {
    (0...Int(((high - low) / step).rounded())).map { (low + Double($0) * step).roundedToMillionth }
  }

  /// Whether each score is typed with one digit key.
  package var isOneDigit: Bool { low >= 0 && high <= 9 && step == 1 && low == low.rounded() }

  /// `1 to 5`, or `0 to 10 by 0.5`.
  package var description: String {
    let range = "\(JSONNumber(low).text) to \(JSONNumber(high).text)"
    return step == 1 ? range : "\(range) by \(JSONNumber(step).text)"
  }
}

/// The scores that one review gives, by criterion.
package struct Scores: Hashable, Sendable {
  private var entries: [Entry] = []

  private struct Entry: Hashable, Sendable {
    var criterion: Identifier
    var value: Double
  }

  /// Makes an empty set of scores.
  package init() {}

  /// The score of a criterion, or nil. O(criteria).
  package subscript(criterion: Identifier) -> Double? {
    get { entries.first { $0.criterion == criterion }?.value }
    set {
      entries.removeAll { $0.criterion == criterion }
      guard let newValue else { return }
      let place = entries.firstIndex { $0.criterion.text > criterion.text } ?? entries.endIndex
      entries.insert(Entry(criterion: criterion, value: newValue), at: place)
    }
  }

  /// Whether no criterion has a score.
  package var isEmpty: Bool { entries.isEmpty }

  /// Criteria and their scores, by the criterion's id.
  package var all: [(criterion: Identifier, value: Double)] {
    entries.map { ($0.criterion, $0.value) }
  }
}
