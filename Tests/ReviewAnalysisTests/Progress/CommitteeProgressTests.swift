import ReviewAnalysis
import ReviewCore
import Testing

@Suite struct CommitteeProgressTests {
  private static let moment = Timestamp(milliseconds: 0)

  /// Four proposals; r1 and r2 scored the first two, r2 says more.
  private static func summit(_ change: (inout Summit) -> Void = { _ in }) -> Summit {
    var summit = Committee.summit([("1", [4, 5]), ("2", [3, 2]), ("3", []), ("4", [])])
    for (id, status) in [("3", Review.Status.skipped), ("4", .abstained)] {
      summit.sheets["r2"]?.reviews[ProposalID(stringLiteral: id)] = Review(status)
    }
    summit.sheets["r3"]?.reviews = [
      "1": Review(.draft), "2": Review(.conflict), "3": .init(.cleared),
    ]
    change(&summit)
    return summit
  }

  private static func progress(
    by viewer: Identifier?, _ change: (inout Summit) -> Void = { _ in }
  ) -> CommitteeProgress {
    CommitteeProgress(of: summit(change).seen(by: viewer, at: moment))
  }

  private static func numbers(
    _ progress: CommitteeProgress, of member: Identifier
  ) -> CommitteeProgress.Numbers? {
    progress.members.first { $0.member.id == member }?.numbers
  }

  @Test func aChairSeesHowFarEverybodyIs() throws {
    let progress = Self.progress(by: "ada")
    #expect(progress.members.map(\.member.id) == ["ada", "r1", "r2", "r3", "r4"])
    let two = try #require(Self.numbers(progress, of: "r2"))
    #expect(
      [two.scored, two.abstained, two.skipped, two.drafts, two.conflicts] == [2, 1, 1, 0, 0])
    #expect([two.total, two.judged, two.remaining] == [4, 3, 1])
    #expect(two.fraction == 0.75)
    let three = try #require(Self.numbers(progress, of: "r3"))
    #expect([three.drafts, three.conflicts, three.judged, three.remaining] == [1, 1, 1, 3])
    #expect(progress.members.map { $0.numbers?.remaining } == [4, 2, 1, 3, 4])
    #expect(progress.closed == 0)
    #expect(!progress.isByAssignment)
    #expect(progress.team.scored == 4)
    #expect(progress.team.remaining == 14)
  }

  @Test func whoMayNotSeeEveryReviewSeesOnlyTheirOwnNumbers() {
    let progress = Self.progress(by: "r1")
    #expect(progress.members.map { $0.numbers?.judged } == [nil, 2, nil, nil, nil])
    let nobody = Self.progress(by: nil)
    #expect(nobody.members.allSatisfy { $0.numbers == nil })
  }

  @Test func hiddenReviewsChangeNothing() {
    for viewer: Identifier? in ["r1", "r4", nil] {
      let plain = Self.progress(by: viewer)
      let other = Self.progress(by: viewer) {
        $0.sheets["r2"]?.reviews["3"]?.status = .scored
        $0.sheets["r2"]?.reviews["3"]?.at = Timestamp(milliseconds: 99)
        $0.sheets["r3"] = nil
      }
      #expect(plain == other)
    }
  }

  @Test func whoMaySeeAllSeesTheNumbersOfAll() {
    let always = Self.progress(by: "r4") { $0.event.rules.otherReviews = .always }
    #expect(always.members.map { $0.numbers?.judged } == [0, 2, 3, 1, 0])
    let done = Self.progress(by: "r4") { summit in
      summit.sheets["r4"]?.reviews = [
        "1": Review(.abstained), "2": Review(.abstained), "3": Review(.abstained),
        "4": Review(.conflict),
      ]
    }
    #expect(done.closed == 1)
    #expect(done.members.map { $0.numbers?.judged } == [0, 2, 2, 1, 4])
    #expect(done.members.map { $0.numbers?.total } == [3, 3, 3, 3, 4])
  }

  @Test func aChairInConflictLearnsNothingOfTheProposal() {
    func progress(_ status: Review.Status) -> CommitteeProgress {
      Self.progress(by: "ada") {
        $0.sheets["ada"] = ReviewSheet(reviewer: "ada")
        $0.sheets["ada"]?.reviews["1"] = Review(.conflict)
        $0.sheets["r1"]?.reviews["1"] = Review(status)
      }
    }
    #expect(progress(.scored) == progress(.draft))
    #expect(progress(.scored).closed == 1)
    #expect(Self.numbers(progress(.scored), of: "r1")?.total == 3)
    #expect(Self.numbers(progress(.scored), of: "ada")?.total == 4)
  }

  @Test func assignmentsSayWhatThereIsToDo() throws {
    let progress = Self.progress(by: "ada") {
      $0.assignments = ["r1": ["1", "3", "3", "9"], "r2": ["1", "2", "4"]]
    }
    #expect(progress.isByAssignment)
    let one = try #require(Self.numbers(progress, of: "r1"))
    #expect([one.scored, one.total, one.judged, one.remaining] == [2, 2, 1, 1])
    #expect(progress.members.map { $0.numbers?.total } == [0, 2, 3, 0, 0])
    #expect(Self.numbers(progress, of: "r4")?.fraction == 1)
  }

  @Test func onesOwnTalkIsAConflict() {
    let progress = Self.progress(by: "ada") { summit in
      let sheets = summit.sheets
      var speaker = Speaker(id: "s", name: "R4", proposals: ["1"])
      speaker.email = " R4@example.org"
      summit.event.committee[4].email = "r4@example.org"
      summit = Summit(event: summit.event, proposals: summit.proposals, speakers: [speaker])
      summit.sheets = sheets
    }
    #expect(Self.numbers(progress, of: "r4")?.conflicts == 1)
    #expect(Self.numbers(progress, of: "r4")?.remaining == 3)
  }

  @Test func withdrawnProposalsDoNotCount() {
    let summit = Committee.summit([("1", [4]), ("2", [3])], withdrawn: ["1"])
    let progress = CommitteeProgress(of: summit.seen(by: "ada", at: Self.moment))
    #expect(Self.numbers(progress, of: "r1")?.scored == 1)
    #expect(Self.numbers(progress, of: "r1")?.total == 1)
  }

  @Test func theLastOfAllThatWasSaidIsKnown() {
    let progress = Self.progress(by: "ada") {
      $0.sheets["r1"]?.reviews["1"]?.at = Timestamp(milliseconds: 5)
      $0.sheets["r1"]?.reviews["1"]?.commentAt = Timestamp(milliseconds: 9)
      $0.sheets["r1"]?.reviews["2"]?.at = Timestamp(milliseconds: 7)
    }
    #expect(Self.numbers(progress, of: "r1")?.lastSaid == Timestamp(milliseconds: 9))
    #expect(Self.numbers(progress, of: "r2")?.lastSaid == nil)
    #expect(progress.team.lastSaid == Timestamp(milliseconds: 9))
  }
}
