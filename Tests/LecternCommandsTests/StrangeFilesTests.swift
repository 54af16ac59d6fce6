import FoundationEssentials
import Glibc
import ReviewCore
import Testing

/// What is no file where a file belongs: it is named, never waited for, never read without end.
@Suite struct StrangeFilesTests {
  enum Thing: CaseIterable {
    case pipe, endless, linkToItself, folder

    func put(at path: String) throws {
      switch self {
      case .pipe: #expect(mkfifo(path, 0o600) == 0)
      case .endless:
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero")
      case .linkToItself:
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
      case .folder:
        try FileManager.default.createDirectory(
          atPath: path, withIntermediateDirectories: false)
      }
    }
  }

  @Test(
    arguments: [
      "summit.json", "proposals.json", "speakers.json", "assignments.json", "reviews/ada.json",
      "decisions/ada.json",
    ], Thing.allCases)
  func inPlaceOfAFileOfTheSummit(name: String, thing: Thing) async throws {
    let folder = try TestFolder()
    for (name, text) in SmallSummit.files { try folder.write(text, to: name) }
    try folder.write("{}", to: name)
    try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
    try thing.put(at: "\(folder.path)/\(name)")
    let check = await folder.run("check")
    // A link to itself in place of what makes a folder a summit: there is no summit.
    if name != "summit.json" || thing != .linkToItself {
      #expect(check.code == 1)
      #expect(check.output.contains("\(name):1:1: cannot be "), "\(check.output)")
    }
    let list = await folder.run("list")
    #expect(list.code == (["summit.json", "proposals.json"].contains(name) ? 2 : 0))
    #expect(list.messages.contains(name))
    if name == "reviews/ada.json" {
      let score = await folder.run("score", "1", "--overall", "3", "--as", "ada")
      #expect(score.code == 2)
      #expect(score.messages.contains(name), "\(score.messages)")
    }
  }

  @Test(arguments: Thing.allCases)
  func inPlaceOfAFileToImport(thing: Thing) async throws {
    let folder = try TestFolder.summit()
    try thing.put(at: "\(folder.path)/export.csv")
    let result = await folder.run("import", "export.csv", "--as", "ada")
    #expect(result.code == 2)
    #expect(result.messages.contains("export.csv"))
    #expect(!result.messages.contains("Invalid argument"))
  }

  /// Ids that look like paths, options and devices are ids: no path is ever made of them unescaped.
  @Test(arguments: ["..", "-rf", "CON", "%2e%2e", "..%2f..", "~", "$(id)", "`id`", "a;b", "*"])
  func whateverAnIdLooksLikeNothingIsWrittenOutside(id: String) async throws {
    let folder = try TestFolder.summit()
    try folder.write(
      JSONText.proposals([id]), to: "proposals.json")
    let before = try folder.snapshot()
    let outside = try Self.names(around: folder)
    let said = [
      await folder.run(["score", "--overall", "3", "--comment", "C", "--as", "ada", "--", id]),
      await folder.run(["show", "--as", "ada", "--", id]),
      await folder.run(["export", "--what", "proposals", "--format", "csv", "--as", "ada"]),
    ]
    for result in said { #expect(result.code == 0, "\(result.messages)") }
    let changed = try folder.snapshot().filter { before[$0.key] != $0.value }
    #expect(Set(changed.keys).isSubset(of: ["reviews/ada.json"]))
    #expect(try Self.names(around: folder) == outside)
  }

  @Test(arguments: ["../../x", "a/b", "a\\b", "a\u{0}b", "a\nb"])
  func anIdThatIsAPathIsRefusedAsAnEntry(id: String) async throws {
    let folder = try TestFolder.summit()
    try folder.write(JSONText.proposals([id, "2"]), to: "proposals.json")
    let check = await folder.run("check")
    #expect(check.code == 1)
    #expect(check.output.contains("proposals.json:"))
    let list = await folder.run("list", "--format", "json")
    #expect(try list.json.strings(of: "id") == ["2"])
    let score = await folder.run(["score", "--overall", "3", "--as", "ada", "--", id])
    #expect(score.code == 2)
  }

  /// What stands beside the folder, but for the folders of tests that run at the same time.
  private static func names(around folder: TestFolder) throws -> [String] {
    let parent = String(folder.path[..<(folder.path.lastIndex(of: "/") ?? folder.path.endIndex)])
    return try FileManager.default.contentsOfDirectory(atPath: parent).filter {
      ["x", "id", "..", "CON", "-rf"].contains($0)
    }
  }
}

private enum JSONText {
  static func proposals(_ ids: [String]) -> String {
    let entries = ids.map {
      JSONValue.object(
        JSONObject(members: [
          ("id", .string($0)), ("title", .string("T")),
        ]))
    }
    let file = JSONObject(members: [("format", .int(1)), ("proposals", .array(entries))])
    return String(decoding: JSONValue.object(file).fileBytes, as: UTF8.self)
  }
}
