/// The order of a list of proposals.
package struct ListOrder: Hashable, Sendable {
  /// What orders it.
  package var key: Key
  /// Whether it runs from the greatest to the least.
  package var isReversed: Bool

  /// Makes an order.
  package init(_ key: Key, isReversed: Bool = false) {
    self.key = key
    self.isReversed = isReversed
  }

  /// The order of the queue: what waits for the viewer first.
  package static let queue = ListOrder(.queue)

  /// What proposals are ordered by; the raw values are the words of `list --sort`.
  package enum Key: String, CaseIterable, Hashable, Sendable {
    case queue, id, title, area, format, level, my, score, n, status, spread, submitted, remark

    /// Its name for people.
    package var title: String {
      switch self {
      case .queue: "What waits for you first"
      case .id: "Id"
      case .title: "Title"
      case .area: "Focus area"
      case .format: "Format"
      case .level: "Level"
      case .my: "My score"
      case .score: "Committee's mean"
      case .n: "Number of reviews"
      case .status: "Submitted or withdrawn"
      case .spread: "Spread of the scores"
      case .submitted: "Time of submission"
      case .remark: "Newest remark"
      }
    }

    /// A word or two for it.
    package var short: String {
      switch self {
      case .queue: "queue"
      case .id: "id"
      case .title: "title"
      case .area: "focus area"
      case .format: "format"
      case .level: "level"
      case .my: "my score"
      case .score: "mean"
      case .n: "reviews"
      case .status: "status"
      case .spread: "spread"
      case .submitted: "submission"
      case .remark: "newest remark"
      }
    }

    /// Whether people look for the greatest first.
    package var isReversedAtFirst: Bool {
      switch self {
      case .my, .score, .n, .spread, .remark: true
      case .queue, .id, .title, .area, .format, .level, .status, .submitted: false
      }
    }
  }

  /// Reads a key with or without a hyphen before it; nil for an unknown one.
  package init?(_ text: String) {
    isReversed = text.hasPrefix("-")
    guard let key = Key(rawValue: isReversed ? String(text.dropFirst()) : text) else { return nil }
    self.key = key
  }

  /// The order as a word that `init(_:)` reads.
  package var text: String { isReversed ? "-\(key.rawValue)" : key.rawValue }

  /// The places of all proposals of a summit in this order: those without a value last in either
  /// direction, equals by id. O(n log n).
  package func places(of summit: SeenSummit) -> [Int] {
    if key == .queue {
      let order = ReviewQueue.order(of: summit)
      return isReversed ? order.reversed() : order
    }
    let values = summit.proposals.map { value(of: $0, in: summit) }
    // The places are the order of the ids.
    return values.indices.sorted { first, second in
      switch (values[first], values[second]) {
      case (nil, nil): return first < second
      case (nil, _): return false
      case (_, nil): return true
      case (let one?, let other?):
        if key == .id { return isReversed ? first > second : first < second }
        if one == other { return first < second }
        return isReversed ? other.precedes(one) : one.precedes(other)
      }
    }
  }

  private enum Value: Equatable {
    case number(Double)
    case text(String)

    func precedes(_ other: Value) -> Bool {
      switch (self, other) {
      case (.number(let one), .number(let other)): one < other
      case (.text(let one), .text(let other)): one.utf8.lexicographicallyPrecedes(other.utf8)
      case (.number, .text): true
      case (.text, .number): false
      }
    }
  }

  private func value(of seen: SeenProposal, in summit: SeenSummit) -> Value? {
    let (proposal, event) = (seen.proposal, summit.event)
    func place(_ place: Int?) -> Value? { place.map { .number(Double($0)) } }
    switch key {
    case .queue, .id: return .number(0)
    case .title: return .text(proposal.title.folded)
    case .area:
      return place(event.focusAreas.firstIndex { $0.id == proposal.focusAreas.first })
    case .format: return place(event.formats.firstIndex { $0.id == proposal.format })
    case .level: return place(event.levels.firstIndex { $0.folded == proposal.level?.folded })
    case .my: return seen.myComposite(by: summit.rubric).map { .number($0) }
    case .score: return seen.summary(by: summit.rubric)?.mean.map { .number($0) }
    case .n: return place(seen.summary(by: summit.rubric)?.count)
    case .status: return .text(proposal.statusWord)
    case .spread: return seen.summary(by: summit.rubric)?.spread.map { .number($0) }
    case .submitted:
      return proposal.submittedAt.map { .number(Double($0.milliseconds)) }
    case .remark:
      return seen.discussion.last.map { .number(Double($0.at?.milliseconds ?? 0)) }
    }
  }
}
