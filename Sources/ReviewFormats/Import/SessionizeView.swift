import ReviewCore

/// Joins what the view All keeps apart.
struct SessionizeView {
  private struct Category {
    var column: Int
    var title: String
    var name: String
  }

  private(set) var speakers: [SubmittedSpeaker] = []
  private var speakerPlaces: [String: Int] = [:]
  private var allSpeakers: [String: SubmittedSpeaker] = [:]
  /// Speakers by session, for files whose sessions do not name them.
  private var speakersBySession: [String: [String]] = [:]
  private var categories: [String: Category] = [:]
  private var questions: [String: (column: Int, title: String)] = [:]
  private var rooms: [String: String] = [:]
  private var stateColumns: [String: Int] = [:]
  private var titles: [String: String] = [:]

  /// Fields of a session that Lectern has no place for, as the CSV export calls them.
  private static let state: [(key: String, name: String)] = [
    ("status", "Status"), ("isInformed", "Owner Informed"), ("isConfirmed", "Owner Confirmed"),
    ("isPlenumSession", "Plenum session"), ("roomId", "Room"), ("startsAt", "Scheduled At"),
    ("endsAt", "Ends At"), ("liveUrl", "Live Link"), ("recordingUrl", "Recording Link"),
  ]

  mutating func readLists(of root: JSONElement, into file: inout ImportedFile) throws(Fault) {
    for category in try root.list("categories") {
      try category.requireObject("a category")
      let title = try category.string("title")?.trimmed ?? ""
      for item in try category.list("items") {
        try item.requireObject("an item of a category")
        guard let id = try item.text("id"), let name = try item.string("name") else { continue }
        categories[id] = Category(column: file.columns.count, title: title, name: name)
      }
      file.columns.append(SubmittedColumn(title))
    }
    for question in try root.list("questions") {
      try question.requireObject("a question")
      guard let id = try question.text("id") else { continue }
      let title = try question.string("question")?.trimmed ?? ""
      questions[id] = (file.columns.count, title)
      file.columns.append(SubmittedColumn(title))
    }
    for (key, name) in Self.state {
      stateColumns[key] = file.columns.count
      file.columns.append(SubmittedColumn(name, role: key == "status" ? .status : .answer))
    }
    for room in try root.list("rooms") {
      try room.requireObject("a room")
      if let id = try room.text("id") { rooms[id] = try room.string("name") ?? id }
    }
    for speaker in try root.list("speakers") {
      do throws(Fault) { try read(speaker: speaker, into: &file) } catch {
        file.faults.append(error)
      }
    }
  }

  private mutating func read(
    speaker element: JSONElement, into file: inout ImportedFile
  ) throws(Fault) {
    try element.requireObject("a speaker")
    guard let id = try element.text("id"), let speakerID = ProposalID(id) else {
      throw Fault(
        position: element.position, problem: "the speaker has no \"id\"",
        remedy: "Export the file again")
    }
    let names = [try element.string("firstName"), try element.string("lastName")]
    let joined = names.compactMap { $0?.trimmed.nonEmpty }.joined(separator: " ")
    let full = try element.string("fullName")?.trimmed.nonEmpty
    let name = joined.nonEmpty ?? full
    if let known = allSpeakers[id] {
      if let name, !name.isSameBytes(as: known.name) {
        file.faults.append(.secondName(name, of: known.name, by: "id", at: element.position))
      }
      return
    }
    var speaker = SubmittedSpeaker(id: speakerID, name: name ?? "(no name)")
    speaker.bio = try element.string("bio") ?? ""
    speaker.tagline = try element.string("tagLine") ?? ""
    var links: [String] = []
    for link in try element.list("links") {
      try link.requireObject("a link")
      if let url = try link.string("url")?.trimmed.nonEmpty { links.append(url) }
    }
    speaker.links = links
    for answer in try answers(of: element) {
      let name = answer.name
      if IdentityColumn.isOrganization(name), speaker.organization == nil {
        speaker.organization = answer.text.trimmed
      } else {
        speaker.answers.append(Answer(question: name, answer: answer.text))
      }
    }
    if let picture = try element.string("profilePicture")?.nonEmpty {
      speaker.answers.append(Answer(question: "Profile Picture", answer: picture))
    }
    allSpeakers[id] = speaker
    for session in try element.list("sessions") {
      speakersBySession[try session.textOrNumber("a session"), default: []].append(id)
    }
  }

