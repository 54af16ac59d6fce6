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

  /// Makes an environment from variables, by name.
  package init(_ variable: (String) -> String?) {
    term = variable("TERM")
    localeName = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty }
  }

  /// The environment of this process. Not while another thread changes it.
  package static func current() -> TerminalEnvironment {
    TerminalEnvironment { name in getenv(name).map { String(cString: $0) } }
  }
}
