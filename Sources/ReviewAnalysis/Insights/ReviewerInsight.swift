package import ReviewCore

/// How one member scores, as far as the viewer may see what they say.
package struct ReviewerInsight: Hashable, Sendable {
  /// Who it is.
  package let member: Member
  /// How far they are; nil where the viewer may not know.
  package let numbers: CommitteeProgress.Numbers?
  /// How many proposals are assigned to them; 0 where none are.
  package let assigned: Int
  /// How many of their finished reviews the viewer may see: those of which the rest is made.
  package let count: Int
  /// The mean of their composites, rounded to a millionth; nil without any.
  package let mean: Double?
  /// How many of their composites fall into each bin.
  package let histogram: [Int]
  /// How far they score above the committee on the same proposals; nil without a score.
  package let severity: Calibration.Severity?

  /// Whether the severity is more than chance would make it: its 95 % interval leaves out 0.
  package var isSeverityClear: Bool {
    guard let severity, let deviation = severity.deviation else { return false }
    return severity.offset.magnitude > 1.959964 * deviation
  }
}

/// A proposal of which the scores differ.
package struct Dispute: Hashable, Sendable {
  /// Its id.
  package let id: ProposalID
  /// Its title.
  package let title: String
  /// How many finished reviews the viewer may see, at least two.
  package let count: Int
  /// The sample deviation (n − 1) of the composites, each less its reviewer's severity: what is left
  /// of it once strict and kind reviewers are made equal. Rounded.
  package let deviation: Double
  /// The sample deviation of the composites as they are, rounded.
  package let spread: Double
  /// Leik's dispersion of the composites, 0 to 1.
  package let leik: Double
  /// How many composites fall into each bin.
  package let histogram: [Int]

  /// Whether it stands before another: the larger deviation, the larger dispersion, more reviews,
  /// the id.
  func precedes(_ other: Dispute) -> Bool {
    if deviation != other.deviation { return deviation > other.deviation }
    if leik != other.leik { return leik > other.leik }
    if count != other.count { return count > other.count }
    return id < other.id
  }
}

/// How far the proposals of a focus area are reviewed.
package struct AreaCoverage: Hashable, Sendable {
  /// The area.
  package let id: Identifier
  /// How many proposals have it as their primary one.
  package internal(set) var proposals = 0
  /// How many of them have a finished review that the viewer may see.
  package internal(set) var reviewed = 0
  /// How many of them have fewer reviews than asked for; those whose reviews are hidden are not
  /// counted.
  package internal(set) var underReviewed = 0
  /// Of how many of them the viewer may not see the others' reviews.
  package internal(set) var hidden = 0
  /// How many finished reviews of them the viewer may see.
  package internal(set) var reviews = 0

  /// How many have as many reviews as asked for, as far as the viewer may know.
  package var enough: Int { proposals - underReviewed - hidden }
}
