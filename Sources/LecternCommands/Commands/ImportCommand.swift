import ArgumentParser
import ReviewCore
import ReviewFormats
import ReviewStore

/// `lectern import`.
struct ImportCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take proposals over from a call for papers.",
    discussion: """
      Knows exports of \(FormatRegistry.systems.joined(separator: ", ")), and any CSV with a \
      mapping file. Importing again changes what changed, and keeps replaced texts. Several files \
      are one import. With a fault in any of them nothing is changed.
      """)

  @Argument(help: ArgumentHelp("The files.", valueName: "file"))
  var files: [String]

  @Option(help: ArgumentHelp("The review folder; the same as -C.", valueName: "folder"))
  var into: String?

  @OptionGroup var options: SummitOptions

  @Option(
    help: ArgumentHelp(
      "The system, where the files do not show it: \(FormatRegistry.systems.joined(separator: ", ")).",
      valueName: "system"))
  var from: String?

  @Option(help: ArgumentHelp("Which column is what, for any other CSV.", valueName: "file"))
  var map: String?

  @Flag(help: "Say what would change, and change nothing.")
  var dryRun = false

  @Flag(help: "Withdraw what is missing, however much it is.")
  var withdrawMissing = false

  @Option(help: "How to print what was done.")
  var format = TextOrJSON.text

  func validate() throws {
    if files.isEmpty { throw ValidationError("Name at least one file.") }
    if let from, map == nil, !FormatRegistry.systems.contains(from) {
      let known = FormatRegistry.systems
      throw ValidationError(
        "--from: there is no system \(from.quoted)\(NearestWord.suggestion(for: from, among: known)). "
          + "It is one of \(known.joined(separator: ", ")); for any other CSV give --map.")
    }
  }

  func run(in surroundings: Surroundings) async throws {
    let folder = try options.reviewFolder(or: into, in: surroundings)
    let event = try await folder.load().summit.event
    if let member = try await options.whoAsks(event, folder, in: surroundings), !member.isChair {
      throw CommandFailure.cannot("\(member.id) is a reviewer. Only a chair imports.")
    }
    let importing = ImportRun(
      files: files, mapping: map, system: from, isDryRun: dryRun, withdrawsMissing: withdrawMissing)
    let report = try importing.run(
      into: folder, event, from: .init(surroundings), at: surroundings.now()
    ) { step in
      if case .reading(let name, _, _) = step, surroundings.output.showsProgress {
        surroundings.remark("Reading \(name) …")
      }
    }
    try print(report, surroundings)
    if report.isRefused {
      throw CommandFailure.cannot("Nothing was imported, and nothing was changed.")
    }
  }

  private func print(_ report: ImportReport, _ surroundings: Surroundings) throws {
    for fault in report.faults where fault.severity == .error {
      surroundings.complain(fault.description)
    }
    for fault in report.faults where fault.severity == .warning {
      surroundings.remark(fault.description)
    }
    for notice in report.notices { surroundings.remark("\(notice).") }
    for item in report.unmapped {
      surroundings.remark("not mapped: \(item.field): \(item.value.quoted)")
    }
    if dryRun { surroundings.remark("A dry run: nothing was changed.") }
    switch format {
    case .json: try surroundings.output.write(json: report.json)
    case .text where report.isRefused: break
    case .text: try surroundings.output.write(lines: [report.summary] + Self.lists(report))
    }
  }

  private static func lists(_ report: ImportReport) -> [String] {
    [("changed", report.changed), ("withdrawn", report.withdrawn)].flatMap { word, ids in
      ids.map { "\(word): \($0)" }
    }
  }
}

extension ImportRun.Place {
  fileprivate init(_ surroundings: Surroundings) {
    self.init(fileSystem: surroundings.fileSystem, resolved: surroundings.resolved)
  }
}
