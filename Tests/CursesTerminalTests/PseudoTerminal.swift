#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A terminal that a test holds the other end of.
final class PseudoTerminal {
  struct NotMade: Error {}

  let path: String
  private var master: Int32
  private let slave: Int32

  init(columns: UInt16 = 80, rows: UInt16 = 24) throws {
    // posix_openpt and its kin are not in Swift's Glibc; these are what they do on Linux.
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    let unlockRequest: UInt = 0x4004_5431
    let numberRequest: UInt = 0x8004_5430
    var locked: Int32 = 0
    var number: Int32 = 0
    guard
      master >= 0, ioctl(master, unlockRequest, &locked) == 0,
      ioctl(master, numberRequest, &number) == 0
    else { throw NotMade() }
    path = "/dev/pts/\(number)"
    slave = open(path, O_RDWR | O_NOCTTY)
    guard slave >= 0 else { throw NotMade() }
    resize(columns: columns, rows: rows)
  }

  deinit {
    hangUp()
    close(slave)
  }

  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  func type(_ bytes: [UInt8]) {
    _ = write(master, bytes, bytes.count)
  }

  /// What was written to the terminal, until it has been still for 50 ms.
  func output() -> String {
    var bytes: [UInt8] = []
    var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    while poll(&polled, 1, 50) > 0 {
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// Whether lines are edited by the system, as a shell leaves a terminal.
  var isCooked: Bool {
    var settings = termios()
    tcgetattr(slave, &settings)
    return settings.c_lflag & UInt32(ICANON) != 0 && settings.c_lflag & UInt32(ECHO) != 0
  }
}
