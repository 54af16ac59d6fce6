import ReviewAnalysis
import ReviewCore
import ReviewFormats

/// Proposals that are alike, as `similar` prints them.
struct SimilarPrintout {
  private let rows: [Row]
  private let total: Int
  private let arePairs: Bool

  private struct Row {
    /// The proposals: the similar one, or both of a pair.
    let proposals: [SimilarProposal]
    let likeness: Likeness
  }

  /// What is like one proposal.
  init(to similar: [SimilarProposal], limit: Int) {
    rows = similar.prefix(limit).map { Row(proposals: [$0], likeness: $0.likeness) }
    total = similar.count
    arePairs = false
  }

  /// All pairs.
  init(_ pairs: SimilarPairs) {
    rows = pairs.pairs.map { Row(proposals: [$0.first, $0.second], likeness: $0.likeness) }
    total = pairs.total
    arePairs = true
  }

  /// How many there are, for people.
  var sum: String {
    let what =
      arePairs
      ? (total == 1 ? "1 pair" : "\(total) pairs")
      : (total == 1 ? "1 proposal" : "\(total) proposals")
    let shown = rows.count < total ? "; the \(rows.count) most alike are printed" : ""
    return "\(what) with a cosine of 0.3 or more\(shown)."
  }

  /// The documented objects (command-line.md), with what makes them alike.
  var entries: [JSONValue] {
    rows.map { row in
      let names: [(String, JSONValue)] =
        arePairs
        ? [
          ("a", .string(row.proposals[0].id.text)), ("b", .string(row.proposals[1].id.text)),
          ("titles", .strings(row.proposals.map(\.title))),
        ]
        : [
          ("id", .string(row.proposals[0].id.text)), ("title", .string(row.proposals[0].title)),
        ]
      return .object(JSONObject(members: names + members(of: row.likeness)))
    }
  }

  private func members(of likeness: Likeness) -> [(String, JSONValue)] {
    [
      ("cosine", .double(likeness.cosine)),
      ("sameSpeaker", likeness.sameSpeaker.map { .bool($0) } ?? .null),
      ("jaccard", .double(likeness.jaccard)), ("kind", .optional(likeness.kind?.rawValue)),
      ("isConfirmed", .bool(likeness.isConfirmed)),
      ("sharedTerms", .strings(likeness.sharedTerms)),
    ]
  }

  /// The same for a spreadsheet.
  var csv: Table {
    var table = Table(
      columns: (arePairs ? ["a", "b", "a.title", "b.title"] : ["id", "title"]) + [
        "cosine", "sameSpeaker", "jaccard", "kind", "isConfirmed", "sharedTerms",
      ])
    for row in rows {
      let likeness = row.likeness
      let names =
        row.proposals.map { Table.Cell.text($0.id.text) }
        + row.proposals.map { Table.Cell.text($0.title) }
      table.append(
        names + [
          .number(likeness.cosine), likeness.sameSpeaker.map { .truth($0) } ?? .empty,
          .number(likeness.jaccard), .init(likeness.kind?.rawValue), .truth(likeness.isConfirmed),
          .list(likeness.sharedTerms),
        ])
    }
    return table
  }

  /// The same for people: a line for each proposal, and one for the words that they share.
  var table: TextTable {
    var table = TextTable([
      .number("COSINE"), .number("PHRASES"), .text("SPEAKER"), .text("ID"), .flexible("TITLE"),
    ])
    for row in rows {
      let likeness = row.likeness
      let speaker = likeness.sameSpeaker.map { $0 ? "same" : "other" } ?? "-"
      for (place, proposal) in row.proposals.enumerated() {
        let numbers =
          place == 0
          ? [
            likeness.cosine.formatted(decimals: 2),
            (100 * likeness.jaccard).formatted(decimals: 0) + " %", speaker,
          ] : ["", "", ""]
        table.append(numbers + [proposal.id.text, proposal.title])
      }
      if !likeness.sharedTerms.isEmpty {
        table.append(
          ["", "", "", "", "  shared: \(likeness.sharedTerms.joined(separator: ", "))"])
      }
    }
    return table
  }
}
