import Glibc

/// Starts programs as leaders of a session on a terminal, as a terminal emulator does.
enum Launch {
  struct Failed: Error {
    let program: String
    let code: Int32
  }

  /// Starts a program whose controlling terminal and standard streams are the given terminal.
  ///
  /// It gets no other descriptor of ours, no signal blocked, and none ignored.
  static func program(
    _ path: String, _ arguments: [String], environment: [String: String], folder: String,
    terminal: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a session opens becomes its controlling terminal.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    for descriptor in 3..<Int32(512) { posix_spawn_file_actions_addclose(&actions, descriptor) }

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let inNewSession: Int32 = 0x80
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | inNewSession))

    let launcher = "/usr/bin/env"
    let words = ([launcher, "-C", folder, path] + arguments).map { strdup($0) }
    let variables = environment.map { strdup("\($0)=\($1)") }
    defer { for pointer in words + variables { free(pointer) } }
    var process: pid_t = 0
    let code = posix_spawn(
      &process, launcher, &actions, &attributes, words + [nil], variables + [nil])
    guard code == 0 else { throw Failed(program: path, code: code) }
    return process
  }
}
