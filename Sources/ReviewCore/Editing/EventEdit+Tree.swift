extension EventEdit {
  /// `summit.json` after the edit; keys and entries that this version does not know or cannot read
  /// stay as they are.
  ///
  /// What is read of the result is what `applied(to:)` makes of what is read of `tree`. O(size).
  ///
  /// - Throws: `EventEditRefusal` where the event cannot be so, or where what is to change cannot be
  ///   read; `Fault` where the file as a whole is broken.
  package func applied(to tree: JSONObject) throws -> JSONObject {
    let event = try EventReader.read(JSONDocument(JSONValue.object(tree).fileBytes)).value
    var tree = tree
    switch self {
    case .addMember(let member, _):
      // An entry that cannot be read may have the id too.
      if try tree.entries("committee").contains(where: { $0.hasID(member.id) }) {
        throw EventEditRefusal.memberIsThere(member.id)
      }
    case .addRound(let round, _):
      if try tree.entries("rounds").contains(where: { $0.hasID(round.id) }) {
        throw EventEditRefusal.roundIsThere(round.id)
      }
    default: break
    }
    let after = try applied(to: event)
    try write(after, into: &tree)
    return tree
  }

  private func write(_ after: Event, into tree: inout JSONObject) throws(EventEditRefusal) {
    switch self {
    case .addMember(let member, _):
      try tree.insert(member.json, of: member.id, among: after.committee.map(\.id), "committee")
    case .removeMember(let id): try tree.remove(id, from: "committee")
    case .changeMember(let id, let member):
      try tree.change(id, in: "committee", "The entry of \(id)") { member.write(into: &$0) }
    case .addRound(let round, _):
      try tree.insert(round.json, of: round.id, among: after.rounds.map(\.id), "rounds")
    case .removeRound(let id): try tree.remove(id, from: "rounds")
    case .renameRound(let id, let name):
      try tree.change(id, in: "rounds", "The round \(id)") { $0["name"] = .string(name) }
    case .setDeadline(let id, let time):
      try tree.change(id, in: "rounds", "The round \(id)") {
        $0["closes"] = time.map { .string($0.description) }
      }
    case .setRule(let rule):
      var rules = tree["rules"]?.object ?? JSONObject()
      rules[rule.key] = rule.json
      tree["rules"] = rules.isEmpty ? nil : .object(rules)
    case .setAreaSlots(let id, let limits):
      try tree.change(id, in: "focusAreas", "The focus area \(id)") {
        $0["slots"] = limits.json(replacing: $0["slots"])
      }
    case .setFormatSlots(let id, let limits):
      try tree.change(id, in: "formats", "The format \(id)") {
        $0["slots"] = limits.json(replacing: $0["slots"])
      }
    }
  }
}

extension JSONValue {
  /// Whether it is an entry of an id.
  fileprivate func hasID(_ id: Identifier) -> Bool { object?["id"]?.string == id.text }
}

extension JSONObject {
  /// The entries of a list; none where it is absent.
  fileprivate func entries(_ key: String) throws(EventEditRefusal) -> [JSONValue] {
    guard let value = self[key], value != .null else { return [] }
    guard let entries = value.array else { throw .unreadable("\"\(key)\"") }
    return entries
  }

  /// Puts a new entry where the order of the readable ones has it: at the end, or behind the one
  /// before it, or before the one behind it. Entries that cannot be read keep their order.
  fileprivate mutating func insert(
    _ entry: JSONObject, of id: Identifier, among order: [Identifier], _ key: String
  ) throws(EventEditRefusal) {
    var entries = try entries(key)
    let place = order.firstIndex(of: id) ?? order.endIndex
    func index(ofEntryAt place: Int) -> Int? {
      guard order.indices.contains(place) else { return nil }
      return entries.firstIndex { $0.hasID(order[place]) }
    }
    let behind = index(ofEntryAt: place + 1)
    let before = index(ofEntryAt: place - 1)
    let index = behind.map { behind in before.map { $0 + 1 } ?? behind } ?? entries.count
    entries.insert(.object(entry), at: index)
    self[key] = .array(entries)
  }

  fileprivate mutating func remove(
    _ id: Identifier, from key: String
  ) throws(EventEditRefusal) {
    var entries = try entries(key)
    entries.removeAll { $0.hasID(id) }
    self[key] = .array(entries)
  }

  /// Changes the one entry of an id.
  fileprivate mutating func change(
    _ id: Identifier, in key: String, _ what: String, _ change: (inout JSONObject) -> Void
  ) throws(EventEditRefusal) {
    var entries = try entries(key)
    let places = entries.indices.filter { entries[$0].hasID(id) }
    guard places.count == 1, var entry = entries[places[0]].object else { throw .unreadable(what) }
    change(&entry)
    entries[places[0]] = .object(entry)
    self[key] = .array(entries)
  }
}

extension EventRule {
  /// Its value in the file; nil where there is no rule.
  fileprivate var json: JSONValue? {
    switch self {
    case .speakers(let visibility): .string(visibility.rawValue)
    case .otherReviews(let visibility): .string(visibility.rawValue)
    default: number.map { .int($0) }
    }
  }
}

extension SlotLimits {
  /// The limits in the file: a number where there is only a maximum, and there was no object.
  fileprivate func json(replacing old: JSONValue?) -> JSONValue? {
    var object = old?.object ?? JSONObject()
    object["min"] = minimum.map { .int($0) }
    object["max"] = maximum.map { .int($0) }
    if old?.object == nil, minimum == nil { return maximum.map { .int($0) } }
    return object.isEmpty ? nil : .object(object)
  }
}
