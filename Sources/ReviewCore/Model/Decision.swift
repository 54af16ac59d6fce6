/// What a chair decided of a proposal.
package struct Decision: Hashable, Sendable {
  /// What was decided.
  package var outcome: Outcome
  /// Why.
  package var reason: String?
  /// When.
  package var at: Timestamp?
  /// Which chair.
  package var chair: Identifier

  /// Makes a decision.
  package init(_ outcome: Outcome, reason: String? = nil, at: Timestamp?, chair: Identifier) {
    self.outcome = outcome
    self.reason = reason
    self.at = at
    self.chair = chair
  }

  /// What can be decided.
  package enum Outcome: String, CaseIterable, Hashable, Sendable {
    case accept, waitlist, decline, undecided
  }

  /// Whether this one stands where both were made: the newer; of equal times the greater by
  /// outcome, reason and chair, so that every reader finds the same.
  package func stands(over other: Decision) -> Bool {
    func key(_ decision: Decision) -> (Int64, String) {
      (
        decision.at?.milliseconds ?? .min,
        "\(decision.outcome.rawValue)\u{0}\(decision.reason ?? "")\u{0}\(decision.chair)"
      )
    }
    return key(self) > key(other)
  }
}
