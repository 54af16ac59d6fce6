/// Why some bytes are not a JSON text.
package struct JSONSyntaxError: Error, Hashable, Sendable {
  /// Offset of the first byte that cannot be.
  package let offset: Int
  /// Where that is.
  package let position: SourcePosition
  /// What is wrong there, as a sentence without its full stop.
  package let problem: String

  init(_ problem: String, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    self.offset = offset
    self.position = SourcePosition(ofByte: offset, in: bytes)
    self.problem = problem
  }
}
