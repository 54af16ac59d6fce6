import LecternApp
import ReviewCore
import ReviewStore
import Synchronization
import SystemPackage

/// Saves what the interface says, and tells it what became of it.
struct Saver: Sendable {
  private let reviews: SaveQueue<SheetChange>
  private let decisions: SaveQueue<DecisionChange>
  private let personal: SaveQueue<PrivateChange>
  private let edits: EditQueue
  private let privateState: StateFolder
  private let settings: Settings
  private let mailbox: Mailbox
  private let folder: ReviewFolder
  private let watch: FolderWatch
  private let opened: Summit
  private let rescued = RescuedFiles()

  /// How long leaving may wait for the disk. A terminal that hung up has two seconds in all.
  private static let patience = Duration.milliseconds(1_500)

  init(_ opening: Opening, watch: FolderWatch, telling mailbox: Mailbox) {
    privateState = opening.privateState
    settings = opening.settings
    opened = opening.loaded.summit
    self.mailbox = mailbox
    self.watch = watch
    folder = opening.loaded.folder
    let (folder, rescue) = (opening.loaded.folder, opening.privateState.rescue)
    let known = KnownSheets(opening.loaded.summit.sheets)
    reviews = SaveQueue<SheetChange>(folder: folder, rescue: rescue, now: Clock.now) { event in
      if case .saved(_, let outcome) = event { watch.include(outcome) }
      mailbox.post(.message(Self.message(of: event, known)))
    }
    decisions = SaveQueue<DecisionChange>(folder: folder, rescue: rescue, now: Clock.now) { event in
      if case .saved(_, let outcome) = event { watch.include(outcome) }
      if let message = Self.message(of: event) { mailbox.post(.message(message)) }
    }
    personal = SaveQueue<PrivateChange>(state: opening.privateState, now: Clock.now) { event in
      if let notice = Self.notice(of: event) { mailbox.post(.message(.notice(notice))) }
    }
    edits = EditQueue(folder: folder) { event in
      mailbox.post(.message(Self.message(of: event)))
      watch.lookSoon()
    }
  }

  // MARK: - Orders

  /// Saves a review, in the background.
  func save(_ change: SheetChange, revision: Int, in event: Event) {
    reviews.submit(change, revision: revision, in: event)
  }

  /// Saves decisions, in the background.
  func decide(_ change: DecisionChange, revision: Int, in event: Event) {
    decisions.submit(change, revision: revision, in: event)
  }

  /// Keeps what belongs to a person, in the background.
  func keep(_ change: PrivateChange) { personal.keep(change, revision: 0) }

  /// Changes the event, in the background; an edit that takes another one back only while that one
  /// still stands.
  func change(
    _ edit: EventEdit, takingBack old: EventEdit?, by viewer: Identifier?, in event: Event
  ) {
    edits.submit(edit.title(in: event)) { folder in
      try folder.changeEvent(by: viewer) { current in
        if let old, !old.stands(in: current) { throw ChangedElsewhere() }
        return edit
      }
    }
  }

  /// Remembers who the person is, and says what belongs to them; that it cannot be remembered is
  /// worth no more than a line.
  func remember(_ reviewer: Identifier) {
    let (state, settings, mailbox) = (privateState, settings, mailbox)
    Task.detached { [self] in
      do {
        try state.remember(reviewer: reviewer)
      } catch {
        mailbox.post(.message(.notice("Who you are is not remembered: \(error)")))
      }
      let record = state.personal(of: reviewer)
      mailbox.post(.message(.personal(Personal(record, settings), of: reviewer)))
      findRescued(of: reviewer)
    }
  }

  // MARK: - What could not be saved earlier

  /// Tells what was rescued at an earlier time, where there is something.
  func lookForRescued(of viewer: Identifier?) {
    Task.detached { [self] in findRescued(of: viewer) }
  }

  private func findRescued(of viewer: Identifier?) {
    let list = RescueList(privateState, of: viewer, in: opened)
    rescued.note(list.files)
    if list.files.isEmpty { return }
    mailbox.post(.message(.rescuedFound(list.files.map(\.file))))
  }

  /// Moves rescue files away, once what is kept for oneself is on the disk. Where that fails, they
  /// are offered again another time.
  func putAway(_ names: [String]) {
    Task.detached { [self] in
      while !personal.isEmpty { try? await Task.sleep(for: .milliseconds(50)) }
      for file in rescued.files(named: names) { try? privateState.rescue.putAway(file) }
    }
  }

  /// Merges copies of a person's own files, and conflicts in them, in the background; what waits
  /// for that is saved next.
  func mend(for person: Identifier, in event: Event) {
    let (folder, rescue, mailbox, watch) = (folder, privateState.rescue, mailbox, watch)
    let (reviews, decisions) = (reviews, decisions)
    Task.detached {
      var merged: [String] = []
      var notice: String?
      for mend in folder.mends(for: person, in: event, at: Clock.now()) {
        do throws(StoreError) {
          let outcome = try folder.perform(mend, rescue: rescue, at: Clock.now())
          merged.append(mend.path)
          if let rescued = outcome.rescued {
            notice = "Merged; texts that newer ones replaced are kept in \(rescued)"
          }
        } catch {
          notice = "Not merged: \(error)"
          break
        }
      }
      let all = merged.joined(separator: ", ")
      let done = merged.isEmpty ? "There is nothing of yours to merge any more" : "Merged: \(all)"
      mailbox.post(.message(.notice(notice ?? done)))
      watch.lookSoon()
      reviews.hurry()
      decisions.hurry()
    }
  }

