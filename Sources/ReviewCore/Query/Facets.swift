/// What a list of proposals can be filtered by: each value that is there, with how many have it.
///
/// It counts what the viewer may see and nothing else. Of each value the count is the number of
/// rows that its condition meets.
package struct Facets: Hashable, Sendable {
  /// The groups that have any value, in the order in which a menu shows them.
  package let groups: [Group]

  /// Values that answer one question.
  package struct Group: Hashable, Sendable {
    /// What is asked.
    package let kind: Kind
    /// The values that any row has.
    package let values: [Value]
  }

  /// A question.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case state = "My state"
    case area = "Focus area"
    case format = "Format"
    case level = "Level"
    case tag = "Tag"
    case decision = "Decision"
    case round = "Round"
    case score = "My score"
    case bookmarked = "Bookmarked"
  }

  /// A value.
  package struct Value: Hashable, Sendable {
    /// What the menu calls it.
    package let label: String
    /// The condition of a query that filters by it.
    package let term: String
    /// How many rows have it; at least 1.
    package let count: Int
  }

  /// Counts rows. O(rows).
  ///
  /// - Parameters:
  ///   - rows: places in the summit.
  ///   - bookmarks: what the viewer has bookmarked; it is not in the summit.
  ///   - read: what they have read of the discussion; neither is that.
  package init(
    _ summit: SeenSummit, rows: [Int], bookmarks: Set<ProposalID> = [], read: Set<ReadKey> = []
  ) {
    let event = summit.event
    var count = FacetCount(
      rubric: event.rubric, defaultRound: event.rounds.last?.id, read: read)
    summit.proposals.withUnsafeBufferPointer { proposals in
      for row in rows where proposals.indices.contains(row) {
        count.add(proposals[row], isBookmarked: bookmarks.contains(proposals[row].id))
      }
    }
    groups = Kind.allCases.compactMap { kind in
      let values = count.values(of: kind, in: event)
      return values.isEmpty ? nil : Group(kind: kind, values: values)
    }
  }
}

/// How many rows have which value.
private struct FacetCount {
  let rubric: Rubric
  let defaultRound: Identifier?
  let read: Set<ReadKey>
  private var statuses: [Query.Status: Int] = [:]
  private var areas: [Identifier: Int] = [:]
  private var formats: [Identifier: Int] = [:]
  private var levels: [String: Int] = [:]
  private var tags = WordCount()
  private var decisions: [Decision.Outcome: Int] = [:]
  private var rounds: [Identifier: Int] = [:]
  private var scores: [Double: Int] = [:]

  init(rubric: Rubric, defaultRound: Identifier?, read: Set<ReadKey>) {
    self.read = read
    self.rubric = rubric
    self.defaultRound = defaultRound
  }

  mutating func add(_ seen: SeenProposal, isBookmarked: Bool) {
    let proposal = seen.proposal
    for status in Query.Status.allCases
    where status.isMet(by: seen, isBookmarked: isBookmarked, read: read) {
      statuses[status, default: 0] += 1
    }
    for (place, area) in proposal.focusAreas.enumerated()
    where !proposal.focusAreas[..<place].contains(area) {
      areas[area, default: 0] += 1
    }
    if let format = proposal.format { formats[format, default: 0] += 1 }
    if let level = proposal.level { levels[level, default: 0] += 1 }
    tags.add(proposal.tags)
    decisions[seen.decision?.outcome ?? .undecided, default: 0] += 1
    if let round = proposal.round ?? defaultRound { rounds[round, default: 0] += 1 }
    if let score = seen.myComposite(by: rubric) {
      scores[score.roundedToMillionth, default: 0] += 1
    }
  }

  func values(of kind: Facets.Kind, in event: Event) -> [Facets.Value] {
    switch kind {
    case .state:
      Query.Status.allCases.compactMap { status in
        guard status != .bookmarked else { return nil }
        return value(status.rawValue, "is", status.rawValue, statuses[status])
      }
    case .area:
      event.focusAreas.compactMap { value($0.short, "area", $0.id.text, areas[$0.id]) }
    case .format:
      event.formats.compactMap { value($0.name, "format", $0.id.text, formats[$0.id]) }
    case .level: levelValues(event)
    case .tag: tags.words.compactMap { value($0.text, "tag", $0.text, $0.count) }
    case .decision:
      Decision.Outcome.allCases.compactMap {
        value($0.rawValue, "state", $0.rawValue, decisions[$0])
      }
    case .round: event.rounds.compactMap { value($0.name, "round", $0.id.text, rounds[$0.id]) }
    case .score: scoreValues
    case .bookmarked:
      [value("bookmarked", "is", "bookmarked", statuses[.bookmarked])].compactMap(\.self)
    }
  }

  private func value(
    _ label: String, _ field: String, _ text: String, _ count: Int?
  ) -> Facets.Value? {
    guard let count, count > 0, let term = Query.term(field, text) else { return nil }
    return Facets.Value(label: label, term: term, count: count)
  }

  /// A level is compared without case, so those that differ in it only are one.
  private func levelValues(_ event: Event) -> [Facets.Value] {
    var counts: [String: Int] = [:]
    for (level, count) in levels { counts[level.folded, default: 0] += count }
    var known: Set<String> = []
    return event.levels.compactMap { level in
      guard known.insert(level.folded).inserted else { return nil }
      return value(level, "level", level, counts[level.folded])
    }
  }

  /// The scores that were given, the best first; by whole points where they are too many to list.
  private var scoreValues: [Facets.Value] {
    let mostListed = 12
    if scores.count <= mostListed {
      return scores.sorted { $0.key > $1.key }.compactMap { score, count in
        value(Self.label(score), "my", Self.number(score), count)
      }
    }
    var points: [Double: Int] = [:]
    for (score, count) in scores { points[score.rounded(.down), default: 0] += count }
    return points.sorted { $0.key > $1.key }.compactMap { point, count in
      let (low, high) = (Self.number(point), Self.number(point + 0.999_999))
      return value("\(low) to under \(Self.number(point + 1))", "my", "\(low)..\(high)", count)
    }
  }

  /// As a query reads it: without an exponent, and without zeros at its end.
  private static func number(_ score: Double) -> String {
    var text = score.formatted(decimals: 6)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  /// With one decimal, or two where it has more.
  private static func label(_ score: Double) -> String {
    let short = score.formatted(decimals: 1)
    return Double(short) == score ? short : score.formatted(decimals: 2)
  }
}
