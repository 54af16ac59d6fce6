package import ReviewCore

/// What belongs to one person and stands outside the review folder.
package struct Personal: Equatable, Sendable {
  /// The proposals that they marked to come back to.
  package var bookmarks: Set<ProposalID>
  /// What they noted for themselves.
  package var notes: [ProposalID: String]
  /// Notes that they began and did not finish.
  package var drafts: [NoteKey: String]
  /// What they have read of the discussion.
  package var read: Set<ReadKey>
  /// The lists that they gave a name.
  package var views: [String: SavedView]
  /// Where they were the last time; nil for somebody new.
  package var session: Session?
  /// Whether the mouse is listened to.
  package var isMouseOn: Bool
  /// How many hints of the first run they read.
  package var hintsRead: Int
  /// The looks that they changed to; nil for those of the settings.
  package var theme: ThemeName?

  /// Makes what belongs to somebody new, whom nobody needs to introduce unless told so.
  package init(
    bookmarks: Set<ProposalID> = [], notes: [ProposalID: String] = [:],
    drafts: [NoteKey: String] = [:], read: Set<ReadKey> = [], views: [String: SavedView] = [:],
    session: Session? = nil, isMouseOn: Bool = true, hintsRead: Int = Introduction.count,
    theme: ThemeName? = nil
  ) {
    self.bookmarks = bookmarks
    self.notes = notes
    self.drafts = drafts
    self.read = read
    self.views = views
    self.session = session
    self.isMouseOn = isMouseOn
    self.hintsRead = hintsRead
    self.theme = theme
  }
}

/// Whom a note is for.
package enum NoteKind: String, CaseIterable, Hashable, Sendable {
  /// For the committee: the review's comment.
  case committee
  /// For the speaker: the review's feedback.
  case speaker
  /// For oneself: it never is in the review folder.
  case `private`
  /// For the committee: a remark in the discussion.
  case remark

  /// Those that one writes beside a review; a remark has its own place.
  package static let notes: [NoteKind] = [.committee, .speaker, .private]

  /// What stands over the text.
  package var title: String {
    switch self {
    case .committee: "Comment for the committee"
    case .speaker: "Feedback for the speaker"
    case .private: "Private note"
    case .remark: "Remark"
    }
  }

  /// A word for a narrow screen.
  package var short: String {
    switch self {
    case .committee: "Comment"
    case .speaker: "Feedback"
    case .private: "Private"
    case .remark: "Remark"
    }
  }

  /// Who will read it.
  package var readers: String {
    switch self {
    case .committee: "Seen by the committee, not by the speaker."
    case .speaker: "Sent to the speaker by the chair, and seen by the committee."
    case .private: "Seen by nobody else: it stays on this machine, outside the review folder."
    case .remark: "Seen by who may see your review, not by the speaker."
    }
  }
}

/// Which note: of a proposal, for somebody.
package struct NoteKey: Hashable, Sendable {
  /// The proposal.
  package let proposal: ProposalID
  /// Whom it is for.
  package let kind: NoteKind

  /// Names a note.
  package init(_ proposal: ProposalID, _ kind: NoteKind) {
    self.proposal = proposal
    self.kind = kind
  }
}

/// Where a person was when they left.
package struct Session: Hashable, Sendable {
  /// The screen.
  package var screen: ScreenKind
  /// The selected proposal.
  package var proposal: ProposalID?
  /// The query that filtered the list.
  package var query: String
  /// The focus area that was shown alone.
  package var area: Identifier?
  /// The order of the list.
  package var sort: ListOrder
  /// The first line of the proposal's text on the screen.
  package var scroll: Int
  /// Whether the proposal was read over the whole screen.
  package var isReading: Bool

  /// Makes a session that begins at the beginning.
  package init(
    screen: ScreenKind = .review, proposal: ProposalID? = nil, query: String = "",
    area: Identifier? = nil, sort: ListOrder = .queue, scroll: Int = 0, isReading: Bool = false
  ) {
    self.screen = screen
    self.proposal = proposal
    self.query = query
    self.area = area
    self.sort = sort
    self.scroll = scroll
    self.isReading = isReading
  }
}

/// A change of what belongs to the person.
package enum PersonalChange: Hashable, Sendable {
  /// Bookmarks were set or taken away.
  case bookmarks(Set<ProposalID>, isSet: Bool)
  /// A private note was written in place of another one; empty is none.
  case note(ProposalID, String, replacing: String)
  /// A note is being written; nil where it is finished or given up.
  case draft(NoteKey, String?)
  /// Something of the discussion was read.
  case read(Set<ReadKey>)
  /// A view was given a name, or changed; nil where it was taken away.
  case view(String, SavedView?)
  /// Where they are.
  case session(Session)
  /// Whether the mouse is listened to.
  case mouse(Bool)
  /// So many hints of the first run were read.
  case hintsRead(Int)
  /// Which looks they changed to, and from which of the settings: these hold again once the settings
  /// name others.
  case theme(ThemeName, over: ThemeName)
}
