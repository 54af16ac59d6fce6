internal import CNCurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Wakes the loop that waits for the terminal, from any thread.
///
/// It stays valid after the terminal was closed; waking then does nothing.
package struct WakePipe: Hashable, Sendable {
  private let descriptor: Int32

  init() { descriptor = lectern_wake_write_descriptor() }

  /// Ends the wait under way, or the next one. Many wakes before it are one.
  package func wake() {
    var byte = UInt8(LECTERN_WAKE_BYTE)
    // A full pipe wakes as well, so an error needs no answer.
    _ = write(descriptor, &byte, 1)
  }
}
