/// The name of a terminal type, as in `TERM`, that ncurses can draw on.
package struct TerminalType: Hashable, Sendable {
  /// The name in terminfo.
  package let name: String
  /// A sentence for the person, when it is not the name that `TERM` gives.
  package let notice: String?

  /// What terminfo knows about a name.
  package enum Description: Hashable, Sendable {
    /// It can be drawn on.
    case usable
    /// No entry.
    case unknown
    /// No terminfo database is installed.
    case missingDatabase
    /// It cannot place its cursor.
    case tooPoor
  }

  /// Newer terminals that behave as xterm does, often unknown on the machine logged in to.
  package static let familiesLikeXterm = [
    "xterm", "alacritty", "foot", "kitty", "ghostty", "wezterm", "tmux", "screen",
  ]

  /// Chooses from the value of `TERM`.
  ///
  /// - Throws: `TerminalError` when it is unset, empty or unknown, or names what cannot be drawn
  ///   on, as "dumb" does.
  package init(
    term: String?, describe: (String) -> Description
  ) throws(TerminalError) {
    guard let term, !term.isEmpty else { throw .typeNotSet }
    if term == "dumb" { throw .typeTooPoor(term) }
    switch describe(term) {
    case .usable:
      (name, notice) = (term, nil)
    case .tooPoor:
      throw .typeTooPoor(term)
    case .missingDatabase:
      throw .noDescriptions
    case .unknown:
      let substitute = "xterm-256color"
      guard
        term != substitute, Self.familiesLikeXterm.contains(where: { term.hasPrefix($0) }),
        describe(substitute) == .usable
      else { throw .typeUnknown(term) }
      name = substitute
      notice = "TERM=\(term) is not known on this machine; \(substitute) is used instead."
    }
  }
}
