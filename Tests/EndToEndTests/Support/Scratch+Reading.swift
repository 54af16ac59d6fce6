import ReviewCore
import Testing

extension Scratch {
  /// What `lectern next` names.
  func next() async throws -> String {
    let result = try await lectern("next", "summit")
    return result.output.filter { $0 != "\n" }
  }

  /// The title of a proposal.
  func title(of id: String) throws -> String {
    try #require(try proposal(id)["title"]?.string)
  }

  /// Expects a file to be written as the format says: sorted keys, two spaces, a final newline.
  func expectFormatted(
    _ path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let bytes = try #require(try Files.bytes(of: path), sourceLocation: sourceLocation)
    let value = JSONValue(try JSONDocument(bytes).root)
    #expect(bytes == value.fileBytes, sourceLocation: sourceLocation)
  }
}

extension String {
  /// As much of a title as stands on one line of a screen.
  var beginning: String { String(prefix(18)) }
}

extension Scratch {
  /// Every review file, byte for byte.
  func allReviews() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in Files.names(in: "\(summit)/reviews") {
      files[name] = try Files.bytes(of: "\(summit)/reviews/\(name)")
    }
    return files
  }
}

extension RawTerminal {
  /// All that was written to the terminal, as text.
  var text: String { String(decoding: output, as: UTF8.self) }
}

extension Scratch {
  /// The proposals that nothing was said of yet, in the order of the queue.
  func unread() async throws -> [String] {
    let list = try await lectern("list", "summit", "--filter", "is:unscored", "--format", "json")
    let all = try list.json.array?.compactMap { $0.object } ?? []
    let ids = all.filter { $0["status"]?.string != "withdrawn" && $0["my"] == .null }
    return ids.compactMap { $0["id"]?.string }
  }
}

extension Scratch {
  /// What lies in the rescue folders of the state folder.
  func rescued() throws -> [JSONObject] {
    let base = "\(state)/lectern"
    return try Files.names(in: base).flatMap { summit in
      try Files.names(in: "\(base)/\(summit)/rescue").filter { $0.hasSuffix(".json") }.compactMap {
        name in
        let bytes = try Files.bytes(of: "\(base)/\(summit)/rescue/\(name)") ?? []
        return JSONValue(try JSONDocument(bytes).root).object
      }
    }
  }
}

extension Scratch {
  /// The paths of all files in the state folder but those that are on their way.
  func privateFiles() -> [String] {
    Files.all(below: "\(state)/lectern").filter { !$0.contains("/.lectern-") }
  }
}
