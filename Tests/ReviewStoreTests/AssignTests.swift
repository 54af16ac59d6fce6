import ReviewCore
import ReviewStore
import SystemPackage
import Testing

@Suite struct AssignTests {
  let temporary = TemporaryFolder()
  let edit = AssignmentEdit([ben: [p2, p1], ada: [p3]])

  @Test func anAssignmentIsReadAgain() async throws {
    let folder = temporary.sample()
    #expect(try folder.assign(edit, basis: [:], by: ada))
    let loaded = try await folder.load()
    #expect(loaded.summit.assignments == [ben: [p2, p1], ada: [p3]])
    #expect(loaded.faults.isEmpty)
    #expect(
      temporary.text(of: "assignments.json") == """
        {
          "assignments": {
            "ada": [
              "p3"
            ],
            "ben": [
              "p2",
              "p1"
            ]
          },
          "format": 1
        }

        """)
    #expect(try !folder.assign(edit, basis: [ben: [p2, p1], ada: [p3]], by: ada))
  }

  @Test func whoIsNoChairAssignsNothing() throws {
    let folder = temporary.sample()
    let error = #expect(throws: StoreError.self) { try folder.assign(edit, basis: [:], by: ben) }
    #expect(error?.kind == .notAllowed)
    #expect(temporary.names() == ["proposals.json", "summit.json"])
  }

  @Test func whatAnotherChairAssignedMeanwhileStays() throws {
    let folder = temporary.sample()
    let text = #"{"assignments": {"ben": ["p1"]}, "x": [1]}"#
    temporary.write(text, to: "assignments.json")
    let error = #expect(throws: StoreError.self) { try folder.assign(edit, basis: [:], by: ada) }
    #expect(error?.problem == "somebody has assigned in the meantime")
    #expect(temporary.text(of: "assignments.json") == text)
    #expect(try folder.assign(edit, basis: [ben: [p1]], by: ada))
    #expect(temporary.text(of: "assignments.json")?.contains("\"x\"") == true)
  }

  @Test(arguments: ["{", #"{"format": 2}"#, #"{"assignments": []}"#])
  func whatIsNotUnderstoodIsNotWrittenOver(_ text: String) throws {
    let folder = temporary.sample()
    temporary.write(text, to: "assignments.json")
    #expect(throws: StoreError.self) { try folder.assign(edit, basis: [:], by: ada) }
    #expect(temporary.text(of: "assignments.json") == text)
  }
}
