/// A summit as one person may see it.
///
/// It is the only value that screens, analysis, commands and exports read: what is hidden is not in
/// it, so no list, order, count, statistic or file can tell it.
package struct SeenSummit: Hashable, Sendable {
  /// The event and its rules.
  package let event: Event
  /// Who looks; nil is nobody in particular, from whom all that any rule hides is hidden.
  package let viewer: Member?
  /// When they look: deadlines open what they close.
  package let time: Timestamp
  /// The proposals, in the order of their ids, withdrawn ones too.
  package private(set) var proposals: [SeenProposal]
  /// Where each proposal stands in `proposals`.
  package let index: [ProposalID: Int]
  /// Who should read what: a plan of the committee, which no rule hides.
  package let assignments: [Identifier: [ProposalID]]
  /// How many finished reviews each proposal has, hidden ones too: for the queue alone, which may
  /// order by it, so no other module can read it.
  private(set) var finishedCounts: [Int]
  /// The comparisons that the viewer may see, by their pair, then by who made them.
  package internal(set) var comparisons: [SeenComparison] = []

  fileprivate init(
    event: Event, viewer: Member?, time: Timestamp, proposals: [SeenProposal],
    finishedCounts: [Int], index: [ProposalID: Int], assignments: [Identifier: [ProposalID]]
  ) {
    self.event = event
    self.viewer = viewer
    self.time = time
    self.proposals = proposals
    self.finishedCounts = finishedCounts
    self.index = index
    self.assignments = assignments
  }

  /// The proposal of an id, or nil.
  package func proposal(_ id: ProposalID) -> SeenProposal? { index[id].map { proposals[$0] } }

  /// The rubric.
  package var rubric: Rubric { event.rubric }

  /// Sees one proposal anew, after somebody said something of it. O(reviewers + remarks), and
  /// O(comparisons) where that opens or closes it.
  ///
  /// The result is the same as that of seeing the whole summit anew.
  package mutating func refresh(_ id: ProposalID, from summit: Summit) {
    guard let place = index[id] else { return }
    let sight = Sight(summit, viewer: viewer, time: time)
    let old = proposals[place]
    proposals[place] = sight.proposal(at: place)
    finishedCounts[place] = sight.finishedCount(at: place)
    if !proposals[place].showsSameComparisons(as: old) { seeComparisons(of: summit) }
  }
}

extension Summit {
  /// What a person may see at a moment. O(proposals + reviews + remarks).
  ///
  /// - Parameters:
  ///   - viewer: the id of a committee member; nil, or somebody who is none, is nobody.
  ///   - time: now.
  package func seen(by viewer: Identifier?, at time: Timestamp) -> SeenSummit {
    let member = viewer.flatMap { event.member($0) }
    var sight = Sight(self, viewer: member, time: time)
    sight.prepareForAll()
    var seen = SeenSummit(
      event: event, viewer: member, time: time,
      proposals: proposals.indices.map { sight.proposal(at: $0) },
      finishedCounts: proposals.indices.map { sight.finishedCount(at: $0) }, index: index,
      assignments: assignments)
    seen.seeComparisons(of: self)
    return seen
  }
}

/// The rules of who sees what.
private struct Sight {
  let summit: Summit
  let viewer: Member?
  let time: Timestamp
  private let mySheet: ReviewSheet?
  private let myEmail: String?
  private let assigned: [ProposalID]
  /// The same as a set; nil until all proposals are seen, since one alone is found sooner without.
  private var assignedSet: Set<ProposalID>?
  private let reviewers: [Identifier]
  /// The reviews of each proposal, by the reviewer's id; nil until all were gathered.
  private var reviewsByProposal: [[SeenReview]]?
  /// The remarks of each proposal, in no order; nil until all were gathered.
  private var remarksByProposal: [[SeenRemark]]?

  init(_ summit: Summit, viewer: Member?, time: Timestamp) {
    self.summit = summit
    self.viewer = viewer
    self.time = time
    mySheet = viewer.flatMap { summit.sheets[$0.id] }
    myEmail = viewer?.email?.comparableEmail
    assigned = viewer.flatMap { summit.assignments[$0.id] } ?? []
    reviewers = summit.sheets.keys.sorted()
  }

  /// Does once what would be slow for each proposal.
  mutating func prepareForAll() {
    assignedSet = Set(assigned)
    var gathered = [[SeenReview]](repeating: [], count: summit.proposals.count)
    for reviewer in reviewers {
      for (id, review) in summit.sheets[reviewer]?.reviews ?? [:] where !review.saysNothing {
        guard let place = summit.index[id] else { continue }
        gathered[place].append(SeenReview(reviewer: reviewer, review: review))
      }
    }
    reviewsByProposal = gathered
    gatherRemarks()
  }

