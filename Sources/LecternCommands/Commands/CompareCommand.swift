import ArgumentParser
import ReviewAnalysis
import ReviewCore

/// `lectern compare`.
struct CompareCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Say which of two proposals is better, or be told which two.",
    discussion: """
      Without proposals it prints the two whose comparison tells most about the order near the cut \
      line, and how settled that is; where there are none, the exit code is 1.

      With two proposals and --outcome it saves what you find: first and second are the two as you \
      name them, tied is that you cannot tell, skipped that you would rather not say and do not \
      want to be asked again, cleared takes back what you said.

      Example: lectern compare 1231708 1231746 --outcome second
      """)

  @Argument(help: "The ids of two proposals.")
  var proposals: [String] = []

  @Option(help: "What you find: first, second, tied, skipped or cleared.")
  var outcome: String?

  @OptionGroup var options: SummitOptions

  @Option(help: "How to print it.")
  var format = TextOrJSON.text

  private var said: Comparison.Outcome? { outcome.flatMap { Comparison.Outcome(rawValue: $0) } }

  func validate() throws {
    let known = Comparison.Outcome.allCases.map(\.rawValue)
    if let outcome, said == nil {
      throw ValidationError(
        "There is no outcome \(outcome.quoted)"
          + "\(NearestWord.suggestion(for: outcome, among: known)). "
          + "It is one of \(known.joined(separator: ", ")).")
    }
    switch proposals.count {
    case 0 where outcome != nil: throw ValidationError("Name the two proposals that you compare.")
    case 0: break
    case 2 where outcome == nil:
      throw ValidationError("Say what you find: --outcome \(known.joined(separator: "|")).")
    case 2: break
    default:
      throw ValidationError("Two proposals are compared, and \(proposals.count) are named.")
    }
  }

  func run(in surroundings: Surroundings) async throws {
    let summit = try await options.open(in: surroundings)
    guard proposals.count == 2, let said else { return try printNext(of: summit, surroundings) }
    let (pair, isInOrder) = try summit.pair(proposals[0], proposals[1])
    let saved = try summit.compare(pair, isInOrder ? said : said.turned, in: surroundings)
    guard let saved else { return }
    let (first, second) = isInOrder ? (pair.first, pair.second) : (pair.second, pair.first)
    let outcome = isInOrder ? saved.outcome : saved.outcome.turned
    surroundings.remark("Saved: \(outcome.words(first.text, second.text)).")
    if outcome != said {
      surroundings.remark("The file holds something newer of it, which counts.")
    }
    guard format == .json else { return }
    try surroundings.output.write(json: [
      "first": .string(first.text), "second": .string(second.text),
      "outcome": .string(outcome.rawValue),
    ])
  }

  private func printNext(of summit: OpenSummit, _ surroundings: Surroundings) throws {
    _ = try summit.requireViewer(to: "know which two to compare")
    let seen = summit.seen
    let prior = ComparisonPrior(Calibration(of: seen), on: seen.rubric.scale)
    let order = ComparisonOrder(of: seen, prior: prior)
    let next = NextComparison(in: seen, order: order, slots: seen.event.slots)
    switch format {
    case .json: try surroundings.output.write(json: json(of: next, order))
    case .text:
      if let pair = next.choice?.pair {
        var table = TextTable([.text("id"), .flexible("title")])
        for id in [pair.first, pair.second] {
          table.append([id.text, seen.proposal(id)?.proposal.title ?? ""])
        }
        try surroundings.output.write(lines: table.lines(limit: surroundings.output.columns))
      }
    }
    guard let standstill = next.standstill else {
      if let why = next.why(among: order.entries.count).first { surroundings.remark(why) }
      let settled = next.settled(comparisons: order.count, mine: order.countOfViewer)
      if let settled = settled.first { surroundings.remark(settled) }
      return
    }
    throw CommandFailure.isNotSo(standstill.words)
  }

  /// `{"first","second","gain","firstIsBetter","near","settled","cut","comparisons","mine"}`; without
  /// a pair the first four are null.
  private func json(of next: NextComparison, _ order: ComparisonOrder) -> JSONValue {
    [
      "first": .optional(next.choice?.pair.first.text),
      "second": .optional(next.choice?.pair.second.text),
      "gain": .optional(next.choice?.gain),
      "firstIsBetter": .optional(next.choice?.firstIsBetter),
      "near": .int(next.nearCount), "settled": .int(next.settledCount),
      "cut": .optional(next.cut?.places), "comparisons": .int(order.count),
      "mine": .int(order.countOfViewer),
    ]
  }
}

extension Comparison.Outcome {
  /// The same where the two are named the other way around.
  fileprivate var turned: Comparison.Outcome {
    switch self {
    case .first: .second
    case .second: .first
    case .tied, .skipped, .cleared: self
    }
  }

  fileprivate func words(_ first: String, _ second: String) -> String {
    switch self {
    case .first: "\(first) is better than \(second)"
    case .second: "\(second) is better than \(first)"
    case .tied: "neither of \(first) and \(second) is better"
    case .skipped: "\(first) and \(second) are skipped"
    case .cleared: "nothing is said of \(first) and \(second) any more"
    }
  }
}
