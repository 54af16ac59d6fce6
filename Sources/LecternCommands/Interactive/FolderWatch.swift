import LecternApp
import ReviewCore
import ReviewStore

/// The folder as the interface knows it, and the look for changes by others.
///
/// It looks at the files once a second, so that it works on network and synced folders, where no
/// news of changes comes by itself.
actor FolderWatch {
  private var loaded: LoadedFolder
  private let mailbox: Mailbox
  /// The last thing that went wrong, so that it is told once.
  private var lastProblem: String?

  init(_ loaded: LoadedFolder, telling mailbox: Mailbox) {
    self.loaded = loaded
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

  private func look() async {
    let before = loaded
    do {
      guard let reloaded = try await before.reloaded() else {
        lastProblem = nil
        return
      }
      loaded = reloaded
      lastProblem = nil
      mailbox.post(.message(.folderChanged(reloaded.summit, faults: reloaded.faults)))
    } catch {
      let problem = error.description
      guard problem != lastProblem else { return }
      lastProblem = problem
      mailbox.post(.message(.folderFailed(problem: problem)))
    }
  }

  /// Takes in a save of our own, so that the next look does not read the file again.
  func include(_ outcome: SaveOutcome) { loaded = loaded.including(outcome) }
}
