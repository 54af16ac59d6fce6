import ArgumentParser
import LecternApp
import ReviewCore
import ReviewStore

/// `lectern [review] [FOLDER]`.
struct ReviewCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Open the terminal interface. This is the default.",
    discussion: """
      With --accessible it is a conversation in plain lines instead, for a screen reader, a terminal \
      that can do nothing else, or a pipe: a question a line, no colours, nothing redrawn. `help` in \
      it names all words.
      """)

  @Argument(help: "The review folder.")
  var folder: String?

  @Flag(
    inversion: .prefixedNo, help: "Review in plain lines, as a screen reader can follow them.")
  var accessible: Bool?

  @OptionGroup var options: SummitOptions

  func run(in surroundings: Surroundings) async throws {
    if let folder, MistypedCommand.isProbable(folder, in: surroundings) {
      throw MistypedCommand.failure(folder)
    }
    let folder = try options.reviewFolder(or: folder, in: surroundings)
    let options = options
    let settings = SettingsFile(environment: surroundings.environment)
      .settings(on: surroundings.fileSystem)
    if accessible ?? settings.isAccessible {
      return try await AccessibleReview(folder, in: surroundings).run { event in
        try await options.whoAsks(event, folder, in: surroundings)?.id
      }
    }
    let told = try await runInterface(
      folder: folder,
      viewer: { event in try await options.whoAsks(event, folder, in: surroundings)?.id },
      surroundings: surroundings)
    for message in told { surroundings.complain(message) }
  }
}
