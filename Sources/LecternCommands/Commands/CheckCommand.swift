import ArgumentParser
import ReviewCore
import ReviewStore

/// `lectern check`.
struct CheckCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "List every fault in the folder, with path, line and remedy.",
    discussion: "The exit code is 1 where there is any, a warning too. Nothing is changed.")

  @Argument(help: "The review folder.")
  var folder: String?

  @OptionGroup var options: SummitOptions

  @Option(help: "How to print it.")
  var format = TextOrJSON.text

  func run(in surroundings: Surroundings) async throws {
    let folder = try options.reviewFolder(or: folder, in: surroundings)
    let faults = try await Self.faults(in: folder) + surroundings.foreignCommits(in: folder)
    switch format {
    case .json:
      try surroundings.output.write(json: ["faults": .array(faults.map(\.json))])
    case .text:
      try surroundings.output.write(
        lines: faults.map { fault in
          var shown = fault.inFolder(folder)
          if fault.severity == .warning { shown.problem = "warning: \(fault.problem)" }
          return shown.description
        })
    }
    if faults.isEmpty { return surroundings.remark("No faults.") }
    throw CommandFailure.isNotSo(faults.count == 1 ? "1 fault." : "\(faults.count) faults.")
  }

  private static func faults(in folder: ReviewFolder) async throws -> [Fault] {
    do throws(StoreError) {
      return try await folder.load().faults
    } catch {
      guard error.kind == .broken else { throw error }
      return [error.fault.inFile(FolderFile.summit.relativePath)]
    }
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
