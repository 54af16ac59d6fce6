import ArgumentParser
import ReviewAnalysis
import ReviewCore
import ReviewFormats
import ReviewStore

/// `lectern assign`.
struct AssignCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Say who should read what.",
    discussion: """
      Every proposal gets its reviewers, an expert of its focus area where there is one, and loads \
      are even. Reviews that are finished or begun are kept; nobody gets their own talk, or one that \
      they abstained from or are in conflict with; who was asked before stays asked where nothing is \
      better. The plan is written to assignments.json, which only a chair may do; --dry-run only \
      shows it. Where something is short, the rest is written, and the exit code is 1.

      Conflicts of interest that there may be (the same company, the same e-mail domain, a talk \
      together) are listed, and left to the chair: --confirm-conflicts takes all of them for \
      conflicts, --exclude one of them. Give them again the next time, or ask the reviewer to \
      declare the conflict, which holds for good.
      """)

  @Argument(help: "The review folder.")
  var folder: String?

  @Option(
    parsing: .unconditional,
    help: "How many reviewers a proposal gets. (default: by the summit's rules, else 3)")
  var perProposal: Int?

  @Option(
    parsing: .unconditional,
    help: "How many proposals a reviewer gets at most. (default: no limit but evenness)")
  var maxLoad: Int?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Who gets nothing new, or what somebody does not get. May be repeated.",
      valueName: "reviewer[:proposal]"))
  var exclude: [String] = []

  @Flag(help: "Take all conflicts that are suggested for conflicts.")
  var confirmConflicts = false

  @Flag(help: "Show the plan, and write nothing.")
  var dryRun = false

  @OptionGroup var options: SummitOptions

  @Option(help: "How to print it.")
  var format = ListCommand.ListFormat.table

  func validate() throws {
    if let perProposal, perProposal < 1 {
      throw ValidationError("--per-proposal is a number from 1.")
    }
    if let maxLoad, maxLoad < 0 { throw ValidationError("--max-load is a number from 0.") }
  }

  func run(in surroundings: Surroundings) async throws {
    let summit = try await options.open(folder, in: surroundings)
    let chair = try checkedChair(summit)
    var wishes = AssignmentOptions()
    wishes.perProposal = perProposal
    wishes.maximumLoad = maxLoad
    wishes.confirmsSuggested = confirmConflicts
    wishes.exclusions = Set(try exclude.map { try exclusion($0, in: summit) })
    guard let plan = AssignmentPlan(of: summit.seen, wishes) else {
      throw CommandFailure.cannot("There are too many proposals and members to assign them.")
    }
    if let chair, !dryRun {
      try summit.folder.assign(
        AssignmentEdit(plan.assignments), basis: summit.seen.assignments, by: chair.id)
    }
    let printout = AssignmentPrintout(plan: plan, summit: summit.seen)
    let output = surroundings.output
    switch format {
    case .table: try output.write(lines: printout.lines(limit: output.columns))
    case .csv: try output.write(printout.csv.csv)
    case .json: try output.write(json: printout.json)
    case .ndjson: try output.write(jsonLines: printout.rows)
    }
    for line in printout.suggestions(areConfirmed: confirmConflicts) { surroundings.remark(line) }
    surroundings.remark(
      dryRun
        ? "Nothing is written (--dry-run)." : "Saved: who reads what, in assignments.json.")
    if plan.isFeasible {
      for line in plan.explanation { surroundings.remark(line) }
    } else {
      var lines = Array(plan.explanation.prefix(Self.shownReasons))
      let more = plan.explanation.count - lines.count
      if more > 0 { lines.append("… and \(more) more; --format json lists them.") }
      throw CommandFailure.isNotSo(lines.joined(separator: "\n"))
    }
  }

  /// How many reasons for what is short are told.
  private static let shownReasons = 20

  /// The chair who assigns; nil where nothing is to be written and nobody needs to be one.
  private func checkedChair(_ summit: OpenSummit) throws -> Member? {
    guard !summit.event.committee.isEmpty else {
      throw CommandFailure.cannot(
        "Nobody is on the committee, so nobody can read: `lectern committee add` adds to it.")
    }
    if dryRun { return nil }
    let viewer = try summit.requireViewer(to: "assign")
    guard viewer.isChair else {
      throw CommandFailure.cannot(
        "\(viewer.id) is a reviewer. Only a chair assigns; --dry-run shows what it would be.")
    }
    return viewer
  }

  private func exclusion(_ text: String, in summit: OpenSummit) throws -> AssignmentExclusion {
    // The id of a proposal may have colons, that of a reviewer has none.
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts.first ?? "")
    guard let id = Identifier(name), summit.event.member(id) != nil else {
      throw CommandFailure.unknown("member", name, among: summit.event.committee.map(\.id.text))
    }
    guard parts.count == 2 else { return AssignmentExclusion(id) }
    return AssignmentExclusion(id, try summit.proposal(String(parts[1])).id)
  }
}
