import ReviewCore

/// Any table, with a mapping file that says which column is what.
///
/// Decisions: a column that is not mapped is an answer of the proposal, unless it looks like
/// identity, then of the first speaker. An id that begins with a digit and holds `/`, as the
/// timestamps of forms do, has `-` in its place in the proposal's id. An id column of e-mail
/// addresses is refused. A time that is not ISO 8601 in UTC is kept as an answer.
enum MappedCSV {
  /// What `source.system` is where neither the mapping nor `--from` says it.
  static let system = "csv"

  static func table(_ content: ImportContent) throws(Fault) -> CSVTable {
    guard case .csv(let table) = content else {
      throw Fault(problem: "a mapping is for CSV, but this is JSON", remedy: "Leave --map out")
    }
    return table
  }

  static func read(
    _ table: CSVTable, mapping file: InputFile, forcedSystem: String?,
    into result: inout ImportedFile
  ) throws(Fault) {
    let mapping = try Mapping(file, header: table.header)
    result.faults += mapping.faults
    guard mapping.faults.isEmpty, let id = mapping.entries[.id], let title = mapping.entries[.title]
    else { return }
    result.system = forcedSystem ?? mapping.system ?? system
    let sample = table.rows.lazy.filter { !$0.isBlank(id.column) }.prefix(50).map { $0[id.column] }
    if IdentityColumn.holdsAddresses(sample) {
      throw Fault(
        position: table.position(ofColumn: id.column),
        problem: "the id would tell who submitted: the column holds e-mail addresses",
        remedy: "Map \"id\" to a column that says nothing of the person, such as the timestamp")
    }
    var rows = MappedRows(
      table: table, mapping: mapping, id: id.column, title: title.column, &result)
    rows.read(into: &result)
  }

  /// A mapping to begin with, for a message.
  static func example(for header: [String]) -> String {
    func name(_ index: Int) -> String {
      header.indices.contains(index) ? header[index].columnName(index).quoted : "\"…\""
    }
    return "{\"id\": \(name(0)), \"title\": \(name(1)), \"abstract\": \"…\", \"speaker\": \"…\"}"
  }
}

/// Reads the rows of a mapped table.
private struct MappedRows {
  let table: CSVTable
  let mapping: Mapping
  let id: Int
  let title: Int
  var extra: ExtraColumns
  /// Mapped columns that are questions to the matcher, with their places in `columns`.
  var questions: [(place: Int, column: Int)] = []
  /// Times that may have to be kept as answers.
  var times: [Mapping.Key: Int] = [:]
  var roster = SpeakerRoster()
  var list = SubmissionList()

  private static let roles: [(Mapping.Key, SubmittedColumn.Role)] = [
    (.focusAreas, .focusAreas), (.format, .format), (.level, .level), (.round, .round),
    (.tags, .tags), (.notes, .notes), (.status, .status),
  ]

  init(
    table: CSVTable, mapping: Mapping, id: Int, title: Int, _ file: inout ImportedFile
  ) {
    (self.table, self.mapping, self.id, self.title) = (table, mapping, id, title)
    extra = ExtraColumns(
      table: table, without: Set(mapping.entries.values.map(\.column)), &file)
    for (key, role) in Self.roles {
      guard let entry = mapping.entries[key] else { continue }
      var column = SubmittedColumn(table.header[entry.column].columnName(entry.column), role: role)
      column.meanings = entry.meanings
      column.separator = entry.separator
      questions.append((file.columns.count, entry.column))
      file.columns.append(column)
    }
    for key in [Mapping.Key.submittedAt, .updatedAt] {
      guard let entry = mapping.entries[key] else { continue }
      times[key] = file.columns.count
      file.columns.append(
        SubmittedColumn(table.header[entry.column].columnName(entry.column), role: .answer))
    }
    file.hasSpeakers = mapping.entries[.speaker] != nil || mapping.entries[.email] != nil
  }

