/// What the committee said of a proposal, as far as the viewer may see: remarks, and the comments of
/// reviews, in order of time.
package struct DiscussionThread: Hashable, Sendable {
  /// What was said, the oldest first.
  package let entries: [Entry]

  /// Something that was said.
  package struct Entry: Hashable, Sendable {
    /// What it is.
    package let kind: Kind
    /// Who said it.
    package let author: Identifier
    /// Its key in the author's file: of a remark its own, of a comment that of the proposal.
    package let id: String
    /// What they say.
    package let text: String
    /// When; nil where the file does not say.
    package let at: Timestamp?
    /// Whether the viewer said it.
    package let isMine: Bool

    /// What it is known by once somebody has read it. No remark is known by the key of a comment,
    /// since no proposal's id has a slash.
    package var key: ReadKey {
      ReadKey(author: author, id: kind == .comment ? "comment/\(id)" : id, at: at)
    }
  }

  /// What an entry is.
  package enum Kind: String, Hashable, Sendable {
    /// Said in the discussion.
    case remark
    /// The comment of a review.
    case comment
  }

  /// Puts together what was said of a proposal. O(n log n).
  package init(of seen: SeenProposal, viewer: Identifier?) {
    var entries = seen.discussion.map { remark in
      Entry(
        kind: .remark, author: remark.author, id: remark.id, text: remark.text, at: remark.at,
        isMine: remark.isMine)
    }
    for other in seen.reviews {
      guard let comment = other.review.comment, !comment.trimmed.isEmpty else { continue }
      entries.append(
        Entry(
          kind: .comment, author: other.reviewer, id: seen.id.text, text: comment,
          at: other.review.commentAt ?? other.review.at, isMine: other.reviewer == viewer))
    }
    self.entries = entries.sorted()
  }
}

extension DiscussionThread.Entry: Comparable {
  /// The order of time; of the same time by author, a comment before remarks, then by id. Without a
  /// time before all others.
  package static func < (one: DiscussionThread.Entry, other: DiscussionThread.Entry) -> Bool {
    let (time, otherTime) = (one.at?.milliseconds ?? .min, other.at?.milliseconds ?? .min)
    if time != otherTime { return time < otherTime }
    if one.author != other.author { return one.author < other.author }
    if one.kind != other.kind { return one.kind == .comment }
    return one.id.utf8.lexicographicallyPrecedes(other.id.utf8)
  }
}

extension SeenSummit {
  /// Why the viewer may say nothing of a proposal to the others, as a sentence without its full
  /// stop; nil where they may. O(1).
  package func refusal(ofRemarkOn id: ProposalID) -> String? {
    guard viewer != nil else { return "say who you are first: only members discuss" }
    guard let seen = proposal(id) else { return "there is no proposal \(id.text.quoted)" }
    if seen.myState == .conflict { return "you have a conflict of interest with it" }
    return nil
  }

  /// Why what others say of a proposal is not shown, as a sentence; nil where it is.
  package func reasonForHiding(_ seen: SeenProposal) -> String? {
    if seen.areOtherReviewsVisible { return nil }
    if seen.myState == .conflict {
      return "What others say is not shown, since you have a conflict of interest."
    }
    return switch viewer == nil ? .never : event.rules.otherReviews {
    case .afterMine where !seen.proposal.isWithdrawn:
      "What others say is shown once you have scored the proposal, or abstained."
    case .afterDeadline: "What others say is shown after the deadline."
    case .always, .afterMine, .never: "What others say is not shown."
    }
  }
}
