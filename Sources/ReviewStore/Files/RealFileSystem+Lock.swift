import Glibc
package import SystemPackage

/// How long a lock is waited for.
package struct LockPatience: Sendable {
  /// How long at most, summed over the pauses.
  package var limit: Duration
  /// How long between two attempts.
  package var pause: Duration
  /// Waits: the thread's sleep, or in tests nothing.
  package var sleep: @Sendable (Duration) -> Void

  /// Makes a patience: 10 seconds, looking every 20 milliseconds.
  package init(
    limit: Duration = .seconds(10), pause: Duration = .milliseconds(20),
    sleep: @escaping @Sendable (Duration) -> Void = LockPatience.sleep
  ) {
    self.limit = limit
    self.pause = pause
    self.sleep = sleep
  }

  /// Lets the thread sleep.
  package static let sleep: @Sendable (Duration) -> Void = { duration in
    let (seconds, attoseconds) = duration.components
    var time = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
    nanosleep(&time, nil)
  }

  /// What a file system without the call answers. `EBADF`: NFS makes a write lock of `flock`, and
  /// a folder cannot be opened for writing.
  static let unsupported: Set<Errno> = [
    .notSupported, .notSupportedOnSocket, .noLocks, .invalidArgument, .noFunction,
    .badFileDescriptor,
  ]
}

extension RealFileSystem {
  package func lock(_ folder: FilePath) throws(FileError) -> FolderLock {
    guard let descriptor = try open(folder, O_RDONLY | O_DIRECTORY, ifMissing: nil) else {
      throw FileError(.noSuchFileOrDirectory, folder)
    }
    var waited = Duration.zero
    while true {
      do throws(FileError) {
        try retrying(.lock, folder) { flock(descriptor, LOCK_EX | LOCK_NB) }
        return FolderLock(isEnforced: true) { _ = Glibc.close(descriptor) }
      } catch  where error.code == .wouldBlock && waited < patience.limit {
        patience.sleep(patience.pause)
        waited += patience.pause
      } catch {
        _ = Glibc.close(descriptor)
        guard LockPatience.unsupported.contains(error.code) else { throw error }
        return FolderLock(isEnforced: false) {}
      }
    }
  }
}
