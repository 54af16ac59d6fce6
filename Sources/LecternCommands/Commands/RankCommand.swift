import ArgumentParser
import ReviewAnalysis
import ReviewCore
import ReviewFormats

/// `lectern rank`.
struct RankCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank", abstract: "Rank the proposals by the reviews that you may see.",
    discussion: """
      Calibrated is the default once the scores that you see carry it (3 reviewers, 20 scores, 10 of \
      them second opinions), else the mean; Documentation/Ranking.md explains both. \
      Equal scores are ordered by more reviews, then the higher median, then the lower spread, then \
      the id. Withdrawn proposals are left out; one without a score has no rank and stands last. \
      --filter leaves the ranks as they are. A star marks fewer reviews than the rules ask for.
      """)

  @Argument(help: "The review folder.")
  var folder: String?

  @OptionGroup var options: SummitOptions

  @Option(
    help:
      "How reviews become a score: calibrated, mean, median, majority or comparison. (default: calibrated where the scores carry it, else mean)"
  )
  var method: String?

  @Option(
    parsing: .unconditional,
    help: "Where the cut line is. (default: by the summit's rules or formats)")
  var slots: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only the proposals that meet a query.", valueName: "query"))
  var filter: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Say what placed one proposal where it is.", valueName: "proposal"))
  var explain: String?

  @Option(help: "How to print it.")
  var format = ListCommand.ListFormat.table

  func validate() throws {
    let known = RankingMethod.allCases.map(\.rawValue)
    if let method, RankingMethod(rawValue: method) == nil {
      let near = NearestWord.suggestion(for: method, among: known)
      throw ValidationError(
        "This version has no method \(method.quoted)\(near). It has \(known.joined(separator: ", "))."
      )
    }
    if let slots, slots < 0 { throw ValidationError("--slots is a number from 0.") }
    if explain != nil, format == .csv || format == .ndjson {
      throw ValidationError("--explain prints text, or JSON with --format json.")
    }
  }

  func run(in surroundings: Surroundings) async throws {
    let summit = try await options.open(folder, in: surroundings)
    let ranking = Ranking(
      of: summit.seen, by: method.flatMap(RankingMethod.init), slots: slots)
    tellWhatIsHidden(summit, surroundings)
    for remark in ranking.remarks { surroundings.remark("\(remark).") }
    if let explain {
      return try self.explain(summit.proposal(explain), in: ranking, summit, surroundings)
    }
    let keeps = try summit.filter(filter)
    let printout = RankingPrintout(
      ranking: ranking, summit: summit.seen,
      keeps: { summit.seen.proposal($0.id).map(keeps) ?? false })
    let output = surroundings.output
    switch format {
    case .table: try output.write(lines: printout.lines(limit: output.columns))
    case .csv: try output.write(printout.csv.csv)
    case .json: try output.write(json: ranking.json(of: summit.seen, keeping: printout.keeps))
    case .ndjson: try output.write(jsonLines: printout.kept.map(\.json))
    }
  }

  private func explain(
    _ proposal: SeenProposal, in ranking: Ranking, _ summit: OpenSummit,
    _ surroundings: Surroundings
  ) throws {
    guard
      let explanation = RankingExplanation(of: proposal, in: ranking, summit: summit.seen)
    else {
      throw CommandFailure.cannot("\(proposal.id.text.quoted) was withdrawn, and has no rank.")
    }
    let output = surroundings.output
    if format == .json {
      try output.write(json: explanation.json)
    } else {
      try output.write(lines: explanation.lines)
    }
  }

  private func tellWhatIsHidden(_ summit: OpenSummit, _ surroundings: Surroundings) {
    let hidden = summit.seen.proposals.filter {
      !$0.areOtherReviewsVisible && !$0.proposal.isWithdrawn
    }
    if !hidden.isEmpty {
      surroundings.remark(
        "The others' reviews of \(hidden.count) proposals are hidden from "
          + "\(summit.seen.viewer.map { $0.id.text } ?? "you; say who you are with --as ID").")
    }
  }
}
