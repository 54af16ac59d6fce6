/// What `summit.json` says: the event and the rules of its review.
package struct Event: Hashable, Sendable {
  /// The summit's id, under which private state is filed; nil where the file has none.
  package var id: String?
  /// The summit's name.
  package var name: String
  /// Its theme.
  package var theme: String?
  /// Its focus areas, in order.
  package var focusAreas: [FocusArea] = []
  /// Its kinds of sessions, in order.
  package var formats: [SessionFormat] = []
  /// Its levels, in order.
  package var levels: [String] = []
  /// What reviewers score.
  package var rubric = Rubric(scale: .oneToFive, criteria: [])
  /// The programme committee, in the order of the file.
  package var committee: [Member] = []
  /// The rounds, in order; the last one is the default.
  package var rounds: [Round] = []
  /// The rules.
  package var rules = Rules()

  /// Makes an event of a name.
  package init(name: String) { self.name = name }

  /// The member of an id, or nil.
  package func member(_ id: Identifier) -> Member? { committee.first { $0.id == id } }

  /// The focus area of an id, or nil.
  package func focusArea(_ id: Identifier) -> FocusArea? { focusAreas.first { $0.id == id } }

  /// The format of an id, or nil.
  package func format(_ id: Identifier) -> SessionFormat? { formats.first { $0.id == id } }

  /// The round of an id, or nil.
  package func round(_ id: Identifier) -> Round? { rounds.first { $0.id == id } }

  /// The round in which a proposal is reviewed: its own, else the last one.
  package func round(of proposal: Proposal) -> Round? {
    rounds.first { $0.id == proposal.round } ?? rounds.last
  }

  /// How many proposals the programme takes: the rule, else the sum of the formats' maxima where
  /// each has one; nil is no cut line.
  package var slots: Int? {
    if let slots = rules.slots { return slots }
    let maxima = formats.map(\.slots.maximum)
    guard !maxima.isEmpty, !maxima.contains(nil) else { return nil }
    return maxima.reduce(0) { $0 + ($1 ?? 0) }
  }
}

/// A summit as it stands in its folder: all that anybody said.
///
/// Nothing outside the store and `seen(by:at:)` reads it: what a person may see is in `SeenSummit`.
package struct Summit: Sendable {
  /// The event and its rules.
  package var event: Event
  /// The proposals, in the order of their ids.
  package private(set) var proposals: [Proposal]
  /// The speakers, or nil where there is no file of them: blind by absence.
  package private(set) var speakers: [Speaker]?
  /// What each reviewer said.
  package var sheets: [Identifier: ReviewSheet] = [:]
  /// What each chair decided, by proposal.
  package var decisions: [ProposalID: [Decision]] = [:]
  /// Who should read what.
  package var assignments: [Identifier: [ProposalID]] = [:]
  /// Where each proposal stands in `proposals`.
  package private(set) var index: [ProposalID: Int]
  /// The speakers of each proposal, as places in `speakers`.
  private var speakersByProposal: [ProposalID: [Int]]

  /// Makes a summit nobody has reviewed yet. O(n log n).
  ///
  /// Of two proposals with the same id the first counts; the reader reports the second.
  package init(event: Event, proposals: [Proposal] = [], speakers: [Speaker]? = nil) {
    self.event = event
    var isSorted = true
    for place in proposals.indices.dropFirst() where isSorted {
      isSorted = proposals[place - 1].id < proposals[place].id
    }
    self.proposals = isSorted ? proposals : proposals.sorted { $0.id < $1.id }
    index = Dictionary(
      zip(self.proposals.map(\.id), self.proposals.indices), uniquingKeysWith: { first, _ in first }
    )
    if index.count < self.proposals.count {
      var seen: Set<ProposalID> = []
      self.proposals = proposals.filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
      index = Dictionary(
        uniqueKeysWithValues: zip(self.proposals.map(\.id), self.proposals.indices))
    }
    self.speakers = speakers
    speakersByProposal = [:]
    for (place, speaker) in (speakers ?? []).enumerated() {
      for proposal in speaker.proposals { speakersByProposal[proposal, default: []].append(place) }
    }
  }

  /// The proposal of an id, or nil.
  package func proposal(_ id: ProposalID) -> Proposal? { index[id].map { proposals[$0] } }

  /// The speakers of a proposal, in the order of their file.
  package func speakers(of id: ProposalID) -> [Speaker] {
    guard let speakers else { return [] }
    return (speakersByProposal[id] ?? []).map { speakers[$0] }
  }

  /// The decision that stands for a proposal: the newest of all chairs'; nil where none was made.
  package func decision(of id: ProposalID) -> Decision? {
    decisions[id]?.reduce(nil) { best, next in
      guard let best else { return next }
      return next.stands(over: best) ? next : best
    }
  }
}
