package import ReviewCore

/// How alike two proposals are.
package struct Likeness: Hashable, Sendable {
  /// The cosine of their TF-IDF vectors, 0 to 1, rounded to a millionth.
  package let cosine: Double
  /// Which part of their phrases of three words they share, 0 to 1, rounded to a millionth.
  package let jaccard: Double
  /// Whether they have a speaker in common; nil where the viewer may not see who speaks.
  package let sameSpeaker: Bool?
  /// The rare words that make them alike, the one that counts most first; at most five.
  package let sharedTerms: [String]

  /// From this cosine on two proposals are related, and listed.
  package static let related = 0.3
  /// From this cosine on they may be the same talk.
  package static let duplicate = 0.5
  /// With this part of their phrases in common, possible duplicates count as confirmed: a fifth of
  /// two equally long texts stands word for word in both.
  package static let confirming = 0.1

  /// What the cosine says.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case related
    case possibleDuplicate
  }

  /// What the cosine says; nil under `related`.
  package var kind: Kind? {
    cosine >= Self.duplicate ? .possibleDuplicate : cosine >= Self.related ? .related : nil
  }

  /// Whether they may be the same talk, and share enough phrases word for word to confirm it.
  package var isConfirmed: Bool { cosine >= Self.duplicate && jaccard >= Self.confirming }

  /// What it is, in words: `possible duplicate, 34 % of the phrases the same`.
  package var words: String {
    switch kind {
    case nil: return "different"
    case .related: return "related"
    case .possibleDuplicate:
      if !isConfirmed { return "possible duplicate, in other words" }
      let share = (100 * jaccard).formatted(decimals: 0)
      return "possible duplicate, \(share) % of the phrases the same"
    }
  }
}

/// A proposal that is like another one.
package struct SimilarProposal: Hashable, Sendable {
  /// Its id.
  package let id: ProposalID
  /// Its title.
  package let title: String
  /// How alike the two are.
  package let likeness: Likeness
}

/// Two proposals that are alike.
package struct SimilarPair: Hashable, Sendable {
  /// The one whose id stands first.
  package let first: SimilarProposal
  /// The other one.
  package let second: SimilarProposal
  /// How alike they are.
  package var likeness: Likeness { first.likeness }
}
