import LecternApp
import ReviewStore
import Synchronization

/// Where work beside the interface leaves what it found; each letter wakes the loop.
final class Mailbox: Sendable {
  private let letters = Mutex<[Letter]>([])
  private let wake: @Sendable () -> Void

  /// What comes in.
  enum Letter: Sendable {
    /// The folder is being read.
    case loading(LoadProgress)
    /// The folder was read for the first time.
    case opened(Opening)
    /// It could not be.
    case failed(any Error)
    /// News for the interface.
    case message(Message)
  }

  /// Makes an empty one.
  ///
  /// - Parameter wake: wakes the loop, from any thread.
  init(_ wake: @escaping @Sendable () -> Void) { self.wake = wake }

  /// Leaves a letter. Any thread.
  func post(_ letter: Letter) {
    letters.withLock { $0.append(letter) }
    wake()
  }

  /// Takes all letters, oldest first.
  func takeAll() -> [Letter] {
    letters.withLock { letters in
      defer { letters = [] }
      return letters
    }
  }
}
