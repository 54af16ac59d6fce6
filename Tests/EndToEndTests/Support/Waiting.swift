/// What a test waited for and did not get.
struct NeverHappened: Error, CustomStringConvertible {
  let what: String
  let evidence: String

  var description: String { "Never happened: \(what)\n\(evidence)" }
}

/// Waits until something holds: the one place in which these tests wait.
///
/// The limit is for a machine that is busy; what a test states never depends on how long it took.
///
/// - Parameters:
///   - what: what is waited for, in words.
///   - evidence: what there was instead, such as the screen.
/// - Throws: `NeverHappened` when the time is up.
func wait(
  for what: String, limit: Duration = .seconds(120), evidence: () async throws -> String = { "" },
  until holds: () async throws -> Bool
) async throws {
  let clock = ContinuousClock()
  let end = clock.now + limit * Sanitizer.slowness
  while try await !holds() {
    guard clock.now < end else {
      throw NeverHappened(what: what, evidence: try await evidence())
    }
    try await Task.sleep(for: .milliseconds(10))
  }
}
