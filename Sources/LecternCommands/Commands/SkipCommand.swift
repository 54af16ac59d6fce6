import ArgumentParser
import ReviewCore

/// `lectern skip`.
struct SkipCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "skip", abstract: "Skip a proposal for now: it comes back at the end of the queue."
  )

  @Argument(help: "The id of the proposal.")
  var proposal: String

  @Option(parsing: .unconditional, help: "Why.")
  var reason: String?

  @OptionGroup var options: SummitOptions

  func run(in surroundings: Surroundings) async throws {
    let summit = try await options.open(in: surroundings)
    try summit.say([.skip(reason: reason)], of: proposal, in: surroundings)
  }
}
