/// One thing that a reviewer says of a proposal: what the interface and the commands both do.
package enum ReviewEdit: Hashable, Sendable {
  /// Scores of criteria (nil takes one back), an overall score, a confidence; what is left out stays.
  case score([Identifier: Double?], overall: Double? = nil, confidence: Int? = nil)
  case abstain(reason: String)
  case conflict(reason: String)
  case skip(reason: String?)
  case clear
  /// An empty comment takes it back.
  case comment(String)
  /// An empty feedback takes it back.
  case feedback(String)

  /// The review after the edit, with the time of what it replaces taken into account.
  ///
  /// A judgement takes the digest of the proposal as it is now. Scores leave an abstention, a
  /// conflict, a skip; an abstention, a conflict or a clearing leaves no scores; a skip keeps them
  /// for later. Scores must be on the scale: callers check.
  package func applied(
    to old: Review?, of proposal: Proposal, in event: Event, at now: Timestamp
  ) -> Review {
    var review = old ?? Review(.draft)
    switch self {
    case .comment(let text):
      review.comment = text
      review.commentAt = .of(sayingAt: now, replacing: old?.commentAt)
      return review
    case .feedback(let text):
      review.feedback = text
      review.feedbackAt = .of(sayingAt: now, replacing: old?.feedbackAt)
      return review
    case .score(let scores, let overall, let confidence):
      for (criterion, score) in scores { review.scores[criterion] = score }
      if let overall { review.overall = overall }
      if let confidence { review.confidence = confidence }
      review.reason = nil
      let isFinished = review.overall != nil || event.rubric.isComplete(review.scores)
      review.status = isFinished ? .scored : .draft
    case .abstain(let reason): review.leaveScores(for: .abstained, reason: reason)
    case .conflict(let reason): review.leaveScores(for: .conflict, reason: reason)
    case .skip(let reason):
      review.status = .skipped
      review.reason = reason
    case .clear: review.leaveScores(for: .cleared, reason: nil)
    }
    review.digest = review.status == .cleared ? nil : proposal.digest
    review.round = review.status == .cleared ? nil : event.round(of: proposal)?.id
    review.at = .of(sayingAt: now, replacing: old?.at)
    return review
  }

  /// Why the viewer may not say this of a proposal; nil where they may.
  package func refusal(for seen: SeenProposal) -> String? {
    if seen.proposal.isWithdrawn { return "the proposal was withdrawn" }
    guard seen.myState == .conflict else { return nil }
    let isDeclared = seen.myReview?.status == .conflict
    return switch self {
    case .score, .abstain, .skip:
      isDeclared
        ? "you declared a conflict; clear it first if it was a mistake"
        : "you are one of its speakers, so you are in conflict with it"
    case .clear: isDeclared ? nil : "you are one of its speakers, so you are in conflict with it"
    case .conflict, .comment, .feedback: nil
    }
  }
}

extension Review {
  fileprivate mutating func leaveScores(for status: Status, reason: String?) {
    self.status = status
    self.reason = reason
    scores = Scores()
    overall = nil
    confidence = nil
  }

  /// The review that undo writes: what stood there before (cleared where nothing did), with times
  /// after those of what it replaces. Registers that did not change keep their times.
  package func undone(to before: Review?, at now: Timestamp) -> Review {
    var review = before ?? Review(.cleared)
    if before?.isSameJudgement(as: self) ?? false {
      review.at = at
    } else {
      review.at = .of(sayingAt: now, replacing: at)
    }
    if (review.comment ?? "") == (comment ?? "") {
      (review.comment, review.commentAt) = (comment, commentAt)
    } else {
      review.comment = review.comment ?? ""
      review.commentAt = .of(sayingAt: now, replacing: commentAt)
    }
    if (review.feedback ?? "") == (feedback ?? "") {
      (review.feedback, review.feedbackAt) = (feedback, feedbackAt)
    } else {
      review.feedback = review.feedback ?? ""
      review.feedbackAt = .of(sayingAt: now, replacing: feedbackAt)
    }
    return review
  }

  private func isSameJudgement(as other: Review) -> Bool {
    var (one, two) = (self, other)
    for text in [\Review.comment, \.feedback] {
      one[keyPath: text] = nil
      two[keyPath: text] = nil
    }
    for time in [\Review.at, \.commentAt, \.feedbackAt] {
      one[keyPath: time] = nil
      two[keyPath: time] = nil
    }
    return one == two
  }
}