  mutating func read(into file: inout ImportedFile) {
    var unreadTimes: [Mapping.Key: Int] = [:]
    for row in table.rows where !row.isBlank {
      let source = row[id].trimmed
      guard
        var submission = list.begin(
          id: source, derived: Self.derivedID(source), idColumn: id, titleColumn: title, row: row,
          into: &file)
      else { continue }
      submission.abstract = row[mapping.entries[.abstract]?.column]
      submission.answers = extra.answers(of: row)
      for question in questions where !row.isBlank(question.column) {
        submission.answers.append(
          SubmittedAnswer(column: question.place, text: row[question.column]))
      }
      for key in [Mapping.Key.submittedAt, .updatedAt] {
        guard let entry = mapping.entries[key], !row.isBlank(entry.column) else { continue }
        let text = row[entry.column]
        if let time = Timestamp(text.trimmed) {
          if key == .submittedAt {
            submission.submittedAt = time
          } else {
            submission.updatedAt = time
          }
        } else if let place = times[key] {
          unreadTimes[key, default: 0] += 1
          submission.answers.append(SubmittedAnswer(column: place, text: text))
        }
      }
      submission.speakers = speakers(of: row)
      extra.keepIdentity(of: row, for: submission.speakers, in: &roster)
      file.submissions.append(submission)
    }
    file.speakers = roster.speakers
    file.faults += roster.faults
    file.unmapped += extra.lost
    for key in [Mapping.Key.submittedAt, .updatedAt] {
      guard let count = unreadTimes[key] else { continue }
      file.unmapped.append(
        Unmapped(
          field: key.rawValue,
          value: "\(count) \(count == 1 ? "time is" : "times are") not ISO 8601 in UTC"))
    }
  }

  /// A form's timestamp holds `/`, which no id may.
  private static func derivedID(_ text: String) -> String {
    guard let first = text.utf8.first, (0x30...0x39).contains(first),
      text.utf8.allSatisfy({ $0 != UInt8(ascii: "\\") })
    else { return text }
    return text.contains("../") ? text : String(text.map { $0 == "/" ? "-" : $0 })
  }

  private func cell(_ key: Mapping.Key, _ row: CSVTable.Row) -> String? {
    row[mapping.entries[key]?.column]
  }

  private func parts(
    _ key: Mapping.Key, _ row: CSVTable.Row, separators: Set<Character> = .betweenNames
  ) -> [String] {
    guard let text = cell(key, row) else { return [] }
    guard let separator = mapping.entries[key]?.separator else {
      return text.parts(separatedBy: separators)
    }
    return text.parts(separatedBy: separator)
  }

  private mutating func speakers(of row: CSVTable.Row) -> [Int] {
    let emails = parts(.email, row, separators: .betweenValues)
    let given = parts(.speaker, row)
    let names = given.isEmpty ? emails : given
    let position = row.position(of: (mapping.entries[.speaker] ?? mapping.entries[.email])?.column)
    let organizations = parts(.organization, row)
    var places: [Int] = []
    for (index, name) in names.enumerated() {
      var speaker = SubmittedSpeaker(name: name)
      speaker.isNamed = !given.isEmpty
      func own(_ values: [String], _ key: Mapping.Key) -> String? {
        guard mapping.entries[key] != nil else { return nil }
        if values.count == names.count { return values[index] }
        return index == 0 ? cell(key, row)?.trimmed : nil
      }
      speaker.email = own(emails, .email)
      speaker.organization = own(organizations, .organization)
      if index == 0 {
        speaker.bio = cell(.bio, row)
        speaker.tagline = cell(.tagline, row)
        if mapping.entries[.links] != nil {
          speaker.links = parts(.links, row, separators: .betweenValues)
        }
      }
      let place = roster.add(speaker, at: position)
      if !places.contains(place) { places.append(place) }
    }
    return places
  }
}
