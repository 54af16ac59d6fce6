internal import CNCurses

/// What ended a wait; more than one can have happened at once.
package struct Wake: Hashable, Sendable {
  /// Signals to act on. Those of resizing and continuing are told by `isResized`.
  package struct Signals: OptionSet, Hashable, Sendable {
    /// One bit for each signal.
    package let rawValue: UInt32

    /// Makes a set from its bits.
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// SIGTERM: save and leave.
    package static let terminate = Signals(rawValue: 2)
    /// SIGHUP: save and leave.
    package static let hangup = Signals(rawValue: 4)
    /// SIGINT from outside: in raw mode the keyboard sends none.
    package static let interrupt = Signals(rawValue: 8)
    /// SIGQUIT: save and leave.
    package static let quit = Signals(rawValue: 16)
    /// SIGTSTP from outside: answer with `suspend()`.
    package static let stop = Signals(rawValue: 32)
    /// Those that ask for the end.
    package static let ending: Signals = [.terminate, .hangup, .interrupt, .quit]
  }

  /// Bytes from the terminal, at most 64 KiB at a time.
  package var input: [UInt8] = []
  /// The terminal has gone. Told once; later waits no longer listen to it.
  package var isHangup = false
  /// The size may have changed: call `resized()`.
  package var isResized = false
  /// Signals that arrived.
  package var signals: Signals = []
  /// A `WakePipe` was written to.
  package var isWoken = false

  /// Nothing happened before the time was over.
  package var isTimeout: Bool { self == Wake() }

  /// The program is to save and end, for whatever reason.
  package var mustLeave: Bool { isHangup || !signals.isDisjoint(with: .ending) }
}
