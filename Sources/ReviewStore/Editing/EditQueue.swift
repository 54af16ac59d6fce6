import Dispatch
package import ReviewCore
import Synchronization

/// Edits `summit.json` in the background: the committee, deadlines, rules.
///
/// Edits are made one after the other, each on the file as it is at that moment. One that fails is
/// told and dropped: it was made of what the person saw, which may be gone by then.
package final class EditQueue: Sendable {
  /// Makes the new file of the one that is there. It may be called more than once.
  package typealias Edit = @Sendable (JSONObject) throws -> JSONObject

  private struct Waiting: Sendable {
    let name: String
    let revision: Int
    let edit: Edit
  }

  private let worker = DispatchQueue(label: "lectern.edit", qos: .userInitiated)
  /// The first is being made.
  private let waiting = Mutex<[Waiting]>([])
  private let folder: ReviewFolder
  private let report: @Sendable (EditEvent) -> Void

  /// Makes a queue with nothing in it.
  ///
  /// - Parameter report: is told what became of each edit, on a thread of the queue's.
  package init(folder: ReviewFolder, report: @escaping @Sendable (EditEvent) -> Void) {
    self.folder = folder
    self.report = report
  }

  /// Adds an edit and returns at once.
  ///
  /// - Parameters:
  ///   - name: what it is, in the words of the person: "Mei added to the committee".
  ///   - revision: the caller's number of it; reports name it.
  package func submit(_ name: String, revision: Int, _ edit: @escaping Edit) {
    waiting.withLock { $0.append(Waiting(name: name, revision: revision, edit: edit)) }
    worker.async { self.makeNext() }
  }

  /// Whether every edit was made, or reported as failed.
  package var isEmpty: Bool { waiting.withLock(\.isEmpty) }

  /// Waits until all are made: for leaving the program. Blocks at most for `timeout`.
  ///
  /// - Returns: the names of those that are not; only the first of them may still come to be.
  package func drain(timeout: Duration) -> [String] {
    let done = DispatchSemaphore(value: 0)
    worker.async { done.signal() }
    _ = done.wait(timeout: .now() + .milliseconds(max(0, timeout.milliseconds)))
    return waiting.withLock { waiting in
      defer { waiting = [] }
      return waiting.map(\.name)
    }
  }

  private func makeNext() {
    guard let next = waiting.withLock(\.first) else { return }
    let event: EditEvent
    do {
      let changed = try folder.edit([.summit]) { trees in
        guard let tree = trees[.summit] else {
          throw StoreError(
            .notFound, folder.path(of: .summit), problem: "there is no summit.json any more",
            remedy: "Put it back, then try again")
        }
        return [.summit: try next.edit(tree)]
      }
      event = .made(next.revision, name: next.name, isChange: !changed.isEmpty)
    } catch {
      event = .failed(next.revision, name: next.name, problem: "\(error)")
    }
    waiting.withLock { if !$0.isEmpty { $0.removeFirst() } }
    report(event)
  }
}

/// What became of an edit.
package enum EditEvent: Hashable, Sendable {
  /// It is on the disk. `isChange` is false where the file said so already.
  case made(Int, name: String, isChange: Bool)
  /// It could not be made, and is not tried again.
  case failed(Int, name: String, problem: String)
}
