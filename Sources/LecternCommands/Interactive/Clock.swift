import ReviewCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The clocks of the machine.
enum Clock {
  /// The time of day, which people and files see.
  static func now() -> Timestamp { Timestamp(milliseconds: milliseconds(of: CLOCK_REALTIME)) }

  /// Milliseconds that never jump, for what is timed.
  static func monotonic() -> Int64 { milliseconds(of: CLOCK_MONOTONIC) }

  private static func milliseconds(of clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
