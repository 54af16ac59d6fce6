package import ReviewCore

/// What a chair wants to have decided.
package struct DecisionChange: QueuedChange {
  package typealias Outcome = DecideOutcome
  package typealias Context = Event

  /// Which chair.
  package let chair: Identifier
  /// What is decided, each with the time at which it was.
  package private(set) var decisions: [ProposalID: Decision]
  /// Reasons that the chair had before their eyes and replaced: these are not lost.
  private var replaced: Set<SheetChange.ReplacedText> = []

  /// Changes decisions.
  ///
  /// - Parameters:
  ///   - decisions: what is decided, with the times that `Timestamp.of(sayingAt:replacing:)` gives
  ///     over the newest decision that the chair saw. One without a time loses against any other.
  ///   - replacing: the chair's own decisions that they saw in their place; their reasons are not
  ///     reported as lost.
  package init(
    _ chair: Identifier, decisions: [ProposalID: Decision],
    replacing old: [ProposalID: Decision] = [:]
  ) {
    self.chair = chair
    self.decisions = decisions.mapValues { decision in
      var decision = decision
      decision.chair = chair
      return decision
    }
    for (id, decision) in old where decision.chair == chair {
      // The same reason at a new time is said again, not replaced.
      if let reason = decision.reason, decisions[id]?.reason != reason {
        noteReplaced(reason, of: id)
      }
    }
  }

  private mutating func noteReplaced(_ reason: String, of id: ProposalID) {
    replaced.insert(.init(about: id.text, kind: "reason", text: reason))
  }

  /// The chair.
  package var writer: Identifier? { chair }

  /// Whether it decides nothing.
  package var isEmpty: Bool { decisions.isEmpty }

  /// Both changes as one; of each proposal the later decision. O(size).
  package func followed(by later: DecisionChange) -> DecisionChange {
    var both = self
    for (id, decision) in later.decisions {
      if let old = decisions[id] {
        if old.stands(over: decision) { continue }
        if let reason = old.reason { both.noteReplaced(reason, of: id) }
      }
      both.decisions[id] = decision
    }
    both.replaced.formUnion(later.replaced)
    return both
  }

  /// The decisions of the given proposals, and all the rest.
  package func split(
    _ entries: RefusedEntries
  ) -> (those: DecisionChange, rest: DecisionChange) {
    var (those, rest) = (self, self)
    those.decisions = decisions.filter { entries.proposals.contains($0.key) }
    rest.decisions = decisions.filter { !entries.proposals.contains($0.key) }
    return (those, rest)
  }

  /// A decision file.
  package var rescueFile: JSONObject? {
    var file = JSONObject(members: [
      ("format", .int(FileHeader.currentFormat)), ("chair", .string(chair.text)),
    ])
    let entries = decisions.sorted { $0.key < $1.key }.map { id, decision in
      (id.text, JSONValue.object(decision.json))
    }
    file.append("decisions", .object(JSONObject(members: entries)))
    return file
  }

  /// What of a merge's losses nobody meant to throw away.
  func unseen(_ lost: [LostText]) -> [LostText] {
    lost.filter { !replaced.contains(.init(about: $0.about, kind: $0.kind, text: $0.text)) }
  }
}

extension SaveQueue<DecisionChange> {
  /// Makes a queue that saves decisions into a folder.
  package convenience init(
    folder: ReviewFolder, rescue: RescueFolder, delays: RetryDelays = .init(),
    now: @escaping @Sendable () -> Timestamp,
    report: @escaping @Sendable (SaveEvent<DecideOutcome>) -> Void
  ) {
    self.init(rescue: rescue, delays: delays, now: now, report: report) {
      change, event throws(StoreError) in
      try folder.decide(change, in: event, rescue: rescue, at: now())
    }
  }
}
