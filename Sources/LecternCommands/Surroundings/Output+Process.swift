import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Output {
  /// The stdout and stderr of this process.
  package static var process: Output {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    return Output(
      results: { try write($0, to: STDOUT_FILENO) }, messages: { try write($0, to: STDERR_FILENO) },
      isTerminal: isTerminal, showsProgress: isatty(STDERR_FILENO) == 1,
      columns: isTerminal ? terminalColumns : nil)
  }

  private static var terminalColumns: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  private static func write(_ bytes: [UInt8], to descriptor: CInt) throws {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        systemWrite(
          descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count >= 0 {
        written += count
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&request, 1, -1)
      case EPIPE: throw OutputError.Closed()
      case let code: throw OutputError.Failed(reason: Errno(rawValue: code).description)
      }
    }
  }
}

/// `write(2)`, which the methods of that name would hide.
private func systemWrite(_ descriptor: CInt, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
