import ReviewCore

/// Counts what decided proposals use.
struct ProgrammeTally {
  private(set) var counts: [Decision.Outcome: Int] = [:]
  private(set) var all = Use()
  private(set) var minutes = Use()
  private(set) var areas: [Identifier: Use] = [:]
  private(set) var formats: [Identifier: Use] = [:]
  private(set) var speakers: [ProposalID: Use] = [:]
  private(set) var organizations: [String: Use] = [:]
  private(set) var withoutLength = 0
  private(set) var withdrawn: [ProposalID] = []
  private let lengths: [Identifier: Int]

  init(_ event: Event) {
    for outcome in Decision.Outcome.allCases { counts[outcome] = 0 }
    lengths = Dictionary(
      event.formats.compactMap { format in format.minutes.map { (format.id, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// How much of one kind is accepted and waitlisted.
  struct Use {
    /// The name as it was first written.
    var name = ""
    var accepted = 0
    var waitlisted = 0

    mutating func add(_ amount: Int, _ isAccepted: Bool, name: String = "") {
      if self.name.isEmpty { self.name = name }
      if isAccepted { accepted += amount } else { waitlisted += amount }
    }

    func limit(
      _ kind: ProgrammeLimit.Kind, _ subject: String, _ slots: SlotLimits, smallestRoom: Int = 2
    ) -> ProgrammeLimit {
      ProgrammeLimit(
        kind: kind, subject: subject, used: accepted, waitlisted: waitlisted,
        minimum: slots.minimum, maximum: slots.maximum, smallestRoom: smallestRoom)
    }
  }

  mutating func add(_ seen: SeenProposal) {
    let outcome = seen.decision?.outcome ?? .undecided
    guard !seen.proposal.isWithdrawn else {
      if outcome == .accept { withdrawn.append(seen.id) }
      return
    }
    counts[outcome, default: 0] += 1
    guard outcome == .accept || outcome == .waitlist else { return }
    let isAccepted = outcome == .accept
    all.add(1, isAccepted)
    let length = seen.proposal.format.flatMap { lengths[$0] }
    minutes.add(length ?? 0, isAccepted)
    if isAccepted, length == nil { withoutLength += 1 }
    if let area = seen.proposal.focusAreas.first {
      areas[area, default: Use()].add(1, isAccepted)
    }
    if let format = seen.proposal.format { formats[format, default: Use()].add(1, isAccepted) }
    addPeople(of: seen, isAccepted)
  }

  /// Counts a proposal once for each speaker, and once for each organisation of theirs.
  private mutating func addPeople(of seen: SeenProposal, _ isAccepted: Bool) {
    for speaker in seen.speakers ?? [] {
      speakers[speaker.id, default: Use()].add(1, isAccepted, name: speaker.name)
    }
    for organization in seen.organizations {
      organizations[organization.key, default: Use()].add(
        1, isAccepted, name: organization.name)
    }
  }

  /// The limits of people who have an accepted proposal, by name; none without a rule.
  func people<Key: Hashable>(
    _ uses: [Key: Use], atMost most: Int?, _ kind: (Key) -> ProgrammeLimit.Kind,
    order: (Key, Key) -> Bool
  ) -> [ProgrammeLimit] {
    guard let most else { return [] }
    return uses.filter { $0.value.accepted > 0 }
      .map { (key: $0.key, use: $0.value, folded: $0.value.name.folded) }
      .sorted { $0.folded == $1.folded ? order($0.key, $1.key) : $0.folded < $1.folded }
      .map { key, use, _ in
        use.limit(kind(key), use.name, SlotLimits(maximum: most), smallestRoom: 1)
      }
  }
}

extension SeenProposal {
  /// The organisations of the speakers that the viewer may see, each once: as they are compared, and
  /// as they were first written.
  var organizations: [(key: String, name: String)] {
    var counted: Set<String> = []
    return (speakers ?? []).compactMap { speaker in
      let name = speaker.organization?.trimmed ?? ""
      let key = name.folded
      return !key.isEmpty && counted.insert(key).inserted ? (key, name) : nil
    }
  }
}
