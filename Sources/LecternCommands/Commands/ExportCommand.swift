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
    let document = ExportDocument(what, as: format, of: summit.seen, options: contents)
    guard let output else {
      return format.isJSON
        ? try surroundings.output.write(exactly: document.bytes)
        : try surroundings.output.write(document.bytes)
    }
    let file = ExportFile(surroundings.resolved(output), on: surroundings.fileSystem)
    do {
      try file.write(document, overwriting: force)
    } catch ExportFile.Refusal.exists {
      throw CommandFailure.cannot(
        "\(file.path): there is a file already. Give --force to write over it, or another name.")
    } catch ExportFile.Refusal.ofSummit {
      throw CommandFailure.cannot(
        "\(file.path): this is a file of the summit itself. Give another name.")
    } catch ExportFile.Refusal.changed {
      throw CommandFailure.cannot(
        "\(file.path): another program changed the file just now. Try again.")
    }
    surroundings.remark("Written: \(output), \(document.rowsInWords).")
  }
}
