/// Why the interactive program cannot have the terminal. Each says what to do about it.
package enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The process has no terminal: it runs from cron, in a pipeline of a service, in CI.
  case noTerminal
  /// `TERM` is unset or empty.
  case typeNotSet
  /// `TERM` names a type that terminfo does not know.
  case typeUnknown(String)
  /// `TERM` names a type that cannot be drawn on.
  case typeTooPoor(String)
  /// The terminfo database is not there.
  case noDescriptions
  /// The system refused; the text is its own.
  case notOpened(String)

  /// A sentence on the problem, and one on the remedy.
  package var description: String {
    switch self {
    case .noTerminal:
      "There is no terminal to draw on. \(Self.commands)"
    case .typeNotSet:
      "TERM is not set, so it is not known how to draw on this terminal. \(Self.setTerm) \(Self.commands)"
    case .typeUnknown(let name):
      "The terminal type TERM=\(name) is not known on this machine. \(Self.setTerm) \(Self.commands)"
    case .typeTooPoor(let name):
      "A terminal of the type TERM=\(name) cannot be drawn on. \(Self.commands)"
    case .noDescriptions:
      "No terminal descriptions (terminfo) are installed. Install the package ncurses-base. \(Self.commands)"
    case .notOpened(let reason):
      "The terminal could not be opened: \(reason). \(Self.commands)"
    }
  }

  private static let setTerm = "Try `TERM=xterm-256color lectern`."
  private static let commands =
    "`lectern review --accessible` reviews in plain lines, on any terminal and over a pipe. "
    + "Commands that need no terminal: lectern list, lectern show, lectern score; `lectern help` names them all."
}
