/// Reads `summit.json`.
package enum EventReader {
  /// Reads an event.
  ///
  /// An area, format, criterion, member or round with a fault is left out and named, and so is any
  /// other value. A fault in the rubric's scale or in a rule breaks the whole file: what is shown
  /// and counted hangs on them.
  ///
  /// - Throws: `Fault` where the file as a whole is broken.
  package static func read(_ document: JSONDocument) throws(Fault) -> Reading<Event> {
    let root = document.root
    let header = try FileHeader(root)
    var reading = Reading(Event(name: "Untitled summit"))
    if let warning = header.newerFormatFault(root) { reading.faults.append(warning) }
    for member in root.members where member.value.kind != .null {
      let value = member.value
      switch member.key {
      case "rubric": reading.value.rubric = try rubric(value, &reading.faults)
      case "rules": reading.value.rules = try rules(value)
      default: readField(member.key, value, into: &reading)
      }
    }
    return reading
  }

  /// Reads a member of the file whose fault breaks nothing but itself.
  private static func readField(
    _ key: String, _ value: JSONElement, into reading: inout Reading<Event>
  ) {
    var faults: [Fault] = []
    reading.attempt { event throws(Fault) in
      switch key {
      case "id": event.id = try value.readString("id")
      case "name": event.name = try value.readName("name")
      case "theme": event.theme = try value.readString("theme")
      case "levels": event.levels = try value.readStrings("levels")
      case "focusAreas":
        event.focusAreas = try readList(value, "focusAreas", &faults, \.id, focusArea)
      case "formats": event.formats = try readList(value, "formats", &faults, \.id, format)
      case "committee":
        event.committee = try readList(value, "committee", &faults, \.id, member(_:))
      case "rounds": event.rounds = try readList(value, "rounds", &faults, \.id, round)
      default: break
      }
    }
    reading.faults += faults
  }

  /// Reads the entries of a list; a bad one, and a second one of the same id, is noted.
  private static func readList<Entry>(
    _ list: JSONElement, _ key: String, _ faults: inout [Fault],
    _ id: (Entry) -> Identifier, _ read: (JSONElement) throws(Fault) -> Entry
  ) throws(Fault) -> [Entry] {
    var entries: [Entry] = []
    for element in try list.readArray(key) {
      do throws(Fault) {
        try element.refuseRepeatedKeys()
        let entry = try read(element)
        guard !entries.contains(where: { id($0) == id(entry) }) else {
          throw element.fault(
            "a second entry of \"\(key)\" has the id \"\(id(entry))\"",
            remedy: "Give each its own id")
        }
        entries.append(entry)
      } catch {
        faults.append(error)
      }
    }
    return entries
  }

  private static func idAndName(
    _ element: JSONElement, _ what: String
  ) throws(Fault) -> (Identifier, String) {
    _ = try element.readObject(what)
    guard let id = element.given("id") else { throw element.missing("id", in: what) }
    guard let name = element.given("name") else { throw element.missing("name", in: what) }
    return (try id.readIdentifier("id"), try name.readName("name"))
  }

  private static func focusArea(_ element: JSONElement) throws(Fault) -> FocusArea {
    let (id, name) = try idAndName(element, "a focus area")
    var area = FocusArea(id: id, name: name)
    for member in element.members where member.value.kind != .null {
      switch member.key {
      case "short": area.short = try member.value.readName("short")
      case "summary": area.summary = try member.value.readString("summary")
      case "keywords": area.keywords = try member.value.readStrings("keywords")
      case "slots": area.slots = try slots(member.value)
      default: break
      }
    }
    return area
  }

  private static func format(_ element: JSONElement) throws(Fault) -> SessionFormat {
    let (id, name) = try idAndName(element, "a format")
    var format = SessionFormat(id: id, name: name)
    for member in element.members where member.value.kind != .null {
      switch member.key {
      case "minutes": format.minutes = try member.value.readCount("minutes", minimum: 1)
      case "slots": format.slots = try slots(member.value)
      default: break
      }
    }
    return format
  }

  private static func slots(_ element: JSONElement) throws(Fault) -> SlotLimits {
    if element.kind == .number { return SlotLimits(maximum: try element.readCount("slots")) }
    guard element.kind == .object else {
      throw element.fault(
        "\"slots\" is \(element.kind.name), but a number or an object is expected",
        remedy: "Write the most that are taken, or {\"min\": 2, \"max\": 6}")
    }
    let limits = SlotLimits(
      minimum: try element.given("min")?.readCount("min"),
      maximum: try element.given("max")?.readCount("max"))
    if let minimum = limits.minimum, let maximum = limits.maximum, minimum > maximum {
      throw element.fault("\"min\" is greater than \"max\"", remedy: "Exchange them")
    }
    return limits
  }

  private static func member(_ element: JSONElement) throws(Fault) -> Member {
    let (id, name) = try idAndName(element, "a committee member")
    guard let role = element.given("role") else {
      throw element.missing("role", in: "a committee member")
    }
    var member = Member(id: id, name: name, role: try role.readWord("role", as: Member.Role.self))
    for entry in element.members where entry.value.kind != .null {
      switch entry.key {
      case "email": member.email = try entry.value.readString("email")
      case "organization": member.organization = try entry.value.readString("organization")
      case "expertise":
        for area in try entry.value.readArray("expertise") {
          member.expertise.append(try area.readIdentifier("expertise"))
        }
      case "id", "name", "role": break
      default: member.unknown.append(entry.key, JSONValue(entry.value))
      }
    }
    return member
  }

  private static func round(_ element: JSONElement) throws(Fault) -> Round {
    _ = try element.readObject("a round")
    guard let id = element.given("id") else { throw element.missing("id", in: "a round") }
    let identifier = try id.readIdentifier("id")
    var round = Round(
      id: identifier, name: try element.given("name")?.readString("name") ?? identifier.text)
    round.closes = try element.given("closes")?.readTime("closes")
    return round
  }
}
