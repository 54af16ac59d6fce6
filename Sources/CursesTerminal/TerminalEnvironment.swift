#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the environment says about the terminal and its language.
package struct TerminalEnvironment: Hashable, Sendable {
  /// `TERM`.
  package var term: String?
  /// The name that decides on the encoding: `LC_ALL`, else `LC_CTYPE`, else `LANG`; an empty one
  /// counts as unset, as in POSIX.
  package var localeName: String?
  /// The program between us and the terminal, if there is one.
  package var multiplexer: Multiplexer?

  /// A program that shows several terminals in one, and reads every sequence itself.
  package enum Multiplexer: Hashable, Sendable {
    /// tmux, which sets `TMUX`.
    case tmux
    /// GNU screen, which sets `STY`.
    case screen
  }

  /// Makes an environment from variables, by name.
  package init(_ variable: (String) -> String?) {
    term = variable("TERM")
    localeName = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty }
    // The inner one, where one runs in the other: it is the one that sets TERM.
    func isSet(_ name: String) -> Bool { variable(name).map { !$0.isEmpty } ?? false }
    multiplexer =
      switch (isSet("TMUX"), isSet("STY")) {
      case (true, false): .tmux
      case (false, true): .screen
      case (true, true): term?.hasPrefix("tmux") ?? false ? .tmux : .screen
      case (false, false): nil
      }
  }

  /// The environment of this process. Not while another thread changes it.
  package static func current() -> TerminalEnvironment {
    TerminalEnvironment { name in getenv(name).map { String(cString: $0) } }
  }
}
