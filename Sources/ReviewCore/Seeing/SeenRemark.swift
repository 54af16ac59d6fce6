/// A remark on a proposal with the member who made it.
package struct SeenRemark: Hashable, Sendable {
  /// Who made it.
  package let author: Identifier
  /// Its key in the author's file.
  package let id: String
  /// What they say; never empty.
  package let text: String
  /// When; nil where the file does not say.
  package let at: Timestamp?
  /// Whether the viewer made it.
  package let isMine: Bool

  init(_ remark: Remark, id: String, by author: Identifier, viewer: Identifier?) {
    self.author = author
    self.id = id
    text = remark.text
    at = remark.at
    isMine = author == viewer
  }

  /// What it is known by once somebody has read it.
  package var key: ReadKey { ReadKey(author: author, id: id, at: at) }
}

extension SeenRemark: Comparable {
  /// The order of time; of the same time by author, then by the bytes of the id. Without a time
  /// before all others.
  package static func < (one: SeenRemark, other: SeenRemark) -> Bool {
    let (time, otherTime) = (one.at?.milliseconds ?? .min, other.at?.milliseconds ?? .min)
    if time != otherTime { return time < otherTime }
    if one.author != other.author { return one.author < other.author }
    return one.id.utf8.lexicographicallyPrecedes(other.id.utf8)
  }
}

extension Remark {
  /// Whether there is nothing in it: it was taken back, or is without a text.
  package var saysNothing: Bool { isCleared || text.trimmed.isEmpty }
}

/// What something that another member said is known by once it was read.
///
/// The time is part of it: what was changed since is unread again, and what git brings later with an
/// earlier time is still new.
package struct ReadKey: Hashable, Sendable {
  /// Who said it.
  package let author: Identifier
  /// Which of the things that they said.
  package let id: String
  /// When they said it.
  package let at: Timestamp?

  /// Names something that was said.
  package init(author: Identifier, id: String, at: Timestamp?) {
    self.author = author
    self.id = id
    self.at = at
  }

  /// The key as a line of text, which `init(_:)` reads.
  package var text: String { "\(author) \(at?.description ?? "-") \(id)" }

  /// Reads a line of text; nil for one that is no key.
  package init?(_ text: String) {
    let parts = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let author = Identifier(String(parts[0])) else { return nil }
    let at = Timestamp(String(parts[1]))
    guard at != nil || parts[1] == "-" else { return nil }
    self.init(author: author, id: String(parts[2]), at: at)
  }
}

extension SeenProposal {
  /// Whether there is a remark of another member that is not among those that were read.
  package func hasUnread(besides read: Set<ReadKey>) -> Bool {
    discussion.contains { !$0.isMine && !read.contains($0.key) }
  }
}
