package import ReviewCore
package import SystemPackage

/// What keeping something private met.
package struct PrivateOutcome: Sendable {
  /// Where notes were put that a later one replaced without having seen them; nil where there is
  /// none, or where that failed.
  package var rescued: FilePath?
  /// Why they could not be put anywhere: show them to the person.
  package var rescueError: StoreError?

  /// Makes the outcome of what met nothing in its way.
  package init() {}
}

extension StateFolder {
  /// Keeps what somebody keeps for themselves, durably, beside what another terminal keeps.
  ///
  /// - Throws: `StoreError` where a file cannot be written. What stands in other files is written
  ///   all the same, and keeping the same again is well.
  package func keep(
    _ change: PrivateChange, at now: Timestamp
  ) throws(StoreError) -> PrivateOutcome {
    let folder = PersonalFolder(of: change.person, in: self)
    var outcome = PrivateOutcome()
    var failure: StoreError?
    func attempt(_ body: () throws(StoreError) -> Void) {
      do throws(StoreError) { try body() } catch { failure = failure ?? error }
    }
    if !change.notes.isEmpty {
      attempt { () throws(StoreError) in
        let lost = try folder.changeNotes(change.notes)
        if lost.isEmpty { return }
        do throws(StoreError) {
          outcome.rescued = try rescue.keep(lost, of: change.person, at: now)
        } catch {
          outcome.rescueError = error
        }
      }
    }
    if !change.bookmarks.isEmpty {
      attempt { () throws(StoreError) in
        try handOverBookmarks(to: change.person)
        try folder.changeBookmarks(change.bookmarks)
      }
    }
    if !change.read.isEmpty {
      attempt { () throws(StoreError) in try folder.addRead(change.read) }
    }
    // After the notes: a draft is taken away when the note that it became is on the disk.
    if !change.drafts.isEmpty, failure == nil {
      attempt { () throws(StoreError) in try folder.changeDrafts(change.drafts) }
    }
    if !change.views.isEmpty {
      attempt { () throws(StoreError) in try folder.changeViews(change.views) }
    }
    if let settings = change.settings {
      attempt { () throws(StoreError) in try folder.keep(settings) }
    }
    if let session = change.session {
      attempt { () throws(StoreError) in try folder.keep(session) }
    }
    if let failure { throw failure }
    return outcome
  }
}

extension SaveQueue<PrivateChange> {
  /// How long what changes with every key waits for more.
  package static var pause: Duration { .milliseconds(300) }

  /// Makes a queue that keeps what is private.
  package convenience init(
    state: StateFolder, delays: RetryDelays = .init(), now: @escaping @Sendable () -> Timestamp,
    report: @escaping @Sendable (SaveEvent<PrivateOutcome>) -> Void
  ) {
    self.init(rescue: state.rescue, delays: delays, now: now, report: report) {
      change, _ throws(StoreError) in
      try state.keep(change, at: now())
    }
  }

  /// Keeps something, in the background: acts at once, what changes with every key after a pause.
  package func keep(_ change: PrivateChange, revision: Int) {
    submit(change, revision: revision, in: (), after: change.mayWait ? Self.pause : .zero)
  }
}
