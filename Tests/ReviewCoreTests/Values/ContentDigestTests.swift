import Testing

@testable import ReviewCore

@Suite struct ContentDigestTests {
  @Test(arguments: [
    ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("a  \nb ", "a\nb"), ("a\n\n \n", "a"), ("\n\na", "\n\na"),
    ("a\n\nb", "a\n\nb"), ("a\r\r\nb", "a\n\nb"), ("a\t\nb", "a\t\nb"), (" a", " a"), ("", ""),
    (" \r\n ", ""), ("a \r\n", "a"), ("a\u{A0}", "a\u{A0}"),
  ])
  func whatNobodySeesFallsAway(text: String, normalized: String) {
    #expect(String(decoding: ContentDigest.normalized(text), as: UTF8.self) == normalized)
  }

  @Test func theDigestIsThatOfThePartsWithSeparators() {
    let digest = ContentDigest(title: "Talk ", abstract: "One\r\ntwo\n", notes: nil)
    #expect(digest.text == "sha256:" + SHA256.hexadecimal("Talk\u{1E}One\ntwo\u{1E}".utf8))
  }

  @Test func absentIsEmptyAndEveryPartCounts() {
    func digest(_ title: String, _ abstract: String?, _ notes: String?) -> ContentDigest {
      ContentDigest(title: title, abstract: abstract, notes: notes)
    }
    #expect(digest("a", nil, nil) == digest("a", "", ""))
    #expect(digest("a", "b", nil) != digest("a", nil, "b"))
    #expect(digest("ab", nil, nil) != digest("a", "b", nil))
    #expect(digest("é", nil, nil) != digest("e\u{301}", nil, nil))
  }

  @Test(arguments: [
    ("sha256:" + String(repeating: "0a", count: 32), true),
    ("sha256:" + String(repeating: "0A", count: 32), false),
    ("sha256:" + String(repeating: "0a", count: 31), false),
    ("sha256:" + String(repeating: "0a", count: 33), false),
    (String(repeating: "0a", count: 32), false), ("md5:00", false), ("", false),
    ("SHA256:" + String(repeating: "0a", count: 32), false),
  ])
  func onlySixtyFourLowerCaseDigitsAreADigest(text: String, isDigest: Bool) {
    #expect((ContentDigest(text) != nil) == isDigest)
  }
}
