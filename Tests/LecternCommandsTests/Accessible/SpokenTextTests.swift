import Testing

@testable import LecternCommands

@Suite struct SpokenTextTests {
  @Test func linesOfOneParagraphAreOne() {
    #expect(
      SpokenText.paragraphs(of: "One\r\ntwo  \n\n\n three\n") == ["One two", "three"])
    #expect(SpokenText.paragraphs(of: "") == [])
    #expect(SpokenText.paragraphs(of: " \n\t\n") == [])
  }

  @Test func itemsHeadingsQuotesAndCodeStayLines() {
    let text = """
      # Heading
      Words
      and more
      - one
        goes on
      2. two
      > said
      ```swift
      let a = 1
      let b = 2
      ```
      After
      """
    #expect(
      SpokenText.paragraphs(of: text) == [
        "# Heading", "Words and more", "- one goes on", "2. two", "> said", "let a = 1",
        "let b = 2",
        "After",
      ])
  }

  @Test func longTextsComeInParts() {
    #expect(SpokenText.parts(of: ["aa", "bb", "cc"], length: 4) == [["aa", "bb"], ["cc"]])
    #expect(SpokenText.parts(of: ["one two three"], length: 8) == [["one two"], ["three"]])
    #expect(SpokenText.parts(of: ["abcdefghij"], length: 4) == [["abcd"], ["efgh"], ["ij"]])
    #expect(SpokenText.parts(of: []) == [])
  }

  @Test func nothingOfALongTextIsLost() {
    let words = (0..<5_000).map { "word\($0)" }
    let parts = SpokenText.parts(of: [words.joined(separator: " ")], length: 100)
    #expect(parts.allSatisfy { $0.reduce(0) { $0 + $1.count } <= 100 })
    #expect(
      parts.flatMap(\.self).joined(separator: " ").split(separator: " ").map(String.init) == words)
  }
}
