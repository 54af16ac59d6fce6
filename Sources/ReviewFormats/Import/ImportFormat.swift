package import ReviewCore

/// A file to import.
package struct InputFile: Sendable {
  /// The file, as the person named it.
  package var path: String
  /// What is in it.
  package var bytes: [UInt8]

  /// Makes a file.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A file whose syntax was read, but not yet what it means.
package enum ImportContent: Sendable {
  /// A table.
  case csv(CSVTable)
  /// A JSON text.
  case json(JSONDocument)

  /// The syntaxes.
  package enum Syntax: Hashable, Sendable {
    /// CSV, with any separator.
    case csv
    /// JSON.
    case json
  }

  /// Which syntax it has.
  package var syntax: Syntax {
    switch self {
    case .csv: .csv
    case .json: .json
    }
  }
}

/// A foreign format: one file in `Import`, and one line in `FormatRegistry`.
package protocol ImportFormat: SendableMetatype {
  /// The name of the system, as `--from` and `source.system` have it.
  static var system: String { get }

  /// What the file is, in a few words, for messages.
  static var summary: String { get }

  /// Which syntax it has.
  static var syntax: ImportContent.Syntax { get }

  /// Whether the content can only be of this format. Looks at the header or the outermost keys.
  static func recognises(_ content: ImportContent) -> Bool

  /// Reads the content into `file`, whose faults say what could not be read.
  ///
  /// - Throws: `Fault` where nothing can be read, such as a required column that is not there.
  static func read(_ content: ImportContent, into file: inout ImportedFile) throws(Fault)
}

extension ImportFormat {
  /// The table, or a fault that says that this format is one.
  static func table(_ content: ImportContent) throws(Fault) -> CSVTable {
    guard case .csv(let table) = content else {
      throw Fault(
        problem: "this is JSON, but \(summary) is expected", remedy: "Leave --from out")
    }
    return table
  }

  /// The document, or a fault that says that this format is one.
  static func document(_ content: ImportContent) throws(Fault) -> JSONDocument {
    guard case .json(let document) = content else {
      throw Fault(
        problem: "this is no JSON, but \(summary) is expected", remedy: "Leave --from out")
    }
    return document
  }
}
