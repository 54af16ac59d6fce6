/// The text of all proposals, folded and laid end to end, for searching while one types.
///
/// It holds what the viewer may see: id, title, abstract, notes, answers and tags, and speakers
/// only where they are shown. A phrase is found within one of these, not across two.
package struct SearchIndex: Sendable {
  /// The searched texts of all proposals; between two texts, a byte that no text has.
  private let bytes: [UInt8]
  /// Where the text of each proposal begins in `bytes`, and after the last one the end.
  private let starts: [Int]
  /// The texts of proposals that were seen anew; what `bytes` says of them no longer counts.
  private var renewed: [Int: [UInt8]] = [:]

  private static let separator: UInt8 = 0xFF

  /// Makes the index of a summit. O(text): about a quarter of a second for 30,000 proposals with
  /// long abstracts.
  package init(_ summit: SeenSummit) {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    starts.reserveCapacity(summit.proposals.count + 1)
    var scratch: [UInt8] = []
    // A pointer, since a loop over the array would copy every proposal.
    summit.proposals.withUnsafeBufferPointer { proposals in
      for place in proposals.indices {
        starts.append(bytes.count)
        Self.append(proposals[place], to: &bytes, scratch: &scratch)
      }
    }
    starts.append(bytes.count)
    self.bytes = bytes
    self.starts = starts
  }

  /// How many proposals it knows.
  package var count: Int { starts.count - 1 }

  /// Takes in that a proposal is seen anew: its speakers may have come into sight, or gone out of
  /// it. O(its text).
  package mutating func replace(at place: Int, by proposal: SeenProposal) {
    guard place >= 0, place < count else { return }
    var (text, scratch): ([UInt8], [UInt8]) = ([], [])
    Self.append(proposal, to: &text, scratch: &scratch)
    renewed[place] = text
  }

  /// The places of the proposals that hold the needle, in order. O(text), a few milliseconds for
  /// 30,000 proposals.
  package func places(of needle: SearchNeedle) -> [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      var found: [Int] = []
      var hit = needle.search.firstPlace(in: bytes)
      for place in 0..<count {
        let end = starts[place + 1]
        if let text = renewed[place] {
          if Self.holds(text, needle) { found.append(place) }
        } else if let at = hit, at < end, at >= starts[place] {
          found.append(place)
        }
        if let at = hit, at < end { hit = needle.search.firstPlace(in: bytes, from: end) }
      }
      return found
    }
  }

  /// Of some places those whose proposals hold the needle, in the same order. O(their text).
  package func places(of needle: SearchNeedle, among places: [Int]) -> [Int] {
    places.filter { holds(needle, at: $0) }
  }

  /// Whether a proposal holds the needle; false for a place that there is not. O(its text).
  package func holds(_ needle: SearchNeedle, at place: Int) -> Bool {
    guard place >= 0, place < count else { return false }
    if let text = renewed[place] { return Self.holds(text, needle) }
    return bytes.withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[starts[place]..<starts[place + 1]])
      return needle.search.firstPlace(in: text) != nil
    }
  }

  private static func holds(_ text: [UInt8], _ needle: SearchNeedle) -> Bool {
    text.withUnsafeBufferPointer { needle.search.firstPlace(in: $0) != nil }
  }

  private static func append(
    _ seen: SeenProposal, to bytes: inout [UInt8], scratch: inout [UInt8]
  ) {
    func add(_ text: String?) {
      guard let text, !text.isEmpty else { return }
      scratch.removeAll(keepingCapacity: true)
      Folding.append(text, to: &scratch)
      FoldedText.append(scratch, to: &bytes)
      bytes.append(separator)
    }
    let proposal = seen.proposal
    add(proposal.id.text)
    add(proposal.title)
    for tag in proposal.tags { add(tag) }
    add(proposal.abstract)
    add(proposal.notes)
    for answer in proposal.answers { add(answer.answer) }
    for speaker in seen.speakers ?? [] {
      add(speaker.name)
      add(speaker.organization)
      add(speaker.tagline)
      add(speaker.bio)
    }
  }
}
