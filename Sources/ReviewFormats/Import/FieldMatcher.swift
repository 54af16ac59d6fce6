import ReviewCore

/// What the summit's fields are, for one submission.
struct MatchedFields: Sendable {
  var focusAreas: [Identifier] = []
  var format: Identifier?
  var level: String?
  var round: Identifier?
  var tags: [String] = []
  var notes: String?
  var isWithdrawn = false
  var answers: [Answer] = []
}

/// Maps the questions of a file to the fields of the summit, for all importers.
///
/// A field comes from the column whose values name its values best: of named ones squared, divided
/// by all, the most; of equals the one whose name suggests it, then the first. A column whose name
/// does not suggest the field must name at least half. What names nothing is listed once, and the
/// cell stays an answer; so does a cell that only a keyword decided, since that is a guess.
struct FieldMatcher {
  private let file: ImportedFile
  private let event: Event
  private var vocabularies: [SubmittedColumn.Role: Vocabulary] = [:]
  private(set) var chosen: [SubmittedColumn.Role: Int] = [:]
  private(set) var unmapped: [Unmapped] = []
  private var isListed: Set<Unmapped> = []
  private var meanings: [Int: [String: CellMeaning]] = [:]

  /// The fields with a vocabulary, in the order in which they choose columns.
  private static let fields: [SubmittedColumn.Role] = [.focusAreas, .format, .level, .round]

  init(file: ImportedFile, event: Event) {
    self.file = file
    self.event = event
    vocabularies = [
      .focusAreas: Vocabulary(areas: event.focusAreas),
      .format: Vocabulary(formats: event.formats), .level: Vocabulary(levels: event.levels),
      .round: Vocabulary(rounds: event.rounds),
    ]
    chooseColumns()
  }

  /// Which columns say what. O(cells of the file).
  private mutating func chooseColumns() {
    for (place, column) in file.columns.enumerated() {
      if let role = column.role, role != .answer { chosen[role] = chosen[role] ?? place }
    }
    chooseByValues()
    var free = file.columns.indices.filter { isFree($0) }
    if chosen[.notes] == nil {
      chosen[.notes] = free.first { ColumnName.isNotes(file.columns[$0].name) }
    }
    free.removeAll { $0 == chosen[.notes] }
    if chosen[.tags] == nil {
      chosen[.tags] = free.first { ColumnName.isTags(file.columns[$0].name) }
    }
  }

  private func isFree(_ place: Int) -> Bool {
    file.columns[place].role == nil && !chosen.values.contains(place)
  }

  private mutating func chooseByValues() {
    var candidates: [(field: SubmittedColumn.Role, place: Int, score: Double, isNamed: Bool)] = []
    let cells = cellsByColumn()
    for field in Self.fields where chosen[field] == nil {
      guard let vocabulary = vocabularies[field], vocabulary.count > 0 else { continue }
      for place in file.columns.indices where isFree(place) {
        let column = file.columns[place]
        let isNamed = ColumnName.suggests(field, column.name)
        var named = 0
        var byKeyword = 0
        var all = 0
        for (cell, count) in cells[place] {
          guard cell.text.utf8.count <= vocabulary.longestCell else {
            all += count
            continue
          }
          let meaning = vocabulary.meaning(of: cell, in: column)
          all += max(1, meaning.values.count + meaning.unmatched.count) * count
          if meaning.isByKeyword {
            byKeyword += count
          } else {
            named += meaning.values.count * count
          }
        }
        guard all > 0 else { continue }
        if named > 0, isNamed || named * 2 >= all {
          let score = Double(named) * Double(named) / Double(all)
          candidates.append((field, place, score, isNamed))
        } else if isNamed {
          // By its name alone: below any column that names a value.
          let score = Double(byKeyword) / Double(all) * 1e-6
          candidates.append((field, place, score, isNamed))
        }
      }
    }
    candidates.sort { first, second in
      if first.score != second.score { return first.score > second.score }
      if first.isNamed != second.isNamed { return first.isNamed }
      return first.place < second.place
    }
    for candidate in candidates where chosen[candidate.field] == nil && isFree(candidate.place) {
      chosen[candidate.field] = candidate.place
    }
  }

