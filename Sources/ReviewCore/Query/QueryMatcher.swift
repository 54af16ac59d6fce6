/// Finds the proposals that meet a query.
///
/// It reads what the viewer may see and nothing else, so that a filter tells nothing that is hidden.
package struct QueryMatcher: Sendable {
  private let query: Query
  private let rubric: Rubric
  private let defaultRound: Identifier?
  private let bookmarks: Set<ProposalID>
  private let read: Set<ReadKey>

  /// Makes a matcher for a summit.
  ///
  /// - Parameters:
  ///   - bookmarks: what the viewer has bookmarked; it is not in the summit.
  ///   - read: what they have read of the discussion; neither is that.
  package init(
    _ query: Query, in summit: SeenSummit, bookmarks: Set<ProposalID> = [],
    read: Set<ReadKey> = []
  ) {
    self.query = query
    self.bookmarks = bookmarks
    self.read = read
    rubric = summit.rubric
    defaultRound = summit.event.rounds.last?.id
  }

  /// Whether a proposal meets the query. O(its text).
  package func matches(_ proposal: SeenProposal) -> Bool { matches(query.root, proposal) }

  private func matches(_ term: Query.Term, _ seen: SeenProposal) -> Bool {
    let proposal = seen.proposal
    switch term {
    case .all(let terms): return terms.allSatisfy { matches($0, seen) }
    case .any(let terms): return terms.contains { matches($0, seen) }
    case .not(let term): return !matches(term, seen)
    case .words(let words): return hasWords(words, seen)
    case .area(let area): return proposal.focusAreas.contains(area)
    case .tag(let tag): return proposal.tags.contains { $0.folded == tag }
    case .format(let format): return proposal.format == format
    case .level(let level): return proposal.level?.folded == level
    case .round(let round): return (proposal.round ?? defaultRound) == round
    case .status(.bookmarked): return bookmarks.contains(seen.id)
    case .status(let status): return status.isMet(by: seen, isBookmarked: false, read: read)
    case .decision(let outcome): return (seen.decision?.outcome ?? .undecided) == outcome
    case .my(nil, let range): return range.contains(seen.myComposite(by: rubric))
    case .my(let criterion?, let range):
      return range.contains(
        seen.myReview?.status == .cleared ? nil : seen.myReview?.scores[criterion])
    case .score(let range): return range.contains(seen.summary(by: rubric)?.mean)
    case .count(let range):
      return range.contains((seen.summary(by: rubric)?.count).map(Double.init))
    case .spread(let range): return range.contains(seen.summary(by: rubric)?.spread)
    case .speaker(let name):
      return seen.speakers?.contains { $0.name.foldedContains(name) } ?? false
    case .organization(let name):
      return seen.speakers?.contains { $0.organization?.foldedContains(name) ?? false } ?? false
    case .reviewedBy(let member):
      return seen.reviews.contains { $0.reviewer == member && $0.review.status == .scored }
    case .id(let pattern): return Wildcard.matches(pattern, seen.id.text)
    }
  }

  private func hasWords(_ words: String, _ seen: SeenProposal) -> Bool {
    if words.isEmpty { return true }
    let proposal = seen.proposal
    return proposal.title.foldedContains(words)
      || proposal.tags.contains { $0.foldedContains(words) }
      || seen.speakers?.contains { $0.name.foldedContains(words) } ?? false
      || proposal.abstract?.foldedContains(words) ?? false
  }
}

extension Query.Status {
  /// Whether a proposal is in this state, in the viewer's eyes.
  func isMet(by seen: SeenProposal, isBookmarked: Bool, read: Set<ReadKey>) -> Bool {
    switch self {
    case .unscored: seen.myState.isUnscored
    case .scored: seen.myState == .scored
    case .draft: seen.myState == .draft
    case .abstained: seen.myState == .abstained
    case .conflict: seen.myState == .conflict
    case .skipped: seen.myState == .skipped
    case .stale: seen.isStale
    case .bookmarked: isBookmarked
    case .withdrawn: seen.proposal.isWithdrawn
    case .assigned: seen.isAssigned
    case .discussed: !seen.discussion.isEmpty
    case .unread: seen.hasUnread(besides: read)
    }
  }
}

/// Patterns in which `*` stands for anything.
enum Wildcard {
  /// Whether the whole of `text` fits the pattern, by bytes. O(pattern · text) at worst.
  static func matches(_ pattern: String, _ text: String) -> Bool {
    let (pattern, text) = (Array(pattern.utf8), Array(text.utf8))
    let star = UInt8(ascii: "*")
    var (place, inText) = (0, 0)
    var lastStar: (pattern: Int, text: Int)?
    while inText < text.count {
      if place < pattern.count, pattern[place] == star {
        lastStar = (place, inText)
        place += 1
      } else if place < pattern.count, pattern[place] == text[inText] {
        place += 1
        inText += 1
      } else if let star = lastStar {
        lastStar = (star.pattern, star.text + 1)
        place = star.pattern + 1
        inText = star.text + 1
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == star }
  }
}
