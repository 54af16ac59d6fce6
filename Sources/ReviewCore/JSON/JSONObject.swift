/// The members of a JSON object.
///
/// Keys keep the order in which they came; a key that came twice stays twice, since what cannot be
/// understood is kept as it is. The order of keys does not count when objects are compared.
package struct JSONObject: Sendable {
  /// Keys and values, in the order in which they came.
  package private(set) var members: [(key: String, value: JSONValue)]

  /// Makes an object of members.
  package init(members: [(String, JSONValue)] = []) {
    self.members = members.map { (key: $0.0, value: $0.1) }
  }

  /// The value of a key (the first, where it stands twice). Setting nil removes the key. O(members).
  package subscript(key: String) -> JSONValue? {
    get { members.first { $0.key.isSameBytes(as: key) }?.value }
    set {
      if let index = members.firstIndex(where: { $0.key.isSameBytes(as: key) }) {
        if let newValue {
          members[index].value = newValue
        } else {
          members.removeAll { $0.key.isSameBytes(as: key) }
        }
      } else if let newValue {
        members.append((key, newValue))
      }
    }
  }

  /// Adds a member that is known not to be there yet. O(1).
  package mutating func append(_ key: String, _ value: JSONValue) {
    members.append((key, value))
  }

  /// The object without the given keys.
  package func removing(_ keys: Set<String>) -> JSONObject {
    JSONObject(members: members.filter { !keys.contains($0.key) }.map { ($0.key, $0.value) })
  }

  /// Whether it has no member.
  package var isEmpty: Bool { members.isEmpty }

  /// The members ordered by the UTF-8 bytes of their keys; equal keys stay in their order.
  package var sorted: [(key: String, value: JSONValue)] {
    members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }
}

extension JSONObject: Hashable {
  /// Whether both have the same members, in whatever order.
  package static func == (first: JSONObject, second: JSONObject) -> Bool {
    first.members.count == second.members.count
      && zip(first.sorted, second.sorted).allSatisfy {
        $0.key.isSameBytes(as: $1.key) && $0.value == $1.value
      }
  }

  /// Hashes the members in the order of their keys.
  package func hash(into hasher: inout Hasher) {
    for member in sorted {
      hasher.combine(member.key)
      hasher.combine(member.value)
    }
  }
}
