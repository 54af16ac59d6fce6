import ReviewAnalysis
import ReviewCore
import Testing

@Suite struct InsightsTests {
  private static let moment = Timestamp(milliseconds: 0)

  /// r1 scores high, r2 low; they fight over 4. 7 is withdrawn, 8 has no focus area.
  private static let scores: [(ProposalID, [Double?])] = [
    ("1", [5, 3, 4]), ("2", [4, 2, 3]), ("3", [3, 1]), ("4", [5, 5, 1, 1]), ("5", [4, 4, 4]),
    ("6", [nil, nil, 3]), ("7", [1, 5]), ("8", []),
  ]

  private static func summit(_ change: (inout Event) -> Void = { _ in }) -> Summit {
    let summit = Committee.summit(scores, withdrawn: ["7"]) { event in
      event.focusAreas = [FocusArea(id: "a", name: "A"), FocusArea(id: "b", name: "B")]
      event.rules.reviewsPerProposal = 3
      change(&event)
    }
    let proposals = summit.proposals.map { proposal in
      var proposal = proposal
      if proposal.id != "8" {
        proposal.focusAreas = [["1", "2", "3"].contains(proposal.id.text) ? "a" : "b", "a"]
      }
      return proposal
    }
    var changed = Summit(event: summit.event, proposals: proposals)
    changed.sheets = summit.sheets
    return changed
  }

  private static func insights(
    by viewer: Identifier? = "ada", _ change: (inout Event) -> Void = { _ in }
  ) -> Insights {
    Insights(of: summit(change).seen(by: viewer, at: moment))
  }

  @Test func proposalsAreCounted() {
    let insights = Self.insights()
    #expect(insights.counts.total == 7)
    #expect(insights.counts.reviewed == 6)
    #expect(insights.counts.hidden == 0)
    #expect(insights.counts.reviews == 16)
    #expect(insights.underReviewed.map(\.id) == ["8", "6", "3"])
    #expect(insights.underReviewed.map(\.count) == [0, 1, 2])
    #expect(insights.hiddenWords == nil)
  }

  @Test func eachReviewerHasTheirScores() throws {
    let insights = Self.insights()
    #expect(insights.reviewers.map(\.member.id) == ["ada", "r1", "r2", "r3", "r4"])
    #expect(insights.reviewers.map(\.count) == [0, 5, 5, 5, 1])
    #expect(insights.reviewers.map(\.mean) == [nil, 4.2, 3, 3, 1])
    #expect(insights.reviewers[1].histogram == [0, 0, 1, 2, 2])
    #expect(insights.reviewers[1].numbers?.scored == 5)
    let (kind, harsh) = (insights.reviewers[1], insights.reviewers[2])
    #expect((kind.severity?.offset ?? 0) > 0)
    #expect((harsh.severity?.offset ?? 0) < 0)
    #expect(insights.reviewers[0].severity == nil)
    let words = try #require(harsh.severityWords)
    #expect(words.hasPrefix("scores 0."))
    #expect(words.contains("below the committee"))
  }

  @Test func theSeverityIsThatOfTheCalibration() throws {
    let summit = Self.summit().seen(by: "ada", at: Self.moment)
    let calibration = try #require(Calibration(of: summit))
    let insights = Insights(of: summit)
    for row in insights.reviewers {
      #expect(row.severity == calibration.severity(of: row.member.id))
    }
  }

  @Test func aStrictAndAKindReviewerAreNoFight() throws {
    let insights = Self.insights()
    let first = try #require(insights.disputed.first)
    #expect(first.id == "4")
    #expect(first.leik == 1)
    #expect(first.spread == 2.309401)
    // 3 and 1 of the kind and the harsh one: with severity taken out little is left.
    let third = try #require(insights.disputed.first { $0.id == "3" })
    #expect(third.deviation < third.spread)
    // Who all give a 4 dispute nothing.
    #expect(!insights.disputed.contains { $0.id == "5" })
    for (one, next) in zip(insights.disputed, insights.disputed.dropFirst()) {
      #expect(one.deviation >= next.deviation)
    }
  }

