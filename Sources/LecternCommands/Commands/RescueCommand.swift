import ArgumentParser
import ReviewCore
import ReviewStore
import SystemPackage
import TerminalUI

/// `lectern rescue`.
struct RescueCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "rescue",
    abstract: "See what could not be saved, and take it back in.",
    discussion: """
      What could not be saved, texts that a newer one replaced, and what was in your editor when \
      the program was killed are kept in your state folder. list names the files, show prints one \
      beside what stands now, restore says it again (what is newer stays; a text comes under the \
      one that stands) and put-away moves it into the folder "kept". Nothing is ever deleted.
      """)

  @Argument(help: "list, show, restore or put-away.")
  var action = Action.list

  @Argument(help: "The file, as list names it.")
  var file: String?

  @OptionGroup var options: SummitOptions

  @Option(help: "How to print the list.")
  var format = TextOrJSON.text

  /// What to do.
  enum Action: String, CaseIterable, ExpressibleByArgument {
    case list, show, restore
    case putAway = "put-away"
  }

  func validate() throws {
    if action == .list, let file {
      throw ValidationError("list takes no file; `lectern rescue show \(file)` prints one.")
    }
    if action != .list, file == nil {
      throw ValidationError("Which file? `lectern rescue` names them.")
    }
  }

  func run(in surroundings: Surroundings) async throws {
    let summit = try await options.open(in: surroundings)
    let state = StateFolder(
      of: summit.event, in: summit.folder, environment: surroundings.environment,
      userID: surroundings.userID, on: surroundings.fileSystem)
    let list = RescueList(state, of: summit.seen.viewer?.id, in: summit.loaded.summit)
    let words = summit.rescueWords(state)
    guard let file else { return try print(list, words, summit, surroundings) }
    guard let kept = list[file] else {
      throw CommandFailure.unknown(
        "rescue file", file, among: list.files.lazy.map(\.file.name))
    }
    switch action {
    case .list: break
    case .show: try show(kept, words, summit, surroundings)
    case .restore:
      try summit.restore(kept, in: state)
      surroundings.remark("Taken back in: \(words.summary(of: kept.file)).")
    case .putAway:
      try requireOwn(kept, summit)
      try state.rescue.putAway(kept)
      surroundings.remark("Put away: \(kept.away.string).")
    }
  }

  private func requireOwn(_ kept: KeptFile, _ summit: OpenSummit) throws {
    if let writer = kept.file.writer, writer != summit.seen.viewer?.id {
      throw CommandFailure.cannot(
        "\(kept.file.name) holds words of \(writer); give --as \(writer).")
    }
  }

  private func print(
    _ list: RescueList, _ words: RescueWords, _ summit: OpenSummit, _ surroundings: Surroundings
  ) throws {
    let viewer = summit.seen.viewer?.id
    if format == .json {
      return try surroundings.output.write(
        json: .array(
          list.files.map { kept in
            [
              "file": .string(kept.file.name), "path": .string(kept.path.string),
              "problem": .optional(kept.file.problem),
              "what": .string(words.summary(of: kept.file)),
              "writer": .optional(kept.file.writer?.text),
            ]
          }))
    }
    try surroundings.output.write(
      lines: list.files.map { kept in
        let file = kept.file
        let isOther = file.writer != nil && file.writer != viewer
        let whose = isOther ? "  of \(file.writer?.text ?? "")" : ""
        let problem = file.problem.map { file.sayings.isEmpty ? "" : "  \($0)" } ?? ""
        return "\(file.name)  \(words.summary(of: file))\(whose)\(problem)"
      })
    if list.files.isEmpty { surroundings.remark("Nothing: all that was ever said is saved.") }
  }

  private func show(
    _ kept: KeptFile, _ words: RescueWords, _ summit: OpenSummit, _ surroundings: Surroundings
  ) throws {
    try requireOwn(kept, summit)
    let columns = surroundings.output.columns.map { min($0, 100) } ?? .max
    var lines: [String] = []
    for line in words.lines(of: kept.file) {
      let indent = line.kind == .heading || line.kind == .problem ? "" : "  "
      if line.kind == .heading, !lines.isEmpty { lines.append("") }
      lines += wrap(line.text, columns: max(8, columns - 2)).map { indent + $0 }
    }
    try surroundings.output.write(lines: lines)
  }
}
