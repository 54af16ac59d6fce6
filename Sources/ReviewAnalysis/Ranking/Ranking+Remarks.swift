import ReviewCore

extension Ranking {
  /// What whoever reads it should know, as sentences without their full stops: why it is not
  /// calibrated, or how far calibration could go.
  package var remarks: [String] {
    (openCut.map { [$0] } ?? []) + methodRemarks
  }

  /// Why nothing is said of who goes in, as a sentence without its full stop; nil where it is.
  package var openCut: String? {
    guard fillsNoSlots, let slots else { return nil }
    return
      "\(rankedCount) proposals with a score that you may see, for \(slots) slots: the cut line "
      + "tells nothing yet"
  }

  private var methodRemarks: [String] {
    if comparisonCount == 0 {
      return ["No comparison of two proposals can be seen: the scores are those of the reviews"]
    }
    if let fallback { return [fallback.words] }
    return calibration?.remarks ?? []
  }
}

extension Calibration {
  /// How far it could go, as sentences without their full stops; empty where all is well.
  package var remarks: [String] {
    var remarks: [String] = []
    switch basis {
    case .allEqual: remarks.append("All scores are equal: nothing tells the proposals apart")
    case .fixedShares:
      remarks.append(
        "Too few scores to tell severity from quality: variance is divided as at NIPS 2014 "
          + "(46 % quality, 9 % severity, 45 % noise)")
    case .estimated:
      if !variances.hasSeverity { remarks.append("No difference in severity was detected") }
      if !variances.hasQuality { remarks.append("No difference in quality was detected") }
    }
    if groups.count > 1 {
      let names = groups.map { $0.map(\.text).joined(separator: ", ") }
      remarks.append(
        "The reviewers fall into \(groups.count) groups with no proposal in common, between which "
          + "only chance compares: \(names.joined(separator: " | "))")
    }
    return remarks
  }
}
