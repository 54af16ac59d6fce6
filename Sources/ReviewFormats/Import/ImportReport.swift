package import ReviewCore

/// What an import did, or would do: the JSON of `lectern import`, and lines for people.
package struct ImportReport: Sendable {
  /// Proposals that were not there before, in the order of ids.
  package var new: [ProposalID] = []
  /// Proposals of which something changed.
  package var changed: [ProposalID] = []
  /// Proposals that are withdrawn from now on.
  package var withdrawn: [ProposalID] = []
  /// How many stay as they are.
  package var unchanged = 0
  /// What has no place in the summit, each once.
  package var unmapped: [Unmapped] = []
  /// What is wrong. With an error among them nothing is imported.
  package var faults: [Fault] = []
  /// How many are missing and were not withdrawn, since that many are hardly meant.
  package var heldBack = 0
  /// What a chair should know, as sentences without their full stop.
  package var notices: [String] = []

  /// Makes an empty report.
  package init() {}

  /// Whether nothing may be imported.
  package var isRefused: Bool { faults.contains { $0.severity == .error } }

  /// The documented shape (command-line.md), and `notices`.
  package var json: JSONValue {
    .object(
      JSONObject(members: [
        ("new", .strings(new.map(\.text))), ("changed", .strings(changed.map(\.text))),
        ("withdrawn", .strings(withdrawn.map(\.text))), ("unchanged", .int(unchanged)),
        (
          "unmapped",
          .array(
            unmapped.map {
              .object(
                JSONObject(members: [("field", .string($0.field)), ("value", .string($0.value))]))
            })
        ),
        ("faults", .array(faults.map(\.importJSON))), ("notices", .strings(notices)),
      ]))
  }

  /// What was done, in a line: for stdout.
  package var summary: String {
    if isRefused { return "Nothing was imported." }
    return "\(new.count) new, \(changed.count) changed, \(withdrawn.count) withdrawn, "
      + "\(unchanged) unchanged."
  }

  /// What somebody should look at, a line each: for stderr.
  package var remarks: [String] {
    faults.map(\.description) + notices.map { "\($0)." }
      + unmapped.map { "not mapped: \($0.field.quoted): \($0.value.quoted)" }
  }
}

extension Fault {
  fileprivate var importJSON: JSONValue {
    .object(
      JSONObject(members: [
        ("path", .optional(path)), ("line", .optional(position?.line)),
        ("column", .optional(position?.column)), ("severity", .string(severity.rawValue)),
        ("problem", .string(problem)), ("remedy", .string(remedy)),
      ]))
  }
}
