import ArgumentParser
import ReviewCore

/// `lectern clear`.
struct ClearCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "clear", abstract: "Take your judgement of a proposal back; comments stay.")

  @Argument(help: "The id of the proposal.")
  var proposal: String

  @OptionGroup var options: SummitOptions

  func run(in surroundings: Surroundings) async throws {
    let summit = try await options.open(in: surroundings)
    try summit.say([.clear], of: proposal, in: surroundings)
  }
}
