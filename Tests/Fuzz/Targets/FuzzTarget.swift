/// A part of Lectern that takes bytes from others, and what must hold whatever they are.
///
/// The fuzzer (`Scripts/fuzz`) looks for bytes for which it does not; the ordinary tests ask it of
/// the corpus.
package struct FuzzTarget: Sendable {
  /// Its name, and that of its folder in the corpus.
  package let name: String
  /// Looks at bytes; throws a `Finding` where something does not hold.
  package let check: @Sendable ([UInt8]) throws -> Void

  /// Makes a target.
  package init(name: String, check: @escaping @Sendable ([UInt8]) throws -> Void) {
    (self.name, self.check) = (name, check)
  }

  /// All of them.
  package static let all: [FuzzTarget] =
    [
      FuzzTarget(name: "json", check: JSONTarget.check),
      FuzzTarget(name: "merge", check: MergeTarget.check),
      FuzzTarget(name: "csv", check: CSVTarget.check),
      FuzzTarget(name: "query", check: QueryTarget.check),
      FuzzTarget(name: "input", check: InputTarget.check),
      FuzzTarget(name: "display", check: DisplayTarget.check),
    ] + ImportTarget.all

  /// The one of a name.
  package static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}

/// Something that does not hold.
package struct Finding: Error, Hashable, Sendable, CustomStringConvertible {
  /// What.
  package let description: String

  /// Notes what does not hold.
  package init(description: String) { self.description = description }
}

/// Throws a finding where something does not hold.
func expect(_ holds: Bool, _ what: @autoclosure () -> String) throws(Finding) {
  if !holds { throw Finding(description: what()) }
}
