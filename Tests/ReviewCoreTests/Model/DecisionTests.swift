import ReviewCore
import Testing

@Suite struct DecisionTests {
  private static let all: [Decision] = {
    var all: [Decision] = []
    for outcome in Decision.Outcome.allCases {
      for reason in [nil, "", "x", "e\u{301}", "\u{e9}"] {
        for at: Timestamp? in [nil, 0, 5] {
          for chair: Identifier in ["ada", "kenji"] {
            all.append(Decision(outcome, reason: reason, at: at, chair: chair))
          }
        }
      }
    }
    return all
  }()

  @Test func ofTwoDecisionsOneStands() {
    for (place, one) in Self.all.enumerated() {
      for (otherPlace, other) in Self.all.enumerated() {
        let count = [one.stands(over: other), other.stands(over: one)].count { $0 }
        #expect(count == (place == otherPlace ? 0 : 1), "\(one) and \(other)")
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func everyOrderOfReadingFindsTheSame(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let some = Array(random.shuffled(Self.all).prefix(6))
    var summit = Summit(event: Event(name: "x"))
    var found: Set<Decision> = []
    for _ in 0..<20 {
      summit.decisions["1"] = random.shuffled(some)
      if let decision = summit.decision(of: "1") { found.insert(decision) }
    }
    #expect(found.count == 1, "seed \(seed)")
    #expect(found.first?.at == some.compactMap(\.at).max(), "seed \(seed)")
  }

  @Test func theNewerStandsAndOfEqualTimesTheGreaterJSON() {
    func decision(_ outcome: Decision.Outcome, _ reason: String?, _ at: Timestamp?) -> Decision {
      Decision(outcome, reason: reason, at: at, chair: "ada")
    }
    #expect(decision(.accept, nil, 2).stands(over: decision(.waitlist, nil, 1)))
    #expect(decision(.accept, nil, 0).stands(over: decision(.waitlist, nil, nil)))
    #expect(decision(.decline, nil, 1).stands(over: decision(.accept, nil, 1)))
    #expect(decision(.accept, "b", 1).stands(over: decision(.accept, "a", 1)))
    #expect(decision(.accept, nil, 1).stands(over: decision(.accept, "a", 1)))
  }
}
