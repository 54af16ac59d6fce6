import Testing

@testable import ReviewCore

@Suite struct NearestWordTests {
  private static let words = ["area", "tag", "format", "level", "accept", "waitlist", "Café"]

  @Test(arguments: [
    ("arae", "area"), ("are", "area"), ("Area", "area"), ("fromat", "format"), ("form", "format"),
    ("lvel", "level"), ("acept", "accept"), ("wait", "waitlist"), ("cafe", "Café"),
    ("tga", "tag"), ("zzzz", nil), ("", nil), ("x", nil), ("w", nil), ("area51 and more", nil),
  ])
  func theNearestKnownWordIsFound(typed: String, known: String?) {
    #expect(NearestWord.of(typed, among: Self.words) == known)
  }

  @Test func ofEqualsTheFirstIsMeant() {
    #expect(NearestWord.of("abcd", among: ["abcx", "abcy"]) == "abcx")
  }

  @Test func aSuggestionIsAQuestionOrNothing() {
    #expect(
      NearestWord.suggestion(for: "fromat", among: Self.words) == " (did you mean \"format\"?)")
    #expect(NearestWord.suggestion(for: "zzzz", among: Self.words).isEmpty)
  }

  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("", "abc", 3), ("kitten", "sitting", 3), ("ab", "ba", 1),
    ("abc", "abc", 0), ("ca", "abc", 3),
  ])
  func editsAreCounted(first: String, second: String, distance: Int) {
    #expect(NearestWord.editDistance(Array(first), Array(second)) == distance)
    #expect(NearestWord.editDistance(Array(second), Array(first)) == distance)
  }
}
