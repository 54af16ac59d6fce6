import ArgumentParser
import ReviewCore
import ReviewStore
import SystemPackage

/// `lectern check`.
struct CheckCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "List every fault in the folder, with path, line and remedy.",
    discussion: """
      The exit code is 1 where there is any, a warning too. Nothing is changed without --fix.

      --fix says each thing that it does, and does it: it merges copies of your own files that a \
      sync program left, both sides of a conflict that git left in them, and entries that stand \
      twice; it takes away copies that say the same as their file, and temporary files older than \
      a day. Files that change or go are kept as they were beside your rescue files.
      """)

  @Argument(help: "The review folder.")
  var folder: String?

  @OptionGroup var options: SummitOptions

  @Flag(help: "Mend what can be mended safely: your own files, and what nobody needs.")
  var fix = false

  @Flag(name: .customLong("dry-run"), help: "With --fix: only say what would be done.")
  var isDryRun = false

  @Option(help: "How to print it.")
  var format = TextOrJSON.text

  func validate() throws {
    if isDryRun, !fix { throw ValidationError("--dry-run goes with --fix.") }
  }

  func run(in surroundings: Surroundings) async throws {
    let folder = try options.reviewFolder(or: folder, in: surroundings)
    var (faults, mended) = ([Fault](), MendedFolder())
    do {
      var loaded = try await folder.load()
      let event = loaded.summit.event
      let viewer = try await viewer(event, folder, surroundings)
      if fix {
        mended = try mend(folder, event, viewer, surroundings)
        if !mended.done.isEmpty { loaded = try await folder.load() }
      }
      faults = loaded.check(for: viewer, at: surroundings.now())
    } catch let error as StoreError where error.kind == .broken {
      faults = [error.fault.inFile(FolderFile.summit.relativePath)]
    }
    faults += await surroundings.foreignCommits(in: folder)
    switch format {
    case .json:
      var json = JSONObject(members: [("faults", .array(faults.map(\.json)))])
      if fix { json.append("fixed", .array(mended.done)) }
      if isDryRun { json.append("planned", .array(mended.planned)) }
      try surroundings.output.write(json: .object(json))
    case .text:
      try surroundings.output.write(
        lines: faults.map { fault in
          var shown = fault.inFolder(folder)
          if fault.severity == .warning { shown.problem = "warning: \(fault.problem)" }
          return shown.description
        })
    }
    if mended.failures > 0 {
      throw CommandFailure.cannot(
        mended.failures == 1
          ? "1 thing could not be mended." : "\(mended.failures) things could not be mended.")
    }
    if faults.isEmpty { return surroundings.remark("No faults.") }
    throw CommandFailure.isNotSo(faults.count == 1 ? "1 fault." : "\(faults.count) faults.")
  }

  /// Who asks; nobody need say so to check a folder, but a name that is given must be right.
  private func viewer(
    _ event: Event, _ folder: ReviewFolder, _ surroundings: Surroundings
  ) async throws -> Identifier? {
    if options.identity == nil, !fix {
      return (try? await options.whoAsks(event, folder, in: surroundings))?.id
    }
    return try await options.whoAsks(event, folder, in: surroundings)?.id
  }

  /// What `--fix` did, or would do.
  private struct MendedFolder {
    var planned: [JSONValue] = []
    var done: [JSONValue] = []
    var failures = 0
  }

  private func mend(
    _ folder: ReviewFolder, _ event: Event, _ viewer: Identifier?, _ surroundings: Surroundings
  ) throws -> MendedFolder {
    var mended = MendedFolder()
    let now = surroundings.now()
    let rescue = StateFolder(
      of: event, in: folder, environment: surroundings.environment, userID: surroundings.userID,
      on: surroundings.fileSystem
    ).rescue
    for mend in folder.mends(for: viewer, in: event, at: now) {
      let path = folder.path.pushing(FilePath(mend.path)).string
      let word = isDryRun ? "would" : "fix"
      if format == .text {
        try surroundings.output.write(lines: ["\(path): \(word): \(mend.action)"])
      }
      var json: JSONValue = ["path": .string(mend.path), "action": .string(mend.action)]
      mended.planned.append(json)
      if isDryRun { continue }
      do throws(StoreError) {
        let outcome = try folder.perform(mend, rescue: rescue, at: now)
        json = [
          "path": .string(mend.path), "action": .string(mend.action),
          "kept": .optional(outcome.kept?.string), "rescued": .optional(outcome.rescued?.string),
        ]
        mended.done.append(json)
        if let kept = outcome.kept { surroundings.remark("As it was, it is in \(kept).") }
        if let rescued = outcome.rescued {
          surroundings.remark("Texts that newer ones replaced are in \(rescued).")
        }
      } catch {
        mended.failures += 1
        surroundings.complain(error.description)
      }
    }
    return mended
  }
}

extension Fault {
  /// The documented shape (command-line.md), and the column.
  var json: JSONValue {
    [
      "path": .optional(path), "line": .optional(position?.line),
      "column": .optional(position?.column), "severity": .string(severity.rawValue),
      "problem": .string(problem), "remedy": .string(remedy),
    ]
  }
}
