import ArgumentParser
import ReviewCore

/// `lectern show`.
struct ShowCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a proposal with all that you may see of it.")

  @Argument(help: "The id of the proposal.")
  var proposal: String

  @OptionGroup var options: SummitOptions

  @Option(help: "How to print it.")
  var format = TextOrJSON.text

  func run(in surroundings: Surroundings) async throws {
    let summit = try await options.open(in: surroundings)
    let detail = ProposalDetail(seen: try summit.proposal(proposal), summit: summit.seen)
    let output = surroundings.output
    switch format {
    case .json: try output.write(json: detail.json)
    case .text:
      let columns = output.columns.map { min($0, 100) } ?? .max
      try output.write(lines: detail.lines(columns: columns))
    }
  }
}
