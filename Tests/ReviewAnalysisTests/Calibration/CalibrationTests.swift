import ReviewAnalysis
import ReviewCore
import Testing

@Suite struct CalibrationTests {
  /// A panel of four reviewers: `r1` is harsh by one point, `r4` kind by half a point, and the
  /// proposals are of qualities 2 to 4. Each has three of the four.
  static func panel(_ proposals: Int = 12) -> [(ProposalID, [Double?])] {
    let severities = [-1.0, 0, 0, 0.5]
    return (1...proposals).map { number in
      let quality = 2 + Double(number % 5) / 2
      let scores = severities.enumerated().map { place, severity in
        // A little noise, the same in every run.
        place == number % 4
          ? nil : quality + severity + Double((number * 7 + place * 3) % 5 - 2) / 8
      }
      return (ProposalID("\(number)") ?? "x", scores)
    }
  }

  @Test func aHarshReviewersScoresCountForMore() throws {
    let calibration = try #require(Calibration(of: Committee.seen(Self.panel())))
    #expect(calibration.basis == .estimated)
    let harsh = try #require(calibration.severity(of: "r1"))
    let kind = try #require(calibration.severity(of: "r4"))
    #expect(harsh.offset < -0.6 && harsh.offset > -1.2)
    #expect(kind.offset > 0.2)
    #expect(calibration.corrected(3, of: "r1") > 3.6)
    #expect(harsh.count == 9)
    #expect(try #require(harsh.deviation) > 0)
    #expect(calibration.groups == [["r1", "r2", "r3", "r4"]])
    #expect(calibration.variances.hasSeverity && calibration.variances.hasQuality)
  }

  @Test func theAccountOfALevelAddsUp() throws {
    let calibration = try #require(Calibration(of: Committee.seen(Self.panel())))
    for (id, level) in zip(calibration.proposals, calibration.levels) {
      let account = try #require(calibration.account(of: id))
      let sum = account.share * account.corrected + (1 - account.share) * account.mean
      #expect((sum - level.value).magnitude < 1e-5)
      #expect(account.share > 0 && account.share < 1)
    }
  }

  @Test func fewReviewsAreDrawnTowardTheMean() throws {
    var scores = Self.panel()
    scores.append(("99", [nil, 5, nil, nil]))
    let calibration = try #require(Calibration(of: Committee.seen(scores)))
    let level = try #require(calibration.level(of: "99"))
    #expect(level.value < 4.9)
    let wellKnown = try #require(calibration.level(of: "4"))
    #expect(try #require(level.deviation) > (try #require(wellKnown.deviation)))
  }

  // MARK: - Degenerate committees

  @Test func nobodyScoredIsNoCalibration() {
    #expect(Calibration(of: Committee.seen([("1", []), ("2", [nil])])) == nil)
    #expect(Calibration(of: Committee.seen([])) == nil)
    let ranking = Ranking(of: Committee.seen([("1", [])]), by: .calibrated, slots: 1)
    #expect(ranking.entries.map(\.rank) == [nil])
    #expect(ranking.reviewers.isEmpty)
  }

