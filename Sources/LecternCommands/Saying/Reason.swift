import ArgumentParser
import ReviewCore

/// The reason that an abstention and a conflict need.
enum Reason {
  /// Refuses an empty reason as wrong usage.
  static func check(_ reason: String) throws {
    if reason.trimmed.isEmpty { throw ValidationError("--reason is empty. Say why.") }
  }
}
