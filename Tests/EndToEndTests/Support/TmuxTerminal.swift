import Glibc

/// A program in a real terminal: a tmux server of the test's own.
final class TmuxTerminal: Sendable {
  private let scratch: Scratch
  private let socket: String
  private let server: Int32
  private let program: Int32

  /// Starts `lectern` with arguments, in the folder of the test.
  convenience init(
    _ arguments: String..., in scratch: Scratch, columns: Int = 120, rows: Int = 36,
    environment changes: [String: String?] = [:]
  ) async throws {
    try await self.init(
      command: [Place.program] + arguments, in: scratch, columns: columns, rows: rows,
      environment: changes)
  }

  /// Starts a program, found by its path.
  init(
    command: [String], in scratch: Scratch, columns: Int = 120, rows: Int = 36,
    environment changes: [String: String?] = [:]
  ) async throws {
    self.scratch = scratch
    socket = "\(scratch.path)/tmux-\(Files.names(in: scratch.path).count)"
    let settings = """
      set -g status off
      set -g default-terminal tmux-256color
      set -g escape-time 0
      set -g remain-on-exit on
      set -g remain-on-exit-format ''
      set -g exit-empty off
      """
    try Files.write("\(settings)\n".utf8, to: "\(socket).conf")
    var variables = scratch.environment(changes)
    // Of the server; tmux sets it for the program.
    variables["TERM"] = "xterm-256color"
    let started = try await scratch.run(
      "/usr/bin/env",
      ["tmux", "-u", "-S", socket, "-f", "\(socket).conf", "new-session", "-d"]
        + ["-x", "\(columns)", "-y", "\(rows)", "-c", scratch.path] + command
        + [";", "display-message", "-p", "#{pid} #{pane_pid}"], environment: variables)
    let processes = started.output.split(whereSeparator: \.isWhitespace).compactMap { Int32($0) }
    guard started.code == 0, processes.count == 2 else {
      throw NeverHappened(what: "the start of tmux", evidence: "\(started)")
    }
    (server, program) = (processes[0], processes[1])
  }

  deinit {
    // At once, or it would rescue its work into the folder that is about to go. A process with its
    // number that is not in our folder is another's.
    if Files.target(of: "/proc/\(program)/cwd") == scratch.path { kill(program, SIGKILL) }
    kill(server, SIGTERM)
  }

  /// Runs a command of tmux.
  @discardableResult
  func tmux(_ arguments: String...) async throws -> String {
    let result = try await scratch.run(
      "/usr/bin/env", ["tmux", "-u", "-S", socket] + arguments,
      environment: scratch.environment(["TERM": "xterm-256color"]))
    return result.output
  }

  /// Types a text as it is.
  func type(_ text: String) async throws { try await tmux("send-keys", "-l", "--", text) }

  /// Presses keys by their tmux names: `Enter`, `C-z`, `Down`.
  func press(_ keys: String...) async throws {
    for key in keys { try await tmux("send-keys", key) }
  }

  func resize(columns: Int, rows: Int) async throws {
    try await tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// The screen as text, lines without the spaces at their ends.
  func screen() async throws -> String { try await tmux("capture-pane", "-p") }

  /// Waits until the screen shows all of some texts at once.
  func waitFor(_ texts: String...) async throws {
    try await waitFor("\(texts) on the screen") { screen in
      texts.allSatisfy { screen.contains($0) }
    }
  }

  /// Waits until something holds of the screen.
  func waitFor(_ what: String, _ holds: (String) throws -> Bool) async throws {
    var shown = ""
    try await wait(for: what, evidence: { shown }) {
      shown = try await screen()
      return try holds(shown)
    }
  }

  /// What tmux knows of the pane, such as `#{alternate_on}`.
  func display(_ format: String) async throws -> String {
    try await tmux("display-message", "-p", format).filter { $0 != "\n" }
  }

  /// Waits for the end of the program. Its exit code tmux does not always learn: `RawTerminal` does.
  func waitForEnd() async throws {
    var shown = ""
    try await wait(for: "the end of the program", evidence: { shown }) {
      shown = try await screen()
      return try await display("#{pane_dead}") == "1"
    }
  }
}
