package import ReviewCore

/// The CSV of confelo: `id,title,speaker` and, where they are, `abstract,track,score,comments,
/// conflicts`; several speakers are separated by `;`.
///
/// Decision: `score`, `comments` and `conflicts`, which an earlier committee said, stay as answers
/// of the proposal like all that Lectern has no place for, and the reviewers read them there. A chair
/// who wants the reviewers unbiased deletes these columns before importing.
package enum ConfeloCSV: ImportFormat {
  /// The name of the system.
  package static let system = "confelo"
  /// What the file is, for messages.
  package static let summary = "confelo's CSV (id,title,speaker and optional abstract,track,…)"
  /// Its syntax.
  package static let syntax = ImportContent.Syntax.csv

  /// Looks at the header or the outermost keys.
  package static func recognises(_ content: ImportContent) -> Bool {
    guard case .csv(let table) = content else { return false }
    return ["id", "title", "speaker"].allSatisfy { table.column($0) != nil }
  }

  /// Reads the submissions and who made them. O(bytes).
  ///
  /// - Throws: `Fault` where what every such file has is not there.
  package static func read(
    _ content: ImportContent, into file: inout ImportedFile
  ) throws(Fault) {
    let table = try table(content)
    guard let id = table.column("id"), let title = table.column("title"),
      let speaker = table.column("speaker")
    else {
      throw Fault(
        position: .beginning,
        problem: "the header lacks id, title or speaker", remedy: "Name these columns so")
    }
    let abstract = table.column("abstract")
    var roles: [Int: SubmittedColumn.Role] = [:]
    for name in ["score", "comments", "conflicts"] {
      if let column = table.column(name) { roles[column] = .answer }
    }
    if let track = table.column("track") { roles[track] = .focusAreas }
    let taken = Set([id, title, speaker] + (abstract.map { [$0] } ?? []))
    var extra = ExtraColumns(table: table, without: taken, roles: roles, &file)
    var list = SubmissionList()
    var roster = SpeakerRoster()
    for row in table.rows where !row.isBlank {
      let text = row[id].trimmed
      guard
        var submission = list.begin(
          id: text, derived: text, idColumn: id, titleColumn: title, row: row, into: &file)
      else { continue }
      submission.abstract = row[abstract]
      submission.answers = extra.answers(of: row)
      for name in row[speaker].parts(separatedBy: .betweenNames) {
        let place = roster.add(
          SubmittedSpeaker(name: name), at: row.position(of: speaker))
        if !submission.speakers.contains(place) { submission.speakers.append(place) }
      }
      extra.keepIdentity(of: row, for: submission.speakers, in: &roster)
      file.submissions.append(submission)
    }
    file.speakers = roster.speakers
    file.faults += roster.faults
    file.unmapped += extra.lost
  }
}
