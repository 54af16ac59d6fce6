import ArgumentParser
import ReviewCore

/// `lectern next`.
struct NextCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: "Print the id of the next proposal to review.",
    discussion: "Where nothing waits for you, nothing is printed and the exit code is 1.")

  @Argument(help: "The review folder.")
  var folder: String?

  @OptionGroup var options: SummitOptions

  func run(in surroundings: Surroundings) async throws {
    let summit = try await options.open(folder, in: surroundings)
    _ = try summit.requireViewer(to: "know what is next for you")
    guard let next = ReviewQueue.next(in: summit.seen) else {
      throw CommandFailure.isNotSo("Nothing waits for your review.")
    }
    try surroundings.output.write(lines: [next.id.text])
  }
}
