import ArgumentParser
import ReviewCore
import ReviewStore
import SystemPackage

/// Which summit a command is about, and who asks.
struct SummitOptions: ParsableArguments {
  @Option(
    name: [.customShort("C"), .customLong("folder")],
    help: ArgumentHelp(
      "The review folder. (default: where you stand, or the nearest one above)", valueName: "folder"
    ))
  var folder: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Who you are. (default: LECTERN_REVIEWER, else by git's user.email)", valueName: "id"))
  var identity: String?

  @Flag(name: .customLong("quiet"), help: "Say nothing but results and errors.")
  var isQuiet = false

  /// The folder that is meant.
  ///
  /// - Parameter argument: the folder as it was given without an option.
  /// - Throws: `CommandFailure` where there is no review folder.
  func reviewFolder(
    or argument: String? = nil, in surroundings: Surroundings
  ) throws -> ReviewFolder {
    if let folder, let argument, folder != argument {
      throw CommandFailure.usage(
        "Two folders are given, \(folder.quoted) and \(argument.quoted). Leave one of them out.")
    }
    let fileSystem = surroundings.fileSystem
    guard let named = folder ?? argument else {
      return try ReviewFolder.find(startingAt: surroundings.workingFolder, on: fileSystem)
    }
    var path = surroundings.resolved(named)
    if path.lastComponent?.string == FolderFile.summit.name { path = path.containingFolder }
    let found = ReviewFolder(path, on: fileSystem)
    guard try fileSystem.stamp(of: found.path(of: .summit)) != nil else {
      throw CommandFailure.cannot(
        "\(path): there is no summit.json, so this is no review folder. "
          + "Name another one, or make one with `lectern new \(named)`.")
    }
    return found
  }
}
