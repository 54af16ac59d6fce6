import ArgumentParser
import ReviewAnalysis
import ReviewCore
import ReviewFormats
import ReviewStore

/// `lectern shortlist`.
struct ShortlistCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "shortlist",
    abstract: "Propose the best programme under all rules, and say why.",
    discussion: """
      Maximises the sum of the scores (those of `lectern rank`) under the slots, the focus areas' and formats' limits, the \
      minutes, the limits per speaker and organisation, and the groups of which at most one goes \
      in. What is accepted stays in, what is declined stays out. It is proven that nothing is \
      better, or said by how much something could be; where the rules cannot hold together, a \
      smallest set of them that cannot is named, and the exit code is 1.

      --apply records what it proposes as your decisions; only a chair may. Nothing that is \
      accepted or declined changes.
      """)

  @Argument(help: "The review folder.")
  var folder: String?

  @OptionGroup var options: SummitOptions

  @Option(
    parsing: .unconditional,
    help: "How many go in. (default: by the summit's rules or formats)")
  var slots: Int?

  @Flag(help: "Take at most one of proposals that are the same talk in several versions.")
  var oneOfSimilar = false

  @Flag(help: "Record it: accept and waitlist what is undecided.")
  var apply = false

  @Option(help: "How to print it.")
  var format = ListCommand.ListFormat.table

  func validate() throws {
    if let slots, slots < 0 { throw ValidationError("--slots is a number from 0.") }
  }

  func run(in surroundings: Surroundings) async throws {
    let summit = try await options.open(folder, in: surroundings)
    let chair = try apply ? requireChair(summit) : nil
    let ranking = Ranking(of: summit.seen, slots: slots, drawsProbabilities: false)
    let groups = oneOfSimilar ? SimilarityGroups(in: SimilarityIndex(of: summit.seen)).groups : []
    guard
      let problem = ShortlistProblem(
        of: summit.seen, ranking: ranking, slots: slots, groups: groups)
    else {
      throw CommandFailure.cannot(
        "There is no cut line: give --slots N, or let a chair set \"slots\" or \"minutes\" in the "
          + "rules of summit.json.")
    }
    guard
      let proposal = ShortlistProposal(
        for: problem, calibration: ranking.calibration ?? Calibration(of: summit.seen),
        goesOn: { !Task.isCancelled },
        tell: { tell($0, of: problem, surroundings) })
    else { throw CommandFailure.cannot("Stopped.") }
    for remark in ranking.remarks + problem.remarks { surroundings.remark("\(remark).") }
    try write(ShortlistPrintout(proposal: proposal, summit: summit.seen), to: surroundings.output)
    guard proposal.isFeasible else { throw failure(of: proposal) }
    if let chair { try record(proposal, by: chair, in: summit, surroundings) }
  }

  private func write(_ printout: ShortlistPrintout, to output: Output) throws {
    switch format {
    case .table: try output.write(lines: printout.lines(limit: output.columns))
    case .csv: try output.write(printout.csv.csv)
    case .json: try output.write(json: printout.proposal.json)
    case .ndjson: try output.write(jsonLines: printout.entries)
    }
  }

  private func failure(of proposal: ShortlistProposal) -> CommandFailure {
    guard proposal.status == .infeasible else {
      return .isNotSo(
        "No programme was found within the limit of steps, nor a proof that there is none.")
    }
    // A table says why by itself.
    let why =
      format == .table
      ? ""
      : " These cannot hold together: "
        + proposal.problem.words(of: proposal.conflict).joined(separator: "; ") + "."
    return .isNotSo(
      "No programme keeps all rules.\(why)" + (apply ? " Nothing was recorded." : ""))
  }

  // MARK: - Recording

  private func requireChair(_ summit: OpenSummit) throws -> Member {
    let viewer = try summit.requireViewer(to: "decide")
    guard viewer.isChair else {
      throw CommandFailure.cannot("\(viewer.id) is a reviewer. Only a chair decides.")
    }
    return viewer
  }

  private func record(
    _ proposal: ShortlistProposal, by chair: Member, in summit: OpenSummit,
    _ surroundings: Surroundings
  ) throws {
    var decisions: [ProposalID: Decision] = [:]
    for (id, outcome) in proposal.changes {
      decisions[id] = Decision(
        outcome, reason: ShortlistProposal.reason, at: nil, chair: chair.id)
    }
    guard !decisions.isEmpty else {
      return surroundings.remark("It is so already; nothing was recorded.")
    }
    _ = try summit.folder.decide(decisions, by: chair.id, in: summit.event, at: summit.now)
    let accepted = proposal.changes.count { $0.outcome == .accept }
    surroundings.remark(
      "Saved: \(accepted) accepted, \(proposal.changes.count - accepted) on the waiting list.")
  }

  // MARK: - Progress

  /// Says on a terminal what is being worked out, where one may wait for it.
  private func tell(
    _ progress: ShortlistProposal.Progress, of problem: ShortlistProblem,
    _ surroundings: Surroundings
  ) {
    let isLong = problem.ranked.count > 500
    guard isLong, progress.done == 0, surroundings.output.showsProgress else { return }
    surroundings.remark("\(progress.name) …")
  }
}
