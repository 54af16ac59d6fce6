import Testing

@testable import ReviewCore

@Suite struct DecisionMergeTests {
  @Test func theLaterDecisionStandsAndTheOtherReasonIsNamed() throws {
    let old = try object(
      #"{"format":1,"chair":"ada","decisions":{"1":{"decision":"accept","reason":"good","at":"2026-01-01T00:00:00Z"},"2":{"decision":"decline"}}}"#
    )
    let new = try object(
      #"{"format":1,"chair":"ada","decisions":{"1":{"decision":"decline","reason":"full","at":"2026-01-02T00:00:00Z"}},"x":1}"#
    )
    let expected = try object(
      #"{"format":1,"chair":"ada","decisions":{"1":{"decision":"decline","reason":"full","at":"2026-01-02T00:00:00Z"},"2":{"decision":"decline"}},"x":1}"#
    )
    for result in [
      DecisionMerge.mergeKeepingLosses(old, new), DecisionMerge.mergeKeepingLosses(new, old),
    ] {
      #expect(result.file == expected)
      #expect(
        result.lost == [
          LostText(about: "1", kind: "reason", text: "good", at: "2026-01-01T00:00:00Z")
        ])
    }
  }

  @Test(arguments: 1...10)
  func everyOrderOfMergingGivesTheSameFile(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    func file() -> JSONObject {
      var decisions = JSONObject()
      for id in ["1", "2", "é", "e\u{301}"] where !random.once(in: 3) {
        decisions[id] = [
          "decision": random.one(of: ["accept", "decline", 5]),
          "reason": random.one(of: ["a", "b", .null]),
          "at": random.one(of: ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00.000Z", "x", .null]),
        ]
      }
      let all: JSONValue = random.once(in: 10) ? 3 : .object(decisions)
      return JSONObject(members: [("decisions", all), ("x", random.one(of: [1, ["y": 2], "z"]))])
    }
    let merge = DecisionMerge.merge
    for round in 0..<200 {
      let (a, b, c) = (file(), file(), file())
      let at = "seed \(seed), round \(round)"
      #expect(merge(a, a) == a, "\(at)")
      #expect(merge(a, b) == merge(b, a), "\(at)")
      #expect(merge(merge(a, b), c) == merge(a, merge(b, c)), "\(at)")
    }
  }

  @Test func twoChairsFilesAgreeWithTheOrderOfDecisions() {
    for (outcome, other) in [
      (Decision.Outcome.accept, Decision.Outcome.waitlist), (.decline, .accept),
    ] {
      for (reason, otherReason) in [(nil, "x"), ("x", "y"), (nil, nil)] as [(String?, String?)] {
        let one = Decision(outcome, reason: reason, at: 5, chair: "ada")
        let two = Decision(other, reason: otherReason, at: 5, chair: "ada")
        let standing = one.stands(over: two) ? one : two
        #expect(
          DecisionMerge.merge(one.file(for: "1"), two.file(for: "1")) == standing.file(for: "1"))
      }
    }
  }
}
