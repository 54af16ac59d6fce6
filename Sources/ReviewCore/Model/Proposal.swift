/// A talk that somebody offers, without who that is.
package struct Proposal: Hashable, Sendable {
  /// Its id.
  package var id: ProposalID
  /// Its title.
  package var title: String
  /// What it is about, as the speaker wrote it.
  package var abstract: String?
  /// What the speaker told the committee, not the audience.
  package var notes: String?
  /// The kind of session.
  package var format: Identifier?
  /// The level of the audience, one of the summit's.
  package var level: String?
  /// The round in which it is reviewed; nil is the last one.
  package var round: Identifier?
  /// Focus areas, the primary one first.
  package var focusAreas: [Identifier] = []
  /// Free tags.
  package var tags: [String] = []
  /// Whether the speaker took it back.
  package var isWithdrawn = false
  /// `submitted` or `withdrawn`.
  package var statusWord: String { isWithdrawn ? "withdrawn" : "submitted" }
  /// When it was submitted.
  package var submittedAt: Timestamp?
  /// When it was last changed.
  package var updatedAt: Timestamp?
  /// Further questions of the call for papers, with their answers.
  package var answers: [Answer] = []
  /// Which system it came from.
  package var source: Source?
  /// Texts that a re-import replaced, oldest first.
  package var earlier: [EarlierText] = []

  /// Makes a proposal.
  package init(id: ProposalID, title: String) {
    self.id = id
    self.title = title
  }

  /// The digest of the text as it is now. O(length).
  package var digest: ContentDigest {
    ContentDigest(title: title, abstract: abstract, notes: notes)
  }

  /// A system that proposals come from, and what it calls this one.
  package struct Source: Hashable, Sendable {
    /// The system's name, such as `sessionize`.
    package var system: String
    /// The system's id of the proposal.
    package var id: String?

    /// Makes a source.
    package init(system: String, id: String?) {
      self.system = system
      self.id = id
    }
  }

  /// The text before a re-import replaced it.
  package struct EarlierText: Hashable, Sendable {
    /// The digest of that text.
    package var digest: ContentDigest
    /// The title it had.
    package var title: String?
    /// The abstract it had.
    package var abstract: String?
    /// The notes it had.
    package var notes: String?
    /// When it was replaced.
    package var until: Timestamp?

    /// Makes an earlier text.
    package init(
      digest: ContentDigest, title: String?, abstract: String?, notes: String?, until: Timestamp?
    ) {
      self.digest = digest
      self.title = title
      self.abstract = abstract
      self.notes = notes
      self.until = until
    }
  }
}

/// A question of the call for papers with its answer.
package struct Answer: Hashable, Sendable {
  /// The question.
  package var question: String
  /// The answer.
  package var answer: String

  /// Makes an answer.
  package init(question: String, answer: String) {
    self.question = question
    self.answer = answer
  }
}

/// Somebody who offers talks.
package struct Speaker: Hashable, Sendable {
  /// Their id.
  package var id: ProposalID
  /// Their name.
  package var name: String
  /// Their e-mail address.
  package var email: String?
  /// Whom they work for.
  package var organization: String?
  /// A line about them.
  package var tagline: String?
  /// A text about them.
  package var bio: String?
  /// Links to their pages.
  package var links: [String] = []
  /// Further questions of the call for papers, with their answers.
  package var answers: [Answer] = []
  /// What they offer, in the order of their file.
  package var proposals: [ProposalID]

  /// Makes a speaker.
  package init(id: ProposalID, name: String, proposals: [ProposalID]) {
    self.id = id
    self.name = name
    self.proposals = proposals
  }
}
