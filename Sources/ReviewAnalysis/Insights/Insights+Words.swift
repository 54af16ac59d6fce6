package import ReviewCore

/// The aids to reading that the command and the screen share: what a number means, and no verdict.
extension Insights {
  /// What alpha says.
  package static let alphaMeaning =
    "1 is full agreement, 0 what chance gives; 0.3 to 0.4 is normal for independent reviewers"

  /// What severity says.
  package static let severityMeaning =
    "how far somebody scores above the committee on the same proposals"

  /// What the deviation of a dispute says.
  package static let disputeMeaning =
    "of the scores once severity is taken out; Leik's D is 1 where half score highest, half lowest"

  /// What is hidden from the viewer, as a sentence without its full stop; nil for nothing.
  package var hiddenWords: String? {
    guard counts.hidden > 0 else { return nil }
    let what =
      counts.hidden == 1
      ? "The others' reviews of 1 proposal are"
      : "The others' reviews of \(counts.hidden) proposals are"
    return "\(what) hidden from you, and in no number here"
  }

  /// Why there is no alpha, as a sentence without its full stop; nil where there is one.
  package var agreementProblem: String? {
    guard agreement.composite.ordinal == nil else { return nil }
    return agreement.composite.scoreCount == 0
      ? "No proposal has two finished reviews that you may see: nothing can agree or disagree"
      : "All scores are equal: nothing could disagree, and agreement means nothing"
  }
}

extension ReviewerInsight {
  /// What the severity does to a score: `a 3 counts as 3.42`; nil without a severity.
  ///
  /// - Parameter scale: its middle score is the example.
  package func severityExample(on scale: ScoreScale) -> String? {
    guard let severity, severity.offset != 0 else { return nil }
    let scores = scale.scores
    let middle = scores[scores.count / 2]
    let counted = (middle - severity.offset).formatted(decimals: 2)
    return "a \(JSONNumber(middle).text) counts as \(counted)"
  }

  /// `scores 0.42 (± 0.15) below the committee`; nil without a severity.
  package var severityWords: String? {
    guard let severity else { return nil }
    let size = severity.offset.magnitude.formatted(decimals: 2)
    guard let deviation = severity.deviation else { return nil }
    let around = deviation.formatted(decimals: 2)
    if severity.offset == 0 { return "scores as the committee does" }
    let side = severity.offset < 0 ? "below" : "above"
    return isSeverityClear
      ? "scores \(size) (± \(around)) \(side) the committee"
      : "scores \(size) (± \(around)) \(side) the committee, which may be chance"
  }
}
