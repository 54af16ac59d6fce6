/// Something wrong with an input: where, what, and what to do about it.
package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, as the person named it or relative to the folder.
  package var path: String?
  /// Where in the file.
  package var position: SourcePosition?
  /// Whether something does not count because of it.
  package var severity: Severity
  /// What is wrong, as a sentence without its full stop.
  package var problem: String
  /// What to do about it, as a sentence without its full stop.
  package var remedy: String
  /// Who has it mended by `lectern check --fix`, or in the interface; nil where nobody has.
  package var mender: Identifier?
  /// Whether it is about what somebody says in an entry, or about a speaker, and may quote it: a rule
  /// can hide that from whoever reads this.
  package var isOfEntry = false

  /// Makes a fault.
  package init(
    path: String? = nil, position: SourcePosition? = nil, severity: Severity = .error,
    problem: String, remedy: String
  ) {
    self.path = path
    self.position = position
    self.severity = severity
    self.problem = problem
    self.remedy = remedy
  }

  /// How bad a fault is.
  package enum Severity: String, Hashable, Sendable {
    /// Something is not read because of it.
    case error
    /// All is read, but somebody should look.
    case warning
  }

  /// `PATH:LINE:COLUMN: problem. Remedy.`; what is wrong with a file as a whole is at its begin.
  package var description: String {
    let place = position ?? SourcePosition(line: 1, column: 1)
    let prefix = path.map { "\($0):\(place.line):\(place.column): " } ?? ""
    let end = remedy.isEmpty ? "" : " \(remedy)."
    return "\(prefix)\(problem).\(end)"
  }

  /// The same fault in a named file.
  package func inFile(_ path: String) -> Fault {
    var fault = self
    fault.path = path
    return fault
  }
}
