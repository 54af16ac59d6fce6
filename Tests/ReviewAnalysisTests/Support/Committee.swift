import ReviewCore

/// Summits of one criterion, with overall scores by proposal.
enum Committee {
  static let reviewers: [Identifier] = ["r1", "r2", "r3", "r4"]

  /// A summit of these scores, by reviewer in turn; nil is no review.
  static func summit(
    _ scores: [(ProposalID, [Double?])], withdrawn: Set<ProposalID> = [],
    _ change: (inout Event) -> Void = { _ in }
  ) -> Summit {
    var event = Event(name: "x")
    event.committee =
      [Member(id: "ada", name: "Ada", role: .chair)]
      + reviewers.map { Member(id: $0, name: $0.text) }
    event.rubric.criteria = [Criterion(id: "c", name: "C"), Criterion(id: "d", name: "D")]
    change(&event)
    let proposals = scores.map { id, _ in
      var proposal = Proposal(id: id, title: "Talk \(id)")
      proposal.isWithdrawn = withdrawn.contains(id)
      return proposal
    }
    var summit = Summit(event: event, proposals: proposals)
    for (place, reviewer) in reviewers.enumerated() {
      var sheet = ReviewSheet(reviewer: reviewer)
      for (id, values) in scores where place < values.count {
        guard let value = values[place] else { continue }
        var review = Review(.scored)
        review.scores["c"] = value
        sheet.reviews[id] = review
      }
      summit.sheets[reviewer] = sheet
    }
    return summit
  }

  /// What the chair sees of it.
  static func seen(_ scores: [(ProposalID, [Double?])], withdrawn: Set<ProposalID> = [])
    -> SeenSummit
  {
    summit(scores, withdrawn: withdrawn).seen(by: "ada", at: Timestamp(milliseconds: 0))
  }
}
