import Testing

@testable import ReviewCore

@Suite struct TextDiffTests {
  /// Kept as it is, `[-removed-]`, `{+added+}`.
  private static func shown(_ diff: TextDiff) -> String {
    diff.segments.map { segment in
      switch segment.kind {
      case .kept: segment.text
      case .removed: "[-\(segment.text)-]"
      case .added: "{+\(segment.text)+}"
      }
    }.joined()
  }

  private static func joined(_ diff: TextDiff, without kind: TextDiff.Kind) -> [UInt8] {
    diff.segments.filter { $0.kind != kind }.flatMap { Array($0.text.utf8) }
  }

  private func check(_ diff: TextDiff, _ old: String, _ new: String, _ comment: Comment = "") {
    #expect(Self.joined(diff, without: .added) == Array(old.utf8), comment)
    #expect(Self.joined(diff, without: .removed) == Array(new.utf8), comment)
    #expect(diff.segments.allSatisfy { !$0.text.isEmpty }, comment)
    for (one, next) in zip(diff.segments, diff.segments.dropFirst()) {
      #expect(one.kind != next.kind, comment)
      #expect(!(one.kind == .added && next.kind == .removed), comment)
    }
    #expect(diff.isEmpty == (Array(old.utf8) == Array(new.utf8)), comment)
  }

  @Test(arguments: [
    ("", "", ""), ("a", "a", "a"), ("", "a b", "{+a b+}"), ("a b", "", "[-a b-]"),
    ("one two three", "one 2 three", "one [-two-]{+2+} three"),
    ("one two", "one big two", "one {+big +}two"), ("one big two", "one two", "one [-big -]two"),
    ("a b c d", "a x y d", "a [-b c-]{+x y+} d"),
    ("it works.", "it worked!", "it [-works.-]{+worked!+}"),
    ("cafe\u{301} x", "caf\u{E9} x", "[-cafe\u{301}-]{+caf\u{E9}+} x"),
    ("日本語です", "日本人です", "日本[-語-]{+人+}です"), ("a\nb\n", "a\nc\n", "a\n[-b-]{+c+}\n"),
    ("3.5 ms", "3.6 ms", "3.[-5-]{+6+} ms"), ("a b", "a  b", "a[- -]{+  +}b"),
    ("👩‍👩‍👧 ok", "👩 ok", "[-👩‍👩‍👧-]{+👩+} ok"),
  ])
  func changesAreShownByWord(old: String, new: String, expected: String) {
    let diff = TextDiff(from: old, to: new)
    #expect(Array(Self.shown(diff).utf8) == Array(expected.utf8), "\(Self.shown(diff))")
    check(diff, old, new)
  }

  @Test(arguments: 1...30)
  func joiningGivesBothTextsBack(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let pieces = [
      "a", "bb", "c", " ", " ", "\n", "\r\n", "\r", "é", "e\u{301}", "\u{301}", ".", ",", "日", "👩‍👩‍👧",
      "\u{200D}", "\u{A0}", "🇩", "🇪",
    ]
    for round in 0..<60 {
      let old = (0..<random.below(25)).map { _ in random.one(of: pieces) }
      var changed = old
      for _ in 0..<random.below(5) {
        let place = random.below(changed.count + 1)
        switch random.below(3) {
        case 0: changed.insert(random.one(of: pieces), at: place)
        case 1: if place < changed.count { changed.remove(at: place) }
        default: if place < changed.count { changed[place] = random.one(of: pieces) }
        }
      }
      let (one, other) = (old.joined(), changed.joined())
      check(TextDiff(from: one, to: other), one, other, "seed \(seed), round \(round)")
    }
  }

  @Test(arguments: 1...10)
  func noFewerChangesWouldDo(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<100 {
      let old = (0..<random.below(12)).map { _ in random.below(4) }
      let new = (0..<random.below(12)).map { _ in random.below(4) }
      var table = [[Int]](
        repeating: [Int](repeating: 0, count: new.count + 1), count: old.count + 1)
      for i in old.indices {
        for j in new.indices {
          table[i + 1][j + 1] =
            old[i] == new[j] ? table[i][j] + 1 : max(table[i][j + 1], table[i + 1][j])
        }
      }
      let kept = try #require(ShortestEdit.kept(from: old, to: new))
      #expect(kept.count == table[old.count][new.count], "seed \(seed)")
      #expect(kept.allSatisfy { old[$0.old] == new[$0.new] })
      for (one, next) in zip(kept, kept.dropFirst()) {
        #expect(one.old < next.old && one.new < next.new)
      }
    }
  }

  @Test func anEnormousTextIsComparedCoarsely() {
    let start = String(repeating: "lorem ipsum ", count: 200_000)
    let middle = String(repeating: "dolor sit ", count: 30_000)
    let old = start + "one " + middle + "two" + start
    let new = start + "1 " + middle + "2" + start
    let diff = TextDiff(from: old, to: new)
    check(diff, old, new)
    #expect(diff.segments.map(\.kind) == [.kept, .removed, .added, .kept])
    #expect(diff.segments[1].text.hasPrefix("one"))
    let small = TextDiff(from: start + "one" + " end", to: start + "two" + " end")
    #expect(small.segments.dropFirst().map(\.text) == ["one", "two", " end"])
  }

  @Test func aTextRewrittenFromEndToEndEnds() {
    let old = (0..<20_000).map { "a\($0)" }.joined(separator: " ")
    let new = (0..<20_000).map { "b\($0)" }.joined(separator: " ")
    let diff = TextDiff(from: old, to: new)
    #expect(diff.segments.map(\.kind) == [.removed, .added])
    check(diff, old, new)
  }
}
