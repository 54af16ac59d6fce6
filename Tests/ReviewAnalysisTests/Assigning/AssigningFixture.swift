import ReviewAnalysis
import ReviewCore

/// A summit to be assigned: Ada is its chair, with bo, cy and di; eight proposals of two areas.
enum AssigningFixture {
  static let members: [Identifier] = ["ada", "bo", "cy", "di"]
  static let ids: [ProposalID] = ["1", "2", "3", "4", "5", "6", "7", "8"]

  static func member(_ id: Identifier, expertise: [Identifier] = []) -> Member {
    var member = Member(id: id, name: id.text.uppercased(), role: id == "ada" ? .chair : .reviewer)
    member.expertise = expertise
    return member
  }

  static func speaker(
    _ id: ProposalID, _ email: String?, organization: String? = nil, of proposals: [ProposalID]
  ) -> Speaker {
    var speaker = Speaker(id: id, name: "Speaker \(id)", proposals: proposals)
    speaker.email = email
    speaker.organization = organization
    return speaker
  }

  static func summit(
    speakers: [Speaker]? = nil, perProposal: Int? = 2, _ change: (inout Event) -> Void = { _ in }
  ) -> Summit {
    var event = Event(name: "x")
    event.id = "x"
    event.committee = [
      member("ada"), member("bo", expertise: ["lake"]), member("cy", expertise: ["ml"]),
      member("di"),
    ]
    event.focusAreas = [FocusArea(id: "lake", name: "Lakes"), FocusArea(id: "ml", name: "ML")]
    event.rules.reviewsPerProposal = perProposal
    change(&event)
    let proposals = ids.enumerated().map { place, id in
      var proposal = Proposal(id: id, title: "Talk \(id)")
      proposal.focusAreas = place < 4 ? ["lake"] : ["ml", "lake"]
      return proposal
    }
    var summit = Summit(event: event, proposals: proposals, speakers: speakers)
    for member in members { summit.sheets[member] = ReviewSheet(reviewer: member) }
    return summit
  }

  static func plan(
    _ summit: Summit, by viewer: Identifier? = "ada",
    _ change: (inout AssignmentOptions) -> Void = { _ in }
  ) -> AssignmentPlan? {
    var options = AssignmentOptions()
    change(&options)
    return AssignmentPlan(of: summit.seen(by: viewer, at: Timestamp(milliseconds: 0)), options)
  }

  /// The readers of a proposal by a plan.
  static func readers(_ id: ProposalID, _ plan: AssignmentPlan) -> [Identifier] {
    plan.members.map(\.id).filter { plan.assignments[$0]?.contains(id) == true }
  }
}
