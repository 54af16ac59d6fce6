import ReviewCore
import ReviewStore
import SystemPackage
import Testing

@Suite struct EditTests {
  let temporary = TemporaryFolder()

  func members(of tree: JSONObject?) -> [JSONValue] { tree?["committee"]?.array ?? [] }

  @Test func theCommitteeIsEditedAsATree() async throws {
    let folder = temporary.sample()
    temporary.write(#"{"name": "x", "venue": {"city": "Y"}, "committee": []}"#, to: "summit.json")
    let changed = try folder.edit([.summit]) { trees in
      var tree = try #require(trees[.summit])
      let ada: JSONValue = ["id": "ada", "name": "Ada", "role": "chair"]
      tree["committee"] = .array(members(of: tree) + [ada])
      return [.summit: tree]
    }
    #expect(changed == [.summit])
    #expect(try await folder.load().summit.event.committee.map(\.id) == [ada])
    #expect(temporary.text(of: "summit.json")?.contains("\"city\": \"Y\"") == true)
  }

  @Test func anImportWritesOnlyWhatDiffers() throws {
    let folder = temporary.sample()
    let speakers = JSONObject(members: [("format", 1), ("speakers", [])])
    let before = temporary.text(of: "proposals.json")
    for expected in [[.speakers], []] as [Set<FolderFile>] {
      let changed = try folder.edit([.proposals, .speakers]) { trees in
        [.proposals: try #require(trees[.proposals]), .speakers: speakers]
      }
      #expect(changed == expected)
    }
    #expect(temporary.text(of: "proposals.json") == before)
  }

  @Test func anEditThatBreaksAFileIsRefused() throws {
    let folder = temporary.sample()
    let before = temporary.text(of: "summit.json")
    let error = #expect(throws: StoreError.self) {
      try folder.edit([.summit]) { _ in [.summit: JSONObject(members: [("rules", "none")])] }
    }
    #expect(error?.kind == .notAllowed)
    #expect(temporary.text(of: "summit.json") == before)
  }

  @Test(arguments: ["{", #"{"format": 2}"#])
  func whatIsNotUnderstoodIsNotEdited(_ text: String) throws {
    let folder = temporary.sample()
    temporary.write(text, to: "proposals.json")
    #expect(throws: StoreError.self) {
      try folder.edit([.proposals, .speakers]) { _ in
        [.proposals: JSONObject(), .speakers: JSONObject()]
      }
    }
    #expect(temporary.text(of: "proposals.json") == text)
    #expect(temporary.text(of: "speakers.json") == nil)
  }

  /// Whichever call of an import of two files fails before the first is in place, both are as before.
  @Test func aFullDiskChangesNeitherFile() throws {
    for number in 0..<40 {
      let temporary = TemporaryFolder()
      let healthy = temporary.sample()
      temporary.write(#"{"speakers": []}"#, to: "speakers.json")
      let gate = FailingGate(failing: number, with: .noSpace)
      let folder = ReviewFolder(healthy.path, on: RealFileSystem(gate: gate))
      let new = JSONObject(members: [("format", 1)])
      let result = Result {
        try folder.edit([.proposals, .speakers]) { _ in [.proposals: new, .speakers: new] }
      }
      let isOld = [
        temporary.text(of: "proposals.json") == Sample.proposals,
        temporary.text(of: "speakers.json") == #"{"speakers": []}"#,
      ]
      let renames = gate.calls.filter { $0 == .rename }.count
      if case .failure = result, renames == 0 { #expect(isOld == [true, true], "call \(number)") }
      if case .success = result { #expect(isOld == [false, false], "call \(number)") }
      #expect(temporary.names() == ["proposals.json", "speakers.json", "summit.json"])
    }
  }

  @Test func aNewFolderIsMadeWhole() async throws {
    let path = temporary.path.appending("deep/new")
    let summit = JSONObject(members: [("format", 1), ("name", "New")])
    let folder = try ReviewFolder.create(at: path, files: [.summit: summit])
    #expect(try await folder.load().summit.event.name == "New")
    #expect(temporary.names(in: "deep/new") == ["decisions", "reviews", "summit.json"])
    let error = #expect(throws: StoreError.self) {
      try ReviewFolder.create(at: path, files: [.summit: summit])
    }
    #expect(error?.kind == .notAllowed)
  }
}
