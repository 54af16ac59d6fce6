/// Scores with published results, proposal by proposal, reviewer by reviewer.
enum PublishedScores {
  /// Penicillin: 24 plates by 6 samples (Davies & Goldsmith 1972; lme4's data set).
  static let penicillin: [[Double]] = [
    [27, 23, 26, 23, 23, 21],
    [27, 23, 26, 23, 23, 21],
    [25, 21, 25, 24, 24, 20],
    [26, 23, 25, 23, 23, 20],
    [25, 22, 26, 22, 23, 20],
    [24, 22, 25, 23, 22, 19],
    [24, 20, 23, 21, 22, 19],
    [26, 22, 26, 24, 24, 21],
    [24, 21, 24, 22, 22, 20],
    [24, 21, 24, 23, 22, 19],
    [26, 23, 26, 24, 24, 21],
    [25, 22, 26, 24, 24, 20],
    [26, 24, 26, 24, 25, 22],
    [26, 23, 26, 23, 23, 20],
    [26, 23, 25, 24, 24, 22],
    [25, 22, 25, 23, 23, 20],
    [25, 21, 24, 23, 23, 20],
    [25, 22, 24, 23, 23, 19],
    [24, 21, 23, 21, 21, 19],
    [26, 23, 26, 24, 24, 21],
    [25, 21, 24, 22, 22, 18],
    [25, 22, 25, 22, 22, 20],
    [24, 21, 24, 22, 24, 19],
    [24, 21, 24, 22, 21, 18],
  ]

  /// The effects of the plates as lme4 prints them.
  static let penicillinPlates: [Double] = [
    0.80455, 0.80455, 0.18167, 0.33739, 0.02595, -0.4412, -1.37552, 0.80455, -0.75264, -0.75264,
    0.96027, 0.49311, 1.42742, 0.49311, 0.96027, 0.02595, -0.28548, -0.28548, -1.37552, 0.96027,
    -0.90836, -0.28548, -0.59692, -1.2198,
  ]

  /// The effects of the samples as lme4 prints them.
  static let penicillinSamples: [Double] = [
    2.18706, -1.01048, 1.9379, -0.09689, -0.01384, -3.00374,
  ]

  /// Wine: 8 bottles by 9 judges, scores 1 to 5 (Randall 1989; the data of R's ordinal package).
  static let wine: [[Double]] = [
    [2, 1, 2, 3, 2, 3, 1, 2, 1],
    [3, 2, 3, 2, 3, 2, 1, 2, 2],
    [3, 1, 3, 3, 4, 3, 2, 2, 3],
    [4, 3, 2, 2, 3, 2, 2, 3, 2],
    [4, 2, 5, 3, 3, 2, 2, 3, 3],
    [4, 3, 5, 2, 3, 4, 3, 3, 2],
    [5, 5, 4, 5, 3, 5, 2, 3, 4],
    [5, 4, 4, 3, 3, 4, 3, 4, 4],
  ]

  /// The levels of the bottles at the REML variances (Henderson's equations, four programs).
  static let wineLevels: [Double] = [
    2.0061435928, 2.3014483735, 2.6951880811, 2.5967531542, 2.9904928618, 3.1873627157,
    3.876407204, 3.6795373502,
  ]

  /// The severities of the judges.
  static let wineSeverities: [Double] = [
    0.6178026845, -0.2162309396, 0.4324618791, -0.0308901342, 0.0617802684, 0.1544506711,
    -0.6795829529, -0.1235605369, -0.2162309396,
  ]

  /// The expected ranks of the bottles.
  static let wineExpectedRanks: [Double] = [
    7.7594094739, 6.8626980198, 5.2626226555, 5.6860838164, 4.0234045752, 3.2966457273,
    1.2966027464, 1.8125329857,
  ]

  /// How probably the first bottle is better than each.
  static let wineFirstIsBetter: [Double] = [
    0.0, 0.1846589595, 0.0180964305, 0.0362867595, 0.0013834871, 0.0001647014, 6.5e-09,
    1.816e-07,
  ]

  /// How probably each bottle is among the best three (2,000,000 draws).
  static let wineAmongThree: [Double] = [
    1e-05, 0.0006595, 0.034724, 0.015018, 0.261737, 0.696438, 0.9990815, 0.992332,
  ]
}
