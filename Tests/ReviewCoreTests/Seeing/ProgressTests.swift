import Testing

@testable import ReviewCore

@Suite struct ProgressTests {
  private static func seen(
    area: Identifier?, withdrawn: Bool = false, _ status: Review.Status?
  ) -> SeenProposal? {
    var event = Event(name: "x")
    event.committee = [Member(id: "bo", name: "Bo")]
    var proposal = Proposal(id: "1", title: "T")
    proposal.focusAreas = area.map { [$0, "other"] } ?? []
    proposal.isWithdrawn = withdrawn
    var summit = Summit(event: event, proposals: [proposal])
    summit.sheets["bo"] = ReviewSheet(reviewer: "bo")
    summit.sheets["bo"]?.reviews["1"] = status.map { Review($0) }
    return summit.seen(by: "bo", at: 0).proposals.first
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
