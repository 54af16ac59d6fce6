package import ReviewCore

/// What somebody wants to add to a review file.
package struct SheetChange: Sendable {
  /// Whose file.
  package let reviewer: Identifier
  /// A review file that holds nothing but what changed, each entry with its time.
  package private(set) var tree: JSONObject
  /// Texts that the writer had before their eyes and replaced: these are not lost.
  package private(set) var replaced: Set<ReplacedText>

  /// A text that its writer replaced.
  package struct ReplacedText: Hashable, Sendable {
    let about: String
    let kind: String
    let text: String
  }

  /// Changes reviews.
  ///
  /// - Parameters:
  ///   - reviews: the whole new reviews, with their times.
  ///   - replacing: what the writer saw in their place; its texts are not reported as lost.
  package init(
    _ reviewer: Identifier, reviews: [ProposalID: Review],
    replacing old: [ProposalID: Review] = [:]
  ) {
    self.init(reviewer, tree: ReviewSheet.file(of: reviewer, reviews: reviews))
    for (id, review) in old { noteReplaced(review, by: reviews[id], of: id) }
  }

  /// Changes anything: comparisons, discussion, what a rescue file holds.
  ///
  /// - Parameter tree: the members that change, such as `{"comparisons": …}`; the header is added.
  package init(_ reviewer: Identifier, tree: JSONObject) {
    self.reviewer = reviewer
    self.tree = ReviewSheet.header(of: reviewer)
    for member in tree.members where !["format", "reviewer"].contains(member.key) {
      self.tree.append(member.key, member.value)
    }
    replaced = []
  }

  /// Changes comparisons.
  ///
  /// - Parameter comparisons: the new ones, with their times.
  package init(_ reviewer: Identifier, comparisons: [ProposalPair: Comparison]) {
    self.init(reviewer, tree: ReviewSheet.tree(of: comparisons))
  }

  /// Changes remarks.
  ///
  /// - Parameters:
  ///   - remarks: the new ones by their keys, with their times.
  ///   - replacing: what the writer saw in their place; its texts are not reported as lost.
  package init(
    _ reviewer: Identifier, remarks: [String: Remark], replacing old: [String: Remark] = [:]
  ) {
    self.init(reviewer, tree: ReviewSheet.tree(of: remarks))
    for (id, remark) in old where !remark.text.isEmpty { noteReplaced(remark, id: id) }
  }

  /// Notes that the writer saw a review and replaced its texts. One that they say again, at a new
  /// time, is not replaced.
  private mutating func noteReplaced(_ old: Review, by new: Review?, of id: ProposalID) {
    let texts = [
      ("comment", old.comment, new?.comment, old.commentAt == new?.commentAt),
      ("feedback", old.feedback, new?.feedback, old.feedbackAt == new?.feedbackAt),
      ("reason", old.reason, new?.reason, old.at == new?.at),
    ]
    for (kind, text, now, isAsItWas) in texts {
      guard let text, isAsItWas || !(now?.isSameBytes(as: text) ?? false) else { continue }
      replaced.insert(.init(about: id.text, kind: kind, text: text))
    }
  }

  /// Notes that the writer saw a remark of theirs and replaced it.
  package mutating func noteReplaced(_ remark: Remark, id: String) {
    replaced.insert(.init(about: id, kind: "remark", text: remark.text))
  }

  /// Both changes as one; of each register the later one. O(size).
  package func followed(by later: SheetChange) -> SheetChange {
    var both = self
    both.tree = SheetMerge.merge(tree, later.tree).file
    // What this change says and the later one only leaves as it is was not replaced by anybody.
    let said = texts.subtracting(replaced).intersection(both.texts)
    both.replaced.formUnion(later.replaced.subtracting(said))
    return both
  }

  /// The texts that stand in it.
  private var texts: Set<ReplacedText> {
    var texts: Set<ReplacedText> = []
    for member in tree["reviews"]?.object?.members ?? [] {
      for kind in ["comment", "feedback", "reason"] {
        if let text = member.value.object?[kind]?.string {
          texts.insert(.init(about: member.key, kind: kind, text: text))
        }
      }
    }
    for member in tree["discussion"]?.object?.members ?? [] {
      if let text = member.value.object?["text"]?.string {
        texts.insert(.init(about: member.key, kind: "remark", text: text))
      }
    }
    return texts
  }

  /// The proposals whose reviews it changes.
  package var proposals: Set<ProposalID> {
    Set((tree["reviews"]?.object?.members ?? []).compactMap { ProposalID($0.key) })
  }

  /// The pairs whose comparisons it changes.
  package var pairs: Set<ProposalPair> {
    var pairs: Set<ProposalPair> = []
    for group in tree["comparisons"]?.object?.members ?? [] {
      for member in group.value.object?.members ?? [] {
        if let pair = ProposalPair(group.key, member.key) { pairs.insert(pair) }
      }
    }
    return pairs
  }

  /// Whether it changes nothing.
  package var isEmpty: Bool {
    tree.members.allSatisfy { member in
      ["format", "reviewer"].contains(member.key) || member.value.object?.isEmpty == true
    }
  }

  /// The reviews and comparisons of the given entries, and all the rest: for a save that some
  /// entries hinder.
  package func split(_ entries: RefusedEntries) -> (those: SheetChange, rest: SheetChange) {
    var (those, rest) = (self, self)
    those.tree = ReviewSheet.header(of: reviewer)
    if let reviews = tree["reviews"]?.object {
      let parts = reviews.divided { key, _ in
        ProposalID(key).map(entries.proposals.contains) ?? false
      }
      those.tree.append("reviews", .object(parts.those))
      rest.tree["reviews"] = .object(parts.rest)
    }
    if let comparisons = tree["comparisons"]?.object {
      var (refused, kept) = (JSONObject(), JSONObject())
      for group in comparisons.members {
        let parts = (group.value.object ?? JSONObject()).divided { key, _ in
          ProposalPair(group.key, key).map(entries.pairs.contains) ?? false
        }
        if !parts.those.isEmpty { refused.append(group.key, .object(parts.those)) }
        if !parts.rest.isEmpty { kept.append(group.key, .object(parts.rest)) }
      }
      those.tree.append("comparisons", .object(refused))
      rest.tree["comparisons"] = .object(kept)
    }
    return (those, rest)
  }

  /// What of a merge's losses nobody meant to throw away.
  func unseen(_ lost: [LostText]) -> [LostText] {
    lost.filter {
      !replaced.contains(.init(about: $0.about, kind: $0.kind, text: $0.text))
    }
  }
}

extension JSONObject {
  /// The members that a test picks, and the others.
  fileprivate func divided(
    by picks: (String, JSONValue) -> Bool
  ) -> (those: JSONObject, rest: JSONObject) {
    let (those, rest) = (
      members.filter { picks($0.key, $0.value) }, members.filter { !picks($0.key, $0.value) }
    )
    return (
      JSONObject(members: those.map { ($0.key, $0.value) }),
      JSONObject(members: rest.map { ($0.key, $0.value) })
    )
  }
}

extension ProposalPair {
  /// The pair of two keys of a review file; nil where they are none.
  init?(_ first: String, _ second: String) {
    guard let first = ProposalID(first), let second = ProposalID(second) else { return nil }
    self.init(first, second)
  }
}
