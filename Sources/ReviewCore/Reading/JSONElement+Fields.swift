extension JSONElement {
  /// A fault at this place.
  func fault(_ problem: String, remedy: String) -> Fault {
    Fault(position: position, problem: problem, remedy: remedy)
  }

  /// A fault that says which sort of value is expected.
  private func expected(_ what: String, _ key: String) -> Fault {
    fault(
      "\"\(key)\" is \(kind.name), but \(what) is expected", remedy: "Write \(what) here")
  }

  /// The value of a key; nil where it is absent, or null, which says the same.
  func given(_ key: String) -> JSONElement? {
    self[key].flatMap { $0.kind == .null ? nil : $0 }
  }

  /// The text of a string.
  func readString(_ key: String) throws(Fault) -> String {
    if isIllFormed {
      throw fault(
        "\"\(key)\" holds half of a surrogate pair, which is no Unicode text",
        remedy: "Write the character itself, or both halves")
    }
    guard let string else { throw expected("a string", key) }
    return string
  }

  /// A text that is not blank.
  func readName(_ key: String) throws(Fault) -> String {
    let text = try readString(key)
    guard !text.trimmed.isEmpty else {
      throw fault("\"\(key)\" is empty", remedy: "Give it a text")
    }
    return text
  }

  /// A finite number.
  func readNumber(_ key: String) throws(Fault) -> Double {
    guard let number, number.double.isFinite else { throw expected("a number", key) }
    return number.double
  }

  /// A whole number of at least `minimum`.
  func readCount(_ key: String, minimum: Int = 0) throws(Fault) -> Int {
    guard let count = number?.int, count >= minimum, count <= 1_000_000_000 else {
      throw expected("a whole number from \(minimum)", key)
    }
    return count
  }

  /// True or false.
  func readBool(_ key: String) throws(Fault) -> Bool {
    guard let bool else { throw expected("true or false", key) }
    return bool
  }

  /// The values of an array.
  func readArray(_ key: String) throws(Fault) -> Elements {
    guard kind == .array else { throw expected("an array", key) }
    return elements
  }

  /// The members of an object.
  func readObject(_ key: String) throws(Fault) -> Members {
    guard kind == .object else { throw expected("an object", key) }
    return members
  }

  /// The members of an object that holds one entry for each key.
  ///
  /// Two entries of one key, and an entry in which a key stands twice, are left out and named:
  /// nobody knows which of the two is meant. Where entries are groups of entries, a group stays.
  func readEntries(
    _ key: String, _ faults: inout [Fault], areGroups: Bool = false
  ) throws(Fault) -> [JSONMember] {
    let members = try readObject(key)
    guard repeatedKey != nil else { return Array(members) }
    let repeated = ownRepeatedKeys
    for key in repeated {
      faults.append(
        key.fault(
          "there are two entries of \(key.text.quoted); neither counts",
          remedy: "Keep one of the two"))
    }
    let keys = Set(repeated.map { Array($0.text.utf8) })
    var entries: [JSONMember] = []
    for member in members where !keys.contains(Array(member.key.utf8)) {
      do throws(Fault) {
        if !areGroups { try member.value.refuseRepeatedKeys() }
        entries.append(member)
      } catch {
        faults.append(error)
      }
    }
    return entries
  }

  /// The strings of an array.
  func readStrings(_ key: String) throws(Fault) -> [String] {
    var result: [String] = []
    for element in try readArray(key) { result.append(try element.readString(key)) }
    return result
  }

  /// An id of a person, area, criterion, format or round.
  func readIdentifier(_ key: String) throws(Fault) -> Identifier {
    let text = try readString(key)
    guard let identifier = Identifier(text) else {
      throw fault("\"\(key)\" is no id: \(text.quoted)", remedy: "An id is \(Identifier.rule)")
    }
    return identifier
  }

  /// An id of a proposal or a speaker.
  func readProposalID(_ key: String) throws(Fault) -> ProposalID {
    let text = try readString(key)
    guard let id = ProposalID(text) else {
      throw fault("\"\(key)\" is no id: \(text.quoted)", remedy: "An id is \(ProposalID.rule)")
    }
    return id
  }

  /// A moment.
  func readTime(_ key: String) throws(Fault) -> Timestamp {
    let text = try readString(key)
    guard let time = Timestamp(text) else {
      throw fault(
        "\"\(key)\" is no time: \(text.quoted)",
        remedy: "Write a UTC time that exists, such as 2026-03-20T10:11:12.345Z")
    }
    return time
  }

  /// One of a closed list of words.
  func readWord<Word: RawRepresentable & CaseIterable>(
    _ key: String, as type: Word.Type
  ) throws(Fault) -> Word where Word.RawValue == String {
    let text = try readString(key)
    guard let word = Word(rawValue: text) else {
      let known = Word.allCases.map(\.rawValue)
      throw fault(
        "\"\(key)\" is \(text.quoted)\(NearestWord.suggestion(for: text, among: known))",
        remedy: "It is one of \(known.joined(separator: ", "))")
    }
    return word
  }

  /// Refuses a value in which a key stands twice.
  func refuseRepeatedKeys() throws(Fault) {
    guard let key = repeatedKey else { return }
    throw key.fault(
      "the key \(key.text.quoted) stands twice in its object",
      remedy: "Keep one of the two, so that it is clear which one counts")
  }

  /// A fault for a required key that is not there.
  func missing(_ key: String, in what: String) -> Fault {
    fault("\(what) has no \"\(key)\"", remedy: "Add \"\(key)\"")
  }
}

extension String {
  /// The text in quotes for a message: one line, at most 60 characters, nothing unprintable.
  package var quoted: String {
    var result = ""
    for scalar in unicodeScalars.prefix(60) {
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator:
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return "\"\(result)\(unicodeScalars.count > 60 ? "…" : "")\""
  }
}
