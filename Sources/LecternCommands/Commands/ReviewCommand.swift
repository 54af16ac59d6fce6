import ArgumentParser
import ReviewCore
import ReviewStore

/// `lectern [review] [FOLDER]`.
struct ReviewCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Open the terminal interface. This is the default.")

  @Argument(help: "The review folder.")
  var folder: String?

  @OptionGroup var options: SummitOptions

  func run(in surroundings: Surroundings) async throws {
    if let folder, MistypedCommand.isProbable(folder, in: surroundings) {
      throw MistypedCommand.failure(folder)
    }
    let folder = try options.reviewFolder(or: folder, in: surroundings)
    // Who is named by hand is checked before the screen is taken.
    let event = try await folder.load().summit.event
    let viewer = try await options.whoAsks(event, folder, in: surroundings)
    try await runInterface(folder: folder, viewer: viewer?.id)
  }
}
