import ReviewCore

/// Why a command did not do what was asked, with the exit code that says so.
struct CommandFailure: Error, Hashable {
  /// The exit code.
  let code: Int32
  /// What to tell the person; several lines are several messages.
  let message: String

  /// 64: the command was typed wrong; the message names what is near.
  static func usage(_ message: String) -> CommandFailure {
    CommandFailure(code: ExitStatus.usage, message: message)
  }

  /// 2: it cannot be done: no such thing, not allowed, off the scale.
  static func cannot(_ message: String) -> CommandFailure {
    CommandFailure(code: ExitStatus.cannot, message: message)
  }

  /// 1: it was done, but what was asked for is not so.
  static func isNotSo(_ message: String) -> CommandFailure {
    CommandFailure(code: ExitStatus.isNotSo, message: message)
  }

  /// 2: there is no such proposal, member, criterion.
  static func unknown(
    _ what: String, _ name: String, among known: some Collection<String>
  ) -> CommandFailure {
    let near = NearestWord.suggestion(for: name, among: known)
    let hint =
      near.isEmpty && !known.isEmpty && known.count <= 12
      ? " It is one of \(known.joined(separator: ", "))." : ""
    return .cannot("There is no \(what) \(name.quoted)\(near).\(hint)")
  }
}

/// The exit codes of command-line.md.
enum ExitStatus {
  static let done: Int32 = 0
  static let isNotSo: Int32 = 1
  static let cannot: Int32 = 2
  static let usage: Int32 = 64
}
