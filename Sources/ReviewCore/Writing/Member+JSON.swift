extension Member {
  /// The member as they stand in `summit.json`, with what this version does not know of them. What
  /// is absent or empty is left out.
  package var json: JSONObject {
    var entry = unknown
    write(into: &entry)
    return entry
  }

  /// Writes what this version knows into the member's entry; its other keys stay.
  func write(into entry: inout JSONObject) {
    entry["id"] = .string(id.text)
    entry["name"] = .string(name)
    entry["role"] = .string(role.rawValue)
    entry["email"] = email.map { .string($0) }
    entry["organization"] = organization.map { .string($0) }
    entry["expertise"] = expertise.isEmpty ? nil : .strings(expertise.map(\.text))
  }
}

extension Round {
  /// The round as it stands in `summit.json`. What is absent is left out.
  package var json: JSONObject {
    var entry = JSONObject(members: [("id", .string(id.text)), ("name", .string(name))])
    if let closes { entry.append("closes", .string(closes.description)) }
    return entry
  }
}
