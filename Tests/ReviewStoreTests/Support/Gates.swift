import ReviewStore
import Synchronization
import SystemPackage

/// Lets system calls fail on order, and notes those that were made.
final class FailingGate: SystemCallGate {
  private struct State {
    var calls: [SystemCall] = []
    var armed = true
  }

  private let state = Mutex(State())
  private let longestWrite: Int
  private let decide: @Sendable (_ call: SystemCall, _ number: Int) -> Errno?

  init(
    longestWrite: Int = .max, _ decide: @escaping @Sendable (SystemCall, Int) -> Errno?
  ) {
    self.longestWrite = longestWrite
    self.decide = decide
  }

  /// Fails the call of this number, from 0, with `error`, and no other.
  convenience init(failing number: Int, with error: Errno = .ioError) {
    self.init { $1 == number ? error : nil }
  }

  /// Fails each call of a kind.
  convenience init(_ call: SystemCall, with error: Errno) {
    self.init { made, _ in made == call ? error : nil }
  }

  var calls: [SystemCall] { state.withLock(\.calls) }

  /// From now on nothing fails.
  func disarm() { state.withLock { $0.armed = false } }

  func willMake(_ call: SystemCall, on path: FilePath) throws(Errno) {
    let number: Int? = state.withLock { state in
      state.calls.append(call)
      return state.armed ? state.calls.count - 1 : nil
    }
    if let number, let error = decide(call, number) { throw error }
  }

  func writeLength(of count: Int) -> Int { min(count, longestWrite) }
}

/// A disk that fails one call, and may take only half of what it is given at a time.
final class FaultyDisk: SystemCallGate {
  private let calls = Mutex(0)
  private let number: Int
  private let error: Errno
  private let halvesWrites: Bool

  /// Fails the call of this number, from 0, and no other.
  init(failing number: Int, with error: Errno, halvesWrites: Bool = false) {
    (self.number, self.error, self.halvesWrites) = (number, error, halvesWrites)
  }

  /// How many calls were made.
  var count: Int { calls.withLock { $0 } }

  func willMake(_ call: SystemCall, on path: FilePath) throws(Errno) {
    let isIt = calls.withLock { calls in
      defer { calls += 1 }
      return calls == number
    }
    if isIt { throw error }
  }

  func writeLength(of count: Int) -> Int { halvesWrites ? (count + 1) / 2 : count }
}

/// A generator whose seed is in the test's name.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64 (Steele, Lea, Flood, 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
