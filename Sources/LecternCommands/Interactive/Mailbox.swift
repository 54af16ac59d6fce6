import CursesTerminal
import LecternApp
import ReviewStore
import Synchronization

/// Where work beside the interface leaves what it found; each letter wakes the loop.
final class Mailbox: Sendable {
  private let letters = Mutex<[Letter]>([])
  private let pipe: WakePipe

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

  init(waking pipe: WakePipe) { self.pipe = pipe }

  /// Leaves a letter. Any thread.
  func post(_ letter: Letter) {
    letters.withLock { $0.append(letter) }
    pipe.wake()
  }

  /// Takes all letters, oldest first.
  func takeAll() -> [Letter] {
    letters.withLock { letters in
      defer { letters = [] }
      return letters
    }
  }
}
