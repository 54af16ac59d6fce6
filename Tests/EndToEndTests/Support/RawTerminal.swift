import Glibc

/// A program on a pseudo terminal of which the test sees every byte.
///
/// What it writes is taken in whenever the test looks: at `output`, at the `screen`, while waiting.
final class RawTerminal {
  struct NotMade: Error {}

  /// The number of the program's process.
  let process: pid_t
  /// All that was written to the terminal since the start.
  private(set) var output: [UInt8] = []
  /// The screen that it makes.
  private(set) var screen: TerminalScreen
  /// Is told of each byte, after the screen has taken it in.
  var watcher: ((RawTerminal, UInt8) -> Void)?

  private var master: Int32
  private let slave: Int32
  private var status: Int32?

  /// Starts `lectern` with arguments, in the folder of the test.
  convenience init(
    _ arguments: [String], in scratch: Scratch, columns: Int = 120, rows: Int = 36,
    environment changes: [String: String?] = [:]
  ) throws {
    try self.init(
      Place.program, arguments, in: scratch, columns: columns, rows: rows, environment: changes)
  }

  /// Starts a program.
  init(
    _ program: String, _ arguments: [String], in scratch: Scratch, columns: Int = 120,
    rows: Int = 36, environment changes: [String: String?] = [:]
  ) throws {
    // posix_openpt and its kin are not in Swift's Glibc; these are what they do on Linux.
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    let unlockRequest: UInt = 0x4004_5431
    let numberRequest: UInt = 0x8004_5430
    var locked: Int32 = 0
    var number: Int32 = 0
    guard
      master >= 0, ioctl(master, unlockRequest, &locked) == 0,
      ioctl(master, numberRequest, &number) == 0
    else { throw NotMade() }
    let path = "/dev/pts/\(number)"
    slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard slave >= 0 else { throw NotMade() }
    screen = TerminalScreen(columns: columns, rows: rows)
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    process = try Launch.program(
      program, arguments, environment: scratch.environment(changes), folder: scratch.path,
      terminal: path)
  }

  deinit {
    if status == nil {
      // With what a shell has started: all are of one group.
      kill(-process, SIGKILL)
      waitpid(process, &lastStatus, 0)
    }
    hangUp()
    close(slave)
  }

  private var lastStatus: Int32 = 0

  // MARK: - What the person does

  func type(_ text: String) { type(bytes: Array(text.utf8)) }

  /// Types bytes; what the terminal cannot take at once waits until the program has read.
  func type(bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty, master >= 0 {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0, errno == EAGAIN {
        var polled = pollfd(fd: master, events: Int16(POLLIN | POLLOUT), revents: 0)
        poll(&polled, 1, 100)
        takeOutput()
      } else {
        return
      }
    }
  }

  func resize(columns: Int, rows: Int) {
    takeOutput()
    screen.resize(columns: columns, rows: rows)
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Closes the terminal, as the end of a connection does.
  func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  func send(_ signal: Int32) { kill(process, signal) }

  // MARK: - What there is to see

  /// Takes in what the program has written by now.
  func takeOutput() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while master >= 0 {
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { return }
      for byte in buffer[..<count] {
        output.append(byte)
        screen.take(byte)
        watcher?(self, byte)
      }
    }
  }

  /// Waits until the screen shows a text.
  func waitFor(_ text: String) async throws {
    try await waitFor("\(text) on the screen") { $0.contains(text) }
  }

  /// Waits until something holds of the screen.
  func waitFor(_ what: String, _ holds: (TerminalScreen) throws -> Bool) async throws {
    try await wait(for: what, evidence: { screen.text }) {
      takeOutput()
      return try holds(screen)
    }
  }

  /// The settings of the terminal: echo, line editing, and the rest.
  var settings: TerminalSettings { TerminalSettings(of: slave) }

  /// Whether the program has not ended.
  var isRunning: Bool {
    if status == nil, waitpid(process, &lastStatus, WNOHANG) == process { status = lastStatus }
    return status == nil
  }

  /// Waits for the end of the program; returns its exit code, or minus the signal that ended it.
  func waitForEnd(limit: Duration = .seconds(30)) async throws -> Int32 {
    try await wait(for: "the end of the program", limit: limit, evidence: { screen.text }) {
      takeOutput()
      return !isRunning
    }
    takeOutput()
    let status = status ?? 0
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
  }
}

/// The settings of a terminal that a program can change.
struct TerminalSettings: Hashable {
  let flags: [UInt32]
  let characters: [UInt8]

  init(of descriptor: Int32) {
    var settings = termios()
    tcgetattr(descriptor, &settings)
    flags = [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
    characters = withUnsafeBytes(of: settings.c_cc) { Array($0) }
  }
}
