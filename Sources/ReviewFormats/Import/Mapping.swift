import ReviewCore

/// A mapping file: which column of a table is what.
///
/// ```json
/// { "id": "Timestamp", "title": "Talk title",
///   "focusAreas": { "column": "Topic", "values": { "Data lakes": "lakehouse" }, "separator": "|" } }
/// ```
///
/// The keys are the fields of `Key`, and `system`: what `source.system` is to be, where more than
/// one spreadsheet goes into a summit.
struct Mapping {
  /// The fields that a column may be mapped to.
  enum Key: String, CaseIterable {
    case id, title, abstract, notes, format, level, round, focusAreas, tags, status, submittedAt
    case updatedAt, speaker, email, organization, bio, tagline, links
  }

  /// What a field comes from.
  struct Entry {
    var column: Int
    var meanings: [String: String] = [:]
    var separator: String?
  }

  private(set) var entries: [Key: Entry] = [:]
  private(set) var system: String?
  private(set) var faults: [Fault] = []

  /// Reads a mapping for a table of these columns.
  ///
  /// - Throws: `Fault` where the file is no JSON object, with one to begin with; all else that is wrong is in `faults`.
  init(_ file: InputFile, header: [String]) throws(Fault) {
    let example =
      "A mapping file is a JSON object that says which column is what, such as "
      + MappedCSV.example(for: header)
    let document: JSONDocument
    do {
      document = try JSONDocument(file.bytes)
    } catch {
      throw Fault(
        path: file.path, position: error.position, problem: error.problem,
        remedy: example)
    }
    guard document.root.kind == .object else {
      throw Fault(
        path: file.path, position: document.root.position,
        problem: "the mapping is \(document.root.kind.name), but an object is expected",
        remedy: example)
    }
    if let key = document.root.repeatedKey {
      faults.append(
        Fault(
          position: key.position, problem: "a key stands twice", remedy: "Keep one of the two"))
    }
    for member in document.root.members {
      do throws(Fault) { try read(member, header: header) } catch { faults.append(error) }
    }
    for key in [Key.id, .title] where entries[key] == nil && faults.isEmpty {
      faults.append(
        Fault(
          position: document.root.position, problem: "the mapping has no \"\(key.rawValue)\"",
          remedy: key == .id
            ? "Name the column that is different in each row and never changes, such as the timestamp"
            : "Name the column of the title"))
    }
    refuseTellingID(document.root)
    faults = faults.map { $0.inFile(file.path) }
  }

  private mutating func read(_ member: JSONMember, header: [String]) throws(Fault) {
    let value = member.value
    if member.key == "system" {
      guard let text = value.string, let id = Identifier(text) else {
        throw Fault(
          position: value.position, problem: "\"system\" is no id",
          remedy: "An id is \(Identifier.rule)")
      }
      system = id.text
      return
    }
    guard let key = Key(rawValue: member.key) else {
      let known = Key.allCases.map(\.rawValue) + ["system"]
      throw Fault(
        position: member.keyElement.position,
        problem: "a proposal has no field \(member.key.quoted)"
          + NearestWord.suggestion(for: member.key, among: known),
        remedy: "The fields are \(known.joined(separator: ", "))")
    }
    if value.kind == .string {
      entries[key] = Entry(column: try column(value, header: header))
      return
    }
    guard value.kind == .object, let name = value["column"] else {
      throw Fault(
        position: value.position, problem: "\"\(key.rawValue)\" names no column",
        remedy: "Write the column's name, or {\"column\": \"…\", \"values\": {…}}")
    }
    var entry = Entry(column: try column(name, header: header))
    for part in value.members where part.key != "column" {
      switch part.key {
      case "separator":
        guard let separator = part.value.string?.nonEmpty else {
          throw Fault(
            position: part.value.position, problem: "\"separator\" is no text",
            remedy: "Write what stands between two values, such as \"|\"")
        }
        entry.separator = separator
      case "values":
        for meaning in part.value.members {
          guard let text = meaning.value.string else {
            throw Fault(
              position: meaning.value.position,
              problem: "what \(meaning.key.quoted) means is no text",
              remedy: "Write an id or a name of the summit")
          }
          entry.meanings[meaning.key.trimmed.folded] = text
        }
      default:
        throw Fault(
          position: part.keyElement.position,
          problem: "there is no key \(part.key.quoted) here"
            + NearestWord.suggestion(for: part.key, among: ["column", "values", "separator"]),
          remedy: "The keys are column, values, separator")
      }
    }
    entries[key] = entry
  }

  private func column(_ element: JSONElement, header: [String]) throws(Fault) -> Int {
    guard let name = element.string else {
      throw Fault(
        position: element.position, problem: "a column's name is expected",
        remedy: "Write it in quotes")
    }
    let places = header.indices.filter { header[$0].trimmed.isSameBytes(as: name.trimmed) }
    guard let place = places.first else {
      throw Fault(
        position: element.position,
        problem: "the file has no column \(name.quoted)"
          + NearestWord.suggestion(for: name, among: header),
        remedy: "Its columns are \(header.prefix(20).map(\.quoted).joined(separator: ", "))")
    }
    guard places.count == 1 else {
      throw Fault(
        position: element.position,
        problem: "the file has \(places.count) columns \(name.quoted)",
        remedy: "Give them different names in the file")
    }
    return place
  }

  /// Refuses an id that would tell who submitted.
  private mutating func refuseTellingID(_ root: JSONElement) {
    guard let id = entries[.id]?.column else { return }
    for key in [Key.email, .speaker, .organization, .bio, .tagline, .links]
    where entries[key]?.column == id {
      faults.append(
        Fault(
          position: (root["id"] ?? root).position,
          problem: "the id would tell who submitted: it is the column of \"\(key.rawValue)\"",
          remedy: "Name a column that says nothing of the person, such as the timestamp"))
      return
    }
  }
}
