import ArgumentParser
import ReviewCore

/// `lectern discuss`.
struct DiscussCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "discuss",
    abstract: "Show what the committee says of a proposal, or say something.",
    discussion: """
      The remarks and the comments of the reviews, in order of time, as far as you may see them: \
      another member's where you may see that one's review, your own always. In conflict you read \
      nothing of the others, and say nothing.

      Example: lectern discuss 1231708 --say "Is this the talk that we had two years ago?"
      """)

  @Argument(help: "The id of the proposal.")
  var proposal: String

  @Option(parsing: .unconditional, help: "What you say to the committee.")
  var say: String?

  @Option(help: ArgumentHelp("Take a remark of yours back.", valueName: "id"))
  var takeBack: String?

  @OptionGroup var options: SummitOptions

  @Option(help: "How to print it.")
  var format = TextOrJSON.text

  func validate() throws {
    if say != nil, takeBack != nil {
      throw ValidationError("Either say something or take something back: one at a time.")
    }
  }

  func run(in surroundings: Surroundings) async throws {
    let summit = try await options.open(in: surroundings)
    let id = try summit.proposal(proposal).id
    var seen = summit.seen
    if let say {
      let said = try summit.remark(say, on: id, in: surroundings)
      surroundings.remark("Saved: \(said.id) on \(id).")
      seen = said.seen
    } else if let takeBack {
      seen = try summit.takeBack(takeBack, on: id, in: surroundings)
      surroundings.remark("Taken back: \(takeBack) on \(id).")
    }
    let hasSaid = say != nil || takeBack != nil
    guard let proposal = seen.proposal(id), !hasSaid || format == .json else { return }
    let printout = DiscussionPrintout(of: proposal, in: seen)
    switch format {
    case .json: try surroundings.output.write(json: printout.json)
    case .text:
      let columns = surroundings.output.columns.map { min($0, 100) } ?? .max
      try surroundings.output.write(lines: printout.lines(columns: columns))
      if let reason = seen.reasonForHiding(proposal) {
        surroundings.remark(reason)
      } else if printout.thread.entries.isEmpty {
        surroundings.remark("Nobody has said anything yet; --say TEXT does.")
      }
    }
  }
}
