import ReviewCore

/// Reads settings from the text of a file. What is faulty keeps what holds without a file.
package struct SettingsReader {
  private var settings = Settings()
  private let path: String

  /// The keys of the file.
  static let known = [
    "format", "theme", "colors", "ascii", "mouse", "measure", "advance", "hints", "accessible",
    "keys",
  ]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: its content.
  ///   - path: its name, for faults.
  package static func read(_ bytes: [UInt8], path: String) -> Settings {
    var reader = SettingsReader(path: path)
    reader.read(bytes)
    return reader.settings
  }

  /// The settings of somebody whose file cannot be read.
  package static func unreadable(_ problem: String, path: String) -> Settings {
    var reader = SettingsReader(path: path)
    reader.add(nil, "the settings cannot be read: \(problem)", "Lectern goes on without them")
    return reader.settings
  }

  private init(path: String) { self.path = path }

  private mutating func read(_ bytes: [UInt8]) {
    let document: JSONDocument
    do throws(JSONSyntaxError) {
      document = try JSONDocument(bytes)
    } catch {
      settings.faults = [
        Fault(
          path: path, position: error.position, problem: error.problem,
          remedy: "Mend the JSON; until then nothing of it holds")
      ]
      return
    }
    let root = document.root
    guard root.kind == .object else {
      return add(
        root, "the file is \(root.kind.name), but an object is expected",
        "Begin the file with { and end it with }")
    }
    let repeated = refuseRepeated(in: root)
    for member in root.members where !repeated.contains(member.key) { read(member) }
  }

  /// Names the keys that stand twice, of which neither counts.
  private mutating func refuseRepeated(in object: JSONElement) -> [String] {
    let keys = object.ownRepeatedKeys
    for key in keys {
      let text = key.string ?? ""
      add(key, "the key \(text.quoted) stands twice; neither counts", "Keep one of the two")
    }
    return keys.compactMap(\.string)
  }

  private mutating func read(_ member: JSONMember) {
    // Null says the same as leaving it out.
    if member.value.kind == .null, Self.known.contains(member.key) { return }
    let value = member.value
    switch member.key {
    case "format": readFormat(value)
    case "theme": settings.theme = word(value, "theme") ?? settings.theme
    case "colors": settings.colors = color(value) ?? settings.colors
    case "ascii": settings.isASCII = truth(value, "ascii") ?? settings.isASCII
    case "mouse": settings.usesMouse = truth(value, "mouse") ?? settings.usesMouse
    case "measure": readMeasure(value)
    case "advance": settings.advances = truth(value, "advance") ?? settings.advances
    case "hints": settings.showsHints = truth(value, "hints") ?? settings.showsHints
    case "accessible":
      settings.isAccessible = truth(value, "accessible") ?? settings.isAccessible
    case "keys": readKeys(value)
    default:
      let near = NearestWord.suggestion(for: member.key, among: Self.known)
      add(
        member.keyElement, "there is no setting \(member.key.quoted)\(near)",
        near.isEmpty ? "The settings are \(Self.known.joined(separator: ", "))" : "Mend its name")
    }
  }

  // MARK: - Values

  private mutating func readFormat(_ value: JSONElement) {
    guard let format = value.number?.int, format >= 1 else {
      return expected("a whole number from 1", "format", value)
    }
    guard format > FileHeader.currentFormat else { return }
    add(
      value,
      "the file has format \(format), which is newer than this program's "
        + "\(FileHeader.currentFormat)", "Update Lectern, or write 1; what is known of it holds")
  }

  private mutating func readMeasure(_ value: JSONElement) {
    let range = Settings.measures
    guard let measure = value.number?.int, range.contains(measure) else {
      return expected(
        "a whole number from \(range.lowerBound) to \(range.upperBound)", "measure", value)
    }
    settings.measure = measure
  }

  private mutating func truth(_ value: JSONElement, _ key: String) -> Bool? {
    if value.bool == nil { expected("true or false", key, value) }
    return value.bool
  }

  private mutating func word<Word: RawRepresentable & CaseIterable>(
    _ value: JSONElement, _ key: String
  ) -> Word? where Word.RawValue == String {
    guard let text = value.string else {
      expected("a string", key, value)
      return nil
    }
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue)
    let near = NearestWord.suggestion(for: text, among: known)
    add(
      value, "\"\(key)\" is \(text.quoted)\(near)", "It is one of \(known.joined(separator: ", "))")
    return nil
  }

  /// The number of colours, also as a number.
  private mutating func color(_ value: JSONElement) -> ColorChoice? {
    if let number = value.number?.int, let choice = ColorChoice(rawValue: "\(number)") {
      return choice
    }
    guard value.kind == .number else { return word(value, "colors") }
    let known = ColorChoice.allCases.map(\.rawValue).joined(separator: ", ")
    add(value, "\"colors\" is no number of colours that terminals have", "It is one of \(known)")
    return nil
  }

  private mutating func readKeys(_ value: JSONElement) {
    guard value.kind == .object else { return expected("an object", "keys", value) }
    let repeated = refuseRepeated(in: value)
    var reader = KeyChangeReader()
    for member in value.members where !repeated.contains(member.key) { reader.read(member) }
    reader.finish()
    settings.changedKeys = reader.changes.map(\.change)
    settings.keys = reader.keys
    settings.faults += reader.faults.sorted { $0.position.isBefore($1.position) }
      .map { $0.inFile(path) }
  }

  // MARK: - Faults

  private mutating func expected(_ what: String, _ key: String, _ value: JSONElement) {
    let given = value.number?.text ?? value.kind.name
    add(value, "\"\(key)\" is \(given), but takes \(what)", "Write \(what)")
  }

  private mutating func add(_ element: JSONElement?, _ problem: String, _ remedy: String) {
    settings.faults.append(
      Fault(path: path, position: element?.position, problem: problem, remedy: remedy))
  }
}

extension SourcePosition? {
  /// Whether it stands before another one in the text.
  fileprivate func isBefore(_ other: SourcePosition?) -> Bool {
    guard let self, let other else { return false }
    return (self.line, self.column) < (other.line, other.column)
  }
}
