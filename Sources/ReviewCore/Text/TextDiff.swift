/// What changed from one text to another, word by word.
///
/// Joining what was kept and added gives the new text, joining what was kept and removed the old
/// one, byte for byte. Where something was replaced, what was removed stands before what was added.
package struct TextDiff: Hashable, Sendable {
  /// The pieces, in order; no two neighbours of one kind, and none empty.
  package private(set) var segments: [Segment] = []

  /// A piece of text, in both or in one of the two.
  package struct Segment: Hashable, Sendable {
    /// In which text it is.
    package var kind: Kind
    /// The piece.
    package var text: String
  }

  /// In which of two texts a piece is.
  package enum Kind: Hashable, Sendable {
    case kept, removed, added
  }

  /// Whether both texts have the same bytes.
  package var isEmpty: Bool { !segments.contains { $0.kind != .kept } }

  /// Compares two texts.
  ///
  /// O(words · changes) up to a bound, beyond which all between the first and the last change counts
  /// as replaced; so a text of 5 MB takes no longer than reading it.
  package init(from old: String, to new: String) {
    var (old, new) = (old, new)
    old.makeContiguousUTF8()
    new.makeContiguousUTF8()
    let ends = CommonEnds(old, new)
    let (oldMiddle, newMiddle) = (ends.middle(of: old), ends.middle(of: new))
    append(.kept, String(ends.start(of: new)))
    if let changes = Self.changes(from: oldMiddle, to: newMiddle) {
      for change in changes { append(change.kind, change.text) }
    } else {
      append(.removed, String(oldMiddle))
      append(.added, String(newMiddle))
    }
    append(.kept, String(ends.end(of: new)))
  }

  private mutating func append(_ kind: Kind, _ text: String) {
    if text.isEmpty { return }
    if segments.last?.kind == kind {
      segments[segments.count - 1].text += text
    } else {
      segments.append(Segment(kind: kind, text: text))
    }
  }

  /// Bytes of one text beyond which its words are not looked at.
  private static let limit = 200_000

  /// The changes word by word; nil where that would take too long.
  private static func changes(from old: Substring, to new: Substring) -> [Segment]? {
    guard old.utf8.count <= limit, new.utf8.count <= limit else { return nil }
    let (oldWords, newWords) = (DiffWords.split(old), DiffWords.split(new))
    var numbers = DiffNumbers()
    let (oldNumbers, newNumbers) = (oldWords.map { numbers[$0] }, newWords.map { numbers[$0] })
    guard let kept = ShortestEdit.kept(from: oldNumbers, to: newNumbers) else { return nil }
    var segments: [Segment] = []
    // A kept space between two changes is part of the change: "a b" to "c d" is one replacement.
    var (removed, added, space) = ("", "", "")
    func flush() {
      if !removed.isEmpty { segments.append(Segment(kind: .removed, text: removed)) }
      if !added.isEmpty { segments.append(Segment(kind: .added, text: added)) }
      if !space.isEmpty { segments.append(Segment(kind: .kept, text: space)) }
      (removed, added, space) = ("", "", "")
    }
    func takeInSpace() {
      removed += space
      added += space
      space = ""
    }
    var (inOld, inNew) = (0, 0)
    for pair in kept + [(oldWords.count, newWords.count)] {
      if inOld < pair.0 || inNew < pair.1 {
        takeInSpace()
        removed += oldWords[inOld..<pair.0].joined()
        added += newWords[inNew..<pair.1].joined()
      }
      (inOld, inNew) = (pair.0 + 1, pair.1 + 1)
      guard pair.0 < oldWords.count, pair.1 < newWords.count else { break }
      let word = newWords[pair.1]
      let isReplacing = !removed.isEmpty && !added.isEmpty
      if isReplacing, word.allSatisfy(\.isWhitespace) {
        space += word
      } else {
        flush()
        segments.append(Segment(kind: .kept, text: String(word)))
      }
    }
    flush()
    return segments
  }
}

/// Words by the number that stands for them; equal bytes, equal numbers.
private struct DiffNumbers {
  private var numbers: [[UInt8]: Int] = [:]

  subscript(word: Substring) -> Int {
    mutating get {
      let bytes = Array(word.utf8)
      if let number = numbers[bytes] { return number }
      let number = numbers.count
      numbers[bytes] = number
      return number
    }
  }
}
