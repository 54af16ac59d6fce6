import Testing

@testable import ReviewCore

@Suite struct JSONParserTests {
  @Test(arguments: [
    "null", "true", "false", "0", "-0", "1", "-1", "10", "0.5", "-0.5", "1e5", "1E5", "1e+5",
    "1.25e-7", "0e0", "1e400", "123456789012345678901234567890", "\"\"", "\"a\"", "[]", "{}",
    "[[]]", "[1]", "[1,2]", " [ 1 , 2 ] ", "\t\r\n{\"a\"\n:\r1}\n", "{\"a\":{\"b\":[{}]}}",
    #""\"\\\/\b\f\n\r\t""#, #""\u0041\u00e9\uD83D\uDE00\uFFFF\u0000""#, "\"\u{7F}\"", "\"日😀\"",
    "\u{FEFF}{}", #"{"":0}"#, #"["\uD800"]"#,
  ])
  func jsonIsAccepted(text: String) {
    #expect(throws: Never.self) { try document(text) }
  }

  @Test(arguments: [
    "", " ", "\u{FEFF}", "nul", "nulll", "True", "01", "-01", "00", "-", "+1", ".5", "1.", "1.e1",
    "1e", "1e+", "0x1", "NaN", "Infinity", "'a'", "\"", "\"a", "\"\\\"", "\"\\x\"", "\"\\u12\"",
    "\"\\u12G4\"", "\"\\U0041\"", "\"\n\"", "\"\t\"", "\"\u{0}\"", "[", "]", "[1", "[1,", "[1,]",
    "[,1]", "[1 2]", "[1,,2]", "{", "}", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}",
    "{,}", "{a:1}", "{1:1}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "{\"a\"::1}", "[1]2", "{}{}",
    "1 2", "// x\n1", "[1/**/]", "\u{A0}1", "\u{FEFF}\u{FEFF}{}", "{\"\\uD800\":1}",
  ])
  func whatIsNoJSONIsRefused(text: String) {
    #expect(throws: JSONSyntaxError.self) { try document(text) }
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xC3], [0xE0, 0x80, 0x80], [0xE2, 0x82],
      [0xED, 0xA0, 0x80],
      [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF],
    ] as [[UInt8]])
  func bytesThatAreNotUTF8AreRefusedWhereTheyStand(bytes: [UInt8]) {
    let error = #expect(throws: JSONSyntaxError.self) {
      try JSONDocument(Array("[\n \"é".utf8) + bytes + Array("\"]".utf8))
    }
    #expect(error?.position == SourcePosition(line: 2, column: 4))
    #expect(error?.problem == "these bytes are not UTF-8")
  }

  @Test(arguments: [
    ("[1,\n x]", 2, 2), ("[1,\r x]", 2, 2), ("[1,\r\n x]", 2, 2), ("[\n\r\n\r x]", 4, 2),
    ("[\"é日😀\", x]", 1, 9), ("\u{FEFF}x", 1, 1), ("\u{FEFF}[\nx", 2, 1), ("[1,]", 1, 4),
    ("{\"a\":1,\n}", 2, 1), ("[01]", 1, 2), ("[-]", 1, 3), ("\"abc", 1, 1), ("[\"a\n\"]", 1, 4),
    ("[\"\\q\"]", 1, 3), ("[\"\\u00g0\"]", 1, 3), ("{\"a\" 1}", 1, 6), ("{\n  x: 1}", 2, 3),
    ("", 1, 1),
    ("[1\n", 2, 1), ("{} {}", 1, 4), ("[{\"a\":1, \"\\uDC00\":1}]", 1, 10),
  ])
  func aSyntaxErrorHasTheLineAndColumnThatAnEditorShows(text: String, line: Int, column: Int) {
    let error = #expect(throws: JSONSyntaxError.self) { try document(text) }
    #expect(error?.position == SourcePosition(line: line, column: column))
  }

  @Test func theEndInsideAnArrayNamesTheLineInWhichItBegan() {
    let error = #expect(throws: JSONSyntaxError.self) { try document("{\n\"a\": [1,\n2\n") }
    #expect(error?.problem == "the text ends inside the array that begins in line 2")
  }

  @Test func nestingIsBoundedAt128() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(throws: Never.self) { try document(nested(128)) }
    let error = #expect(throws: JSONSyntaxError.self) { try document(nested(129)) }
    #expect(error?.offset == 128)
    #expect(throws: JSONSyntaxError.self) {
      try document(String(repeating: "{\"a\":", count: 100_000))
    }
  }

  private static let sample = """
    \u{FEFF}{ "a\\u00e9" : [ 1.5e-3 , -0, true, false , null, "x\\uD83D\\uDE00é日😀\\\\" ],
      "b": { "c": { }, "d": [ ], "\\"": "\\/" } }
    """

  @Test func aTextCutAnywhereIsAnErrorAndNeverATrap() throws {
    let bytes = Array(Self.sample.utf8)
    _ = try JSONDocument(bytes)
    for length in bytes.indices {
      #expect(throws: JSONSyntaxError.self, "cut at \(length)") {
        try JSONDocument(Array(bytes[..<length]))
      }
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func aTextWithRandomBytesChangedNeverTraps(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = Array(Self.sample.utf8)
    for _ in 0..<3000 {
      var mutant = bytes
      for _ in 0...random.below(3) {
        let place = random.below(mutant.count)
        switch random.below(4) {
        case 0: mutant.remove(at: place)
        case 1: mutant.insert(mutant[random.below(mutant.count)], at: place)
        case 2: mutant[place] = UInt8(random.below(256))
        default: mutant[place] = random.one(of: Array("{}[]\",:\\u0eE.-+".utf8))
        }
      }
      guard let document = try? JSONDocument(mutant) else { continue }
      let value = JSONValue(document.root)
      let again = try? JSONDocument(value.fileBytes)
      #expect(again.map { JSONValue($0.root) } == value, "seed \(seed): \(mutant)")
    }
  }

  @Test(arguments: [
    (#"{"a":1,"a":2}"#, ["1:8"]), (#"{"a":1,"\u0061":2}"#, ["1:8"]),
    (#"{"\u00e9":1,"é":2}"#, ["1:13"]), ("{\"e\u{301}\":1,\"\u{e9}\":2}", []),
    (#"{"x":[{"b":1,"b":2}],"x":3}"#, ["1:14", "1:22"]),
    (#"{"x":1,"x":{"b":1,"b":2}}"#, ["1:8", "1:19"]), (#"{"a":1,"b":{"a":2}}"#, []),
    (#"{"":1,"":2,"":3}"#, ["1:7", "1:12"]), (#"{"\/":1,"/":2}"#, ["1:9"]),
  ])
  func aKeyThatStandsTwiceIsFoundAtAnyDepthInTheOrderOfTheText(
    text: String, places: [String]
  ) throws {
    let document = try document(text)
    let found = document.repeatedKeys.map {
      JSONElement(document: document, index: Int($0)).position
    }
    #expect(found.map { "\($0.line):\($0.column)" } == places)
    #expect((document.root.repeatedKey != nil) == !places.isEmpty)
    #expect(document.root.repeatedKey?.position == found.first)
  }

  @Test func aRepeatedKeyIsFoundAmongManyKeys() throws {
    let keys = (0..<100).map { "\"k\($0)\":0" } + ["\"k7\":1"]
    let root = try document("{\(keys.joined(separator: ","))}").root
    #expect(root.ownRepeatedKeys.map(\.text) == ["k7"])
    #expect(root["k7"]?.number?.int == 0)
  }

  @Test func onlyTheEntryWithTheRepeatedKeyHasOne() throws {
    let root = try document(#"[{"a":1},{"a":1,"a":2},{"a":{"b":0,"b":0}},{"a":1}]"#).root
    #expect(root.elements.map { $0.repeatedKey != nil } == [false, true, true, false])
    #expect(root.elements.map { $0.ownRepeatedKeys.count } == [0, 1, 0, 0])
  }
}
