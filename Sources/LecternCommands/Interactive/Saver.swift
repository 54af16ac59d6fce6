import LecternApp
import ReviewCore
import ReviewStore
import Synchronization
import SystemPackage

/// Saves what the interface says, and tells it what became of it.
struct Saver: Sendable {
  private let queue: SaveQueue<SheetChange>
  private let privateState: StateFolder

  /// How long leaving may wait for the disk. A terminal that hung up has two seconds in all.
  private static let patience = Duration.milliseconds(1_500)

  init(_ opening: Opening, watch: FolderWatch, telling mailbox: Mailbox) {
    privateState = opening.privateState
    let known = KnownSheets(opening.loaded.summit.sheets)
    queue = SaveQueue<SheetChange>(
      folder: opening.loaded.folder, rescue: privateState.rescue, now: Clock.now
    ) { event in
      if case .saved(_, let outcome) = event { watch.include(outcome) }
      mailbox.post(.message(Self.message(of: event, known)))
    }
  }

  /// Saves a change, in the background.
  func save(_ change: SheetChange, revision: Int, in event: Event) {
    queue.submit(change, revision: revision, in: event)
  }

  /// Remembers who the person is; that it cannot be remembered is worth no more than a line.
  func remember(_ reviewer: Identifier) {
    try? privateState.remember(reviewer: reviewer)
  }

  /// Waits for what is not saved yet; returns what the person must be told where that fails.
  func finish() -> [String] {
    let outcome = queue.drain(timeout: Self.patience)
    return outcome.rescued.map {
      "Not everything could be saved in the review folder. It is kept in \($0.string)"
    }
      + outcome.lost.map { change, error in
        "NOT SAVED: \(error)\n"
          + String(decoding: JSONValue.object(change.tree).fileBytes, as: UTF8.self)
      }
  }

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
      return .saved(revision: revision, news: known.news(in: outcome.sheet), notice: notice)
    case .failed(_, let error, _): return .saveFailed(problem: "Not saved: \(error)")
    case .refused(let revision, let error, let path):
      let place = path.map { " What you said is kept in \($0.string)" } ?? ""
      return .saved(revision: revision, news: [:], notice: "Not saved: \(error)\(place)")
    }
  }
}

/// The sheets as the disk had them the last time, so that only what differs is news.
private final class KnownSheets: Sendable {
  private let sheets: Mutex<[Identifier: ReviewSheet]>

  init(_ sheets: [Identifier: ReviewSheet]) { self.sheets = Mutex(sheets) }

  /// What a sheet says otherwise than the last time. O(reviews).
  func news(in sheet: ReviewSheet) -> [ProposalID: Review] {
    sheets.withLock { sheets in
      let old = sheets.updateValue(sheet, forKey: sheet.reviewer)?.reviews ?? [:]
      return sheet.reviews.filter { old[$0.key] != $0.value }
    }
  }
}
