import ArgumentParser
import LecternApp
import ReviewCore
import ReviewStore
import SystemPackage

/// `lectern config`.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Check and show your settings: colours, keys and the like.",
    discussion: """
      They stand in $XDG_CONFIG_HOME/lectern/config.json, else ~/.config/lectern/config.json, and \
      hold for every summit. `lectern config show` prints one to begin with; `lectern keys` has \
      the names of the commands.
      """,
    subcommands: [ConfigCheckCommand.self, ConfigShowCommand.self])
}

/// `lectern config check`.
struct ConfigCheckCommand: LecternCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "List every fault in your settings, and say what holds.",
    discussion: "The exit code is 1 where there is any. What is faulty keeps its default.")

  @Option(help: "How to print it.")
  var format = TextOrJSON.text

  func run(in surroundings: Surroundings) async throws {
    let file = SettingsFile(environment: surroundings.environment)
    let settings = file.settings(on: surroundings.fileSystem)
    let isThere = file.isThere(on: surroundings.fileSystem)
    switch format {
    case .json:
      try surroundings.output.write(json: [
        "path": .optional(file.path?.string), "present": .bool(isThere),
        "faults": .array(settings.faults.map(\.json)), "settings": settings.json,
      ])
    case .text:
      try surroundings.output.write(
        lines: settings.faults.map(\.description)
          + Self.summary(of: settings, at: file.path?.string, isThere: isThere))
    }
    let count = settings.faults.count
    if count > 0 { throw CommandFailure.isNotSo(count == 1 ? "1 fault." : "\(count) faults.") }
  }

  private static func summary(of settings: Settings, at path: String?, isThere: Bool) -> [String] {
    let file =
      switch (path, isThere) {
      case (nil, _): "none: neither XDG_CONFIG_HOME nor HOME is set"
      case (let path?, false): "\(path) (not there; everything is as it comes)"
      case (let path?, true): path
      }
    func word(_ isOn: Bool) -> String { isOn ? "yes" : "no" }
    var lines = [
      "settings: \(file)", "theme: \(settings.theme.rawValue)",
      "colors: \(settings.colors.rawValue)", "ascii: \(word(settings.isASCII))",
      "mouse: \(settings.usesMouse.map(word) ?? "as you left it")",
      "measure: \(settings.measure)", "advance: \(word(settings.advances))",
      "hints: \(word(settings.showsHints))", "accessible: \(word(settings.isAccessible))",
    ]
    if settings.changedKeys.isEmpty { return lines + ["keys: as they come"] }
    lines += settings.changedKeys.map { change in
      let keys = change.strokes.map(\.label).joined(separator: ", ")
      return "key: \(change.command.name) is \(keys.isEmpty ? "on no key of its own" : keys)"
    }
    return lines
  }
}

/// `lectern config show`.
struct ConfigShowCommand: LecternCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print the settings that hold as JSON, as a file to begin with.")

  func run(in surroundings: Surroundings) async throws {
    let settings = SettingsFile(environment: surroundings.environment)
      .settings(on: surroundings.fileSystem)
    try surroundings.output.write(json: settings.json)
    for fault in settings.faults { surroundings.complain(fault.description) }
  }
}
