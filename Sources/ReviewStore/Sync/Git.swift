package import SystemPackage

/// git in one folder.
package struct Git: Sendable {
  private let runner: GitRunner
  /// Where it works: paths of arguments start there.
  package let folder: FilePath
  /// The index to use in place of the repository's.
  package var index: FilePath?
  /// Settings for each call, as `key=value`.
  package var settings: [String] = []

  /// Makes git in a folder.
  package init(in folder: FilePath, by runner: @escaping GitRunner) {
    (self.folder, self.runner) = (folder, runner)
  }

  /// The same git in another folder.
  package func moved(to folder: FilePath) -> Git {
    var git = Git(in: folder, by: runner)
    (git.index, git.settings) = (index, settings)
    return git
  }

  /// The same git with another index.
  package func withIndex(_ path: FilePath) -> Git {
    var git = self
    git.index = path
    return git
  }

  /// Calls git, whatever it comes to.
  ///
  /// - Throws: what the runner throws.
  package func attempt(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]
  ) async throws -> GitOutput {
    try Task.checkCancellation()
    var command = GitCommand(settings.flatMap { ["-c", $0] } + arguments)
    command.input = input
    command.environment = environment
    if let index { command.environment["GIT_INDEX_FILE"] = index.string }
    return try await runner(command, folder)
  }

  /// Calls git and expects that it does what it is asked.
  ///
  /// - Throws: `GitError.failed` where its exit code is not 0; what the runner throws.
  @discardableResult
  package func call(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]
  ) async throws -> GitOutput {
    let output = try await attempt(arguments, input: input, environment: environment)
    guard output.status == 0 else { throw GitError.failed(arguments[0], output) }
    return output
  }

  /// The bytes of a file as a commit has them.
  package func blob(_ id: String) async throws -> [UInt8] {
    try await call(["cat-file", "blob", id]).output
  }

  /// Keeps bytes in the repository and returns their id.
  package func keep(_ bytes: [UInt8]) async throws -> String {
    try await call(["hash-object", "-w", "--stdin"], input: bytes).line
  }
}
