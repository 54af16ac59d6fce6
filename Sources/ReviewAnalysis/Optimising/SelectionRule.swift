package import ReviewCore

/// One rule of a programme: at least or at most so much of some candidates.
///
/// One form serves every rule: slots, areas, formats, minutes, speakers, organisations, groups, and
/// decisions that were made.
package struct SelectionRule: Hashable, Sendable {
  /// What it is about.
  package var kind: Kind
  /// What it is called, without its limits: `area Lakehouses`. Foreign text may be in it.
  package var name: String
  /// The candidates that count, as places, each once.
  package var members: [Int]
  /// How much each of them counts, not negative; nil is one each.
  package var weights: [Int]?
  /// At least so much; nil is no limit.
  package var minimum: Int?
  /// At most so much; nil is no limit.
  package var maximum: Int?

  /// What a rule is about.
  package enum Kind: Hashable, Sendable {
    /// A limit of the programme.
    case limit(ProgrammeLimit.Kind)
    /// At most one of proposals that are much alike.
    case similar([ProposalID])
    /// A number of proposals of some other kind.
    case other(String)
    /// A proposal that was accepted already.
    case accepted(ProposalID)
    /// A proposal that was declined already.
    case declined(ProposalID)
  }

  /// Makes a rule.
  package init(
    _ kind: Kind, name: String, of members: [Int], weights: [Int]? = nil, atLeast: Int? = nil,
    atMost: Int? = nil
  ) {
    self.kind = kind
    self.name = name
    self.members = members
    self.weights = weights
    minimum = atLeast
    maximum = atMost
  }

  /// A rule or its half: its minimum, or its maximum.
  package struct Side: Hashable, Sendable {
    /// The place of the rule.
    package let rule: Int
    /// Whether it is the minimum.
    package let isMinimum: Bool
  }

  /// What a side of it is called: `area Lakehouses min 4`.
  package func name(ofMinimum isMinimum: Bool) -> String {
    switch kind {
    case .accepted, .declined: name
    case .limit(.atMostOne), .similar: name
    default: "\(name) \(isMinimum ? "min \(minimum ?? 0)" : "max \(maximum ?? 0)")"
    }
  }

  /// How readily a committee gives a rule up, the most readily first: of several explanations the
  /// one that is shown rests on the rules that it gives up last.
  var firmness: Int {
    switch kind {
    case .similar: 0
    case .limit(.atMostOne): 1
    case .limit(.organization): 2
    case .other: 3
    case .limit(.format): 4
    case .limit(.area): 5
    case .limit(.minutes): 6
    case .limit(.speaker): 7
    case .limit(.total): 8
    case .declined: 9
    case .accepted: 10
    }
  }

  /// How much a selection uses of it. O(members).
  func used(by isSelected: [Bool]) -> Int {
    var sum = 0
    for place in members.indices where isSelected[members[place]] { sum += weights?[place] ?? 1 }
    return sum
  }
}