  /// What a session or a speaker chose and answered, by question.
  private func answers(
    of element: JSONElement
  ) throws(Fault) -> [(column: Int, name: String, text: String, values: [String]?)] {
    var chosen: [Int: (name: String, values: [String])] = [:]
    for item in try element.list("categoryItems") {
      let id = try item.textOrNumber("a category item")
      guard let category = categories[id] else {
        throw Fault(
          position: item.position, problem: "there is no category item \(id)",
          remedy: "Export the file again, with its categories")
      }
      chosen[category.column, default: (category.title, [])].values.append(category.name)
    }
    var answers = chosen.sorted { $0.key < $1.key }.map {
      (
        column: $0.key, name: $0.value.name, text: $0.value.values.joined(separator: ", "),
        values: Optional($0.value.values)
      )
    }
    for answer in try element.list("questionAnswers") {
      try answer.requireObject("an answer")
      guard let id = try answer.text("questionId"), let value = answer.value("answerValue")
      else { continue }
      let text: String
      if let bool = value.bool {
        text = bool ? "Yes" : "No"
      } else {
        text = try value.textOrNumber("\"answerValue\"")
      }
      if text.trimmed.isEmpty { continue }
      guard let question = questions[id] else {
        throw Fault(
          position: answer.position, problem: "there is no question \(id)",
          remedy: "Export the file again, with its questions")
      }
      answers.append((question.column, question.title, text, nil))
    }
    return answers
  }

  mutating func read(_ session: JSONElement, into file: inout ImportedFile) throws(Fault) {
    try session.requireObject("a session")
    if session.isTrue("isServiceSession") { return }
    guard let sourceID = try session.text("id")?.trimmed, let id = ProposalID(sourceID) else {
      throw .impossibleID(try session.text("id") ?? "", at: (session["id"] ?? session).position)
    }
    guard let title = try session.string("title"), !title.trimmed.isEmpty else {
      throw .missingTitle(of: sourceID, at: (session["title"] ?? session).position)
    }
    if let known = titles[sourceID] {
      // The same session stands once in each group of some views.
      if known.isSameBytes(as: title) { return }
      throw .twoTitles(of: sourceID, at: session.position)
    }
    titles[sourceID] = title
    var submission = Submission(
      id: id, sourceID: sourceID, position: session.position, title: title)
    submission.abstract = try session.string("description") ?? ""
    submission.speakers = try speakers(of: session, id: sourceID)
    for answer in try answers(of: session) {
      if IdentityColumn.isNamed(answer.name), let first = submission.speakers.first {
        let kept = Answer(question: answer.name, answer: answer.text)
        if !speakers[first].answers.contains(kept) { speakers[first].answers.append(kept) }
      } else {
        submission.answers.append(
          SubmittedAnswer(column: answer.column, text: answer.text, values: answer.values))
      }
    }
    submission.answers += try stateAnswers(of: session)
    file.submissions.append(submission)
  }

  private mutating func speakers(of session: JSONElement, id: String) throws(Fault) -> [Int] {
    var ids: [String] = []
    for element in try session.list("speakers") {
      let isObject = element.kind == .object
      if let id = isObject ? try element.text("id") : try element.textOrNumber("a speaker") {
        ids.append(id)
      }
    }
    if session.value("speakers") == nil { ids = speakersBySession[id] ?? [] }
    var places: [Int] = []
    for id in ids {
      guard let speaker = allSpeakers[id] else {
        throw Fault(
          position: (session["speakers"] ?? session).position,
          problem: "there is no speaker \(id.quoted)",
          remedy: "Export the file again, with its speakers")
      }
      let place = speakerPlaces[id] ?? speakers.count
      if place == speakers.count {
        speakerPlaces[id] = place
        speakers.append(speaker)
      }
      if !places.contains(place) { places.append(place) }
    }
    return places
  }

  private func stateAnswers(of session: JSONElement) throws(Fault) -> [SubmittedAnswer] {
    var answers: [SubmittedAnswer] = []
    for (key, _) in Self.state {
      guard let column = stateColumns[key], let value = session.value(key) else { continue }
      if value.bool == false { continue }
      var text = value.bool == true ? "Yes" : try value.textOrNumber("\"\(key)\"")
      if key == "roomId" { text = rooms[text] ?? text }
      if !text.trimmed.isEmpty { answers.append(SubmittedAnswer(column: column, text: text)) }
    }
    return answers
  }
}
