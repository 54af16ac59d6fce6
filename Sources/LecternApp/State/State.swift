package import ReviewAnalysis
package import ReviewCore
package import TerminalUI

/// Everything that the interface shows. `update` is the only thing that changes it.
package struct State: Sendable {
  // What is reviewed
  /// What the viewer may see: the only thing that screens draw from.
  package var seen: SeenSummit
  /// How far the viewer is.
  package var progress: Progress
  /// How the viewer and the others score.
  package var tally: ScoreTally
  /// What could not be read in the folder.
  package var faults: [Fault]
  /// All that is wrong in the folder; never shown as it is.
  var folderFaults: [Fault]
  /// What everybody said; only `update` reads it, to see anew what a change opens.
  var summit: Summit
  /// The time of the newest message.
  package var now: Timestamp

  // What is shown
  /// The size of the terminal.
  package var size: Size
  /// The symbols to draw.
  package let glyphs: Glyphs
  /// What the person set.
  package let settings: Settings
  /// The looks, which one may change while it runs.
  package var theme: Theme
  /// The name of the looks.
  package internal(set) var themeName: ThemeName
  /// The keys.
  package var keys: KeyMap { settings.keys }
  /// The screen.
  package var screen = ScreenKind.review
  /// The list of the review screen.
  package var list = ReviewList()
  /// The comparison of two.
  package var compare = CompareScreen()
  /// The ranking.
  package var rank = RankScreen()
  /// The shortlist.
  package var shortlist = ShortlistScreen()
  /// How the review goes.
  package var insights = InsightsScreen()
  /// The committee.
  package var committee = CommitteeScreen()
  /// What came of an import while something else was open; nil for nothing.
  package var importOutcome: ImportOutcome?
  /// Why the last sync failed, where that could not be shown yet; nil for nothing.
  package var syncFailure: [String]?
  /// Whether a sync waits until all that was said is saved.
  package var isSyncWaiting = false
  /// Counts changes of what can be seen: what is made of it is made anew.
  package private(set) var version = 0
  /// What is like the proposal that is shown.
  package var similar = SimilarTexts()
  /// What is searched for; nil for nothing.
  package var search: Search?
  /// The texts of all proposals, to be searched; nil until somebody searches.
  var searchIndex: SearchIndex?
  /// What a query can ask for; nil until somebody types one.
  var vocabulary: QueryVocabulary?
  /// Where the text is to be scrolled to, once its lines are made.
  var textGoal: TextGoal?
  /// Counts the changes that may change a score or an order: all but decisions.
  package private(set) var scoresVersion = 0
  /// Counts the changes that may change what reviews say: all but decisions and comparisons.
  package private(set) var reviewsVersion = 0
  /// Counts the changes that may change a text.
  private(set) var textsVersion = 0
  /// Whether one proposal is shown over the whole screen.
  package var isReading = false
  /// The text of the selected proposal, and how far it is scrolled.
  package var pane = ReadingPane(isRemembering: true)
  /// The longest line of text, in columns.
  package var measure: Int { settings.measure }
  /// When the text follows the cursor of the list; nil while it has.
  package var textFollows: Timestamp?
  /// The criterion that the next digit scores, by its place in `criteria`.
  package var criterion = 0
  /// The digits of a number that is being typed, on a scale that takes more than one.
  package var typedNumber = ""
  /// What was scored on the way elsewhere, until it is said.
  var settled: Settled?
  /// When digits score again, after one of them opened the proposal.
  var digitsCountFrom: Timestamp?
  /// A key that waits for another one; nil for none.
  package var prefix: Prefix?
  /// What lies over the screen, the top one last.
  package var overlays: [Overlay] = []
  /// Work beside the interface; nil for none.
  package var work: Work?
  /// A message that goes away by itself.
  package var toast: Toast?

  // What belongs to the person
  /// Their bookmarks, private notes, drafts.
  package var personal: Personal
  /// The screen from which they came to a proposal; nil for none.
  var cameFrom: ScreenKind?
  /// Where they jumped from.
  package var jumps = Jumps()
  /// The session as it was kept last.
  var keptSession: Session?
  /// Where a mouse button went down last.
  var lastPress: Press?
  /// When the session differed from the one that is kept; nil while it does not.
  var sessionChanged: Timestamp?

  // What was said
  /// What could not be saved at an earlier time.
  package var rescued = Rescued()
  /// The drafts of notes that are being saved, each with the number of its change.
  var savingDrafts: [NoteKey: Int] = [:]
  /// Which reviews are not on the disk yet.
  package var saving = SaveStatus<Review>()
  /// Which comparisons are not on the disk yet.
  package var comparing = PendingChanges<ProposalPair, Comparison>()
  /// Which remarks are not on the disk yet.
  package var discussing = PendingChanges<String, Remark>()
  /// Which decisions are not on the disk yet.
  package var deciding = SaveStatus<Decision>()
  /// What can be undone and redone.
  package var history = History()
  /// Whether the program leaves as soon as all is saved.
  package var isLeaving = false

  /// Makes the state in which the interface opens: on the next proposal of the queue, or asking who
  /// one is.
  package init(
    summit: Summit, faults: [Fault], viewer: Identifier?, personal: Personal = Personal(),
    size: Size, now: Timestamp, glyphs: Glyphs = .unicode, settings: Settings = Settings()
  ) {
    self.summit = summit
    self.personal = personal
    seen = summit.seen(by: viewer, at: now)
    progress = Progress(seen)
    tally = ScoreTally(seen)
    folderFaults = faults
    self.settings = settings
    self.faults = []
    themeName = personal.theme ?? settings.theme
    theme = .named(themeName)
    self.now = now
    self.size = size
    self.glyphs = glyphs
    seeFaults()
    list.fill(from: seen, marked: personal, keeping: ReviewQueue.next(in: seen)?.id)
    isReading = !ReviewLayout.hasRoomForTwo(size)
    criterion = firstOpenCriterion
    if seen.viewer == nil, !seen.event.committee.isEmpty { openReviewerMenu() }
    dropFinishedDrafts()
    restoreSession()
    greet()
    fit()
  }

  /// Where keys are looked up.
  package var context: KeyContext {
    if let overlay = overlays.last { return overlay.context }
    return screenContext
  }

  /// Where keys are looked up when nothing lies over the screen.
  package var screenContext: KeyContext {
    switch screen {
    case .review:
      isReading ? .reading : ReviewLayout.hasRoomForTwo(size) ? .split : .list
    case .compare: .compare
    case .rank: .rank
    case .shortlist: .shortlist
    case .insights: .insights
    case .committee: .committee
    }
  }

  /// Where things stand on the screen.
  package var layout: ReviewLayout {
    ReviewLayout(
      size: size, context: isReading ? .reading : nil, event: seen.event,
      hasScores: tally.mine.count > 0, measure: measure)
  }

  /// The selected proposal of the list; nil in an empty list.
  package var selected: SeenProposal? { list.selectedPlace.map { seen.proposals[$0] } }

  /// The proposal whose text and scores are shown: the selected one, as soon as the cursor rests.
  package var shown: SeenProposal? {
    guard textFollows != nil, let id = pane.proposal else { return selected }
    return seen.proposal(id)
  }

  /// The proposal that the person looks at, on whatever screen; nil for none.
  package var current: SeenProposal? {
    switch screen {
    case .review: selected
    case .rank: rank.selectedProposal.flatMap { seen.proposal($0) }
    case .shortlist: shortlist.selectedProposal.flatMap { seen.proposal($0) }
    case .insights: insights.rows.selected?.proposal.flatMap { seen.proposal($0) }
    case .compare, .committee: nil
    }
  }

  /// When something on the screen, or of the session, changes by itself; nil for never.
  package var deadline: Timestamp? {
    [toast?.until, textFollows, sessionChanged?.adding(milliseconds: Self.sessionPatience)]
      .compactMap(\.self).min()
  }

  /// Whether everything that was said stands on the disk.
  package var isSaved: Bool {
    saving.isClean && comparing.isClean && discussing.isClean && deciding.isClean
  }

  /// Notes that what can be seen has changed.
  mutating func invalidate() {
    reviewsVersion += 1
    invalidateComparisons()
  }

  /// Notes that nothing but comparisons changed.
  mutating func invalidateComparisons() {
    scoresVersion += 1
    invalidateDecisions()
  }

  /// Notes that nothing but decisions changed.
  mutating func invalidateDecisions() {
    version += 1
    pane.invalidate()
    for place in compare.panes.indices { compare.panes[place].invalidate() }
  }

  /// Notes that everything looks otherwise now.
  mutating func invalidateLooks() {
    version += 1
    pane.invalidateTexts()
    for place in compare.panes.indices { compare.panes[place].invalidateTexts() }
  }

  /// Notes that the proposals themselves may have changed.
  mutating func invalidateTexts() {
    reviewsVersion += 1
    scoresVersion += 1
    version += 1
    textsVersion += 1
    searchIndex = nil
    vocabulary = nil
    pane.invalidateTexts()
    for place in compare.panes.indices { compare.panes[place].invalidateTexts() }
  }

  /// Says at the start what the viewer should know.
  private mutating func greet() {
    if var fault = faults.first {
      // The folder of the settings would leave no room for what is wrong in them.
      if !settings.faults.isEmpty { fault.path = fault.path.map(\.lastPathComponent) }
      let count =
        faults.count == 1
        ? "1 fault (\(key(of: .faults)) shows it)"
        : "\(faults.count) faults (\(key(of: .faults)) shows all)"
      say("\(count): \(fault)", .problem)
    } else if seen.viewer == nil, seen.event.committee.isEmpty {
      say(committeeIsEmpty, .note)
    } else if seen.viewer != nil, progress.total > 0, progress.judged == progress.total {
      say(nothingWaits, .note)
    }
  }

  /// Shows a message about a proposal, its title cut so that what stands around it is in sight.
  mutating func say(_ what: String, of proposal: Proposal, _ end: String = "") {
    let around = DisplayWidth.of(what) + DisplayWidth.of(end) + 2
    let title = clipped(
      DisplayText.line(proposal.title), columns: max(12, size.columns - 4 - around),
      ellipsis: glyphs.ellipsis)
    say("\(what): \(title.text)\(end)")
  }

  /// Shows a message for a while.
  mutating func say(_ text: String, _ kind: Toast.Kind = .done) {
    toast = Toast(text: text, kind: kind, until: now.adding(milliseconds: Toast.lifetime(of: text)))
  }
}
