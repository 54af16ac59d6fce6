import ReviewCore

/// A review or decision file taken apart, so that merging the parts gives a file in which every
/// entry stands once and in order.
///
/// git merges two versions of a file line by line: an entry that both added can then stand twice,
/// and neither counts.
struct FileLayers {
  /// Versions of the file; of an entry that stands twice each has one.
  private(set) var layers: [JSONObject] = []
  /// How many entries stood a second time.
  private(set) var repeats = 0
  /// How many comparisons had their ids in the wrong order.
  private(set) var exchanged = 0

  /// Whether the file is as it should be.
  var isSound: Bool { repeats == 0 && exchanged == 0 }

  /// Takes a file apart. O(size).
  init(_ tree: JSONObject) {
    let header = JSONObject(
      members: tree.members.filter { ["format", "reviewer", "chair"].contains($0.key) }
        .map { ($0.key, $0.value) })
    for member in tree.members {
      var parts = [member.value]
      if let object = member.value.object {
        switch member.key {
        case "reviews", "discussion", "decisions": parts = divided(object)
        case "comparisons": parts = comparisons(object)
        default: break
        }
      }
      if header[member.key] != nil { parts = [] }
      for (place, part) in parts.enumerated() {
        while layers.count <= place { layers.append(header) }
        layers[place].append(member.key, part)
      }
    }
    if layers.isEmpty { layers = [header] }
  }

  /// Objects of which each holds every key at most once.
  private mutating func divided(_ object: JSONObject) -> [JSONValue] {
    var parts = [JSONObject()]
    var met: [[UInt8]: Int] = [:]
    for member in object.members {
      let key = Array(member.key.utf8)
      let place = met[key, default: 0]
      met[key] = place + 1
      if place > 0 { repeats += 1 }
      while parts.count <= place { parts.append(JSONObject()) }
      parts[place].append(member.key, member.value)
    }
    return parts.map { .object($0) }
  }

  private mutating func comparisons(_ object: JSONObject) -> [JSONValue] {
    var parts = [JSONObject()]
    var met: [String: Int] = [:]
    func add(_ first: String, _ second: String, _ value: JSONValue, at place: Int) {
      while parts.count <= place { parts.append(JSONObject()) }
      var group = parts[place][first]?.object ?? JSONObject()
      group.append(second, value)
      parts[place][first] = .object(group)
    }
    for group in object.members {
      guard let entries = group.value.object else {
        // No group: it stays as it is, in a part in which nothing else has its key.
        let place = parts.firstIndex { $0[group.key] == nil } ?? parts.count
        if place == parts.count { parts.append(JSONObject()) }
        parts[place].append(group.key, group.value)
        continue
      }
      if entries.isEmpty, parts[0][group.key] == nil { parts[0].append(group.key, group.value) }
      for entry in entries.members {
        var (first, second, value) = (group.key, entry.key, entry.value)
        if first.utf8.lexicographicallyPrecedes(second.utf8) == false,
          !first.isSameBytes(as: second)
        {
          (first, second, value) = (second, first, value.withOutcomeExchanged)
          exchanged += 1
        }
        // Ids hold no line feed, so that two pairs never have one key.
        let key = "\(first)\n\(second)"
        let place = met[key, default: 0]
        met[key] = place + 1
        if place > 0 { repeats += 1 }
        add(first, second, value, at: place)
      }
    }
    return parts.map { .object($0) }
  }
}

extension JSONValue {
  /// A comparison of the same two in the other order.
  fileprivate var withOutcomeExchanged: JSONValue {
    guard var entry = object else { return self }
    switch entry["outcome"]?.string {
    case "first": entry["outcome"] = "second"
    case "second": entry["outcome"] = "first"
    default: break
    }
    return .object(entry)
  }
}
