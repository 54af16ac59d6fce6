/// How long to wait before a failed save is tried again: twice as long each time.
package struct RetryDelays: Sendable {
  /// After the first failure.
  package var first: Duration
  /// At most.
  package var limit: Duration

  /// Makes delays: half a second, to ten seconds.
  package init(first: Duration = .milliseconds(500), limit: Duration = .seconds(10)) {
    self.first = first
    self.limit = limit
  }

  /// The delay after so many failures in a row.
  package func delay(after failures: Int) -> Duration {
    min(limit, first * (1 << min(max(0, failures - 1), 20)))
  }
}

extension Duration {
  /// Whole milliseconds, rounded down.
  var milliseconds: Int {
    Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
  }
}
