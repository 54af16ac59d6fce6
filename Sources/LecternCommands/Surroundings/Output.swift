import ReviewCore
import ReviewFormats
import TerminalUI

/// Where results (stdout) and messages (stderr) go.
package struct Output: Sendable {
  /// Takes bytes.
  ///
  /// - Throws: `OutputError`.
  package typealias Sink = @Sendable ([UInt8]) throws -> Void

  private let results: Sink
  private let messages: Sink
  /// Whether results go to a terminal: then no control character may reach it.
  package let isTerminal: Bool
  /// Whether messages go to a terminal: then progress may be shown.
  package let showsProgress: Bool
  /// How wide the terminal is; nil where the results go elsewhere, and nothing is cut.
  package let columns: Int?

  /// Makes an output.
  package init(
    results: @escaping Sink, messages: @escaping Sink, isTerminal: Bool = false,
    showsProgress: Bool = false, columns: Int? = nil
  ) {
    self.results = results
    self.messages = messages
    self.isTerminal = isTerminal
    self.showsProgress = showsProgress
    self.columns = columns
  }

  /// Writes a result. On a terminal it is made safe line by line.
  func write(_ bytes: [UInt8]) throws {
    if bytes.isEmpty { return }
    guard isTerminal else { return try results(bytes) }
    let lines = DisplayText.lines(String(decoding: bytes, as: UTF8.self))
    try results(Array(lines.joined(separator: "\n").utf8) + [0x0A])
  }

  /// Writes a result that is safe on a terminal as it is.
  func write(exactly bytes: [UInt8]) throws {
    if !bytes.isEmpty { try results(bytes) }
  }

  /// Writes text of ours.
  func write(text: String) throws { try write(Array(text.utf8)) }

  /// Writes lines, each made safe: they hold foreign text.
  func write(lines: [String]) throws {
    let safe = lines.map { DisplayText.line($0).trimmedAtEnd + "\n" }
    try write(text: safe.joined())
  }

  /// Writes a document as JSON, exactly: it has no control characters but line ends.
  func write(json: JSONValue) throws { try write(exactly: SafeJSON.escaped(json.fileBytes)) }

  /// Writes values as JSON, one a line.
  func write(jsonLines values: [JSONValue]) throws {
    try write(exactly: SafeJSON.escaped(values.flatMap { $0.lineBytes + [0x0A] }))
  }

  /// Writes a message, made safe. What cannot be written is lost.
  func tell(_ message: String) {
    let lines = DisplayText.lines(message).map { $0 + "\n" }
    try? messages(Array(lines.joined().utf8))
  }
}

/// Why a result could not be written.
enum OutputError {
  /// The reader went away: nobody waits for the rest.
  struct Closed: Error {}

  /// The system refuses.
  struct Failed: Error {
    let reason: String
  }
}

extension String {
  /// The text without spaces at its end.
  fileprivate var trimmedAtEnd: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
