package import ReviewAnalysis
package import ReviewCore

/// What a person wants exported, and how.
package struct ExportOrder: Hashable, Sendable {
  /// What is exported.
  package var what: Export
  /// In which format.
  package var format: TableFormat
  /// Only the proposals that meet this query; empty for all.
  package var query: String
  /// Only the proposals of this focus area; nil for all.
  package var area: Identifier?
  /// The bookmarks that the query may ask for.
  package var bookmarks: Set<ProposalID>
  /// What was read of the discussion, which the query may ask for too.
  package var read: Set<ReadKey> = []
  /// How scores are made; nil is by what they carry.
  package var method: RankingMethod?
  /// Whether addresses are in it, where speakers are shown.
  package var withEmails: Bool
  /// Where it is written, as it was typed.
  package var path: String
  /// Whether a file that is there is written over.
  package var overwrites: Bool

  /// Makes an order for the shortlist as CSV.
  package init(
    what: Export = .shortlist, format: TableFormat = .csv, query: String = "",
    area: Identifier? = nil, bookmarks: Set<ProposalID> = [], method: RankingMethod? = nil,
    withEmails: Bool = false, path: String = "", overwrites: Bool = false
  ) {
    self.what = what
    self.format = format
    self.query = query
    self.area = area
    self.bookmarks = bookmarks
    self.method = method
    self.withEmails = withEmails
    self.path = path
    self.overwrites = overwrites
  }

  /// Which proposals go in, of those that a person may see.
  ///
  /// - Throws: `QueryError` where the query is none.
  package func proposals(
    in summit: SeenSummit
  ) throws(QueryError) -> @Sendable (SeenProposal) -> Bool {
    let query = try Query(query, for: summit.event)
    let matcher = QueryMatcher(query, in: summit, bookmarks: bookmarks, read: read)
    let area = area
    return { seen in
      (area.map { seen.proposal.focusAreas.contains($0) } ?? true) && matcher.matches(seen)
    }
  }
}
