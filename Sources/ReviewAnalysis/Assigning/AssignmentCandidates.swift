import ReviewCore

/// Who may be given which proposal, and who keeps it.
struct AssignmentCandidates {
  private let summit: SeenSummit
  private let options: AssignmentOptions
  private let places: [Identifier: Int]
  private let expertise: [Set<Identifier>]
  private let ownTalks: [Set<Int>]
  private let askedBefore: [Set<ProposalID>]
  private let suggested: Set<AssignmentExclusion>
  private let order: String
  /// Members who are given nothing new.
  let idle: Set<Int>

  /// Points of affinity: the proposal's first focus area, another one, having been asked before.
  private static let (firstArea, anotherArea, before) = (4, 2, 1)

  init(of summit: SeenSummit, _ options: AssignmentOptions, _ suggested: [SuggestedConflict]) {
    self.summit = summit
    self.options = options
    let members = summit.event.committee
    places = Dictionary(
      zip(members.map(\.id), members.indices), uniquingKeysWith: { first, _ in first })
    expertise = members.map { Set($0.expertise) }
    let links = SpeakerLinks(summit)
    ownTalks = members.map { links.ownTalks(of: $0) }
    askedBefore = members.map { Set(summit.assignments[$0.id] ?? []) }
    self.suggested =
      options.confirmsSuggested
      ? Set(suggested.map { AssignmentExclusion($0.reviewer, $0.proposal) }) : []
    order = summit.event.id ?? summit.event.name
    idle = Set(
      members.indices.filter { options.exclusions.contains(AssignmentExclusion(members[$0].id)) })
  }

  /// Who may be given one proposal, and who keeps it.
  struct Lists {
    var open: [AssignmentProblem.Candidate] = []
    var kept: [AssignmentProblem.Candidate] = []
    /// Whether what was said of it is hidden from the viewer.
    var isHidden = false
    /// Whether that is so by a conflict of theirs: nobody new is given it, since who else is in
    /// conflict, or has read it, is not known even to a chair.
    var isClosed = false
  }

  /// The lists of the proposal at a place in the summit. O(members + reviews).
  func of(_ place: Int) -> Lists {
    let seen = summit.proposals[place]
    let statuses = statuses(of: seen)
    var lists = Lists(
      isHidden: !seen.areOtherReviewsVisible, isClosed: seen.myState == .conflict)
    for (member, who) in summit.event.committee.enumerated() where places[who.id] == member {
      if ownTalks[member].contains(place) { continue }
      if who.id == summit.viewer?.id, seen.myState == .conflict { continue }
      let wasAsked = askedBefore[member].contains(seen.id)
      let candidate = candidate(member, for: seen.proposal, wasAsked: wasAsked)
      switch statuses[member] {
      case .scored, .draft: lists.kept.append(candidate)
      case .abstained, .conflict: continue
      case .skipped, .cleared, nil:
        if lists.isHidden, wasAsked {
          lists.kept.append(candidate)
        } else if !lists.isClosed, isOpen(member, seen.id) {
          lists.open.append(candidate)
        }
      }
    }
    // Equals are drawn by lot, so that the same reviewers do not always read together: what they
    // read is the better compared.
    var random = SplitMix64(seed: StableHash(order, seen.id.text).value)
    lists.open = random.shuffled(lists.open)
    return lists
  }

  /// What each member says of a proposal, as far as the viewer may see it.
  private func statuses(of seen: SeenProposal) -> [Int: Review.Status] {
    var statuses: [Int: Review.Status] = [:]
    for visible in seen.reviews {
      guard let member = places[visible.reviewer] else { continue }
      statuses[member] = visible.review.status
    }
    return statuses
  }

  private func candidate(
    _ member: Int, for proposal: Proposal, wasAsked: Bool
  ) -> AssignmentProblem.Candidate {
    let known = expertise[member]
    let isExpert = proposal.focusAreas.first.map(known.contains) ?? false
    var affinity = isExpert ? Self.firstArea : 0
    if proposal.focusAreas.dropFirst().contains(where: known.contains) {
      affinity += Self.anotherArea
    }
    if wasAsked { affinity += Self.before }
    return .init(member, affinity: affinity, isExpert: isExpert)
  }

  private func isOpen(_ member: Int, _ proposal: ProposalID) -> Bool {
    let reviewer = summit.event.committee[member].id
    let exclusion = AssignmentExclusion(reviewer, proposal)
    return !idle.contains(member) && !options.exclusions.contains(exclusion)
      && !suggested.contains(exclusion)
  }
}
