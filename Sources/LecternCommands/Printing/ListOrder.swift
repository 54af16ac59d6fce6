import ReviewCore

/// The order of a list: a key, and whether it is the reverse.
struct ListOrder {
  /// What proposals are ordered by.
  enum Key: String, CaseIterable {
    case queue, id, title, area, format, level, my, score, n, status
  }

  private let key: Key
  private let isReversed: Bool

  /// Reads a key with or without a hyphen before it.
  ///
  /// - Throws: `CommandFailure` of wrong usage for an unknown key, with the nearest.
  init(_ text: String) throws {
    isReversed = text.hasPrefix("-")
    let name = isReversed ? String(text.dropFirst()) : text
    guard let key = Key(rawValue: name) else {
      let known = Key.allCases.map(\.rawValue)
      throw CommandFailure.usage(
        "--sort: there is no key \(name.quoted)\(NearestWord.suggestion(for: name, among: known)). "
          + "It is one of \(known.joined(separator: ", ")), or one with a hyphen before it.")
    }
    self.key = key
  }

  /// The proposals of a summit in this order: those without a value last, equals by id.
  /// O(n log n).
  func sorted(_ summit: SeenSummit) -> [SeenProposal] {
    let proposals = summit.proposals
    if key == .queue {
      let order = ReviewQueue.order(of: summit)
      return (isReversed ? order.reversed() : order).map { proposals[$0] }
    }
    let values = proposals.map { value(of: $0, in: summit) }
    // The places are the order of the ids.
    return proposals.indices.sorted { first, second in
      switch (values[first], values[second]) {
      case (nil, nil): return first < second
      case (nil, _): return false
      case (_, nil): return true
      case (let one?, let other?):
        if key == .id { return isReversed ? first > second : first < second }
        if one == other { return first < second }
        return isReversed ? other.precedes(one) : one.precedes(other)
      }
    }.map { proposals[$0] }
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
    }
  }
}
