import ReviewCore
import TerminalUI

/// Sharing by git: what is said is on the disk first, and the rest goes on beside the interface.
extension State {
  /// Orders a sync, as soon as all that was said is saved; shows first why the last one failed, where
  /// that could not be shown when it did.
  mutating func sync() -> [Effect] {
    guard let viewer = seen.viewer else {
      openReviewerMenu()
      return []
    }
    if let failure = syncFailure {
      syncFailure = nil
      showSyncFailure(failure)
      return []
    }
    if let work {
      say("\(work.name) goes on; Esc stops it", .note)
      return []
    }
    guard isSaved else {
      isSyncWaiting = true
      say("Saving first, then syncing; Esc takes it back", .note)
      return []
    }
    isSyncWaiting = false
    say("Syncing; Esc stops it", .note)
    return [.sync(viewer)]
  }

  /// Orders the sync that waited for what was said to be saved.
  mutating func syncIfSaved() -> [Effect] { isSyncWaiting && isSaved ? sync() : [] }

  /// Takes a sync back that waits.
  mutating func stopWaitingToSync() -> [Effect] {
    isSyncWaiting = false
    say("Not synced", .note)
    return []
  }

  /// Takes in what a sync did.
  mutating func synced(_ report: [String]) {
    syncFailure = nil
    say(report.joined(separator: " "))
  }

  /// Takes in why a sync failed: it stays in sight until it was read.
  mutating func syncFailed(_ report: [String]) {
    guard overlays.isEmpty, prefix == nil else {
      syncFailure = report
      say("Not synced: \(key(of: .sync)) shows why", .problem)
      return
    }
    showSyncFailure(report)
  }

  private mutating func showSyncFailure(_ report: [String]) {
    toast = nil
    overlays.append(.page(Page(kind: .syncFailure(report), title: "Not synced")))
  }

  /// The lines of the page that says why a sync failed: what is wrong, and what git says of it.
  func syncFailureLines(_ report: [String], columns: Int) -> [StyledLine] {
    report.enumerated().flatMap { place, line in
      wrap(line, columns: columns).map { StyledLine($0, place == 0 ? theme.title : theme.text) }
    }
  }
}
