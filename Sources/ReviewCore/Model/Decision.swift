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
  /// Keys that this version does not know; who decides anew carries them over.
  package var unknown = JSONObject()

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

  /// What somebody sees of it: what was decided is for the whole committee, but the reason speaks of
  /// what others said, and is hidden with it from all but the chair who gave it.
  func seen(withReason isReasonSeen: Bool, by viewer: Identifier?) -> Decision {
    var seen = self
    if !isReasonSeen, chair != viewer { (seen.reason, seen.unknown) = (nil, JSONObject()) }
    return seen
  }

  /// Whether this one stands where both were made: the newer; of equal times the one whose
  /// canonical JSON is greater, then the chair whose id is, so that every reader finds the same.
  package func stands(over other: Decision) -> Bool {
    let (time, otherTime) = (at?.milliseconds ?? .min, other.at?.milliseconds ?? .min)
    if time != otherTime { return time > otherTime }
    let (mine, theirs) = (JSONValue.object(json).lineBytes, JSONValue.object(other.json).lineBytes)
    if mine != theirs { return theirs.lexicographicallyPrecedes(mine) }
    return chair.text > other.chair.text
  }
}
