import ReviewCore
import ReviewStore
import SystemPackage
import Testing

@Suite struct FileVersionsTests {
  let file = FolderFile.reviews(ada)

  func version(_ entries: String) -> [UInt8] {
    Array(#"{"format": 1, "reviewer": "ada", "reviews": {\#(entries)}}"#.utf8)
  }

  let first = #""p1": {"status": "skipped", "at": "2026-01-01T00:00:00.000Z"}"#
  let second = #""p2": {"status": "skipped", "at": "2026-01-01T00:00:00.000Z"}"#
  let newer = #""p1": {"status": "cleared", "at": "2026-01-02T00:00:00.000Z"}"#

  @Test func everyOrderGivesTheSame() throws {
    let versions = [version(first), version(second), version(newer)]
    let expected = try file.merging(versions, at: "ada.json").bytes
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      #expect(try file.merging(order.map { versions[$0] }, at: "ada.json").bytes == expected)
    }
    let reviews = try JSONDocument(expected).root["reviews"]
    #expect(reviews?["p1"]?["status"]?.string == "cleared")
    #expect(reviews?["p2"]?["status"]?.string == "skipped")
  }

  @Test func aVersionThatSaysAllStaysByteForByte() throws {
    let all = version(newer + ",   " + second)
    #expect(try file.merging([version(first), all], at: "ada.json").bytes == all)
  }

  @Test func aTextThatLosesIsNamed() throws {
    func commented(_ text: String, _ day: Int) -> [UInt8] {
      version(#""p1": {"comment": "\#(text)", "commentAt": "2026-01-0\#(day)T00:00:00.000Z"}"#)
    }
    let merged = try file.merging([commented("new", 2), commented("old", 1)], at: "ada.json")
    #expect(merged.lost.map(\.text) == ["old"])
  }

  @Test func decisionsAreMergedByTheirOwnRule() throws {
    func version(_ word: String, _ day: Int) -> [UInt8] {
      Array(
        """
        {"format": 1, "chair": "ada", "decisions":
          {"p1": {"decision": "\(word)", "at": "2026-01-0\(day)T00:00:00.000Z"}}}
        """.utf8)
    }
    let merged = try FolderFile.decisions(ada).merging(
      [version("accept", 2), version("decline", 1)], at: "ada.json")
    let root = try JSONDocument(merged.bytes).root
    #expect(root["decisions"]?["p1"]?["decision"]?.string == "accept")
  }

  @Test(arguments: [
    #"{"format": 1, "reviewer": "ben"}"#, #"{"format": 2, "reviewer": "ada"}"#, "{", "",
  ])
  func whatMayNotBeWrittenIsNotMerged(other: String) {
    #expect(throws: StoreError.self) {
      try file.merging([version(first), Array(other.utf8)], at: "ada.json")
    }
  }

  @Test func aFileOfTheChairsIsNotMerged() {
    let bytes = Array(#"{"format": 1}"#.utf8)
    #expect(throws: StoreError.self) {
      try FolderFile.proposals.merging([bytes, bytes], at: "proposals.json")
    }
  }
}
