import ArgumentParser
import ReviewAnalysis
import ReviewCore
import ReviewFormats

/// `lectern similar`.
struct SimilarCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "similar", abstract: "Find proposals that are alike.",
    discussion: """
      With a proposal: those that are like it; without: all pairs, the most alike first. Titles and \
      abstracts are compared by their words, the rare ones counting most (TF-IDF cosine). From 0.3 \
      on proposals are related, and printed; from 0.5 on they may be the same talk. PHRASES is the \
      part of the phrases of three words that both have: with a tenth of them, a possible duplicate \
      counts as confirmed.

      Withdrawn proposals are left out, and so are sentences that stand in the abstracts of three or \
      more speakers.
      """)

  @Argument(help: "The id of a proposal. (default: all pairs)")
  var proposal: String?

  @OptionGroup var options: SummitOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("At most so many, the most alike ones.", valueName: "count"))
  var limit = 10_000

  @Option(help: "How to print it.")
  var format = ListCommand.ListFormat.table

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit is a number from 0.") }
  }

  func run(in surroundings: Surroundings) async throws {
    let summit = try await options.open(in: surroundings)
    let printout: SimilarPrintout
    if let proposal {
      let seen = try summit.proposal(proposal)
      guard let similar = SimilarityIndex(of: summit.seen).similar(to: seen.id, in: summit.seen)
      else {
        throw CommandFailure.cannot(
          "\(seen.id.text.quoted) was withdrawn, and is compared with nothing.")
      }
      printout = SimilarPrintout(to: similar, limit: limit)
    } else {
      printout = SimilarPrintout(
        SimilarityIndex(of: summit.seen).pairs(in: summit.seen, limit: limit))
    }
    let output = surroundings.output
    switch format {
    case .table: try output.write(lines: printout.table.lines(limit: output.columns))
    case .csv: try output.write(printout.csv.csv)
    case .json: try output.write(json: .array(printout.entries))
    case .ndjson: try output.write(jsonLines: printout.entries)
    }
    surroundings.remark(printout.sum)
  }
}
