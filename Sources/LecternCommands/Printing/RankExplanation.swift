import ReviewAnalysis

extension RankingExplanation {
  /// The explanation as `rank --explain` prints it for people.
  var lines: [String] {
    guard !reviews.isEmpty else { return heading + footing }
    let titles = columns.map { $0.uppercased() }
    var table = TextTable(
      titles.prefix(1).map(TextTable.Column.text) + titles.dropFirst().map(TextTable.Column.number))
    for row in rows { table.append(row) }
    return heading + [""] + table.lines(limit: nil) + [""] + footing
  }
}
