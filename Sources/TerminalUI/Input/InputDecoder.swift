/// Turns the bytes of a terminal into events. Pure: bytes and times in, events out.
///
/// Digits are scores, so a stray byte must never come out as a key. Once a sequence has begun
/// (`ESC` and one of `[ O ] P X ^ _`) the rest belongs to it, to its end, however late it comes; an
/// unknown sequence is swallowed whole. Only ESC itself is timed: alone for 25 ms it is the Escape
/// key, and yet one of those bytes within a second of it still resumes a sequence.
///
/// Escape ends a control string that never ends, Ctrl-C is reported inside one, and ends a paste
/// that nothing was added to for a second, so no noise can take the keyboard away for good.
package struct InputDecoder: Sendable {
  /// Milliseconds after which an ESC without a successor is the Escape key.
  package static let escapeDelay: Int64 = 25
  /// Milliseconds after an ESC within which a sequence may still be resumed.
  package static let resumeDelay: Int64 = 1000
  /// Bytes of a sequence that are looked at; a longer one is unknown.
  static let longestSequence = 64

  /// An ESC whose successor has not come.
  struct Escape {
    /// When it came, in milliseconds.
    var time: Int64
    /// Whether another ESC came right before it, as for Alt with an arrow.
    var isDouble = false
    /// Whether it ended a control string: then it is no key, and `\` may follow.
    var endsString = false
    /// Whether it has been reported as a key.
    var isReported = false
  }

  enum State {
    case ground
    case escape(Escape)
    /// After `ESC [` (or `ESC O` if `isApplication`).
    case sequence(isApplication: Bool, isAlt: Bool)
    /// After `ESC [ [`: the linux console's function keys.
    case linuxFunction
    /// The three bytes after `ESC [ M`.
    case oldMouse
    /// A control string; the flag says whether BEL ends it.
    case string(endsWithBell: Bool)
    case paste(PasteCollector)
  }

  var state = State.ground
  /// The bytes of the sequence under way, ESC included, as far as they are looked at.
  var raw: [UInt8] = []
  /// Whether the sequence under way is too long, or holds what no sequence may hold.
  var isUnknown = false
  var utf8 = UTF8Decoder()
  /// Whether the character that `utf8` is putting together came right after ESC.
  var isAltCharacter = false
  var now: Int64 = 0
  let terminfo: [[UInt8]: KeyPress]

  /// Makes a decoder.
  ///
  /// - Parameter terminfo: The terminal's own key strings, which go before the built-in ones. Only
  ///   those are heeded that begin with ESC and are either two bytes long or sequences (`ESC [ …`,
  ///   `ESC O …`).
  package init(terminfo: [[UInt8]: KeyPress] = [:]) {
    self.terminfo = terminfo.filter { $0.key.first == 0x1B && $0.key.count > 1 }
  }

  /// When `timePassed` must be called if no byte comes before; nil for never.
  package var deadline: Int64? {
    guard case .escape(let escape) = state, !escape.isReported else { return nil }
    return escape.time &+ Self.escapeDelay
  }

  /// Takes bytes that were read at a time, and gives the events that they complete.
  ///
  /// - Parameters:
  ///   - bytes: Any part of the stream; sequences may be split anywhere.
  ///   - milliseconds: Of a clock that does not go backwards; one that does delays an Escape.
  /// - Complexity: O(n).
  package mutating func decode(
    _ bytes: some Sequence<UInt8>, at milliseconds: Int64
  ) -> [InputEvent] {
    var events = timePassed(to: milliseconds)
    for byte in bytes { take(byte, into: &events) }
    return events
  }

  /// Tells that no byte came up to a time, and gives the Escape key if one was waiting.
  package mutating func timePassed(to milliseconds: Int64) -> [InputEvent] {
    now = milliseconds
    guard case .escape(var escape) = state else { return [] }
    escape.time = min(escape.time, now)
    var events: [InputEvent] = []
    if !escape.isReported, now &- escape.time >= Self.escapeDelay {
      report(&escape, into: &events)
    }
    state = .escape(escape)
    if now &- escape.time > Self.resumeDelay { state = .ground }
    return events
  }

  /// Gives the key or keys that a lone ESC, or two, turned out to be.
  mutating func report(_ escape: inout Escape, into events: inout [InputEvent]) {
    guard !escape.isReported else { return }
    escape.isReported = true
    if escape.isDouble { events.append(.key(KeyPress(.escape))) }
    if !escape.endsString { events.append(.key(KeyPress(.escape))) }
  }

  mutating func take(_ byte: UInt8, into events: inout [InputEvent]) {
    switch state {
    case .ground:
      takeInGround(byte, into: &events)
    case .escape(let escape):
      takeAfterEscape(byte, escape, into: &events)
    case .sequence(let isApplication, let isAlt):
      takeInSequence(byte, isApplication: isApplication, isAlt: isAlt, into: &events)
    case .linuxFunction:
      takeLinuxFunction(byte, into: &events)
    case .oldMouse:
      takeOldMouse(byte, into: &events)
    case .string(let endsWithBell):
      takeInString(byte, endsWithBell: endsWithBell, into: &events)
    case .paste(var collector):
      // Out of the state while it changes, so that its bytes are not copied.
      state = .ground
      if let text = collector.abandoned(by: byte, at: now) {
        events.append(.paste(text))
        take(byte, into: &events)
      } else if let text = collector.take(byte) {
        events.append(.paste(text))
      } else {
        state = .paste(collector)
      }
    }
  }
}
