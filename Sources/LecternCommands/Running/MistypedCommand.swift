import ArgumentParser
import ReviewCore
import ReviewStore
import SystemPackage

/// Keeps a mistyped command from being taken for the folder of `lectern FOLDER`.
enum MistypedCommand {
  /// Refuses a first word that is no command, no folder, and does not look like a path.
  ///
  /// - Throws: `CommandFailure` of wrong usage, with the commands that come near.
  static func check(_ arguments: [String], in surroundings: Surroundings) throws {
    try checkSubcommand(arguments)
    guard let word = arguments.first, !word.isEmpty, !word.hasPrefix("-"), word != "help",
      !RootCommand.commandNames.contains(word), !word.utf8.contains(UInt8(ascii: "/")),
      try !surroundings.isFolderOrSummit(word)
    else { return }
    throw failure(word)
  }

  /// Refuses a second word that is no subcommand, where the command has some.
  private static func checkSubcommand(_ arguments: [String]) throws {
    guard arguments.count > 1, !arguments[1].hasPrefix("-"),
      let command = RootCommand.commands.first(where: {
        $0.configuration.commandName == arguments[0] && !$0.configuration.subcommands.isEmpty
      })
    else { return }
    let known = command.configuration.subcommands.compactMap { $0.configuration.commandName }
    if known.contains(arguments[1]) { return }
    let near = NearestWord.suggestion(for: arguments[1], among: known)
    throw CommandFailure.usage(
      "There is no command `lectern \(arguments[0]) \(arguments[1])`\(near). "
        + "It is one of \(known.joined(separator: ", ")).")
  }

  /// Whether a folder that is not there was probably meant as a command.
  static func isProbable(_ word: String, in surroundings: Surroundings) -> Bool {
    let isThere = (try? surroundings.isFolderOrSummit(word)) ?? true
    return !isThere && !word.utf8.contains(UInt8(ascii: "/")) && !nearest(word).isEmpty
  }

  /// The words for a name that is neither a command nor a folder.
  static func failure(_ word: String) -> CommandFailure {
    let near = nearest(word)
    let hint =
      near.isEmpty
      ? "The commands are \(RootCommand.commandNames.joined(separator: ", "))."
      : "Did you mean " + near.map { "`lectern \($0)`" }.joined(separator: " or ") + "?"
    return .usage("There is no command and no folder \(word.quoted). \(hint)")
  }

  /// The commands that come near a word, the nearest first; at most three.
  static func nearest(_ word: String) -> [String] {
    var names = RootCommand.commandNames
    var near: [String] = []
    while near.count < 3, let name = NearestWord.of(word, among: names) {
      near.append(name)
      names.removeAll { $0 == name }
    }
    return near
  }
}

extension Surroundings {
  /// Whether a word names a folder, or the `summit.json` of one.
  fileprivate func isFolderOrSummit(_ word: String) throws -> Bool {
    let path = resolved(word)
    if path.lastComponent?.string == FolderFile.summit.name { return true }
    do throws(FileError) {
      return try fileSystem.list(path) != nil
    } catch {
      return error.code != .notDirectory
    }
  }
}
