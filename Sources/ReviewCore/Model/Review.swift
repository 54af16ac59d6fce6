/// All that one reviewer says of one proposal.
///
/// It is three registers that merge apart from each other: the judgement (`at`), the comment
/// (`commentAt`) and the feedback (`feedbackAt`).
package struct Review: Hashable, Sendable {
  /// What sort of judgement it is.
  package var status: Status
  /// The scores, by criterion.
  package var scores = Scores()
  /// An overall score, where the reviewer gave one; it goes before the composite.
  package var overall: Double?
  /// How sure the reviewer is, 1 to 5.
  package var confidence: Int?
  /// What the reviewer read.
  package var digest: ContentDigest?
  /// The round in which it was said.
  package var round: Identifier?
  /// Why the reviewer abstains, is in conflict or skips.
  package var reason: String?
  /// When the judgement was said.
  package var at: Timestamp?
  /// For the committee. One that was taken back is empty, since absence deletes nothing.
  package var comment: String?
  /// When the comment was written.
  package var commentAt: Timestamp?
  /// For the speaker.
  package var feedback: String?
  /// When the feedback was written.
  package var feedbackAt: Timestamp?
  /// Keys that this version does not know, and scores of criteria that the rubric does not have.
  package var unknown = JSONObject()

  /// Makes a review of a status.
  package init(_ status: Status) { self.status = status }

  /// What sort of judgement a review is. The stored status decides; only `scored` counts in any
  /// statistic.
  package enum Status: String, CaseIterable, Hashable, Sendable {
    case scored, draft, abstained, conflict, skipped, cleared
  }

  /// The confidence values.
  package static let confidences = 1...5

  /// The overall score, or the composite of the scores; nil without any.
  package func composite(by rubric: Rubric) -> Double? {
    overall ?? rubric.composite(of: scores)
  }

  /// The same, before it is rounded: what means and medians are made of.
  package func exactComposite(by rubric: Rubric) -> Double? {
    overall ?? rubric.exactComposite(of: scores)
  }

  /// Whether there is anything in it: a cleared review without a comment says nothing.
  package var saysNothing: Bool {
    status == .cleared && (comment ?? "").isEmpty && (feedback ?? "").isEmpty
  }
}

/// How two proposals compare, in one reviewer's eyes.
package struct Comparison: Hashable, Sendable {
  /// Which is better.
  package var outcome: Outcome
  /// When it was said.
  package var at: Timestamp?
  /// Keys that this version does not know.
  package var unknown = JSONObject()

  /// Makes a comparison.
  package init(outcome: Outcome, at: Timestamp?) {
    self.outcome = outcome
    self.at = at
  }

  /// What is said now of a pair of which something else was said before, if anything.
  package init(_ outcome: Outcome, replacing old: Comparison?, at now: Timestamp) {
    self.init(outcome: outcome, at: .of(sayingAt: now, replacing: old?.at))
    unknown = old?.unknown ?? JSONObject()
  }

  /// The comparison that undo writes: what stood there before (cleared where nothing did), at a
  /// time after that of this one.
  package func undone(to before: Comparison?, at now: Timestamp) -> Comparison {
    Comparison(before?.outcome ?? .cleared, replacing: self, at: now)
  }

  /// Which of two is better; `first` is the one whose id stands first by bytes.
  package enum Outcome: String, CaseIterable, Hashable, Sendable {
    case first, second, tied, skipped, cleared
  }
}

/// Something that a member said of a proposal to the others.
package struct Remark: Hashable, Sendable {
  /// The proposal.
  package var proposal: ProposalID
  /// What was said.
  package var text: String
  /// When.
  package var at: Timestamp?
  /// Whether it was taken back.
  package var isCleared = false
  /// Keys that this version does not know.
  package var unknown = JSONObject()

  /// Makes a remark.
  package init(proposal: ProposalID, text: String, at: Timestamp?) {
    self.proposal = proposal
    self.text = text
    self.at = at
  }
}

/// All that one reviewer says.
package struct ReviewSheet: Hashable, Sendable {
  /// Who says it.
  package var reviewer: Identifier
  /// Reviews by proposal, cleared ones too.
  package var reviews: [ProposalID: Review] = [:]
  /// Comparisons by pair.
  package var comparisons: [ProposalPair: Comparison] = [:]
  /// Remarks by their id.
  package var discussion: [String: Remark] = [:]

  /// Makes the sheet of somebody who has said nothing yet.
  package init(reviewer: Identifier) { self.reviewer = reviewer }
}

/// Two proposals, the first by bytes first.
package struct ProposalPair: Hashable, Sendable {
  /// The one whose id stands first by bytes.
  package let first: ProposalID
  /// The other one.
  package let second: ProposalID

  /// Makes a pair, in whatever order they are given; nil for twice the same.
  package init?(_ one: ProposalID, _ other: ProposalID) {
    guard one != other else { return nil }
    let isInOrder = one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
    (first, second) = isInOrder ? (one, other) : (other, one)
  }
}