  private struct ChangedElsewhere: Error, CustomStringConvertible {
    let description = "Not undone: it was changed elsewhere since"
  }

  // MARK: - Leaving

  /// Waits for what is not saved yet; returns what the person must be told where that fails.
  func finish() -> [String] {
    let end = ContinuousClock.now + Self.patience
    reviews.hurry()
    decisions.hurry()
    personal.hurry()
    var told = Self.told(of: reviews.drain(timeout: Self.patience))
    told += Self.told(of: decisions.drain(timeout: Self.rest(until: end)))
    told += Self.told(of: personal.drain(timeout: Self.rest(until: end)))
    told += edits.drain(timeout: Self.rest(until: end)).map { "Not done: \($0)" }
    return told
  }

  private static func rest(until end: ContinuousClock.Instant) -> Duration {
    max(.milliseconds(50), end - ContinuousClock.now)
  }

  private static func told<Change>(of outcome: DrainOutcome<Change>) -> [String] {
    outcome.rescued.map { "Not everything could be saved. It is kept in \($0.string)" }
      + outcome.lost.map { change, error in
        let text = change.rescueFile.map {
          "\n" + String(decoding: JSONValue.object($0).fileBytes, as: UTF8.self)
        }
        return "NOT SAVED: \(error)\(text ?? "")"
      }
  }

  // MARK: - News

  private static func message(of event: SaveEvent<SaveOutcome>, _ known: KnownSheets) -> Message {
    switch event {
    case .saved(let revision, let outcome):
      var notice: String?
      if let path = outcome.rescued {
        notice = "A text of yours was replaced by a newer one; it is kept in \(path.string)"
      } else if let error = outcome.rescueError {
        notice = "A text of yours was replaced by a newer one and could not be kept: \(error)"
      } else if !outcome.overtaken.isEmpty {
        notice = "Something newer of yours stands in the file already; it was kept"
      }
      let news = known.news(in: outcome.sheet)
      return .saved(
        revision: revision, news: news.reviews, comparisons: news.comparisons,
        remarks: news.remarks, notice: notice)
    case .failed(_, let error, _): return .saveFailed(problem: "Not saved: \(error.short)")
    case .refused(let revision, let error, let path):
      let place = path.map { " What you said is kept in \($0.string)" } ?? ""
      return .saved(revision: revision, news: [:], notice: "Not saved: \(error)\(place)")
    }
  }
}

extension Saver {
  private static func message(of event: SaveEvent<DecideOutcome>) -> Message? {
    switch event {
    case .saved(let revision, let outcome):
      var notice: String?
      if let path = outcome.rescued {
        notice = "A reason of yours was replaced by a newer one; it is kept in \(path.string)"
      } else if !outcome.overtaken.isEmpty {
        notice = "Another chair decided later; that stands"
      }
      return .decided(
        revision: revision, chair: outcome.chair, decisions: outcome.decisions, notice: notice)
    case .failed(_, let error, _): return .decideFailed(problem: "Not saved: \(error.short)")
    case .refused(let revision, let error, let path):
      let place = path.map { " What you decided is kept in \($0.string)" } ?? ""
      return .decided(
        revision: revision, chair: nil, decisions: [:],
        notice: "Not saved: \(error)\(place)")
    }
  }

  private static func notice(of event: SaveEvent<PrivateOutcome>) -> String? {
    switch event {
    case .saved(_, let outcome):
      outcome.rescued.map {
        "A note of yours was replaced by a newer one; it is kept in \($0.string)"
      }
    case .failed(_, let error, _): "Kept in memory only, for now: \(error)"
    case .refused(_, let error, _): "Not kept: \(error)"
    }
  }

  private static func message(of event: EditEvent) -> Message {
    switch event {
    case .made(let change, let name):
      .eventChanged(change.edit, inverse: change.inverse, name: name)
    case .failed(_, let problem): .eventRefused(problem: problem)
    }
  }
}

/// The sheets as the disk had them the last time, so that only what differs is news.
private final class KnownSheets: Sendable {
  private let sheets: Mutex<[Identifier: ReviewSheet]>

  init(_ sheets: [Identifier: ReviewSheet]) { self.sheets = Mutex(sheets) }

  /// What a sheet says otherwise than the last time. O(reviews + comparisons + remarks).
  func news(
    in sheet: ReviewSheet
  ) -> (
    reviews: [ProposalID: Review], comparisons: [ProposalPair: Comparison],
    remarks: [String: Remark]
  ) {
    sheets.withLock { sheets in
      let old = sheets.updateValue(sheet, forKey: sheet.reviewer)
      return (
        sheet.reviews.filter { old?.reviews[$0.key] != $0.value },
        sheet.comparisons.filter { old?.comparisons[$0.key] != $0.value },
        sheet.discussion.filter { old?.discussion[$0.key] != $0.value }
      )
    }
  }
}

extension StoreError {
  /// The error with the name of the file alone, so that what to do about it is in sight on one line.
  fileprivate var short: StoreError {
    var short = self
    if let name = path.lastComponent { short.path = FilePath(name.string) }
    return short
  }
}

/// Where the rescue files are that the interface knows by their names.
private final class RescuedFiles: Sendable {
  private let files = Mutex<[String: KeptFile]>([:])

  func note(_ found: [KeptFile]) {
    files.withLock { files in
      for file in found { files[file.file.name] = file }
    }
  }

  func files(named names: [String]) -> [KeptFile] {
    files.withLock { files in names.compactMap { files[$0] } }
  }
}
