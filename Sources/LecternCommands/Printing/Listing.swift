import ReviewCore
import ReviewFormats

/// Proposals as `list` prints them.
struct Listing {
  let proposals: [SeenProposal]
  let summit: SeenSummit

  private var rubric: Rubric { summit.rubric }

  /// The documented objects (command-line.md).
  var entries: [JSONValue] { proposals.map { .object(entry($0)) } }

  private func entry(_ seen: SeenProposal) -> JSONObject {
    let proposal = seen.proposal
    let summary = seen.summary(by: rubric)
    return JSONObject(members: [
      ("id", .string(proposal.id.text)), ("title", .string(proposal.title)),
      ("status", .string(proposal.statusWord)),
      ("focusAreas", .strings(proposal.focusAreas.map(\.text))),
      ("format", .optional(proposal.format?.text)), ("level", .optional(proposal.level)),
      ("round", .optional(summit.event.round(of: proposal)?.id.text)),
      ("tags", .strings(proposal.tags)), ("my", seen.myJSON(by: rubric)),
      ("stale", .bool(seen.isStale)), ("n", .optional(summary?.count)),
      ("score", .optional(summary?.mean)),
      ("decision", .string((seen.decision?.outcome ?? .undecided).rawValue)),
    ])
  }

  /// The same for a spreadsheet.
  var csv: Table {
    var table = Table(
      columns: [
        "id", "title", "status", "focusAreas", "format", "level", "round", "tags", "my.status",
      ] + rubric.criteria.map { "my.scores.\($0.id.text)" } + [
        "my.overall", "stale", "n", "score", "decision",
      ])
    for seen in proposals {
      let proposal = seen.proposal
      let summary = seen.summary(by: rubric)
      let mine = seen.myState == .unread ? nil : seen.myReview
      var row: [Table.Cell] = [
        .text(proposal.id.text), .text(proposal.title), .text(proposal.statusWord),
        .list(proposal.focusAreas.map(\.text)), .init(proposal.format?.text),
        .init(proposal.level), .init(summit.event.round(of: proposal)?.id.text),
        .list(proposal.tags), seen.myState == .unread ? .empty : .text(seen.myState.rawValue),
      ]
      row += rubric.criteria.map { .init(mine?.scores[$0.id]) }
      row += [
        .init(seen.myComposite(by: rubric)), .truth(seen.isStale), .init(summary?.count),
        .init(summary?.mean), .text((seen.decision?.outcome ?? .undecided).rawValue),
      ]
      table.append(row)
    }
    return table
  }

  /// The same for people.
  var table: TextTable {
    var table = TextTable([
      .text("ID"), .text("AREA"), .text("MINE"), .number("MY"), .number("N"), .number("SCORE"),
      .flexible("TITLE"),
    ])
    for seen in proposals {
      let summary = seen.summary(by: rubric)
      let state = seen.proposal.isWithdrawn ? "withdrawn" : seen.myState.rawValue
      table.append([
        seen.id.text,
        seen.proposal.focusAreas.first.flatMap { summit.event.focusArea($0)?.short } ?? "-",
        summit.viewer == nil && !seen.proposal.isWithdrawn
          ? "-" : state + (seen.isStale ? "!" : ""),
        seen.myComposite(by: rubric).map { $0.formatted(decimals: 2) } ?? "-",
        summary.map { String($0.count) } ?? "-",
        summary?.mean.map { $0.formatted(decimals: 2) } ?? "-", seen.proposal.title,
      ])
    }
    return table
  }
}

extension SeenProposal {
  /// What the viewer says of it: `{"status","scores","overall"}`, where `overall` is the composite;
  /// null where they say nothing.
  func myJSON(by rubric: Rubric) -> JSONValue {
    if myState == .unread { return .null }
    return [
      "status": .string(myState.rawValue),
      "scores": (myReview?.scores ?? Scores()).json,
      "overall": .optional(myComposite(by: rubric)),
    ]
  }
}

extension Scores {
  /// Scores by criterion.
  var json: JSONValue {
    .object(JSONObject(members: all.map { ($0.criterion.text, .double($0.value)) }))
  }
}