  private mutating func gatherRemarks() {
    var gathered = [[SeenRemark]](repeating: [], count: summit.proposals.count)
    for reviewer in reviewers {
      for (id, remark) in summit.sheets[reviewer]?.discussion ?? [:] where !remark.saysNothing {
        guard let place = summit.index[remark.proposal] else { continue }
        gathered[place].append(SeenRemark(remark, id: id, by: reviewer, viewer: viewer?.id))
      }
    }
    remarksByProposal = gathered
  }

  private func allRemarks(of id: ProposalID, at place: Int) -> [SeenRemark] {
    if let remarksByProposal { return remarksByProposal[place] }
    return reviewers.flatMap { reviewer -> [SeenRemark] in
      (summit.sheets[reviewer]?.discussion ?? [:]).compactMap { key, remark in
        guard remark.proposal == id, !remark.saysNothing else { return nil }
        return SeenRemark(remark, id: key, by: reviewer, viewer: viewer?.id)
      }
    }
  }

  private func allReviews(of proposal: Proposal, at place: Int) -> [SeenReview] {
    if let reviewsByProposal { return reviewsByProposal[place] }
    return reviewers.compactMap { reviewer in
      guard let review = summit.sheets[reviewer]?.reviews[proposal.id], !review.saysNothing else {
        return nil
      }
      return SeenReview(reviewer: reviewer, review: review)
    }
  }

  func proposal(at place: Int) -> SeenProposal {
    let proposal = summit.proposals[place]
    let speakers = summit.speakers(of: proposal.id)
    let mine = mySheet?.reviews[proposal.id]
    let state = state(of: mine, speakers: speakers)
    let showsOthers = areOthersVisible(proposal, state, speakers)
    let reviews = allReviews(of: proposal, at: place)
    return SeenProposal(
      proposal: proposal,
      speakers: summit.speakers != nil && areSpeakersVisible(state) ? speakers : nil,
      myReview: mine, myState: state, isStale: isStale(mine, proposal),
      isAssigned: isAssigned(proposal.id), areOtherReviewsVisible: showsOthers,
      reviews: showsOthers ? reviews : reviews.filter { $0.reviewer == viewer?.id },
      decision: summit.decision(of: proposal.id)?.seen(
        withReason: showsOthers, by: viewer?.id),
      discussion: allRemarks(of: proposal.id, at: place).filter { showsOthers || $0.isMine }
        .sorted())
  }

  func finishedCount(at place: Int) -> Int {
    allReviews(of: summit.proposals[place], at: place).count { $0.review.status == .scored }
  }

  private func isAssigned(_ id: ProposalID) -> Bool {
    assignedSet?.contains(id) ?? assigned.contains(id)
  }

  private func state(of mine: Review?, speakers: [Speaker]) -> SeenProposal.MyState {
    if let myEmail, speakers.contains(where: { $0.email?.comparableEmail == myEmail }) {
      return .conflict
    }
    return switch mine?.status {
    case nil, .cleared: .unread
    case .draft: .draft
    case .scored: .scored
    case .abstained: .abstained
    case .conflict: .conflict
    case .skipped: .skipped
    }
  }

  private func areSpeakersVisible(_ state: SeenProposal.MyState) -> Bool {
    if viewer?.isChair == true { return true }
    return switch summit.event.rules.speakers {
    case .shown: true
    case .hidden: false
    case .afterScoring: viewer != nil && (state == .scored || state == .abstained)
    }
  }

  private func areOthersVisible(
    _ proposal: Proposal, _ state: SeenProposal.MyState, _ speakers: [Speaker]
  ) -> Bool {
    if state == .conflict { return false }
    if viewer?.isChair == true { return true }
    // Without an identity all that a rule may hide is hidden, at whatever time.
    guard viewer != nil else { return summit.event.rules.otherReviews == .always }
    return switch summit.event.rules.otherReviews {
    case .always: true
    case .afterMine: state == .scored || state == .abstained
    case .afterDeadline: summit.event.round(of: proposal)?.closes.map { $0 < time } ?? false
    case .never: false
    }
  }

  private func isStale(_ mine: Review?, _ proposal: Proposal) -> Bool {
    guard let digest = mine?.digest, mine?.status != .cleared else { return false }
    return digest != proposal.digest
  }
}
