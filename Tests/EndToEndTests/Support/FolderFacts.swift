import ReviewCore

/// Everything that a review folder says, one fact a key, so that two moments can be compared.
struct FolderFacts: Equatable {
  /// A fact: what was said, and when.
  struct Fact: Equatable {
    var words: String
    var at: String
  }

  /// What a file says, and its bytes.
  private struct File: Equatable {
    var bytes: [UInt8]
    var facts: [String: Fact] = [:]
  }

  private var files: [String: File] = [:]

  /// Reads a folder.
  ///
  /// - Parameter known: an earlier moment: what did not change since is not read again.
  /// - Throws: `JSONSyntaxError` where a file does not parse, `NeverHappened` where one is not whole.
  init(of scratch: Scratch, knowing known: FolderFacts? = nil) throws {
    var paths = ["summit.json", "proposals.json", "assignments.json"]
    for folder in ["reviews", "decisions"] {
      let names = Files.names(in: "\(scratch.summit)/\(folder)")
      paths += names.filter { $0.hasSuffix(".json") }.map { "\(folder)/\($0)" }
    }
    for path in paths {
      guard let bytes = try Files.bytes(of: "\(scratch.summit)/\(path)") else { continue }
      if let old = known?.files[path], old.bytes == bytes {
        files[path] = old
      } else {
        files[path] = try Self.read(bytes, path)
      }
    }
  }

  private static func read(_ bytes: [UInt8], _ path: String) throws -> File {
    guard bytes.last == 0x0A, let root = JSONValue(try JSONDocument(bytes).root).object else {
      throw NeverHappened(what: "a whole \(path)", evidence: String(decoding: bytes, as: UTF8.self))
    }
    var file = File(bytes: bytes)
    func add(_ group: String, _ key: String, _ value: JSONValue) {
      file.facts["\(path) \(group) \(key)"] = Fact(
        words: String(decoding: value.lineBytes, as: UTF8.self),
        at: value.object?["at"]?.string ?? "")
    }
    for proposal in root["proposals"]?.array ?? [] {
      add("proposals", proposal.object?["id"]?.string ?? "", proposal)
    }
    for group in ["reviews", "discussion", "decisions", "assignments"] {
      for member in root[group]?.object?.members ?? [] { add(group, member.key, member.value) }
    }
    return file
  }

  /// All facts, by key.
  var facts: [String: Fact] {
    files.values.reduce(into: [:]) { $0.merge($1.facts) { $1 } }
  }

  /// What differs from an earlier moment, by key: a fact that is gone is nil.
  func changes(since before: FolderFacts) -> [String: Fact?] {
    var changes: [String: Fact?] = [:]
    for path in Set(files.keys).union(before.files.keys) where files[path] != before.files[path] {
      let (new, old) = (files[path]?.facts ?? [:], before.files[path]?.facts ?? [:])
      for (key, fact) in new where old[key] != fact { changes[key] = fact }
      for key in old.keys where new[key] == nil { changes[key] = .some(nil) }
    }
    return changes
  }
}
