import ReviewCore
import Testing

@Suite struct AssignmentEditTests {
  private static func applied(
    _ assignments: [Identifier: [ProposalID]], to text: String?
  ) throws -> JSONObject {
    try AssignmentEdit(assignments).applied(to: try text.map { try object($0) })
  }

  @Test func aFileIsMadeWhereThereIsNone() throws {
    let tree = try Self.applied(["bo": ["2", "1"], "ada": ["x"], "cy": []], to: nil)
    #expect(
      tree == (try object(#"{"format": 1, "assignments": {"ada": ["x"], "bo": ["2", "1"]}}"#)))
    #expect(try AssignmentEdit.read(tree) == ["ada": ["x"], "bo": ["2", "1"]])
    #expect(try AssignmentEdit.read(nil) == [:])
  }

  @Test func whatIsNotUnderstoodStaysAndOldListsGo() throws {
    let tree = try Self.applied(
      ["ada": ["1"], "cy": []],
      to: """
        {"format": 1, "by": {"tool": 1}, "assignments":
          {"ada": ["9"], "bo": ["2"], "cy": ["3"], "No id": ["4"], "di": "all", "ev": [5]}}
        """)
    #expect(
      tree
        == (try object(
          """
          {"format": 1, "by": {"tool": 1}, "assignments":
            {"ada": ["1"], "No id": ["4"], "di": "all", "ev": [5]}}
          """)))
  }

  @Test func aBrokenListOfSomebodyWhoIsPlannedForIsReplaced() throws {
    let tree = try Self.applied(["ada": ["1"]], to: #"{"assignments": {"ada": "all"}}"#)
    #expect(tree == (try object(#"{"format": 1, "assignments": {"ada": ["1"]}}"#)))
  }

  @Test(arguments: [#"{"assignments": []}"#, #"{"format": "x"}"#])
  func aBrokenFileIsAFault(text: String) {
    #expect(throws: Fault.self) { try Self.applied([:], to: text) }
  }
}
