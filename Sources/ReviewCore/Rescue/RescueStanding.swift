/// What a person has said as it stands, and what comes of taking rescued words back in.
package struct RescueStanding: Hashable, Sendable {
  /// Whose words they are; nil for somebody who has not said who they are.
  package let writer: Identifier?
  /// Their reviews.
  package var reviews: [ProposalID: Review] = [:]
  /// Their comparisons.
  package var comparisons: [ProposalPair: Comparison] = [:]
  /// Their remarks, by id.
  package var remarks: [String: Remark] = [:]
  /// The decisions that stand, whoever made them.
  package var decisions: [ProposalID: Decision] = [:]
  /// Their private notes.
  package var notes: [ProposalID: String] = [:]
  /// The texts that they began, by proposal and kind.
  package var drafts: [DraftKey: String] = [:]

  /// Which unfinished text.
  package struct DraftKey: Hashable, Sendable {
    /// The proposal that it is about.
    package let proposal: ProposalID
    /// Its kind, such as `committee`.
    package let kind: String

    /// Names a text.
    package init(_ proposal: ProposalID, _ kind: String) {
      (self.proposal, self.kind) = (proposal, kind)
    }
  }

  /// Makes what stands of somebody who has said nothing.
  package init(of writer: Identifier?) { self.writer = writer }

  /// Whether words add nothing to what stands.
  package func holds(_ saying: RescuedSaying, at now: Timestamp) -> Bool {
    var copy = self
    copy.take(saying, at: now)
    return copy == self
  }

  /// Whether a file adds nothing to what stands.
  package func holds(_ file: RescuedFile, at now: Timestamp) -> Bool {
    file.problem == nil && file.sayings.allSatisfy { holds($0, at: now) }
  }

  /// Takes words back in.
  ///
  /// What has a time keeps it, and stands where nothing newer does: the merge rule. A text that
  /// lost against a newer one is put under that one and said anew, so that both stand.
  package mutating func take(_ saying: RescuedSaying, at now: Timestamp) {
    switch saying {
    case .review(let id, let review):
      let mine = reviews[id]
      reviews[id] = mine.map { $0.taking(review, at: now) } ?? review
    case .decision(let id, let decision):
      if decisions[id].map({ decision.stands(over: $0) }) ?? true { decisions[id] = decision }
    case .comparison(let pair, let comparison):
      let old = comparisons[pair]
      if old.map({ Self.isNewer(comparison.at, than: $0.at) }) ?? true {
        comparisons[pair] = comparison
      }
    case .remark(let id, let remark):
      let old = remarks[id]
      if old.map({ Self.isNewer(remark.at, than: $0.at) }) ?? true { remarks[id] = remark }
    case .note(let id, let text):
      notes[id] = Self.joined(notes[id] ?? "", text)
    case .draft(let id, let kind, let text):
      let key = DraftKey(id, kind)
      drafts[key] = Self.joined(drafts[key] ?? "", text)
    case .lost(let lost): take(lost, at: now)
    }
  }

  private mutating func take(_ lost: LostText, at now: Timestamp) {
    if lost.kind == "remark" {
      guard var remark = remarks[lost.about] else { return }
      let text = Self.joined(remark.text, lost.text)
      if text == remark.text, !remark.isCleared { return }
      (remark.text, remark.isCleared) = (text, false)
      remark.at = .of(sayingAt: now, replacing: remark.at)
      remarks[lost.about] = remark
      return
    }
    guard let id = ProposalID(lost.about) else { return }
    switch lost.kind {
    case "note": notes[id] = Self.joined(notes[id] ?? "", lost.text)
    case "comment":
      var review = Review(.draft)
      review.comment = lost.text
      reviews[id] = reviews[id].map { $0.taking(review, at: now) } ?? review
      if reviews[id]?.commentAt == nil { reviews[id]?.commentAt = now }
    case "feedback":
      var review = Review(.draft)
      review.feedback = lost.text
      reviews[id] = reviews[id].map { $0.taking(review, at: now) } ?? review
      if reviews[id]?.feedbackAt == nil { reviews[id]?.feedbackAt = now }
    default: takeReason(lost.text, of: id, at: now)
    }
  }

  /// Puts a reason that lost beside the one that stands, where there still is something that has
  /// one.
  private mutating func takeReason(_ text: String, of id: ProposalID, at now: Timestamp) {
    if var review = reviews[id],
      [.abstained, .conflict, .skipped].contains(review.status)
    {
      let reason = Self.joined(review.reason ?? "", text, with: "; ")
      if reason == review.reason { return }
      review.reason = reason
      review.at = .of(sayingAt: now, replacing: review.at)
      reviews[id] = review
    } else if var decision = decisions[id], decision.chair == writer {
      let reason = Self.joined(decision.reason ?? "", text, with: "; ")
      if reason == decision.reason { return }
      decision.reason = reason
      decision.at = .of(sayingAt: now, replacing: decision.at)
      decisions[id] = decision
    }
  }

  /// What stands with a text under it; what stands, where that holds the text.
  static func joined(_ standing: String, _ text: String, with mark: String = "\n\n") -> String {
    if standing.contains(text) { return standing }
    return standing.isEmpty ? text : standing + mark + text
  }

  /// Whether something that was said at a time came after something else.
  static func isNewer(_ time: Timestamp?, than other: Timestamp?) -> Bool {
    guard let time else { return false }
    return other.map { time > $0 } ?? true
  }
}

extension Review {
  /// This review with what of another one is newer, and with its texts under those that stand.
  fileprivate func taking(_ other: Review, at now: Timestamp) -> Review {
    var review = self
    if RescueStanding.isNewer(other.at, than: at) {
      review = other
      (review.comment, review.commentAt) = (comment, commentAt)
      (review.feedback, review.feedbackAt) = (feedback, feedbackAt)
    }
    (review.comment, review.commentAt) = Self.taking(
      (comment, commentAt), (other.comment, other.commentAt), at: now)
    (review.feedback, review.feedbackAt) = Self.taking(
      (feedback, feedbackAt), (other.feedback, other.feedbackAt), at: now)
    return review
  }

  private static func taking(
    _ mine: (text: String?, at: Timestamp?), _ other: (text: String?, at: Timestamp?),
    at now: Timestamp
  ) -> (String?, Timestamp?) {
    guard let text = other.text else { return mine }
    if RescueStanding.isNewer(other.at, than: mine.at) { return other }
    let joined = RescueStanding.joined(mine.text ?? "", text)
    if joined == mine.text ?? "" { return mine }
    return (joined, .of(sayingAt: now, replacing: mine.at))
  }
}
