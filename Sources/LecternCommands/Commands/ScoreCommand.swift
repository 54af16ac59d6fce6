import ArgumentParser
import ReviewCore

/// `lectern score`.
struct ScoreCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Score a proposal, or comment on it.",
    discussion: """
      What is left out stays as it was. The review is finished when every required criterion has a \
      score, or an overall score is given; until then it is a draft, and counts nowhere. With \
      nothing but a comment or a feedback the judgement stays as it is. An empty text takes a \
      comment or a feedback back.

      Example: lectern score 1231708 relevance=5 content=4 novelty=3 clarity=4 --comment "Strong"
      """)

  @Argument(help: "The id of the proposal.")
  var proposal: String

  @Argument(help: ArgumentHelp("Scores, such as relevance=5.", valueName: "criterion=value"))
  var scores: [String] = []

  @Option(
    parsing: .unconditional, help: "An overall score, which goes before the criteria's.")
  var overall: String?

  @Option(parsing: .unconditional, help: "What the committee may read.")
  var comment: String?

  @Option(parsing: .unconditional, help: "What the speaker may read.")
  var feedback: String?

  @Option(parsing: .unconditional, help: "How sure you are, 1 to 5.")
  var confidence: Int?

  @OptionGroup var options: SummitOptions

  func validate() throws {
    if scores.isEmpty, overall == nil, comment == nil, feedback == nil, confidence == nil {
      throw ValidationError(
        "There is nothing to save. Give a score such as relevance=4, --overall, --comment, "
          + "--feedback or --confidence.")
    }
  }

  func run(in surroundings: Surroundings) async throws {
    let summit = try await options.open(in: surroundings)
    try summit.say(edits(by: summit.event.rubric), of: proposal, in: surroundings)
  }

  private func edits(by rubric: Rubric) throws -> [ReviewEdit] {
    var edits: [ReviewEdit] = []
    let typed = try TypedScores.read(scores, by: rubric)
    let overall = try overall.map { try TypedScores.score($0, of: "--overall", on: rubric.scale) }
    if let confidence, !Review.confidences.contains(confidence) {
      throw CommandFailure.cannot(
        "--confidence=\(confidence) is not on the scale, which is 1 to 5.")
    }
    if !typed.isEmpty || overall != nil || confidence != nil {
      edits.append(.score(typed, overall: overall, confidence: confidence))
    }
    if let comment { edits.append(.comment(comment)) }
    if let feedback { edits.append(.feedback(feedback)) }
    return edits
  }
}
