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
    let options = options
    let told = try await runInterface(
      folder: folder,
      viewer: { event in try await options.whoAsks(event, folder, in: surroundings)?.id },
      surroundings: surroundings)
    for message in told { surroundings.complain(message) }
  }
}
