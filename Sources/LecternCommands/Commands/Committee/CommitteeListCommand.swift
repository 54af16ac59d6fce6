import ArgumentParser
import ReviewCore
import ReviewStore

/// `lectern committee list`.
struct CommitteeListCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the members.")

  @OptionGroup var options: SummitOptions

  @Option(help: "How to print it.")
  var format = TableOrJSON.table

  /// The ways to print it.
  enum TableOrJSON: String, CaseIterable, ExpressibleByArgument {
    case table, json
  }

  func run(in surroundings: Surroundings) async throws {
    let folder = try options.reviewFolder(in: surroundings)
    let committee = try await folder.load().summit.event.committee
    let output = surroundings.output
    if format == .json {
      return try output.write(json: .array(committee.map(Self.json)))
    }
    var table = TextTable([
      .text("ID"), .text("ROLE"), .text("NAME"), .text("EMAIL"), .flexible("ORGANIZATION"),
    ])
    for member in committee {
      table.append([
        member.id.text, member.role.rawValue, member.name, member.email ?? "-",
        member.organization ?? "-",
      ])
    }
    try output.write(lines: table.lines(limit: output.columns))
  }

  private static func json(_ member: Member) -> JSONValue {
    [
      "id": .string(member.id.text), "name": .string(member.name),
      "role": .string(member.role.rawValue), "email": .optional(member.email),
      "organization": .optional(member.organization),
      "expertise": .strings(member.expertise.map(\.text)),
    ]
  }
}
