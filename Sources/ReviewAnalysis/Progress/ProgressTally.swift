import ReviewCore

/// Counts what members said.
struct ProgressTally {
  private var numbers: [Identifier: CommitteeProgress.Numbers] = [:]
  private let viewer: Identifier?
  private let others: Set<Identifier>
  private let membersByEmail: [String: [Identifier]]
  /// Who is to read each proposal; nil where nothing is assigned, and everybody is to judge all.
  private let readers: [ProposalID: [Identifier]]?
  /// How many proposals are open to the viewer.
  private var openCount = 0

  init(_ summit: SeenSummit, countsOthers: Bool) {
    viewer = summit.viewer?.id
    let committee = summit.event.committee
    others =
      countsOthers ? Set(committee.map(\.id)).subtracting([viewer].compactMap(\.self)) : []
    membersByEmail = Dictionary(
      grouping: committee.filter { $0.email?.comparableEmail != nil },
      by: { $0.email?.comparableEmail ?? "" }
    ).mapValues { $0.map(\.id) }
    guard !summit.assignments.isEmpty else {
      readers = nil
      return
    }
    var readers: [ProposalID: [Identifier]] = [:]
    for (member, proposals) in summit.assignments {
      for proposal in Set(proposals) { readers[proposal, default: []].append(member) }
    }
    self.readers = readers
  }

  /// The numbers of a member.
  func numbers(of member: Identifier) -> CommitteeProgress.Numbers {
    var numbers = numbers[member, default: .init()]
    if readers == nil, member != viewer { numbers.total = openCount }
    return numbers
  }

  mutating func add(_ seen: SeenProposal) {
    let isOpen = seen.areOtherReviewsVisible
    for visible in seen.reviews { note(visible.review, by: visible.reviewer) }
    guard !seen.proposal.isWithdrawn else { return }
    let readers = readers?[seen.id] ?? []
    if let viewer {
      let isMine = self.readers == nil || readers.contains(viewer)
      if isMine { numbers[viewer, default: .init()].total += 1 }
      numbers[viewer, default: .init()].count(seen.myState, isAsked: isMine)
    }
    guard isOpen, !others.isEmpty else { return }
    openCount += 1
    for member in readers where others.contains(member) {
      numbers[member, default: .init()].total += 1
    }
    for (member, state) in states(of: seen) where others.contains(member) {
      let isAsked = self.readers == nil || readers.contains(member)
      numbers[member, default: .init()].count(state, isAsked: isAsked)
    }
  }

  /// Where those stand who said something of it, or speak in it.
  private func states(of seen: SeenProposal) -> [Identifier: SeenProposal.MyState] {
    var states: [Identifier: SeenProposal.MyState] = [:]
    for visible in seen.reviews { states[visible.reviewer] = .init(visible.review.status) }
    for speaker in seen.speakers ?? [] {
      guard let email = speaker.email?.comparableEmail else { continue }
      for member in membersByEmail[email] ?? [] { states[member] = .conflict }
    }
    return states
  }

  /// Takes the time of what was said, the latest of judgement, comment and feedback.
  private mutating func note(_ review: Review, by reviewer: Identifier) {
    let times = [review.at, review.commentAt, review.feedbackAt].compactMap(\.self)
    guard let last = times.max() else { return }
    let before = numbers[reviewer, default: .init()].lastSaid
    numbers[reviewer, default: .init()].lastSaid = max(before ?? last, last)
  }
}

extension CommitteeProgress.Numbers {
  /// Counts where the member stands with one proposal.
  fileprivate mutating func count(_ state: SeenProposal.MyState, isAsked: Bool) {
    switch state {
    case .unread: break
    case .draft: drafts += 1
    case .scored: scored += 1
    case .abstained: abstained += 1
    case .conflict: conflicts += 1
    case .skipped: skipped += 1
    }
    if isAsked, !state.isUnscored { judged += 1 }
  }
}

extension SeenProposal.MyState {
  /// Where somebody stands with a proposal by what they said of it.
  fileprivate init(_ status: Review.Status) {
    self =
      switch status {
      case .cleared: .unread
      case .draft: .draft
      case .scored: .scored
      case .abstained: .abstained
      case .conflict: .conflict
      case .skipped: .skipped
      }
  }
}
