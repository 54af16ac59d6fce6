import ArgumentParser
import LecternApp
import ReviewCore

/// `lectern keys`.
struct KeysCommand: LecternCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Print what the keys of the interface do.")

  @Option(help: "How to print it.")
  var format = TextOrJSON.text

  func run(in surroundings: Surroundings) async throws {
    let output = surroundings.output
    switch format {
    case .text: try output.write(lines: Self.lines(limit: output.columns))
    case .json: try output.write(json: Self.json)
    }
  }

  private static func bindings(in context: KeyContext) -> [KeyBinding] {
    KeyMap.standard.bindings.filter { $0.contexts.contains(context) }
  }

  private static func labels(_ binding: KeyBinding) -> String {
    binding.labels.joined(separator: ", ")
  }

  private static func lines(limit: Int?) -> [String] {
    var lines: [String] = []
    for context in KeyContext.allCases {
      var table = TextTable([.text(context.title.uppercased()), .text("NAME"), .flexible("")])
      // Digits are bindings of their own that do the same.
      var rows: [(labels: String, binding: KeyBinding)] = []
      for binding in bindings(in: context) {
        if let last = rows.last, last.binding.help == binding.help {
          rows[rows.count - 1].labels += ", " + labels(binding)
        } else {
          rows.append((labels(binding), binding))
        }
      }
      for row in rows { table.append([row.labels, row.binding.name, row.binding.help]) }
      if !lines.isEmpty { lines.append("") }
      lines += table.lines(limit: limit)
    }
    return lines
  }

  private static var json: JSONValue {
    .array(
      KeyContext.allCases.flatMap { context in
        bindings(in: context).map { binding in
          [
            "context": .string(context.rawValue), "keys": .strings(binding.labels),
            "name": .string(binding.name), "help": .string(binding.help),
          ]
        }
      })
  }
}
