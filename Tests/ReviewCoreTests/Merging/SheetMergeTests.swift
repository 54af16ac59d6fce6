import Testing

@testable import ReviewCore

@Suite struct SheetMergeTests {
  private static func merged(_ one: String, _ other: String) throws -> SheetMerge.Result {
    SheetMerge.merge(try object(one), try object(other))
  }

  private static func entry(_ review: String) -> String { #"{"reviews":{"1":\#(review)}}"# }

  @Test(arguments: [
    // The three registers go apart from each other.
    (
      #"{"status":"scored","scores":{"a":5},"at":"2026-01-02T00:00:00Z","comment":"old","commentAt":"2026-01-01T00:00:00Z","feedback":"new","feedbackAt":"2026-01-03T00:00:00Z"}"#,
      #"{"status":"draft","scores":{"b":1},"at":"2026-01-01T00:00:00Z","comment":"new","commentAt":"2026-01-02T00:00:00Z","feedback":"old","feedbackAt":"2026-01-01T00:00:00Z"}"#,
      #"{"at":"2026-01-02T00:00:00Z","comment":"new","commentAt":"2026-01-02T00:00:00Z","feedback":"new","feedbackAt":"2026-01-03T00:00:00Z","scores":{"a":5},"status":"scored"}"#
    ),
    // What is cleared stays cleared; absence clears nothing.
    (
      #"{"status":"cleared","at":"2026-01-02T00:00:00Z"}"#,
      #"{"status":"scored","at":"2026-01-01T00:00:00Z","comment":"c","commentAt":"2026-01-01T00:00:00Z"}"#,
      #"{"at":"2026-01-02T00:00:00Z","comment":"c","commentAt":"2026-01-01T00:00:00Z","status":"cleared"}"#
    ),
    (
      #"{"commentAt":"2026-01-02T00:00:00Z"}"#,
      #"{"comment":"c","commentAt":"2026-01-01T00:00:00Z","status":"draft"}"#,
      #"{"commentAt":"2026-01-02T00:00:00Z","status":"draft"}"#
    ),
    // Equal times: the greater canonical JSON.
    (
      #"{"at":"2026-01-01T00:00:00Z","status":"draft"}"#,
      #"{"at":"2026-01-01T00:00:00Z","status":"scored"}"#,
      #"{"at":"2026-01-01T00:00:00Z","status":"scored"}"#
    ),
    (
      #"{"at":"x","status":"skipped"}"#, #"{"at":"2026-01-01T00:00:00Z","status":"draft"}"#,
      #"{"at":"2026-01-01T00:00:00Z","status":"draft"}"#
    ),
    // What this version does not know goes with the judgement.
    (
      #"{"at":"2026-01-01T00:00:00Z","mood":[1]}"#, #"{"comment":"c"}"#,
      #"{"at":"2026-01-01T00:00:00Z","comment":"c","mood":[1]}"#
    ),
    ("5", #"{"status":"draft"}"#, #"{"status":"draft"}"#),
  ])
  func aReviewIsThreeRegisters(one: String, other: String, result: String) throws {
    let expected = try object(Self.entry(result))
    #expect(try Self.merged(Self.entry(one), Self.entry(other)).file == expected)
    #expect(try Self.merged(Self.entry(other), Self.entry(one)).file == expected)
  }

  @Test func entriesOfBothStayAndSoDoUnknownKeysAtAnyDepth() throws {
    let disk = #"""
      {"format":1,"reviewer":"ada","x":{"y":[{"z":null}]},"reviews":{"1":{"status":"draft","k":1},"2":7},
       "comparisons":{"1":{"2":{"outcome":"first","k":2}}},"discussion":{"d":{"text":"t","k":3}}}
      """#
    let save = #"{"format":1,"reviewer":"ada","reviews":{"3":{"status":"scored"}}}"#
    let result = try Self.merged(disk, save)
    var expected = try object(disk)
    var reviews = expected["reviews"]?.object ?? JSONObject()
    reviews["3"] = ["status": "scored"]
    expected["reviews"] = .object(reviews)
    #expect(result.file == expected)
    #expect(result.lost.isEmpty)
  }

  @Test func comparisonsAndRemarksAreOneRegisterEach() throws {
    let result = try Self.merged(
      #"{"comparisons":{"1":{"2":{"outcome":"first","at":"2026-01-01T00:00:00Z"}}},"discussion":{"d":{"text":"old","at":"2026-01-01T00:00:00Z"}}}"#,
      #"{"comparisons":{"1":{"2":{"outcome":"cleared","at":"2026-01-02T00:00:00Z"},"3":{"outcome":"tied"}}},"discussion":{"d":{"text":"new","at":"2026-01-02T00:00:00Z"}}}"#
    )
    #expect(
      result.file
        == (try object(
          #"{"comparisons":{"1":{"2":{"outcome":"cleared","at":"2026-01-02T00:00:00Z"},"3":{"outcome":"tied"}}},"discussion":{"d":{"text":"new","at":"2026-01-02T00:00:00Z"}}}"#
        )))
    #expect(
      result.lost == [LostText(about: "d", kind: "remark", text: "old", at: "2026-01-01T00:00:00Z")]
    )
  }

  @Test func textsThatLoseAreNamed() throws {
    let old =
      #"{"status":"abstained","reason":"r1","at":"2026-01-01T00:00:00Z","comment":"c1","commentAt":"2026-01-01T00:00:00Z","feedback":"same"}"#
    let new =
      #"{"status":"conflict","reason":"r2","at":"2026-01-02T00:00:00Z","comment":"c2","commentAt":"2026-01-02T00:00:00Z","feedback":"same","feedbackAt":"2026-01-02T00:00:00Z"}"#
    let time = "2026-01-01T00:00:00.000Z"
    for result in [
      try Self.merged(Self.entry(old), Self.entry(new)),
      try Self.merged(Self.entry(new), Self.entry(old)),
    ] {
      #expect(
        result.lost == [
          LostText(about: "1", kind: "reason", text: "r1", at: time),
          LostText(about: "1", kind: "comment", text: "c1", at: time),
        ])
    }
  }

  @Test func twoEntriesOfOneKeyStayTwo() throws {
    let file = try object(#"{"reviews":{"1":{"status":"draft"},"1":{"status":"skipped"}}}"#)
    #expect(SheetMerge.merge(file, file).file == file)
    let other = try object(#"{"reviews":{"1":{"status":"draft"},"2":{"status":"draft"}}}"#)
    let (one, two) = (SheetMerge.merge(file, other).file, SheetMerge.merge(other, file).file)
    #expect(JSONValue.object(one).fileBytes == JSONValue.object(two).fileBytes)
    #expect(one["reviews"]?.object?.members.count == 3)
  }

  // MARK: - Properties

  private static func time(_ random: inout SplitMix64) -> JSONValue {
    random.one(of: [
      "2026-01-01T00:00:00.000Z", "2026-01-01T00:00:00Z", "2026-01-02T00:00:00.000Z", "never", 7,
    ])
  }

  private static func review(_ random: inout SplitMix64) -> JSONValue {
    if random.once(in: 12) { return random.one(of: [1, "x", ["a"], .null]) }
    var entry = JSONObject()
    for (key, values) in [
      ("status", ["draft", "scored", "cleared"]), ("reason", ["r", "s"]),
      ("comment", ["c", "d", ""]),
      ("feedback", ["f", "g"]), ("k", [["a": 1], 1, .double(1.5)]),
      ("scores", [["a": 1], ["a": 2]]),
    ] as [(String, [JSONValue])] where random.once(in: 2) {
      entry[key] = random.one(of: values)
    }
    for key in ["at", "commentAt", "feedbackAt"] where !random.once(in: 3) {
      entry[key] = time(&random)
    }
    return .object(entry)
  }

  private static func entries(
    _ random: inout SplitMix64, _ make: (inout SplitMix64) -> JSONValue
  ) -> JSONValue {
    var entries = JSONObject()
    for id in ["1", "2", "é", "e\u{301}"] where random.once(in: 2) { entries[id] = make(&random) }
    return .object(entries)
  }

  static func sheet(_ random: inout SplitMix64) -> JSONObject {
    var file = JSONObject(members: [("format", 1), ("reviewer", "ada")])
    if !random.once(in: 8) { file["reviews"] = entries(&random, review) }
    if random.once(in: 2) {
      file["comparisons"] = entries(&random) { entries(&$0, review) }
    }
    if random.once(in: 2) {
      file["discussion"] = entries(&random) { random in
        ["text": random.one(of: ["t", "u"]), "at": time(&random)]
      }
    }
    if random.once(in: 3) { file["x"] = RandomJSON.value(&random) }
    if random.once(in: 20) { file["reviews"] = RandomJSON.value(&random) }
    return file
  }

  @Test(arguments: 1...10)
  func everyOrderOfMergingGivesTheSameFile(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    func merge(_ one: JSONObject, _ other: JSONObject) -> JSONObject {
      SheetMerge.merge(one, other).file
    }
    for round in 0..<150 {
      let (a, b, c) = (Self.sheet(&random), Self.sheet(&random), Self.sheet(&random))
      let at = "seed \(seed), round \(round)"
      #expect(merge(a, a) == a, "\(at)")
      #expect(merge(a, b) == merge(b, a), "\(at)")
      #expect(merge(merge(a, b), c) == merge(a, merge(b, c)), "\(at)")
      #expect(merge(merge(a, b), b) == merge(a, b), "\(at)")
      #expect(
        JSONValue.object(merge(a, b)).fileBytes == JSONValue.object(merge(b, a)).fileBytes, "\(at)")
    }
  }

  @Test(arguments: 1...5)
  func everyTextIsInTheResultOrNamedAsLost(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for round in 0..<200 {
      let (a, b) = (Self.sheet(&random), Self.sheet(&random))
      let result = SheetMerge.merge(a, b)
      for file in [a, b] {
        for member in file["reviews"]?.object?.members ?? [] {
          guard let kept = result.file["reviews"]?.object?[member.key]?.object else { continue }
          for key in ["comment", "feedback", "reason"] {
            guard let text = member.value.object?[key]?.string, !text.isEmpty else { continue }
            let isLost = result.lost.contains {
              Array($0.about.utf8) == Array(member.key.utf8) && $0.kind == key && $0.text == text
            }
            #expect(kept[key] == .string(text) || isLost, "seed \(seed), round \(round), \(key)")
          }
        }
      }
    }
  }
}
