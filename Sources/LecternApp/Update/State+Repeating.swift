import ReviewCore
import TerminalUI

/// Scores given without a digit: my last ones once more, and the current one a step up or down.
extension State {
  /// What a complete judgement is called where it is undone.
  static let wholeJudgement = "the scores"

  // MARK: - Once more

  /// Gives the scores of the viewer's last complete judgement here too; after a first judgement
  /// goes on as after its last digit. O(proposals).
  mutating func repeatScores() -> [Effect] {
    guard doDigitsCount, let selected else { return [] }
    guard seen.viewer != nil else {
      openReviewerMenu()
      return []
    }
    guard let last = lastJudgement else {
      say("There are no scores of yours to repeat yet: score one proposal in full", .note)
      return []
    }
    let (old, isFirstJudgement) = (selected, selected.myState != .scored)
    let scores = Dictionary(
      seen.rubric.criteria.map { ($0.id, last.scores[$0.id]) },
      uniquingKeysWith: { first, _ in first }
    )
    let words = scoreWords(of: last)
    if !isFirstJudgement, !old.isStale, words == old.myReview.map(scoreWords) {
      say("\(words) are its scores already", .note)
      return []
    }
    guard
      let effects = apply(
        .score(scores, overall: last.overall), to: selected, name: Self.wholeJudgement,
        isPart: isFirstJudgement)
    else { return [] }
    if isFirstJudgement {
      history.finishJudgement(of: old.id, name: Self.wholeJudgement)
      judgementFollows("Repeated \(words)", of: old, goesOn: settings.advances)
    } else {
      let before = old.myReview.map(scoreWords) ?? ""
      let what = before == words ? "Repeated \(words)" : "\(before) \u{2192} \(words)"
      say(what, of: old.proposal, undoes)
    }
    return effects
  }

  /// The viewer's last judgement that has all scores that the rubric asks for, each on its scale;
  /// nil for none. O(proposals).
  private var lastJudgement: Review? {
    var last: Review?
    for place in seen.proposals.indices {
      guard let review = seen.proposals[place].myReview, review.status == .scored,
        last.map({ ($0.at ?? .earliest) <= (review.at ?? .earliest) }) ?? true,
        canBeRepeated(review)
      else { continue }
      last = review
    }
    return last
  }

  private func canBeRepeated(_ review: Review) -> Bool {
    let (rubric, overall) = (seen.rubric, review.overall)
    if let overall, rubric.scale.score(overall) == nil { return false }
    guard !rubric.criteria.isEmpty else { return overall != nil }
    return rubric.isComplete(review.scores)
      && rubric.criteria.contains { review.scores[$0.id] != nil }
      && rubric.criteria.compactMap { review.scores[$0.id] }
        .allSatisfy { rubric.scale.score($0) != nil }
  }

  /// The scores of a review in the order of the rubric.
  func scoreWords(of review: Review) -> String {
    criteria.compactMap { row in row.criterion.map { review.scores[$0.id] } ?? review.overall }
      .map { JSONNumber($0).text }.joined(separator: " ")
  }

  // MARK: - A step

  /// Raises or lowers the current score by a step of the scale, and stays on it; where there is
  /// none it becomes the middle of the scale. Several steps in a row are one step for undo.
  mutating func stepScore(by direction: Int) -> [Effect] {
    guard doDigitsCount, let selected else { return [] }
    settled = nil
    let row = criteria[criterion]
    let scores = seen.rubric.scale.scores
    let value: Double? =
      if let old = score(in: row, of: selected) {
        direction > 0 ? scores.first { $0 > old + 1e-9 } : scores.last { $0 < old - 1e-9 }
      } else {
        scores[(scores.count - 1) / 2]
      }
    guard let value else {
      let end = direction > 0 ? scores.last : scores.first
      let number = end.map { JSONNumber($0).text } ?? ""
      say("\(row.name) is at \(number), the \(direction > 0 ? "highest" : "lowest") score", .note)
      return []
    }
    guard let scored = give(value) else { return [] }
    history.joinSteps(of: criterion)
    if scored.isFirstJudgement, let selected = self.selected, selected.myState == .scored {
      history.finishJudgement(of: selected.id, name: Self.wholeJudgement, stepping: criterion)
      say(
        "Scored \(scoreSummary(of: selected))", of: selected.proposal,
        undoes)
    } else {
      // The whole way from where the steps began is what u takes back.
      let begin = history.lastBeginning.flatMap { review in
        row.criterion.map { review.scores[$0.id] } ?? review.overall
      }
      let words = change(from: begin, to: value, in: row)
      // Steps that go on after they made a judgement complete are a part of it.
      if history.done.last?.name != Self.wholeJudgement { history.nameLast(words) }
      say(words, of: selected.proposal, undoes)
    }
    return scored.effects
  }

  /// How a score changed: `Relevance 4 → 3`, or `3 for Relevance` where it is new.
  func change(from old: Double?, to new: Double, in row: CriterionRow) -> String {
    guard let old, old != new else { return "\(JSONNumber(new).text) for \(row.name)" }
    return "\(row.name) \(JSONNumber(old).text) \u{2192} \(JSONNumber(new).text)"
  }
}

extension Timestamp {
  /// Before everything that was said at a time.
  fileprivate static let earliest = Timestamp(milliseconds: .min)
}
