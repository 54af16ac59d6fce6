import ArgumentParser
import ReviewAnalysis

/// `lectern insights`.
struct InsightsCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "insights",
    abstract: "Say how the review goes: progress, agreement, severity, disputes, coverage.",
    discussion: """
      Severity is how far somebody scores above the committee on the same proposals, with its \
      deviation. Agreement is Krippendorff's alpha, by ranks (ordinal) and by differences (interval), \
      each with a 95 % bootstrap interval: 1 is full agreement, 0 what chance gives, and 0.3 to 0.4 \
      normal for independent reviewers. Disputes are ordered by the deviation of the scores once \
      severity is taken out; Leik's D is 0 where all agree and 1 where half score highest, half \
      lowest.

      Reviews that are hidden from you are in no number. Withdrawn proposals are left out.
      """)

  @Argument(help: "The review folder.")
  var folder: String?

  @OptionGroup var options: SummitOptions

  @Option(help: "How to print it.")
  var format = TextOrJSON.text

  func run(in surroundings: Surroundings) async throws {
    let summit = try await options.open(folder, in: surroundings)
    let insights = Insights(of: summit.seen)
    let output = surroundings.output
    switch format {
    case .json: try output.write(json: insights.json)
    case .text:
      try output.write(
        lines: InsightsPrintout(insights: insights, summit: summit.seen).lines(
          limit: output.columns))
    }
  }
}
