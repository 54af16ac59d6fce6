import CursesTerminal
import TerminalUI
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A true trap of Swift while the screen is up, in a process of its own.
struct TrapTests {
  @Test func aTrapPutsTheTerminalBackAndItsSentenceStays() async throws {
    let device = try PseudoTerminal()
    #expect(device.isCooked)
    let result = await #expect(
      processExitsWith: .failure, observing: [\.exitStatus]
    ) { [path = device.path as String] in
      // Without the runtime's own handlers, which would take their time for a backtrace.
      for number in [SIGILL, SIGTRAP] { signal(number, SIG_DFL) }
      let descriptor = open(path, O_RDWR | O_NOCTTY)
      dup2(descriptor, STDERR_FILENO)
      let environment = TerminalEnvironment {
        ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"][$0]
      }
      let terminal = try CursesTerminal(options: .init(environment: environment, path: path))
      var canvas = Canvas(size: terminal.size)
      canvas.write("Hello", column: 0, row: 0)
      terminal.present(canvas)
      // A key is taken in, and something is wrong in what follows.
      let rows = [1, 2, 3]
      canvas.write("\(rows[terminal.size.columns])", column: 0, row: 0)
      terminal.present(canvas)
    }
    #expect(result?.exitStatus == .signal(SIGILL) || result?.exitStatus == .signal(SIGTRAP))
    #expect(device.isCooked)
    let shown = device.output()
    #expect(shown.contains("Hello"))
    let left = try #require(shown.range(of: "\u{1B}[?1049l"))
    #expect(shown[left.upperBound...].contains("Fatal error: Index out of range"))
    #expect(!shown[..<left.lowerBound].contains("Fatal error"))
  }
}

extension String {
  /// Where a text stands first.
  fileprivate func range(of text: String) -> Range<Index>? {
    indices.first { self[$0...].hasPrefix(text) }.map { start in
      start..<index(start, offsetBy: text.count)
    }
  }
}
