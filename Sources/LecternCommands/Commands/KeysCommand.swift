import ArgumentParser
import LecternApp
import ReviewCore

/// `lectern keys`.
struct KeysCommand: LecternCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Print what the keys of the interface do.",
    discussion: "Keys that you changed in your settings are the changed ones; COMMAND is the name "
      + "by which settings change them.")

  @Option(help: "How to print it.")
  var format = TextOrJSON.text

  func run(in surroundings: Surroundings) async throws {
    let output = surroundings.output
    let settings = SettingsFile(environment: surroundings.environment)
      .settings(on: surroundings.fileSystem)
    switch format {
    case .text: try output.write(lines: Self.lines(of: settings.keys, limit: output.columns))
    case .json: try output.write(json: Self.json(of: settings.keys))
    }
    for fault in settings.faults { surroundings.complain(fault.description) }
  }

  private static func bindings(of keys: KeyMap, in context: KeyContext) -> [KeyBinding] {
    keys.bindings.filter { $0.contexts.contains(context) }
  }

  private static func labels(_ binding: KeyBinding) -> String {
    binding.labels.joined(separator: ", ")
  }

  private static func lines(of keys: KeyMap, limit: Int?) -> [String] {
    var lines: [String] = []
    for context in KeyContext.allCases {
      var table = TextTable([
        .text(context.title.uppercased()), .text("COMMAND"), .flexible(""),
      ])
      // Digits are bindings of their own that do the same.
      var rows: [(labels: String, binding: KeyBinding)] = []
      for binding in bindings(of: keys, in: context) {
        if let last = rows.last, last.binding.help == binding.help {
          rows[rows.count - 1].labels += ", " + labels(binding)
        } else {
          rows.append((labels(binding), binding))
        }
      }
      for row in rows {
        let command = row.binding.command
        let name = row.binding.hasDigits ? "digit-0 to digit-9" : command.name
        table.append([row.labels, name, row.binding.help])
      }
      if !lines.isEmpty { lines.append("") }
      lines += table.lines(limit: limit)
    }
    return lines
  }

  private static func json(of keys: KeyMap) -> JSONValue {
    .array(
      KeyContext.allCases.flatMap { context in
        bindings(of: keys, in: context).map { binding in
          [
            "context": .string(context.rawValue), "keys": .strings(binding.labels),
            "command": .string(binding.command.name), "name": .string(binding.name),
            "help": .string(binding.help),
          ]
        }
      })
  }
}