  @Test func areasAreCountedByThePrimaryOne() {
    let insights = Self.insights()
    #expect(insights.focusAreas.map(\.id) == ["a", "b"])
    #expect(insights.focusAreas.map(\.proposals) == [3, 3])
    #expect(insights.focusAreas.map(\.reviewed) == [3, 3])
    #expect(insights.focusAreas.map(\.underReviewed) == [1, 1])
    #expect(insights.focusAreas.map(\.enough) == [2, 2])
    #expect(insights.focusAreas.map(\.reviews) == [8, 8])
  }

  @Test func whatIsHiddenChangesNothing() {
    for viewer: Identifier? in ["r4", nil] {
      var other = Self.summit()
      for reviewer in ["r1", "r2", "r3"] as [Identifier] {
        // r4 scored 4 alone: what others say of the rest is hidden.
        for id in ["1", "2", "3", "5", "6", "8"] as [ProposalID] {
          var review = Review(.scored)
          review.scores["c"] = 1
          other.sheets[reviewer]?.reviews[id] = review
        }
        if viewer == nil { other.sheets[reviewer]?.reviews["4"] = nil }
      }
      let insights = Self.insights(by: viewer)
      #expect(insights == Insights(of: other.seen(by: viewer, at: Self.moment)))
      #expect(insights.counts.hidden == (viewer == nil ? 7 : 6))
      #expect(insights.hiddenWords?.contains("hidden from you") == true)
      #expect(insights.underReviewed.isEmpty)
      #expect(insights.reviewers[1].numbers == nil)
    }
  }

  @Test func degenerateCommitteesHaveNoNumbers() {
    let cases: [(Summit, String?)] = [
      (Committee.summit([]), "No proposal"), (Committee.summit([("1", [])]), "No proposal"),
      (Committee.summit([("1", [4])]), "No proposal"),
      (Committee.summit([("1", [3, 3]), ("2", [3, 3])]), "All scores are equal"),
      (Committee.summit([("1", [3, 4])], withdrawn: ["1"]), "No proposal"),
    ]
    for (summit, problem) in cases {
      let insights = Insights(of: summit.seen(by: "ada", at: Self.moment))
      #expect(insights.disputed.isEmpty)
      #expect(insights.agreement.composite.ordinal == nil)
      #expect(insights.agreementProblem?.hasPrefix(problem ?? "") == true)
      _ = insights.json
    }
    let one = Insights(of: Committee.seen([("1", [4]), ("2", [5])]))
    #expect(one.reviewers[1].mean == 4.5)
    #expect(one.reviewers[1].severity == nil)
  }

  @Test func theJSONHasTheDocumentedFields() throws {
    let object = try #require(Self.insights().json.object)
    #expect(object["proposals"]?.object?["underReviewed"] == 3)
    let agreement = try #require(object["agreement"]?.object)
    #expect(agreement["n"] == 15)
    for key in ["alphaOrdinal", "alphaInterval", "criteria"] { #expect(agreement[key] != nil) }
    let reviewer = try #require(object["reviewers"]?.array?[1].object)
    for key in [
      "id", "scored", "drafts", "abstained", "conflicts", "assigned", "mean", "severity",
    ] {
      #expect(reviewer[key] != nil)
    }
    #expect(object["disputed"]?.array?.first?.object?["id"] == "4")
    #expect(object["focusAreas"]?.array?.first?.object?["reviewed"] == 3)
  }

  @Test func theWorkCanBeStopped() {
    struct Stopped: Error {}
    let summit = Self.summit().seen(by: "ada", at: Self.moment)
    #expect(throws: Stopped.self) { try Insights(of: summit) { throw Stopped() } }
  }
}
