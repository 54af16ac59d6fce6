import Dispatch
import Synchronization

/// Edits `summit.json` in the background: the committee, deadlines, rules.
///
/// Edits are made one after the other, each on the file as it is at that moment. One that fails is
/// told and dropped: it was made of what the person saw, which may be gone by then.
package final class EditQueue: Sendable {
  /// Makes an edit: `ReviewFolder.changeEvent`, with what is to be changed.
  package typealias Edit = @Sendable (ReviewFolder) throws -> EventChange

  private struct Waiting: Sendable {
    let name: String
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
  /// - Parameter name: what it is, in the words of the person: "Mei added to the committee".
  package func submit(_ name: String, _ edit: @escaping Edit) {
    waiting.withLock { $0.append(Waiting(name: name, edit: edit)) }
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
      event = .made(try next.edit(folder), name: next.name)
    } catch {
      event = .failed(name: next.name, problem: "\(error)")
    }
    waiting.withLock { if !$0.isEmpty { $0.removeFirst() } }
    report(event)
  }
}

/// What became of an edit.
package enum EditEvent: Hashable, Sendable {
  /// It is on the disk.
  case made(EventChange, name: String)
  /// It could not be made, and is not tried again.
  case failed(name: String, problem: String)
}
