internal import CNCurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Lines from stdin, and the signals that ask for the end: for a conversation without a screen.
///
/// It works on a terminal of any type, and over a pipe. Not beside a `CursesTerminal`, and on one
/// thread at a time. A stop (Ctrl-Z) stops the process as ever.
package final class StandardInput {
  /// What came.
  package enum Event: Hashable, Sendable {
    /// A line, without its end.
    case line([UInt8])
    /// There are no more lines.
    case ended
    /// A signal asks for the end: Ctrl-C, a terminal that hangs up, a service that stops.
    case interrupted
  }

  private var bytes: [UInt8] = []
  private var hasEnded = false

  /// Begins to catch signals.
  package init() { _ = lectern_signals_install() }

  deinit { lectern_signals_remove() }

  /// Waits for the next line, the end or a signal, without using the processor.
  ///
  /// What stands behind the last line end of a pipe is a line as well.
  package func next() -> Event {
    while true {
      if takeSignals() { return .interrupted }
      if let end = bytes.firstIndex(of: 0x0A) {
        let line = bytes[..<end]
        bytes.removeSubrange(...end)
        return .line(Array(line.last == 0x0D ? line.dropLast() : line))
      }
      if hasEnded {
        defer { bytes = [] }
        return bytes.isEmpty ? .ended : .line(bytes)
      }
      read()
    }
  }

  private func read() {
    var polled = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: lectern_wake_read_descriptor(), events: Int16(POLLIN), revents: 0),
    ]
    // Below 0 is EINTR: the signal has written to the pipe.
    guard poll(&polled, nfds_t(polled.count), -1) > 0, polled[0].revents != 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    let count = systemRead(STDIN_FILENO, &buffer, buffer.count)
    if count > 0 {
      bytes += buffer[..<count]
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      hasEnded = true
    }
  }

  /// Takes the signals that came; returns whether one of them asks for the end.
  private func takeSignals() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 512)
    while systemRead(lectern_wake_read_descriptor(), &buffer, buffer.count) > 0 {}
    let signals = Wake.Signals(rawValue: lectern_signals_take())
    if signals.contains(.stop) { lectern_stop() }
    return !signals.isDisjoint(with: .ending)
  }
}

/// `read(2)`, which the method of that name would hide.
private func systemRead(
  _ descriptor: CInt, _ buffer: UnsafeMutableRawPointer?, _ count: Int
) -> Int {
  read(descriptor, buffer, count)
}
