import ArgumentParser
import ReviewCore
import ReviewFormats
import ReviewStore
import SystemPackage

/// `lectern export`.
struct ExportCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write what you may see for other programs and people.",
    discussion: """
      --what: shortlist (accepted, then waitlisted, by rank), ranking, proposals (withdrawn ones \
      too), scores (a row a review), decisions.
      """)

  @Argument(help: "The review folder.")
  var folder: String?

  @OptionGroup var options: SummitOptions

  @Option(help: "shortlist, ranking, proposals, scores or decisions.")
  var what: String

  @Option(help: "csv, json, ndjson or markdown.")
  var format: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only the proposals that meet a query.", valueName: "query"))
  var filter: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Write into a file instead of stdout.", valueName: "file"))
  var output: String?

  @Flag(help: "Write over a file that is there.")
  var force = false

  @Flag(help: "Put the speakers' e-mail addresses in, where speakers are shown.")
  var withEmails = false

  func validate() throws {
    try Self.check(what, Export.allCases.map(\.rawValue), later: ["feedback", "agenda"], "--what")
    try Self.check(format, TableFormat.allCases.map(\.rawValue), later: ["html"], "--format")
    if force, output == nil { throw ValidationError("--force is for --output FILE.") }
  }

  private static func check(
    _ word: String, _ known: [String], later: [String], _ option: String
  ) throws {
    if known.contains(word) { return }
    let list = known.joined(separator: ", ")
    if later.contains(word) {
      throw ValidationError("\(option) \(word): this version does not have it yet. It has \(list).")
    }
    let near = NearestWord.suggestion(for: word, among: known)
    throw ValidationError("\(option): there is no \(word.quoted)\(near). It is one of \(list).")
  }

  func run(in surroundings: Surroundings) async throws {
    guard let what = Export(rawValue: what), let format = TableFormat(rawValue: format) else {
      return
    }
    let summit = try await options.open(folder, in: surroundings)
    var contents = Export.Options()
    contents.withEmails = withEmails
    contents.keeps = try summit.filter(filter)
    let table = what.table(of: summit.seen, options: contents)
    var bytes = format.bytes(of: table)
    let isJSON = format == .json || format == .ndjson
    if isJSON { bytes = SafeJSON.escaped(bytes) }
    guard let output else {
      return isJSON
        ? try surroundings.output.write(exactly: bytes) : try surroundings.output.write(bytes)
    }
    try write(bytes, to: surroundings.resolved(output), surroundings.fileSystem)
    surroundings.remark(
      "Written: \(output), \(table.rows.count) \(table.rows.count == 1 ? "row" : "rows").")
  }

  private func write(
    _ bytes: [UInt8], to path: FilePath, _ fileSystem: any FileSystem
  ) throws {
    let previous = try fileSystem.read(path)
    if previous != nil, !force {
      throw CommandFailure.cannot(
        "\(path): there is a file already. Give --force to write over it, or another name.")
    }
    let replacement = FileReplacement(path, bytes: bytes, previous: previous)
    guard try fileSystem.replace([replacement]) != nil else {
      throw CommandFailure.cannot("\(path): another program changed the file just now. Try again.")
    }
  }
}
