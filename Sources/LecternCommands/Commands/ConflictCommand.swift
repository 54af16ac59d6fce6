import ArgumentParser
import ReviewCore

/// `lectern conflict`.
struct ConflictCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflict",
    abstract: "Declare a conflict of interest: you will not see what others say of it.")

  @Argument(help: "The id of the proposal.")
  var proposal: String

  @Option(parsing: .unconditional, help: "Why.")
  var reason: String

  @OptionGroup var options: SummitOptions

  func validate() throws { try Reason.check(reason) }

  func run(in surroundings: Surroundings) async throws {
    let summit = try await options.open(in: surroundings)
    try summit.say([.conflict(reason: reason)], of: proposal, in: surroundings)
  }
}
