import Glibc
import Subprocess
package import SystemPackage

/// Runs the git of this machine.
///
/// No call waits for an answer that nobody can give: without a terminal to ask at, git and ssh get a
/// session of their own, which has no terminal, and are told not to ask. What git prints goes into files without a name rather than into a
/// pipe, since what git leaves running (ssh's shared connection) would keep a pipe open.
package struct GitProcess: Sendable {
  private let environment: [String: String]
  private let mayAsk: Bool

  /// Names the environment.
  ///
  /// - Parameter mayAsk: whether a person sits at the terminal, who may be asked for a password.
  package init(environment: [String: String], mayAsk: Bool) {
    self.mayAsk = mayAsk
    self.environment = Self.environment(environment, mayAsk: mayAsk)
  }

  /// What a hook around us sets for its own repository.
  private static let namesOfRepository = [
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_CONFIG",
    "GIT_IMPLICIT_WORK_TREE", "GIT_GRAFT_FILE", "GIT_SHALLOW_FILE", "GIT_INTERNAL_SUPER_PREFIX",
    "GIT_REPLACE_REF_BASE", "GIT_QUARANTINE_PATH", "GIT_REFLOG_ACTION", "GIT_PUSH_OPTION_COUNT",
    "GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS", "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS",
  ]

  /// The environment of every call.
  package static func environment(_ given: [String: String], mayAsk: Bool) -> [String: String] {
    var variables = given
    for name in namesOfRepository { variables[name] = nil }
    variables["LC_ALL"] = "C"
    variables["GIT_PAGER"] = "cat"
    variables["GIT_EDITOR"] = "true"
    variables["GIT_OPTIONAL_LOCKS"] = "0"
    variables["GIT_MERGE_AUTOEDIT"] = "no"
    if variables["GIT_HTTP_LOW_SPEED_LIMIT"] == nil, variables["GIT_HTTP_LOW_SPEED_TIME"] == nil {
      variables["GIT_HTTP_LOW_SPEED_LIMIT"] = "1"
      variables["GIT_HTTP_LOW_SPEED_TIME"] = "30"
    }
    if mayAsk { return variables }
    variables["GIT_TERMINAL_PROMPT"] = "0"
    variables["GIT_ASKPASS"] = "false"
    variables["SSH_ASKPASS"] = "false"
    variables["SSH_ASKPASS_REQUIRE"] = "never"
    variables["GCM_INTERACTIVE"] = "never"
    return variables
  }

  /// Runs a call.
  package func run(_ command: GitCommand, in folder: FilePath) async throws -> GitOutput {
    var arguments = ["-C", folder.isEmpty ? "." : folder.string, "--no-pager"]
    arguments += Self.settings.flatMap { ["-c", $0] }
    return try await start(arguments + command.arguments, command)
  }

  private static let settings = [
    "core.quotePath=off", "advice.detachedHead=false", "color.ui=false", "submodule.recurse=false",
  ]

  private func start(_ arguments: [String], _ command: GitCommand) async throws -> GitOutput {
    let (input, output, errors) = (try Memory(), try Memory(), try Memory())
    try input.write(command.input)
    var options = PlatformOptions()
    if !mayAsk { options.createSession = true }
    options.teardownSequence = [
      .send(
        signal: .terminate, toProcessGroup: !mayAsk, allowedDurationToNextStep: .seconds(2))
    ]
    var variables: [Environment.Key: String] = [:]
    for (name, value) in environment.merging(command.environment, uniquingKeysWith: { $1 }) {
      if let key = Environment.Key(rawValue: name) { variables[key] = value }
    }
    let status: TerminationStatus
    do {
      status = try await Subprocess.run(
        .name("git"), arguments: Arguments(arguments), environment: .custom(variables),
        platformOptions: options,
        input: .fileDescriptor(input.descriptor, closeAfterSpawningProcess: false),
        output: .fileDescriptor(output.descriptor, closeAfterSpawningProcess: false),
        error: .fileDescriptor(errors.descriptor, closeAfterSpawningProcess: false)
      ).terminationStatus
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw GitError.missing
    } catch let error as SubprocessError {
      try Task.checkCancellation()
      throw GitError.notStarted("\(error)")
    }
    try Task.checkCancellation()
    let code =
      switch status {
      case .exited(let code): Int(code)
      case .signaled(let signal): -Int(signal)
      }
    return GitOutput(
      status: code, output: try output.bytes(),
      errors: String(decoding: try errors.bytes(), as: UTF8.self))
  }
}

/// A file without a name, in memory where there is such a place, that a child can write into.
private final class Memory: Sendable {
  let descriptor: FileDescriptor

  init() throws {
    for folder in ["/dev/shm", "/tmp"] {
      var template = Array("\(folder)/lectern-git-XXXXXX".utf8CString)
      let number = mkstemp(&template)
      guard number >= 0 else { continue }
      _ = fcntl(number, F_SETFD, FD_CLOEXEC)
      _ = unlink(&template)
      descriptor = FileDescriptor(rawValue: number)
      return
    }
    throw GitError.notStarted(Errno(rawValue: errno).description)
  }

  deinit { try? descriptor.close() }

  func write(_ bytes: [UInt8]) throws {
    try descriptor.writeAll(bytes)
    try descriptor.seek(offset: 0, from: .start)
  }

  func bytes() throws -> [UInt8] {
    let size = Int(try descriptor.seek(offset: 0, from: .end))
    // The empty array is one for all threads, and even its zero is not to be written by two.
    if size == 0 { return [] }
    try descriptor.seek(offset: 0, from: .start)
    return try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = 0
      while count < size {
        let read = try descriptor.read(
          into: UnsafeMutableRawBufferPointer(
            rebasing: UnsafeMutableRawBufferPointer(buffer)[count...]))
        if read == 0 { break }
        count += read
      }
    }
  }
}
