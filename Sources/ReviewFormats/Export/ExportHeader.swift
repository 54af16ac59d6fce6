package import ReviewCore

/// The columns of `export --what proposals`, which `LecternCSV` reads back.
enum ProposalColumn: String, CaseIterable {
  case id, title, status, focusAreas, format, level, round, tags, submittedAt, updatedAt
  case abstract, notes, answers
  /// Where somebody is shown, and with `--with-emails`.
  case speakers, emails

  /// The name of the column.
  var name: String { rawValue }
}

extension Export {
  /// The columns that each table of this kind has, but for those of the criteria and the speakers.
  var columns: [String] {
    switch self {
    case .shortlist: ["id", "title", "decision", "focusAreas", "format", "score", "n"]
    case .ranking:
      [
        "rank", "id", "title", "focusAreas", "format", "score", "n", "mean", "median", "spread",
        "standardError", "probabilityIn", "decision",
      ]
    case .proposals: ProposalColumn.allCases.map(\.name).filter { !Self.ofSpeakers.contains($0) }
    case .scores: ["proposal", "title", "reviewer", "status"] + Self.behindCriteria
    case .decisions: ["id", "title", "decision", "reason", "chair", "at"]
    }
  }

  /// The columns of speakers, that go last.
  static let ofSpeakers = [ProposalColumn.speakers.name, ProposalColumn.emails.name]

  /// What the column of a criterion begins with.
  static let criterionPrefix = "scores."

  /// The columns of a table of scores that stand behind those of the criteria.
  private static let behindCriteria = [
    "overall", "composite", "confidence", "round", "stale", "reason", "comment", "at",
  ]

  /// The columns of a table of scores under criteria of these ids.
  static func scoreColumns(criteria: [String]) -> [String] {
    let columns = Export.scores.columns
    return columns.dropLast(behindCriteria.count) + criteria.map { criterionPrefix + $0 }
      + behindCriteria
  }

  /// The kind of export that a header is of; nil for that of any other file.
  package init?(header: [String]) {
    let kind = Export.allCases.first { export in
      switch export {
      case .scores:
        let criteria = header.filter { $0.hasPrefix(Self.criterionPrefix) }
          .map { String($0.dropFirst(Self.criterionPrefix.count)) }
        return header == Self.scoreColumns(criteria: criteria)
      case .decisions: return header == export.columns
      case .shortlist, .ranking, .proposals:
        return (0...Self.ofSpeakers.count).contains {
          header == export.columns + Self.ofSpeakers.prefix($0)
        }
      }
    }
    guard let kind else { return nil }
    self = kind
  }
}
