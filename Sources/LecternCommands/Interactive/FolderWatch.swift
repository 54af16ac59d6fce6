import LecternApp
import ReviewCore
import ReviewStore
import Synchronization

/// The folder as the interface knows it, and the look for changes by others.
///
/// It looks at the files once a second, so that it works on network and synced folders, where no
/// news of changes comes by itself.
final class FolderWatch: Sendable {
  private let known: Mutex<Known>
  private let mailbox: Mailbox

  private struct Known {
    var loaded: LoadedFolder
    /// Counts what we wrote ourselves: what was read before that is out of date.
    var saves = 0
    /// The last thing that went wrong, so that it is told once.
    var problem: String?
  }

  init(_ loaded: LoadedFolder, telling mailbox: Mailbox) {
    known = Mutex(Known(loaded: loaded))
    self.mailbox = mailbox
  }

  /// Looks at the files until it is cancelled.
  func watch() async {
    while !Task.isCancelled {
      try? await Task.sleep(for: .seconds(1))
      if Task.isCancelled { return }
      await look()
    }
  }

  /// Looks at the files without waiting for the next second: something of ours was written.
  func lookSoon() { Task.detached { await self.look() } }

  private func look() async {
    let (loaded, saves) = known.withLock { ($0.loaded, $0.saves) }
    do {
      take(try await loaded.reloaded(), after: saves)
    } catch {
      let isNews = known.withLock { known in
        defer { known.problem = error.description }
        return known.problem != error.description
      }
      if isNews { mailbox.post(.message(.folderFailed(problem: error.description))) }
    }
  }

  /// Takes what was read, unless we wrote meanwhile: then the next look reads again. The news is
  /// posted under the lock, so that it never overtakes a save that it does not hold.
  private func take(_ reloaded: LoadedFolder?, after saves: Int) {
    known.withLock { known in
      guard known.saves == saves else { return }
      known.problem = nil
      guard let reloaded else { return }
      known.loaded = reloaded
      mailbox.post(.message(.folderChanged(reloaded.summit, faults: reloaded.faults)))
    }
  }

  /// Takes in a save of our own, so that the next look does not read the file again.
  func include(_ outcome: SaveOutcome) { include { $0.including(outcome) } }

  /// Takes in decisions of our own.
  func include(_ outcome: DecideOutcome) { include { $0.including(outcome) } }

  private func include(_ body: (LoadedFolder) -> LoadedFolder) {
    known.withLock { known in
      known.loaded = body(known.loaded)
      known.saves += 1
    }
  }
}
