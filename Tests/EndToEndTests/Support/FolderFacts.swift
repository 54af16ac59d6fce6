import ReviewCore

/// Everything that a review folder says, one fact a key, so that two moments can be compared.
struct FolderFacts: Equatable {
  /// A fact: what was said, and when.
  struct Fact: Equatable {
    var words: String
    var at: String
  }

  var facts: [String: Fact] = [:]

  /// Reads a folder.
  ///
  /// - Throws: `JSONSyntaxError` where a file does not parse, `NeverHappened` where one is not whole.
  init(of scratch: Scratch) throws {
    for name in ["summit", "proposals", "assignments"] {
      guard let file = try Self.file("\(scratch.summit)/\(name).json") else { continue }
      for proposal in file["proposals"]?.array ?? [] {
        add("proposal", proposal.object?["id"]?.string ?? "", proposal)
      }
      if name == "assignments" { add(name, "", .object(file)) }
    }
    for name in Files.names(in: "\(scratch.summit)/reviews") where name.hasSuffix(".json") {
      guard let file = try Self.file("\(scratch.summit)/reviews/\(name)") else { continue }
      for group in ["reviews", "discussion"] {
        for member in file[group]?.object?.members ?? [] {
          add("\(name) \(group)", member.key, member.value)
        }
      }
    }
    for name in Files.names(in: "\(scratch.summit)/decisions") where name.hasSuffix(".json") {
      guard let file = try Self.file("\(scratch.summit)/decisions/\(name)") else { continue }
      for member in file["decisions"]?.object?.members ?? [] {
        add("\(name) decisions", member.key, member.value)
      }
    }
  }

  private static func file(_ path: String) throws -> JSONObject? {
    guard let bytes = try Files.bytes(of: path) else { return nil }
    guard bytes.last == 0x0A, let object = JSONValue(try JSONDocument(bytes).root).object else {
      throw NeverHappened(what: "a whole \(path)", evidence: String(decoding: bytes, as: UTF8.self))
    }
    return object
  }

  private mutating func add(_ group: String, _ key: String, _ value: JSONValue) {
    facts["\(group) \(key)"] = Fact(
      words: String(decoding: value.lineBytes, as: UTF8.self),
      at: value.object?["at"]?.string ?? "")
  }

  /// What differs from an earlier moment, by key: a fact that is gone is nil.
  func changes(since before: FolderFacts) -> [String: Fact?] {
    var changes: [String: Fact?] = [:]
    for (key, fact) in facts where before.facts[key] != fact { changes[key] = fact }
    for key in before.facts.keys where facts[key] == nil { changes[key] = .some(nil) }
    return changes
  }
}
