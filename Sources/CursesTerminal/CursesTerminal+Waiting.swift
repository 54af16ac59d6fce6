internal import CNCurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension CursesTerminal {
  /// Waits for bytes, a signal, a wake or the end of the time, without using the processor.
  ///
  /// - Parameter timeoutMilliseconds: How long at most; `nil` for ever, 0 for not at all.
  package func wait(timeoutMilliseconds: Int?) -> Wake {
    let deadline = timeoutMilliseconds.map { ContinuousClock.now + .milliseconds($0) }
    // What happened beside a child.
    var wake = untold
    untold = Wake()
    repeat {
      let left = mayHaveResized || !wake.isTimeout ? 0 : Self.milliseconds(until: deadline)
      // A descriptor below 0 is passed over: one that has hung up would be ready for ever.
      var polled = [
        pollfd(fd: hasHungUp ? -1 : descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: lectern_wake_read_descriptor(), events: Int16(POLLIN), revents: 0),
      ]
      // Below 0 is EINTR: the signal has written to the pipe.
      guard poll(&polled, nfds_t(polled.count), left) >= 0 else { continue }
      if polled[1].revents != 0, takeWakes(into: &wake) { reenter() }
      if polled[0].revents != 0 { readInput(polled[0].revents, into: &wake) }
      if mayHaveResized { wake.isResized = true }
    } while wake.isTimeout && deadline.map { ContinuousClock.now < $0 } ?? true
    return wake
  }

  /// Waits, while a child has the terminal, for a signal to end or a wake; what is typed is the
  /// child's. The next `wait` tells it again.
  ///
  /// - Returns: whether the program is to end.
  package func waitBesideChild() -> Bool {
    var polled = pollfd(fd: lectern_wake_read_descriptor(), events: Int16(POLLIN), revents: 0)
    if poll(&polled, 1, -1) > 0 { _ = takeWakes(into: &untold) }
    return untold.mustLeave
  }

  private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let (seconds, attoseconds) = (deadline - .now).components
    // Rounded up: an early end would poll again and again with 0.
    let milliseconds = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(clamping: max(0, milliseconds))
  }

  /// Takes what is in the pipe; returns whether the program was continued after a stop that gave it
  /// no chance to leave the screen: then the shell has changed the settings.
  private func takeWakes(into wake: inout Wake) -> Bool {
    var bytes = [UInt8](repeating: 0, count: 512)
    while true {
      let count = read(lectern_wake_read_descriptor(), &bytes, bytes.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      if bytes[..<count].contains(UInt8(LECTERN_WAKE_BYTE)) { wake.isWoken = true }
      if count < bytes.count { break }
    }
    // After the pipe: a signal in between has written another byte, and wakes once too often.
    let bits = lectern_signals_take()
    wake.signals.formUnion(Wake.Signals(rawValue: bits).intersection([.ending, .stop]))
    if bits & UInt32(LECTERN_SIGNAL_RESIZED) != 0 { mayHaveResized = true }
    return bits & UInt32(LECTERN_SIGNAL_CONTINUED) != 0
  }

  private func readInput(_ events: Int16, into wake: inout Wake) {
    let capacity = 64 * 1024
    var failure: Int32 = 0
    wake.input = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      var result = -1
      repeat {
        result = read(descriptor, buffer.baseAddress, capacity)
      } while result < 0 && errno == EINTR
      failure = result < 0 ? errno : 0
      count = max(0, result)
    }
    if !wake.input.isEmpty { return }
    let hasEnded = failure != EAGAIN
    if hasEnded || events & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 {
      hasHungUp = true
      wake.isHangup = true
    }
  }
}
