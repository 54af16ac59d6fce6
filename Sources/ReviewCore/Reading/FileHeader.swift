/// What every file of a review folder begins with.
package struct FileHeader: Sendable {
  /// The format that this version writes, and the highest one that it may write over.
  package static let currentFormat = 1

  /// The file's format number; 1 where it has none.
  package let format: Int

  /// Whether the file comes from a newer version and may only be read.
  package var isNewer: Bool { format > Self.currentFormat }

  /// Reads the header of a file's outermost value.
  ///
  /// - Throws: `Fault` where the value is no object, a key stands twice in it, or `format` is no
  ///   whole number from 1: the file as a whole is broken then.
  package init(_ root: JSONElement) throws(Fault) {
    guard root.kind == .object else {
      throw root.fault(
        "the file is \(root.kind.name), but an object is expected",
        remedy: "Begin the file with { and end it with }")
    }
    if let key = root.ownRepeatedKeys.first {
      throw key.fault(
        "the key \(key.text.quoted) stands twice in the file",
        remedy: "Keep one of the two, so that it is clear which one counts")
    }
    format = try root.given("format")?.readCount("format", minimum: 1) ?? 1
  }

  /// The warning that a newer file deserves, or nil.
  package func newerFormatFault(_ root: JSONElement) -> Fault? {
    guard isNewer else { return nil }
    return Fault(
      position: (root.given("format") ?? root).position, severity: .warning,
      problem: "the file has format \(format), which is newer than this program's "
        + "\(Self.currentFormat); it is read, but never written",
      remedy: "Update Lectern to change it")
  }
}

/// A value with all that could not be read beside it.
package struct Reading<Value> {
  /// What was read.
  package var value: Value
  /// What was not, each with its place.
  package var faults: [Fault] = []

  /// Makes a reading.
  package init(_ value: Value, faults: [Fault] = []) {
    self.value = value
    self.faults = faults
  }

  /// Does `work`, or notes the fault that it throws.
  mutating func attempt(_ work: (inout Value) throws(Fault) -> Void) {
    do throws(Fault) { try work(&value) } catch { faults.append(error) }
  }
}

extension Reading: Sendable where Value: Sendable {}