  /// The distinct cells of each free column, with how often each stands there.
  private func cellsByColumn() -> [[(SubmittedAnswer, Int)]] {
    var counts = [[String: Int]](repeating: [:], count: file.columns.count)
    var cells = [[(SubmittedAnswer, Int)]](repeating: [], count: file.columns.count)
    for submission in file.submissions {
      for answer in submission.answers where isFree(answer.column) {
        let column = answer.column
        if let place = counts[column][answer.text] {
          cells[column][place].1 += 1
        } else {
          counts[column][answer.text] = cells[column].count
          cells[column].append((answer, 1))
        }
      }
    }
    return cells
  }

  /// The fields of one submission. What cannot be mapped is added to `unmapped`.
  mutating func fields(of submission: Submission) -> MatchedFields {
    var fields = MatchedFields()
    fields.isWithdrawn = submission.isWithdrawn
    for answer in submission.answers {
      let column = file.columns[answer.column]
      let role = chosen.first { $0.value == answer.column }?.key
      let isConsumed: Bool
      switch role {
      case .focusAreas, .format, .level, .round:
        isConsumed = role.map { map(answer, to: $0, &fields) } ?? false
      case .tags:
        fields.tags = tags(answer, in: column)
        isConsumed = true
      case .notes:
        fields.notes = answer.text
        isConsumed = true
      case .status: isConsumed = readStatus(answer, in: column, &fields)
      case .answer, nil: isConsumed = false
      }
      if !isConsumed {
        fields.answers.append(Answer(question: column.name, answer: answer.text))
      }
    }
    return fields
  }

  /// Whether the file speaks of a field, so that its absence in a submission means something.
  func speaks(of field: SubmittedColumn.Role) -> Bool { chosen[field] != nil }

  private mutating func map(
    _ answer: SubmittedAnswer, to field: SubmittedColumn.Role, _ fields: inout MatchedFields
  ) -> Bool {
    guard let vocabulary = vocabularies[field] else { return false }
    let meaning: CellMeaning
    if let known = meanings[answer.column]?[answer.text] {
      meaning = known
    } else {
      meaning = vocabulary.meaning(of: answer, in: file.columns[answer.column])
      meanings[answer.column, default: [:]][answer.text] = meaning
      for value in meaning.unmatched {
        let entry = Unmapped(field: field.rawValue, value: value)
        if isListed.insert(entry).inserted { unmapped.append(entry) }
      }
    }
    let first = meaning.values.first
    switch field {
    case .focusAreas: fields.focusAreas = meaning.values.map { event.focusAreas[$0].id }
    case .format: fields.format = first.map { event.formats[$0].id }
    case .level: fields.level = first.map { event.levels[$0] }
    case .round: fields.round = first.map { event.rounds[$0].id }
    default: break
    }
    let holdsAll = field == .focusAreas || meaning.values.count <= 1
    return meaning.unmatched.isEmpty && !meaning.isByKeyword && holdsAll && first != nil
  }

  private func tags(_ answer: SubmittedAnswer, in column: SubmittedColumn) -> [String] {
    let parts =
      answer.values ?? column.separator.map { answer.text.parts(separatedBy: $0) }
      ?? answer.text.parts(separatedBy: .betweenValues)
    var tags: [String] = []
    for part in parts.map(\.trimmed) where !part.isEmpty {
      let tag = column.meanings[part.folded] ?? part
      if !tags.contains(where: { $0.isSameBytes(as: tag) }) { tags.append(tag) }
    }
    return tags
  }

  /// Whether a status says nothing beyond what `isWithdrawn` holds.
  private func readStatus(
    _ answer: SubmittedAnswer, in column: SubmittedColumn, _ fields: inout MatchedFields
  ) -> Bool {
    let key = answer.text.trimmed.folded
    switch (column.meanings[key] ?? key).folded {
    case "withdrawn", "canceled", "cancelled", "deleted":
      fields.isWithdrawn = true
      return true
    case "submitted": return true
    default: return false
    }
  }
}
