import Glibc
import Testing

/// What `Scripts/sanitize` tells the program under test; empty in an ordinary run.
enum Sanitizer {
  /// The options of its runtime: the program's own signals are tested, so it must leave them alone.
  static let options: [String: String] = {
    var options: [String: String] = [:]
    for name in ["ASAN_OPTIONS", "TSAN_OPTIONS"] {
      if let value = getenv(name) { options[name] = String(cString: value) }
    }
    return options
  }()

  /// How much slower than usual the program may be.
  static let slowness = options.isEmpty ? 1 : 10
}

extension Trait where Self == ConditionTrait {
  /// Where a sanitizer's runtime does something itself with what the test does to the program: it
  /// takes the trap, or writes files of its own on the full disk.
  static var outsideSanitizers: Self {
    .enabled(if: Sanitizer.options.isEmpty, "a sanitizer's runtime stands between")
  }
}
