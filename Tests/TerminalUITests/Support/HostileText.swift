/// Texts made of what terminals trip over, for property tests.
enum HostileText {
  private static let parts: [String] = [
    "a", "Z", "5", " ", "-", "/", "\t", "\n", "\r\n", "\u{85}", "é", "e\u{301}", "\u{301}",
    "漢", "字", "한", "\u{1112}\u{1161}", "क्षि", "👩‍👩‍👧", "👍🏽", "🇫🇷", "❤️", "1️⃣", "\u{200D}", "\u{200B}",
    "\u{202E}",
    "\u{AD}", "\u{1B}", "\u{1B}[31m", "\u{1B}]52;c;AAAA\u{7}", "\u{9B}", "\u{9D}", "\u{7}",
    "\u{1B}P", "\u{E000}", "\u{10FFFF}", "\u{FEFF}", "שלום", "\u{3000}", "｜", "ﬁ", "\u{FFF9}",
  ]

  /// A text of up to `length` parts.
  static func random(length: Int, using generator: inout SplitMix64) -> String {
    (0..<Int.random(in: 0...length, using: &generator))
      .map { _ in parts.randomElement(using: &generator) ?? "" }
      .joined()
  }
}
