extension ScoreSummary {
  /// `3, mean 4.12, median 4.2, spread 0.3`.
  package var words: String {
    var parts = [String(count)]
    if let mean { parts.append("mean \(mean.formatted(decimals: 2))") }
    if let median { parts.append("median \(median.formatted(decimals: 2))") }
    if let spread { parts.append("spread \(spread.formatted(decimals: 2))") }
    return parts.joined(separator: ", ")
  }
}
