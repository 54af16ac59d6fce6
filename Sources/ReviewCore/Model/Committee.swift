/// One member of the programme committee.
package struct Member: Hashable, Sendable {
  /// Their id, which is also the name of their review file.
  package var id: Identifier
  /// Their name.
  package var name: String
  /// What they may do.
  package var role: Role
  /// Their e-mail address.
  package var email: String?
  /// Whom they work for.
  package var organization: String?
  /// The focus areas that they know well.
  package var expertise: [Identifier] = []
  /// Keys that this version does not know.
  package var unknown = JSONObject()

  /// Makes a member.
  package init(id: Identifier, name: String, role: Role = .reviewer) {
    self.id = id
    self.name = name
    self.role = role
  }

  /// What a member may do.
  package enum Role: String, CaseIterable, Hashable, Sendable {
    case chair, reviewer
  }

  /// Whether they are a chair.
  package var isChair: Bool { role == .chair }
}

/// A stretch of the review with a deadline of its own.
package struct Round: Hashable, Sendable {
  /// Its id.
  package var id: Identifier
  /// Its name.
  package var name: String
  /// Its deadline.
  package var closes: Timestamp?

  /// Makes a round.
  package init(id: Identifier, name: String, closes: Timestamp? = nil) {
    self.id = id
    self.name = name
    self.closes = closes
  }
}

/// The rules of the review. An absent rule is no rule.
package struct Rules: Hashable, Sendable {
  /// Who may see who submitted.
  package var speakers: SpeakerVisibility = .shown
  /// When a reviewer may see the others' reviews.
  package var otherReviews: ReviewVisibility = .afterMine
  /// How many reviews each proposal needs.
  package var reviewsPerProposal: Int?
  /// How many proposals the programme takes.
  package var slots: Int?
  /// How many minutes the programme has.
  package var minutes: Int?
  /// How many accepted proposals one speaker may have.
  package var maxPerSpeaker: Int?
  /// How many accepted proposals one organisation may have.
  package var maxPerOrganization: Int?
  /// Groups of proposals of which at most one is accepted.
  package var atMostOne: [[ProposalID]] = []

  /// Makes no rules.
  package init() {}

  /// When the speakers of a proposal are shown to a reviewer.
  package enum SpeakerVisibility: String, CaseIterable, Hashable, Sendable {
    case shown, hidden, afterScoring
  }

  /// When the reviews of others are shown to a reviewer.
  package enum ReviewVisibility: String, CaseIterable, Hashable, Sendable {
    case always, afterMine, afterDeadline, never
  }
}
