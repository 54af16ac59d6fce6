import ArgumentParser
import ReviewCore

/// `lectern abstain`.
struct AbstainCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "abstain",
    abstract: "Abstain from a proposal: no score, and not counted in any mean.")

  @Argument(help: "The id of the proposal.")
  var proposal: String

  @Option(parsing: .unconditional, help: "Why.")
  var reason: String

  @OptionGroup var options: SummitOptions

  func validate() throws { try Reason.check(reason) }

  func run(in surroundings: Surroundings) async throws {
    let summit = try await options.open(in: surroundings)
    try summit.say([.abstain(reason: reason)], of: proposal, in: surroundings)
  }
}
