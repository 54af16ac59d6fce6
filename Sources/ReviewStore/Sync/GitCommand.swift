package import SystemPackage

/// One call of git.
package struct GitCommand: Sendable {
  /// What is written behind `git`.
  package var arguments: [String]
  /// What it reads.
  package var input: [UInt8] = []
  /// Variables of the environment that this call needs besides.
  package var environment: [String: String] = [:]

  /// Orders a call.
  package init(_ arguments: [String]) { self.arguments = arguments }
}

/// What a call of git came to.
package struct GitOutput: Hashable, Sendable {
  /// The exit code; that of a signal is negative.
  package var status: Int
  /// What it printed.
  package var output: [UInt8]
  /// What it complained of.
  package var errors: String

  /// Makes an output.
  package init(status: Int, output: [UInt8] = [], errors: String = "") {
    (self.status, self.output, self.errors) = (status, output, errors)
  }

  /// What it printed, as text.
  package var text: String { String(decoding: output, as: UTF8.self) }
  /// What it printed, without the newline at the end.
  package var line: String {
    let text = text
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
  /// What it printed, cut at each NUL; nothing stands behind the last.
  package var fields: [String] {
    output.split(separator: 0, omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Runs git in a folder.
///
/// - Throws: `GitError.missing` where there is no git, `CancellationError` where the task was
///   cancelled. That git fails is *not* an error: its exit code says so.
package typealias GitRunner =
  @Sendable (_ command: GitCommand, _ folder: FilePath) async throws -> GitOutput

/// Why git did not do what it was asked.
package enum GitError: Error, Hashable, Sendable {
  /// There is no git on this machine.
  case missing
  /// It could not be started: why.
  case notStarted(String)
  /// It failed, in a call that begins with a word such as `commit`.
  case failed(String, GitOutput)
}
