package import ReviewCore

/// Lectern's own `export --what proposals --format csv`.
///
/// Decisions: `source` is `lectern` with the proposal's id there, so that a second import changes
/// what changed, and that a folder which has these proposals from elsewhere refuses them instead of
/// having each twice. The file has no ids of speakers: they are told apart by e-mail, else by name.
/// Addresses that cannot be told to belong to whom are kept with the first speaker.
package enum LecternCSV: ImportFormat {
  /// The name of the system.
  package static let system = "lectern"
  /// What the file is, for messages.
  package static let summary = "Lectern's own CSV (export --what proposals)"
  /// Its syntax.
  package static let syntax = ImportContent.Syntax.csv

  /// Looks at the header.
  package static func recognises(_ content: ImportContent) -> Bool {
    guard case .csv(let table) = content else { return false }
    return Export(header: table.header) == .proposals
  }

  /// Reads the submissions and who made them. O(bytes).
  ///
  /// - Throws: `Fault` where what every such file has is not there.
  package static func read(
    _ content: ImportContent, into file: inout ImportedFile
  ) throws(Fault) {
    let table = try table(content)
    guard recognises(content) else {
      throw Fault(
        position: .beginning, problem: "this is not the header of Lectern's export of proposals",
        remedy: "Export them with lectern export --what proposals --format csv, or give --map")
    }
    var rows = LecternRows(table: table, &file)
    for row in table.rows where !row.isBlank { rows.read(row, into: &file) }
    file.hasSpeakers = rows.places[.speakers] != nil
    file.speakers = rows.roster.speakers
    file.faults += rows.roster.faults
  }
}

/// Reads the rows of an export.
private struct LecternRows {
  /// Where each column stands.
  let places: [ProposalColumn: Int]
  var roster = SpeakerRoster()
  private var list = SubmissionList()
  /// Columns that are questions to the matcher, with their places in `ImportedFile.columns`.
  private var questions: [ProposalColumn: Int] = [:]
  /// The questions within the answers.
  private var asked: [[UInt8]: Int] = [:]

  private static let roles: [(ProposalColumn, SubmittedColumn.Role)] = [
    (.focusAreas, .focusAreas), (.format, .format), (.level, .level), (.round, .round),
    (.tags, .tags), (.notes, .notes), (.status, .status), (.submittedAt, .answer),
    (.updatedAt, .answer),
  ]

  init(table: CSVTable, _ file: inout ImportedFile) {
    var places: [ProposalColumn: Int] = [:]
    for (place, name) in table.header.enumerated() {
      if let column = ProposalColumn(rawValue: name) { places[column] = place }
    }
    self.places = places
    for (column, role) in Self.roles {
      questions[column] = file.columns.count
      file.columns.append(SubmittedColumn(column.name, role: role))
    }
  }

  mutating func read(_ row: CSVTable.Row, into file: inout ImportedFile) {
    func cell(_ column: ProposalColumn) -> String { row[places[column]] ?? "" }
    guard let id = places[.id], let title = places[.title],
      var submission = list.begin(
        id: row[id], derived: row[id], idColumn: id, titleColumn: title, row: row, into: &file)
    else { return }
    submission.abstract = cell(.abstract)
    submission.submittedAt = Timestamp(cell(.submittedAt))
    submission.updatedAt = Timestamp(cell(.updatedAt))
    for (column, role) in Self.roles {
      let text = cell(column)
      let isRead =
        column == .submittedAt && submission.submittedAt != nil
        || column == .updatedAt && submission.updatedAt != nil
      guard let place = questions[column], !text.isEmpty, !isRead else { continue }
      let isList = role == .focusAreas || role == .tags
      submission.answers.append(
        SubmittedAnswer(column: place, text: text, values: isList ? ListText.list(of: text) : nil))
    }
    for answer in AnswersText.answers(of: cell(.answers)) {
      let place = place(of: answer.question, in: &file)
      submission.answers.append(SubmittedAnswer(column: place, text: answer.answer))
    }
    readSpeakers(of: row, into: &submission, &file)
    file.submissions.append(submission)
  }

  private mutating func place(of question: String, in file: inout ImportedFile) -> Int {
    let key = Array(question.utf8)
    if let place = asked[key] { return place }
    asked[key] = file.columns.count
    file.columns.append(SubmittedColumn(question, role: .answer))
    return file.columns.count - 1
  }

  private mutating func readSpeakers(
    of row: CSVTable.Row, into submission: inout Submission, _ file: inout ImportedFile
  ) {
    guard let column = places[.speakers] else { return }
    let names = ListText.list(of: row[column])
    let addresses = row[places[.emails]] ?? ""
    let emails = ListText.list(of: addresses)
    let isOneEach = emails.count == names.count
    for (index, name) in names.enumerated() {
      let email = isOneEach ? emails[index] : nil
      // A list that somebody edited may hold an empty place.
      let isNamed = !name.trimmed.isEmpty
      guard let called = isNamed ? name : email?.trimmed.nonEmpty else { continue }
      var speaker = SubmittedSpeaker(name: called)
      speaker.isNamed = isNamed
      speaker.email = email
      let place = roster.add(speaker, at: row.position(of: column))
      if !submission.speakers.contains(place) { submission.speakers.append(place) }
    }
    if isOneEach || emails.isEmpty { return }
    if let first = submission.speakers.first {
      roster.add([Answer(question: ProposalColumn.emails.name, answer: addresses)], to: first)
    } else {
      file.unmapped.append(Unmapped(field: ProposalColumn.emails.name, value: addresses))
    }
  }
}