  @Test func withdrawnProposalsAreNotCounted() throws {
    let scores: [(ProposalID, [Double?])] = [("1", [1, 2]), ("2", [5, 5])]
    let calibration = try #require(
      Calibration(of: Committee.seen(scores, withdrawn: ["2"])))
    #expect(calibration.proposals == ["1"])
  }

  @Test func oneReviewerAndOneProposalAreRankedByFixedShares() throws {
    let one = try #require(
      Calibration(of: Committee.seen([("1", [2]), ("2", [5]), ("3", [3])])))
    #expect(one.basis == .fixedShares)
    #expect(one.reviewers.map(\.offset) == [0])
    let levels = one.levels.map(\.value)
    #expect(levels[0] < levels[2] && levels[2] < levels[1])
    #expect(levels[0] > 2 && levels[1] < 5)
    let single = try #require(Calibration(of: Committee.seen([("1", [2, 5])])))
    #expect(single.basis == .fixedShares)
    #expect((single.levels[0].value - 3.5).magnitude < 1e-9)
    let lonely = try #require(Calibration(of: Committee.seen([("1", [4])])))
    #expect(lonely.basis == .allEqual)
    #expect(lonely.levels.map(\.value) == [4])
    #expect(lonely.levels.map(\.deviation) == [nil])
  }

  @Test func equalScoresTellNothing() throws {
    let seen = Committee.seen((1...12).map { (ProposalID("\($0)") ?? "x", [3, 3, 3]) })
    let calibration = try #require(Calibration(of: seen))
    #expect(calibration.basis == .allEqual)
    #expect(calibration.levels.allSatisfy { $0.value == 3 && $0.deviation == nil })
    #expect(calibration.reviewers.allSatisfy { $0.offset == 0 && $0.deviation == nil })
    #expect(calibration.probabilitiesIn(slots: 4) == nil)
    #expect(calibration.probability("1", isBetterThan: "2") == 0.5)
    let ranking = Ranking(of: seen, slots: 4)
    #expect(ranking.method == .mean)
    #expect(ranking.fallback == .allEqual)
  }

  @Test func groupsWithNothingInCommonAreNamed() throws {
    let scores: [(ProposalID, [Double?])] = (1...8).map { number in
      let score = Double(1 + number % 5)
      return (
        ProposalID("\(number)") ?? "x",
        number <= 4 ? [score, score, nil, nil] : [nil, nil, score, max(1, score - 1)]
      )
    }
    let calibration = try #require(Calibration(of: Committee.seen(scores)))
    #expect(calibration.groups == [["r1", "r2"], ["r3", "r4"]])
    #expect(calibration.levels.allSatisfy { $0.value.isFinite && ($0.deviation ?? .nan) > 0 })
  }

  @Test(arguments: 1...25) func noCommitteeGivesWhatIsNoNumber(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let scores: [(ProposalID, [Double?])] = (0..<random.below(14)).map { number in
      let values = (0..<4).map { _ in
        random.once(in: 2) ? nil : Double(1 + random.below(seed % 3 == 0 ? 2 : 5))
      }
      return (ProposalID("\(number)") ?? "x", values)
    }
    let seen = Committee.seen(scores)
    let ranking = Ranking(of: seen, by: .calibrated, slots: random.below(6))
    for entry in ranking.entries {
      #expect(entry.score?.isFinite ?? true)
      #expect(entry.standardError.map { $0.isFinite && $0 >= 0 } ?? true)
      #expect(entry.probabilityIn.map { (0...1).contains($0) } ?? true)
      #expect((entry.score == nil) == (entry.summary.count == 0))
    }
    let chances = ranking.entries.compactMap(\.probabilityIn)
    if !chances.isEmpty, let slots = ranking.slots {
      let sum = chances.reduce(0, +)
      #expect((sum - Double(min(slots, chances.count))).magnitude < 1e-4)
    }
    let shuffled = Committee.seen(random.shuffled(scores))
    #expect(ranking == Ranking(of: shuffled, by: .calibrated, slots: ranking.slots))
  }

  @Test func adaptsToAreasWithEnoughProposals() throws {
    var event = Event(name: "x")
    event.focusAreas = [FocusArea(id: "a", name: "A"), FocusArea(id: "b", name: "B")]
    let summit = Committee.summit(Self.panel(16)) { $0.focusAreas = event.focusAreas }
    var proposals = summit.proposals
    for place in proposals.indices {
      proposals[place].focusAreas = [place < 12 ? "a" : "b"]
    }
    var changed = Summit(event: summit.event, proposals: proposals)
    changed.sheets = summit.sheets
    let seen = changed.seen(by: "ada", at: Timestamp(milliseconds: 0))
    let calibration = try #require(Calibration(of: seen))
    // Four of b are too few for a mean of their own, and too few to share one: all share one.
    #expect(calibration.account(of: "1")?.area == nil)
    for place in proposals.indices { proposals[place].focusAreas = [place < 11 ? "a" : "b"] }
    changed = Summit(event: summit.event, proposals: proposals)
    changed.sheets = summit.sheets
    let five = try #require(
      Calibration(of: changed.seen(by: "ada", at: Timestamp(milliseconds: 0))))
    #expect(five.account(of: "1")?.area == "a")
    #expect(five.account(of: "16")?.area == "b")
  }
}
