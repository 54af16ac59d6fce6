package import ReviewCore

/// What an importer read of one file, before anything is mapped to the summit.
package struct ImportedFile: Sendable {
  /// The system that the file comes from, as `source.system` names it.
  package var system: String
  /// The file, as the person named it.
  package var path: String
  /// The questions of the call for papers: what `SubmittedAnswer.column` counts.
  package var columns: [SubmittedColumn] = []
  /// The proposals, in the order of the file.
  package var submissions: [Submission] = []
  /// Who submitted them: what `Submission.speakers` counts.
  package var speakers: [SubmittedSpeaker] = []
  /// Whether the file says who submitted; where it does not, `speakers.json` stays as it is.
  package var hasSpeakers = true
  /// What is not imported, and is no fault.
  package var unmapped: [Unmapped] = []
  /// What is wrong with the file. With an error among them nothing of it is imported.
  package var faults: [Fault] = []

  /// Makes a file of which nothing has been read yet.
  package init(system: String, path: String) {
    self.system = system
    self.path = path
  }
}

/// Something in a file that has no place in the summit.
package struct Unmapped: Hashable, Sendable {
  /// The field of a proposal, or the column.
  package var field: String
  /// The value, or how many there were.
  package var value: String

  /// Makes one.
  package init(field: String, value: String) {
    self.field = field
    self.value = value
  }
}

/// One question of the call for papers: a column, a category, a question.
package struct SubmittedColumn: Sendable {
  /// The question, without white space at its ends.
  package var name: String
  /// What the column is for, where the format or a mapping says so.
  package var role: Role?
  /// What a mapping says that a value means, by `folded` value.
  package var meanings: [String: String] = [:]
  /// What separates several values; nil tries `,` `;` and a newline.
  package var separator: String?

  /// Makes a column.
  package init(_ name: String, role: Role? = nil) {
    self.name = name
    self.role = role
  }

  /// What a column may be for.
  package enum Role: String, CaseIterable, Hashable, Sendable {
    case focusAreas, format, level, round, tags, notes, status
    /// A question like any other, whatever its values look like.
    case answer
  }
}

/// An answer to one question.
package struct SubmittedAnswer: Sendable {
  /// The question, as a place in `ImportedFile.columns`.
  package var column: Int
  /// The answer, as it stands in the file; several values are joined by a comma.
  package var text: String
  /// The values, where the format keeps them apart.
  package var values: [String]?

  /// Makes an answer.
  package init(column: Int, text: String, values: [String]? = nil) {
    self.column = column
    self.text = text
    self.values = values
  }
}

/// One proposal as an importer read it. Nil is what the file does not speak of.
package struct Submission: Sendable {
  /// What Lectern calls it.
  package var id: ProposalID
  /// What the source calls it.
  package var sourceID: String
  /// Where it begins in its file.
  package var position: SourcePosition?
  /// Its title.
  package var title: String
  /// Its abstract; empty where the file has the field, but nothing in it.
  package var abstract: String?
  /// Whether the format has a field of its own that says so.
  package var isWithdrawn = false
  /// When it was submitted.
  package var submittedAt: Timestamp?
  /// When it was last changed.
  package var updatedAt: Timestamp?
  /// The non-empty answers, in the order of the columns.
  package var answers: [SubmittedAnswer] = []
  /// Its speakers, as places in `ImportedFile.speakers`.
  package var speakers: [Int] = []

  /// Makes a submission.
  package init(id: ProposalID, sourceID: String, position: SourcePosition?, title: String) {
    self.id = id
    self.sourceID = sourceID
    self.position = position
    self.title = title
  }
}

/// Somebody who submitted, as an importer read them. Nil is what the file does not speak of.
package struct SubmittedSpeaker: Hashable, Sendable {
  /// The source's id, where it has one that says nothing of the person.
  package var id: ProposalID?
  /// Their name.
  package var name: String
  /// Whether the name is theirs, and does not only stand for one that is missing.
  package var isNamed = true
  /// Their e-mail address.
  package var email: String?
  /// Whom they work for.
  package var organization: String?
  /// A line about them.
  package var tagline: String?
  /// A text about them.
  package var bio: String?
  /// Links to their pages.
  package var links: [String]?
  /// Further questions, with their answers.
  package var answers: [Answer] = []

  /// Makes a speaker.
  package init(id: ProposalID? = nil, name: String) {
    self.id = id
    self.name = name
  }

  /// Takes over what the other says where this one says nothing, and the other's new answers.
  package mutating func complete(from other: SubmittedSpeaker) {
    func choose(_ mine: String?, _ theirs: String?) -> String? {
      mine?.isEmpty == false ? mine : (theirs ?? mine)
    }
    if !isNamed, other.isNamed { (name, isNamed) = (other.name, true) }
    email = choose(email, other.email)
    organization = choose(organization, other.organization)
    tagline = choose(tagline, other.tagline)
    bio = choose(bio, other.bio)
    if links?.isEmpty != false { links = other.links ?? links }
    for answer in other.answers where !answers.contains(answer) { answers.append(answer) }
  }
}
