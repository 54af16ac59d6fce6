package import ReviewAnalysis
package import ReviewCore

extension Export {
  /// What goes into an export.
  package struct Options: Sendable {
    /// Whether e-mail addresses stand beside the speakers' names.
    package var withEmails = false
    /// Whether the speakers are left out, where they are shown too.
    package var isAnonymous = false
    /// How scores are made, where an order or a score is asked for.
    package var method: RankingMethod?
    /// Which proposals go in.
    package var keeps: @Sendable (SeenProposal) -> Bool = { _ in true }

    /// Makes the default options.
    package init() {}
  }

  /// The table of an export. O(n log n) in proposals, and the reviews.
  package func table(of summit: SeenSummit, options: Options = Options()) -> Table {
    let contents = ExportContents(summit: summit, options: options)
    return switch self {
    case .shortlist: contents.shortlist
    case .ranking: contents.ranking
    case .proposals: contents.proposals
    case .scores: contents.scores
    case .decisions: contents.decisions
    }
  }
}

/// Fills the tables.
private struct ExportContents {
  let summit: SeenSummit
  let options: Export.Options
  let people: SpeakerColumns

  init(summit: SeenSummit, options: Export.Options) {
    self.summit = summit
    self.options = options
    people = SpeakerColumns(summit, options)
  }

  private var kept: [SeenProposal] { summit.proposals.filter(options.keeps) }

  /// The proposals of the ranking that are kept, each with its entry.
  private func ranked(
    drawsProbabilities: Bool = false
  ) -> [(entry: Ranking.Entry, seen: SeenProposal)] {
    let ranking = Ranking(
      of: summit, by: options.method, drawsProbabilities: drawsProbabilities)
    return ranking.entries.compactMap { entry in
      guard let seen = summit.proposal(entry.id), options.keeps(seen) else { return nil }
      return (entry, seen)
    }
  }

  /// Accepted, then waitlisted, each in the order of the ranking.
  var shortlist: Table {
    var table = Table(columns: Export.shortlist.columns + people.columns)
    let ranked = ranked()
    for outcome in [Decision.Outcome.accept, .waitlist] {
      for (entry, seen) in ranked where entry.decision == outcome {
        table.append(
          [
            .text(entry.id.text), .text(entry.title), .text(outcome.rawValue),
            .list(seen.proposal.focusAreas.map(\.text)), .init(seen.proposal.format?.text),
            .init(entry.score), .integer(entry.summary.count),
          ] + people.cells(of: seen))
      }
    }
    return table
  }

  var ranking: Table {
    var table = Table(columns: Export.ranking.columns + people.columns)
    for (entry, seen) in ranked(drawsProbabilities: true) {
      table.append(
        [
          .init(entry.rank), .text(entry.id.text), .text(entry.title),
          .list(seen.proposal.focusAreas.map(\.text)), .init(seen.proposal.format?.text),
          .init(entry.score), .integer(entry.summary.count), .init(entry.summary.mean),
          .init(entry.summary.median), .init(entry.summary.spread),
          .init(entry.standardError), .init(entry.probabilityIn),
          .text(entry.decision.rawValue),
        ] + people.cells(of: seen))
    }
    return table
  }

  var proposals: Table {
    var table = Table(columns: Export.proposals.columns + people.columns)
    for seen in kept {
      let proposal = seen.proposal
      table.append(
        [
          .text(proposal.id.text), .text(proposal.title),
          .text(proposal.isWithdrawn ? "withdrawn" : "submitted"),
          .list(proposal.focusAreas.map(\.text)), .init(proposal.format?.text),
          .init(proposal.level), .init(proposal.round?.text), .list(proposal.tags),
          .init(proposal.submittedAt?.description), .init(proposal.updatedAt?.description),
          .init(proposal.abstract), .init(proposal.notes),
          .answers(proposal.answers),
        ] + people.cells(of: seen))
    }
    return table
  }

  /// A row for each review that the viewer may see, with a column `scores.ID` for each criterion.
  var scores: Table {
    let criteria = summit.rubric.criteria
    var table = Table(columns: Export.scoreColumns(criteria: criteria.map(\.id.text)))
    for seen in kept where !seen.reviews.isEmpty {
      let digest = seen.proposal.digest
      for visible in seen.reviews {
        let review = visible.review
        let isCounted = review.status == .scored || review.status == .draft
        var row: [Table.Cell] = [
          .text(seen.id.text), .text(seen.proposal.title), .text(visible.reviewer.text),
          .text(review.status.rawValue),
        ]
        row += criteria.map { .init(isCounted ? review.scores[$0.id] : nil) }
        row += [
          .init(isCounted ? review.overall : nil),
          .init(review.status == .scored ? review.composite(by: summit.rubric) : nil),
          .init(review.confidence), .init(review.round?.text),
          .truth(review.digest.map { $0 != digest } ?? false), .init(review.reason),
          .init(review.comment), .init(review.at?.description),
        ]
        table.append(row)
      }
    }
    return table
  }

  var decisions: Table {
    var table = Table(columns: Export.decisions.columns)
    for seen in kept {
      guard let decision = seen.decision else { continue }
      table.append([
        .text(seen.id.text), .text(seen.proposal.title), .text(decision.outcome.rawValue),
        .init(decision.reason), .text(decision.chair.text), .init(decision.at?.description),
      ])
    }
    return table
  }
}

/// The columns that say who submitted: there only where somebody is shown.
private struct SpeakerColumns {
  private let isShown: Bool
  private let withEmails: Bool

  init(_ summit: SeenSummit, _ options: Export.Options) {
    isShown = !options.isAnonymous && summit.proposals.contains { $0.speakers != nil }
    withEmails = isShown && options.withEmails
  }

  var columns: [String] {
    Array(Export.ofSpeakers.prefix(withEmails ? 2 : isShown ? 1 : 0))
  }

  func cells(of seen: SeenProposal) -> [Table.Cell] {
    guard isShown else { return [] }
    guard let speakers = seen.speakers else { return columns.map { _ in .empty } }
    return [.list(speakers.map(\.name))] + (withEmails ? [.list(speakers.compactMap(\.email))] : [])
  }
}
