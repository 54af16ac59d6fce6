import Testing

@testable import ReviewCore

@Suite struct ProgressTests {
  private static func seen(
    area: Identifier?, withdrawn: Bool = false, assigned: Bool = false, _ status: Review.Status?
  ) -> SeenProposal? {
    var event = Event(name: "x")
    event.committee = [Member(id: "bo", name: "Bo")]
    var proposal = Proposal(id: "1", title: "T")
    proposal.focusAreas = area.map { [$0, "other"] } ?? []
    proposal.isWithdrawn = withdrawn
    var summit = Summit(event: event, proposals: [proposal])
    summit.sheets["bo"] = ReviewSheet(reviewer: "bo")
    summit.sheets["bo"]?.reviews["1"] = status.map { Review($0) }
    if assigned { summit.assignments = ["bo": ["1"]] }
    return summit.seen(by: "bo", at: 0).proposals.first
  }

  @Test func theTaskIsWhatIsAssignedElseEverything() throws {
    var progress = Progress(Summit(event: Event(name: "x")).seen(by: nil, at: 0))
    let nothing = try #require(Self.seen(area: nil, withdrawn: true, nil))
    progress.replace(nothing, by: try #require(Self.seen(area: nil, .scored)))
    progress.replace(nothing, by: try #require(Self.seen(area: nil, .draft)))
    #expect(progress.task == Progress.Count(judged: 1, total: 2))
    let asked = try #require(Self.seen(area: nil, assigned: true, nil))
    progress.replace(nothing, by: asked)
    #expect(progress.task == Progress.Count(judged: 0, total: 1))
    #expect(progress.total == 3)
    progress.replace(asked, by: try #require(Self.seen(area: nil, assigned: true, .abstained)))
    #expect(progress.task == Progress.Count(judged: 1, total: 1))
  }

  @Test(arguments: [nil] + Review.Status.allCases)
  func judgedIsScoredAbstainedOrInConflict(status: Review.Status?) throws {
    var progress = Progress(Summit(event: Event(name: "x")).seen(by: nil, at: 0))
    #expect(progress.total == 0)
    let unread = try #require(Self.seen(area: "a", nil))
    let gone = try #require(Self.seen(area: "a", withdrawn: true, nil))
    let now = try #require(Self.seen(area: "b", status))
    progress.replace(gone, by: unread)
    #expect(progress.byArea == ["a": Progress.Count(judged: 0, total: 1)])
    progress.replace(unread, by: now)
    let judged = [.scored, .abstained, .conflict].contains(status) ? 1 : 0
    #expect(progress.judged == judged)
    #expect(progress.total == 1)
    #expect(progress.byArea == ["b": Progress.Count(judged: judged, total: 1)])
  }
}
