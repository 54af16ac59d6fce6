package import ReviewCore

/// Sessionize's export "All submissions, flattened": a row for each speaker of each session.
///
/// Decisions: the owner (who filled in the form) is left out where they are one of the speakers,
/// else kept as an answer of the first speaker, never in the proposal. `No` in `Owner Informed` and
/// `Owner Confirmed`, and 0 favourites, say nothing and are left out.
package enum SessionizeCSV: ImportFormat {
  /// The name of the system.
  package static let system = "sessionize"
  /// What the file is, for messages.
  package static let summary =
    "Sessionize's flattened CSV export (Session Id, Title, …, Speaker Id, …)"
  /// Its syntax.
  package static let syntax = ImportContent.Syntax.csv

  /// Looks at the header or the outermost keys.
  package static func recognises(_ content: ImportContent) -> Bool {
    guard case .csv(let table) = content else { return false }
    return SessionizeLayout(header: table.header) != nil
  }

  /// Reads the submissions and who made them. O(bytes).
  ///
  /// - Throws: `Fault` where what every such file has is not there.
  package static func read(
    _ content: ImportContent, into file: inout ImportedFile
  ) throws(Fault) {
    let table = try table(content)
    guard let layout = SessionizeLayout(header: table.header) else {
      throw Fault(
        position: .beginning,
        problem: "the header lacks Session Id, Title or Speaker Id",
        remedy: "Export all submissions, flattened, from Sessionize")
    }
    var reader = SessionizeRows(table: table, layout: layout)
    reader.read(into: &file)
  }
}

/// Puts the rows of a flattened export together.
private struct SessionizeRows {
  let table: CSVTable
  let layout: SessionizeLayout
  var roster = SpeakerRoster()
  /// Session fields that look like identity: they go to the first speaker.
  var identityFields: [Int] = []

  mutating func read(into file: inout ImportedFile) {
    file.columns = columns()
    let groups = groups(into: &file)
    for rows in groups { read(rows, into: &file) }
    file.speakers = roster.speakers
    file.faults += roster.faults
  }

  private mutating func columns() -> [SubmittedColumn] {
    var columns: [SubmittedColumn] = []
    for field in layout.sessionFields {
      let name = table.header[field].columnName(field)
      identityFields += IdentityColumn.isNamed(name) ? [field] : []
      columns.append(SubmittedColumn(name, role: name.folded == "status" ? .status : nil))
    }
    for field in layout.stateFields {
      columns.append(SubmittedColumn(table.header[field].columnName(field), role: .answer))
    }
    return columns
  }

  /// The rows of each session, in the order in which sessions come.
  private func groups(into file: inout ImportedFile) -> [[CSVTable.Row]] {
    var places: [String: Int] = [:]
    var groups: [[CSVTable.Row]] = []
    for row in table.rows where !row.isBlank {
      let id = row[layout.sessionID].trimmed
      if id.isEmpty {
        file.faults.append(
          Fault(
            position: row.position(of: layout.sessionID), problem: "the row has no Session Id",
            remedy: "Export the file again, or take the row out"))
      } else if let place = places[id] {
        groups[place].append(row)
      } else {
        places[id] = groups.count
        groups.append([row])
      }
    }
    return groups
  }

  private mutating func read(_ rows: [CSVTable.Row], into file: inout ImportedFile) {
    let first = rows[0]
    let sourceID = first[layout.sessionID].trimmed
    guard let id = ProposalID(sourceID) else {
      file.faults.append(.impossibleID(sourceID, at: first.position(of: layout.sessionID)))
      return
    }
    guard let main = rows.first(where: { !$0.isBlank(layout.title) }) else {
      file.faults.append(.missingTitle(of: sourceID, at: first.position(of: layout.title)))
      return
    }
    let title = main[layout.title]
    for row in rows where !row.isBlank(layout.title) && !row[layout.title].isSameBytes(as: title) {
      file.faults.append(.twoTitles(of: sourceID, at: row.position(of: layout.title)))
      return
    }
    var submission = Submission(
      id: id, sourceID: sourceID, position: main.position(of: layout.sessionID), title: title)
    submission.abstract = main[layout.description]
    for row in rows {
      guard let speaker = speaker(row) else { continue }
      let place = roster.add(speaker, at: row.position(of: layout.firstName ?? layout.sessionID))
      if !submission.speakers.contains(place) { submission.speakers.append(place) }
    }
    submission.answers = answers(of: [main] + rows)
    keepIdentity(of: main, submission: submission, into: &file)
    file.submissions.append(submission)
  }

