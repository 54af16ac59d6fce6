internal import CNCurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The steps of opening, undone if a later one fails.
struct Opening {
  let descriptor: Int32
  let isUTF8: Bool
  let type: TerminalType

  init(_ options: CursesTerminal.Options) throws(TerminalError) {
    let descriptor = lectern_terminal_open(options.path)
    guard descriptor >= 0 else { throw .noTerminal }
    do throws(TerminalError) {
      type = try TerminalType(term: options.environment.term) { name in
        TerminalType.Description(lectern_terminal_describe(name, descriptor))
      }
      isUTF8 = LocaleChoice.set(by: options.environment).isUTF8
      // Before the settings are remembered: in the background they are the shell's own.
      lectern_terminal_await_foreground(descriptor)
      guard lectern_guard_open(options.path), lectern_signals_install() else {
        throw .notOpened(String(cString: strerror(errno)))
      }
      lectern_crash_guard_install()
      guard
        lectern_screen_open(
          options.path, type.name, options.colors != ColorDepth.none, options.mouse)
      else { throw .typeUnknown(type.name) }
    } catch {
      Self.undo(descriptor)
      throw error
    }
    self.descriptor = descriptor
  }

  /// Everything but the screen, in the opposite order; what was not done is passed over.
  static func undo(_ descriptor: Int32) {
    lectern_guard_close()
    lectern_signals_remove()
    lectern_crash_guard_remove()
    _ = close(descriptor)
  }
}

extension TerminalType.Description {
  fileprivate init(_ description: lectern_description) {
    switch description {
    case LECTERN_DESCRIPTION_USABLE: self = .usable
    case LECTERN_DESCRIPTION_MISSING: self = .missingDatabase
    case LECTERN_DESCRIPTION_TOO_POOR: self = .tooPoor
    default: self = .unknown
    }
  }
}
