package import ReviewCore
import TerminalUI

/// The text of the selected proposal as lines, kept so that drawing does no work on texts.
package struct ReadingPane: Equatable, Sendable {
  /// The lines, with what is searched for marked.
  package private(set) var lines: [StyledLine] = []
  /// The lines that hold what is searched for, ascending.
  package private(set) var matches: [Int] = []
  /// What is marked in the lines; nil for nothing.
  private var marked: String?
  /// The lines before anything was marked.
  private var plain: [StyledLine] = []
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

  /// How far the other texts were read; nil where each begins at its top.
  private var places: ReadingPlaces?

  /// Makes an empty pane.
  ///
  /// - Parameter isRemembering: Whether it comes back to where one was in each text.
  package init(isRemembering: Bool = false) { places = isRemembering ? ReadingPlaces() : nil }

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

  /// Makes the lines of a proposal, where they are not those already; another proposal begins
  /// where it was left, or at its top.
  mutating func show(
    _ proposal: SeenProposal?, columns: Int, height: Int, body makeBody: (Proposal) -> [StyledLine],
    whole makeWhole: (SeenProposal, [StyledLine]) -> [StyledLine]
  ) {
    self.height = height
    if let made, made.id != proposal?.id { places?.leave(made.id, at: offset, of: plain.count) }
    guard let proposal else {
      (lines, plain, offset, made) = ([], [], 0, nil)
      (matches, marked) = ([], nil)
      return
    }
    let bodyKey = Key(id: proposal.id, version: bodyVersion, columns: columns)
    if madeBody != bodyKey {
      body = makeBody(proposal.proposal)
      madeBody = bodyKey
    }
    let key = Key(id: proposal.id, version: version, columns: columns)
    if made != key {
      plain = makeWhole(proposal, body)
      if made?.id != key.id { offset = places?.line(of: key.id, among: plain.count) ?? 0 }
      (lines, matches, marked) = (plain, [], nil)
      made = key
    }
    scroll(by: 0)
  }

  /// Scrolls by lines, not beyond the ends.
  mutating func scroll(by count: Int) {
    offset = max(0, min(offset + count, lines.count - height))
  }

  /// Marks what is searched for in the lines, where that is not done already. O(text).
  mutating func mark(_ needle: SearchNeedle?, text: String?, style: Style) {
    guard marked != text else { return }
    marked = text
    (lines, matches) = (plain, [])
    guard let needle else { return }
    let found = MatchedLines(plain, needle, style)
    (lines, matches) = (found.lines, found.matches)
  }

  /// Scrolls to where one wants to be, as little as it takes.
  mutating func scroll(to goal: TextGoal) {
    switch goal {
    case .firstMatch: if let line = matches.first { bringIntoSight(line) }
    case .lastMatch: if let line = matches.last { bringIntoSight(line) }
    case .line(let line): scroll(by: line - offset)
    }
  }

  /// Scrolls to the next line that matches and is below the screen, or above it.
  ///
  /// - Returns: Whether there is one.
  mutating func scrollToMatch(beyondSightBy direction: Int) -> Bool {
    let line =
      direction > 0
      ? matches.first { $0 >= offset + height } : matches.last { $0 < offset }
    guard let line else { return false }
    bringIntoSight(line)
    return true
  }

  private mutating func bringIntoSight(_ line: Int) {
    guard line < offset || line >= offset + height else { return }
    scroll(by: line - height / 3 - offset)
  }

  /// Whether there are lines above the screen.
  package var hasMoreAbove: Bool { offset > 0 }

  /// Whether there are lines below the screen.
  package var hasMoreBelow: Bool { offset + height < lines.count }
}