  /// The answers of the first row that has one, by column.
  private func answers(of rows: [CSVTable.Row]) -> [SubmittedAnswer] {
    var answers: [SubmittedAnswer] = []
    for (place, field) in (layout.sessionFields + layout.stateFields).enumerated() {
      guard !identityFields.contains(field), let row = rows.first(where: { !$0.isBlank(field) })
      else { continue }
      let text = row[field]
      let isState = place >= layout.sessionFields.count
      if isState, ["no", "false", "0"].contains(text.trimmed.lowercased()) { continue }
      answers.append(SubmittedAnswer(column: place, text: text))
    }
    return answers
  }

  private func speaker(_ row: CSVTable.Row) -> SubmittedSpeaker? {
    let names = [row[layout.firstName], row[layout.lastName]].compactMap { $0?.trimmed }
    let name = names.filter { !$0.isEmpty }.joined(separator: " ")
    let id = row[layout.speakerID].map(\.trimmed).flatMap(ProposalID.init)
    let email = row[layout.email]?.trimmed
    if id == nil, name.isEmpty, email?.isEmpty != false { return nil }
    var speaker = SubmittedSpeaker(
      id: id, name: name.isEmpty ? email?.nonEmpty ?? "(no name)" : name)
    speaker.isNamed = !name.isEmpty
    speaker.email = email
    speaker.organization = row[layout.organization]?.trimmed
    speaker.tagline = row[layout.tagline]
    speaker.bio = row[layout.bio]
    speaker.links = layout.links.map { row[$0].trimmed }.filter { !$0.isEmpty }
    for field in layout.speakerFields where !row.isBlank(field) {
      speaker.answers.append(
        Answer(question: table.header[field].columnName(field), answer: row[field]))
    }
    return speaker
  }

  /// Keeps what tells who submitted, with the first speaker.
  private mutating func keepIdentity(
    of row: CSVTable.Row, submission: Submission, into file: inout ImportedFile
  ) {
    var answers = identityFields.filter { !row.isBlank($0) }.map {
      Answer(question: table.header[$0].columnName($0), answer: row[$0])
    }
    let owner = (row[layout.owner] ?? "").trimmed
    let address = (row[layout.ownerEmail] ?? "").trimmed
    let speakers = submission.speakers.map { roster.speakers[$0] }
    let isSpeaker = speakers.contains { speaker in
      let email = speaker.email.flatMap(SpeakerIdentity.email)
      return (email != nil && email == SpeakerIdentity.email(address))
        || (!owner.isEmpty && speaker.name.foldedWords == owner.foldedWords)
    }
    if !isSpeaker, !(owner.isEmpty && address.isEmpty) {
      let text = address.isEmpty ? owner : owner.isEmpty ? address : "\(owner) <\(address)>"
      answers.append(Answer(question: "Owner", answer: text))
    }
    if let first = submission.speakers.first {
      roster.add(answers, to: first)
    } else if !answers.isEmpty {
      file.faults.append(
        Fault(
          position: row.position(of: layout.sessionID), severity: .warning,
          problem: "session \(submission.sourceID.quoted) has an owner but no speaker; who "
            + "submitted it is not imported",
          remedy: "Add a speaker to it in Sessionize"))
    }
  }
}
