import ReviewAnalysis
import ReviewCore
import Testing

/// Words as Python's `re.findall(r"\b\w\w+\b", text.lower())` has them.
@Suite struct WordReaderTests {
  private static func index(_ text: String) -> Compared {
    Compared(Talks.seen([Talks.Talk(id: "1", title: text, abstract: "")]))
  }

  @Test(
    arguments: [
      ("", []), ("a b c", []), ("Beam's e.g. I/O", ["beam"]),
      ("x_1 __ _ 42 7", ["x_1", "__", "42"]),
      ("C++ C# k8s ÄÖ É", ["k8s", "äö"]), ("state-of-the-art", ["state", "of", "the", "art"]),
      ("データ処理。流れ", ["データ処理", "流れ"]), ("٤٢ ½x Ⅷ²", ["٤٢", "½x", "ⅷ²"]),
      // Combining marks make no words, and end them.
      ("nai\u{308}ve", ["nai", "ve"]), ("İstanbul Xİ", ["stanbul", "xi"]),
      ("ΟΔΟΣ ΣΑΣ’ Σ", ["οδος", "σας"]), ("Ο’ΔΟΣ’Α ΟΔΟΣ.ΟΔ", ["δοσ", "οδοσ", "οδ"]),
      ("STRASSE straße", ["strasse", "straße"]),
      ("zero\u{200B}width\u{0}nul", ["zero", "width", "nul"]), ("👍🏽ok", ["ok"]),
    ] as [(String, [String])])
  func wordsAreTwoOrMoreWordCharacters(_ text: String, _ words: [String]) {
    let index = Self.index(text)
    #expect(index.vocabularyCount == Set(words).count)
    for word in words { #expect(index.weight(of: word) != nil, "\(word)") }
  }

  @Test func manyWordsKeepApart() {
    let words = (0..<20_000).map { "w\($0)" }
    let index = Self.index(words.joined(separator: " "))
    #expect(index.vocabularyCount == 20_000)
    #expect(index.weight(of: "w19999") != nil)
    #expect(index.weight(of: "w20000") == nil)
  }
}
