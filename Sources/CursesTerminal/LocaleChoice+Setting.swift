internal import CNCurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension LocaleChoice {
  /// Chooses by the environment, and sets the character type of the process. Before other threads
  /// ask for it.
  ///
  /// Only the character type: with LC_ALL, one misspelt category fails them all, and LC_NUMERIC
  /// would change what C code takes for a decimal point.
  package static func set(by environment: TerminalEnvironment) -> LocaleChoice {
    let choice = LocaleChoice(wanted: environment.localeName) { name in
      setlocale(LC_CTYPE, name) == nil ? nil : String(cString: lectern_codeset())
    }
    _ = setlocale(LC_CTYPE, choice.name ?? "C")
    return choice
  }
}
