/// The code points of a text that are safe to show, one after another.
///
/// Lazy, so that showing the first 40 columns of a text of 5 MB costs 40 columns. Newlines come
/// out as U+000A, once for a carriage return with a line feed. What is left out, and what is
/// replaced, is told at `DisplayText`.
struct SafeScalars: Sequence, IteratorProtocol {
  /// Combining marks that a cell may hold; any more are left out.
  static let marksPerCell = 4

  private let scalars: String.UnicodeScalarView
  private var index: String.UnicodeScalarView.Index
  private var joiner = EmojiJoiner()
  /// Marks that the last base may still take; nil where there is no base.
  private var marksLeft: Int?
  /// Up to here no control string ends on its line, so that nothing is searched twice.
  private var searchedTo: String.UnicodeScalarView.Index
  private var pendingMark: Unicode.Scalar?

  init(_ text: String) {
    scalars = text.unicodeScalars
    index = scalars.startIndex
    searchedTo = scalars.startIndex
  }

  mutating func next() -> Unicode.Scalar? {
    if let mark = pendingMark {
      pendingMark = nil
      return mark
    }
    while index < scalars.endIndex {
      let scalar = scalars[index]
      scalars.formIndex(after: &index)
      if scalar.value >= 0x20 && scalar.value < 0x7F {
        marksLeft = Self.marksPerCell
        _ = joiner.drops(scalar)
        return scalar
      }
      if let shown = shown(scalar) { return shown }
    }
    return nil
  }

  private mutating func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if skipEscape(scalar) || joiner.drops(scalar) { return nil }
    if scalar.isRegionalIndicator {
      marksLeft = Self.marksPerCell
      return Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value - 0x1F1E6 + 0x41))
    }
    if scalar == "\t" {
      marksLeft = nil
      return "\t"
    }
    switch ScalarClass(scalar) {
    case .narrow, .wide:
      marksLeft = Self.marksPerCell
      return scalar
    case .replaced:
      marksLeft = Self.marksPerCell
      return "\u{FFFD}"
    case .removed:
      return nil
    case .mark:
      return mark(scalar)
    case .newline:
      marksLeft = nil
      if scalar == "\r", index < scalars.endIndex, scalars[index] == "\n" {
        scalars.formIndex(after: &index)
      }
      return "\n"
    }
  }

  /// A mark that has nothing to stand on gets a dotted circle, as in a font's specimen.
  private mutating func mark(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard let left = marksLeft else {
      marksLeft = Self.marksPerCell - 1
      pendingMark = scalar
      return "\u{25CC}"
    }
    guard left > 0 else { return nil }
    marksLeft = left - 1
    return scalar
  }
}

// MARK: - Escape sequences

extension SafeScalars {
  /// Skips the rest of the escape sequence that `scalar` begins, if it begins one.
  private mutating func skipEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{1B}":
      skipAfterEscape()
    case "\u{9B}":
      skipControlSequence()
    case "\u{90}", "\u{98}", "\u{9D}", "\u{9E}", "\u{9F}":
      skipControlString()
    default:
      return false
    }
    return true
  }

  private mutating func skipAfterEscape() {
    guard index < scalars.endIndex else { return }
    switch scalars[index] {
    case "[":
      scalars.formIndex(after: &index)
      skipControlSequence()
    case "]", "P", "X", "^", "_":
      scalars.formIndex(after: &index)
      skipControlString()
    default:
      skip(while: 0x20...0x2F)
      skipOne(in: 0x30...0x7E)
    }
  }

  /// Parameters, intermediates and the final byte: ECMA-48, section 5.4.
  private mutating func skipControlSequence() {
    skip(while: 0x30...0x3F)
    skip(while: 0x20...0x2F)
    skipOne(in: 0x40...0x7E)
  }

  /// A control string goes up to its terminator. One that does not end on its line loses its
  /// introducer only: a hostile title must not be able to hide the text after it.
  private mutating func skipControlString() {
    guard index >= searchedTo else { return }
    var cursor = index
    while cursor < scalars.endIndex {
      let scalar = scalars[cursor]
      switch scalar {
      case "\u{07}", "\u{9C}", "\u{18}", "\u{1A}":
        index = scalars.index(after: cursor)
        return
      case "\u{1B}":
        // It is `ESC \`, or begins a sequence of its own, which is removed next.
        index = cursor
        return
      default:
        if ScalarClass(scalar) == .newline {
          searchedTo = cursor
          return
        }
        scalars.formIndex(after: &cursor)
      }
    }
    searchedTo = cursor
  }

  private mutating func skip(while range: ClosedRange<UInt32>) {
    while index < scalars.endIndex, range.contains(scalars[index].value) {
      scalars.formIndex(after: &index)
    }
  }

  private mutating func skipOne(in range: ClosedRange<UInt32>) {
    if index < scalars.endIndex, range.contains(scalars[index].value) {
      scalars.formIndex(after: &index)
    }
  }
}
