/// Words by the number that stands for them, from 0 in the order in which they came first.
///
/// Words are compared by bytes. A table of ours, since a dictionary of strings takes ten times as
/// long for the six million words of a large summit.
struct TermTable: Sendable {
  /// All words one behind the other.
  private var letters: ContiguousArray<UInt8> = []
  /// Where each word ends in `letters`.
  private var ends: ContiguousArray<Int> = []
  private var hashes: ContiguousArray<UInt64> = []
  /// Numbers, -1 where a slot is free; their count is a power of two.
  private var slots = ContiguousArray<Int32>(repeating: -1, count: 1 << 12)

  /// How many words there are.
  var count: Int { ends.count }

  /// The word of a number. O(length).
  subscript(number: Int) -> String {
    let start = number == 0 ? 0 : ends[number - 1]
    return String(decoding: letters[start..<ends[number]], as: UTF8.self)
  }

  /// The number of a word; nil for one that did not come. O(length).
  func find(_ word: UnsafeBufferPointer<UInt8>) -> Int32? {
    let number = slots[slot(of: word, Self.hash(of: word))]
    return number >= 0 ? number : nil
  }

  /// The number of a word, a new one for a new word. O(length).
  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = Self.hash(of: word)
    let slot = slot(of: word, hash)
    if slots[slot] >= 0 { return slots[slot] }
    let number = Int32(truncatingIfNeeded: count)
    slots[slot] = number
    hashes.append(hash)
    letters.append(contentsOf: word)
    ends.append(letters.count)
    if 2 * count > slots.count { grow() }
    return number
  }

  private static func hash(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ hash >> 29
  }

  /// The slot of a word, or the free one into which it belongs.
  private func slot(of word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isWord(number, word) { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isWord(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == word.count else { return false }
    for place in word.indices where letters[start + place] != word[place] { return false }
    return true
  }

  private mutating func grow() {
    let size = 2 * slots.count
    slots = ContiguousArray(repeating: -1, count: size)
    for number in hashes.indices {
      var slot = Int(truncatingIfNeeded: hashes[number]) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }
}
