import Glibc

/// Runs `lectern` without a terminal as quickly as can be: for thousands of runs.
struct QuickRun {
  /// The exit code, or minus the signal that ended it.
  let code: Int32
  /// What it said on stderr until then.
  let errors: String

  /// Runs a command, whose paths must be whole ones, and waits for its end; kills it after so many microseconds, where given.
  init(
    _ arguments: [String], in scratch: Scratch, environment changes: [String: String?] = [:],
    killAfter delay: UInt32? = nil
  ) throws {
    let output = "\(scratch.path)/said"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    let words = ([Place.program] + arguments).map { strdup($0) }
    let variables = scratch.environment(changes).map { strdup("\($0)=\($1)") }
    defer { for pointer in words + variables { free(pointer) } }
    var process: pid_t = 0
    let result = posix_spawn(
      &process, Place.program, &actions, nil, words + [nil], variables + [nil])
    guard result == 0 else { throw Launch.Failed(program: Place.program, code: result) }
    if let delay {
      usleep(delay)
      kill(process, SIGKILL)
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    code = status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
    errors = try Files.text(of: output) ?? ""
  }
}
