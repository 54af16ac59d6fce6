extension Ranking.Fallback {
  /// Why calibration could not be the default.
  init(_ calibration: Calibration?) {
    guard let calibration else {
      self = .tooFew(reviewers: 0, scores: 0, repeated: 0)
      return
    }
    let scores = calibration.reviewers.reduce(0) { $0 + $1.count }
    self =
      calibration.basis == .allEqual
      ? .allEqual
      : .tooFew(
        reviewers: calibration.reviewers.count, scores: scores,
        repeated: scores - calibration.proposals.count)
  }

  /// Why, as a sentence without its full stop.
  package var words: String {
    switch self {
    case .allEqual: "By the mean, since all scores are equal"
    case .tooFew(let reviewers, let scores, let repeated):
      "By the mean: calibration needs \(Calibration.fewestReviewers) reviewers, "
        + "\(Calibration.fewestScores) scores and \(Calibration.fewestRepeated) second opinions; "
        + "there are \(reviewers), \(scores) and \(repeated)"
    }
  }
}
