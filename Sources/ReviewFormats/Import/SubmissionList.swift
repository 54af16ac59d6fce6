import ReviewCore

/// Begins the submissions of a table with one row each.
struct SubmissionList {
  private var titles: [ProposalID: String] = [:]

  /// A submission with id and title; nil, with a fault in `file`, where one of them cannot be, and
  /// for a second row that has both of the first one.
  mutating func begin(
    id source: String, derived: String, idColumn: Int, titleColumn: Int, row: CSVTable.Row,
    into file: inout ImportedFile
  ) -> Submission? {
    let position = row.position(of: idColumn)
    guard let id = ProposalID(derived) else {
      file.faults.append(.impossibleID(source, at: position))
      return nil
    }
    let title = row[titleColumn]
    guard !row.isBlank(titleColumn), !title.trimmed.isEmpty else {
      file.faults.append(.missingTitle(of: source, at: row.position(of: titleColumn)))
      return nil
    }
    if let known = titles[id] {
      var fault = Fault.twoTitles(of: source, at: position)
      if known.isSameBytes(as: title) {
        fault.problem = "a second row has the id \(source.quoted); the first one counts"
        fault.remedy = "Take one of them out"
        fault.severity = .warning
      }
      file.faults.append(fault)
      return nil
    }
    titles[id] = title
    return Submission(id: id, sourceID: source, position: position, title: title)
  }
}

/// The columns of a table that the format has no name for.
struct ExtraColumns {
  private let table: CSVTable
  private var columns: [Int] = []
  private var identity: [Int] = []
  private var offset = 0
  private var lostValues: [Int: [String]] = [:]

  /// Enters the columns that are not `taken` as questions of `file`; one that has a role is no
  /// identity, whatever it is called and holds.
  init(
    table: CSVTable, without taken: Set<Int>, roles: [Int: SubmittedColumn.Role] = [:],
    _ file: inout ImportedFile
  ) {
    self.table = table
    for column in table.header.indices where !taken.contains(column) {
      let name = table.header[column].columnName(column)
      let sample = table.rows.lazy.filter { !$0.isBlank(column) }.prefix(50).map { $0[column] }
      if roles[column] == nil,
        IdentityColumn.isNamed(name) || IdentityColumn.holdsAddresses(sample)
      {
        identity.append(column)
      } else {
        columns.append(column)
        file.columns.append(SubmittedColumn(name, role: roles[column]))
      }
    }
    offset = file.columns.count - columns.count
  }

  /// What tells who submitted, but could not be kept: each distinct value of each such column.
  var lost: [Unmapped] {
    identity.flatMap { column in
      var seen: Set<[UInt8]> = []
      return (lostValues[column] ?? []).filter { seen.insert(Array($0.utf8)).inserted }.map {
        Unmapped(field: table.header[column].columnName(column), value: $0)
      }
    }
  }

  /// The answers of a row.
  func answers(of row: CSVTable.Row) -> [SubmittedAnswer] {
    columns.enumerated().compactMap { place, column in
      row.isBlank(column) ? nil : SubmittedAnswer(column: offset + place, text: row[column])
    }
  }

  /// Keeps what tells who submitted with the first speaker; without one it is lost, and listed.
  mutating func keepIdentity(
    of row: CSVTable.Row, for speakers: [Int], in roster: inout SpeakerRoster
  ) {
    let filled = identity.filter { !row.isBlank($0) }
    guard let first = speakers.first else {
      for column in filled { lostValues[column, default: []].append(row[column]) }
      return
    }
    roster.add(
      filled.map { Answer(question: table.header[$0].columnName($0), answer: row[$0]) }, to: first)
  }
}
