package import ReviewCore

/// The text of the selected proposal as lines, kept so that drawing does no work on texts.
package struct ReadingPane: Equatable, Sendable {
  /// The lines.
  package private(set) var lines: [StyledLine] = []
  /// The first line on the screen.
  package private(set) var offset = 0
  /// How many lines the screen has for it.
  package private(set) var height = 0
  /// Counts changes of what can be seen, so that lines are made anew when they must be.
  private var version = 0
  private var made: Key?
  /// The lines of the proposal's own texts, which do not change with what is said of it.
  private var body: [StyledLine] = []
  private var bodyVersion = 0
  private var madeBody: Key?

  /// The proposal that the lines are of; nil for none.
  package var proposal: ProposalID? { made?.id }

  private struct Key: Equatable, Sendable {
    var id: ProposalID
    var version: Int
    var columns: Int
  }

  /// Notes that what can be seen has changed; the texts of the proposals have not.
  mutating func invalidate() { version += 1 }

  /// Notes that the proposals themselves may have changed.
  mutating func invalidateTexts() {
    version += 1
    bodyVersion += 1
  }

  /// Makes the lines of a proposal, where they are not those already; another proposal begins at
  /// its top.
  mutating func show(
    _ proposal: SeenProposal?, columns: Int, height: Int, body makeBody: (Proposal) -> [StyledLine],
    whole makeWhole: (SeenProposal, [StyledLine]) -> [StyledLine]
  ) {
    self.height = height
    guard let proposal else {
      (lines, offset, made) = ([], 0, nil)
      return
    }
    let bodyKey = Key(id: proposal.id, version: bodyVersion, columns: columns)
    if madeBody != bodyKey {
      body = makeBody(proposal.proposal)
      madeBody = bodyKey
    }
    let key = Key(id: proposal.id, version: version, columns: columns)
    if made != key {
      if made?.id != key.id { offset = 0 }
      lines = makeWhole(proposal, body)
      made = key
    }
    scroll(by: 0)
  }

  /// Scrolls by lines, not beyond the ends.
  mutating func scroll(by count: Int) {
    offset = max(0, min(offset + count, lines.count - height))
  }

  /// Whether there are lines below the screen.
  package var hasMoreBelow: Bool { offset + height < lines.count }
}
