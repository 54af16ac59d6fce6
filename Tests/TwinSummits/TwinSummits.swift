/// Two summits that differ in everything that the rules hide from one person, and in nothing else.
///
/// What is hidden is decided here by the words of data-format.md alone, not by the program: whatever
/// it prints or draws for that person must be the same for both, to the byte.
package struct TwinSummits: Sendable, CustomStringConvertible {
  /// Who looks: a reviewer, a chair who is in conflict with some, or nobody in particular.
  package enum Viewer: String, CaseIterable, Sendable {
    case cleo, chi, nobody

    /// The id on the committee; nil for nobody.
    package var id: String? { self == .nobody ? nil : rawValue }
  }

  /// `rules.otherReviews`.
  package enum OtherReviews: String, CaseIterable, Sendable {
    case always, afterMine, afterDeadline, never
  }

  /// `rules.speakers`.
  package enum Speakers: String, CaseIterable, Sendable { case shown, hidden, afterScoring }

  /// What the viewer said of a proposal.
  package enum Mine: String, CaseIterable, Sendable {
    case scored, draft, abstained, conflict, skipped, cleared, unread
    /// Nothing: it is their own talk.
    case ownTalk
  }

  /// Who looks.
  package let viewer: Viewer
  /// The rule for reviews.
  package let otherReviews: OtherReviews
  /// The rule for speakers.
  package let speakers: Speakers
  /// Whether the deadline of the round is over.
  package let isLate: Bool

  /// Chooses rules and a viewer.
  package init(
    _ viewer: Viewer, _ otherReviews: OtherReviews, _ speakers: Speakers, isLate: Bool = false
  ) {
    (self.viewer, self.otherReviews, self.speakers) = (viewer, otherReviews, speakers)
    self.isLate = isLate
  }

  /// Every rule for reviews with speakers shown, every rule for speakers, and both at their
  /// strictest, for every viewer.
  package static let all: [TwinSummits] = Viewer.allCases.flatMap { viewer in
    OtherReviews.allCases.map { TwinSummits(viewer, $0, .shown) } + [
      TwinSummits(viewer, .afterDeadline, .shown, isLate: true),
      TwinSummits(viewer, .afterMine, .hidden), TwinSummits(viewer, .afterMine, .afterScoring),
      TwinSummits(viewer, .never, .hidden),
    ]
  }

  package var description: String {
    "\(viewer), reviews \(otherReviews), speakers \(speakers)\(isLate ? ", late" : "")"
  }

  /// The time at which is looked.
  package static let now = "2026-04-01T12:00:00.000Z"

  /// The proposals, two of each kind of what the viewer said.
  package static let proposals: [(id: String, mine: Mine)] = Mine.allCases.enumerated().flatMap {
    [("10\($0.offset)", $0.element), ("20\($0.offset)", $0.element)]
  }

  // MARK: - What is hidden

  /// Whether what others say of a proposal is hidden from the viewer.
  package func hidesReviews(_ mine: Mine) -> Bool {
    switch viewer {
    case .nobody: return otherReviews != .always
    case .chi: return mine == .conflict || mine == .ownTalk
    case .cleo:
      if mine == .conflict || mine == .ownTalk { return true }
      return switch otherReviews {
      case .always: false
      case .afterMine: mine != .scored && mine != .abstained
      case .afterDeadline: !isLate
      case .never: true
      }
    }
  }

  /// Whether the speakers of a proposal are hidden from the viewer. One's own talk names oneself.
  package func hidesSpeakers(_ mine: Mine) -> Bool {
    if mine == .ownTalk && viewer != .nobody { return false }
    return switch (viewer, speakers) {
    case (.chi, _), (_, .shown): false
    case (_, .hidden), (.nobody, _): true
    case (.cleo, .afterScoring): mine != .scored && mine != .abstained
    }
  }
}
