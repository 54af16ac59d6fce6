/// The best way to lay the letters of one word on those of a name, in order, with gaps.
///
/// Each met letter counts; one that begins a word, or that follows the one before without a gap,
/// counts more, the first one twice; gaps cost. The scheme and its proportions are those of fzf
/// (junegunn/fzf, `src/algo/algo.go`), after Smith and Waterman 1981.
enum FuzzyAlignment {
  /// Letters of a name that are looked at.
  static let limit = 512

  private static let met = 16
  private static let atStart = 10
  private static let atWordStart = 8
  private static let inARow = 6
  private static let gapStart = -3
  private static let gapLetter = -1
  /// Less than any score, and far from overflow.
  private static let never = Int.min / 4

  /// The best score, or nil where the letters are not there in order. O(word · name).
  static func score(of word: [UInt32], in name: UnsafeBufferPointer<UInt32>) -> Int? {
    guard let window = window(of: word, in: name) else { return nil }
    var row = firstRow(of: word, in: name, window)
    for place in word.indices.dropFirst() {
      // The letter before the one that is looked at, in the row above, which is overwritten.
      var before = never
      var gapped = never
      for letter in 0..<window.count {
        let above = row[letter]
        row[letter] = never
        if name[window.lowerBound + letter] == word[place] {
          let bonus = bonus(at: window.lowerBound + letter, in: name)
          row[letter] = met + max(before + max(bonus, inARow), gapped + bonus)
        }
        gapped = max(gapped + gapLetter, before + gapStart)
        before = above
      }
    }
    return row.max()
  }

  /// Where the letters lie in the best way, in order; nil where they are not there.
  static func places(of word: [UInt32], in name: UnsafeBufferPointer<UInt32>) -> [Int]? {
    guard let window = window(of: word, in: name) else { return nil }
    var rows = [firstRow(of: word, in: name, window)]
    for place in word.indices.dropFirst() {
      let above = rows[place - 1]
      var row = [Int](repeating: never, count: window.count)
      for letter in 0..<window.count where name[window.lowerBound + letter] == word[place] {
        guard let previous = previous(of: letter, above, name, window) else { continue }
        row[letter] = met + previous.score
      }
      rows.append(row)
    }
    guard var letter = best(of: rows[rows.count - 1]) else { return nil }
    var places = [letter]
    for place in word.indices.dropFirst().reversed() {
      guard let previous = previous(of: letter, rows[place - 1], name, window) else { return nil }
      letter = previous.letter
      places.append(letter)
    }
    return places.reversed().map { window.lowerBound + $0 }
  }

  /// From where it is best to come to a letter, and the score of that without the letter itself.
  private static func previous(
    of letter: Int, _ above: [Int], _ name: UnsafeBufferPointer<UInt32>, _ window: Range<Int>
  ) -> (letter: Int, score: Int)? {
    guard letter > 0 else { return nil }
    let bonus = bonus(at: window.lowerBound + letter, in: name)
    var best = (letter: letter - 1, score: above[letter - 1] + max(bonus, inARow))
    for other in stride(from: letter - 2, through: 0, by: -1) {
      let score = above[other] + gapStart + (letter - other - 2) * gapLetter + bonus
      if score > best.score { best = (other, score) }
    }
    return best
  }

  private static func best(of row: [Int]) -> Int? {
    row.indices.max { row[$0] == row[$1] ? $0 > $1 : row[$0] < row[$1] }
  }

  private static func firstRow(
    of word: [UInt32], in name: UnsafeBufferPointer<UInt32>, _ window: Range<Int>
  ) -> [Int] {
    window.map { name[$0] == word[0] ? met + 2 * bonus(at: $0, in: name) : never }
  }

  private static func bonus(at place: Int, in name: UnsafeBufferPointer<UInt32>) -> Int {
    if place == 0 { return atStart }
    return FuzzyLetters.isInWord(name[place]) && !FuzzyLetters.isInWord(name[place - 1])
      ? atWordStart : 0
  }

  /// The part of a name that a word can lie on; nil where its letters are not there in order.
  private static func window(
    of word: [UInt32], in name: UnsafeBufferPointer<UInt32>
  ) -> Range<Int>? {
    let count = min(name.count, limit)
    guard let last = word.last else { return nil }
    var (start, met, place) = (0, 0, 0)
    while place < count, met < word.count {
      if name[place] == word[met] {
        if met == 0 { start = place }
        met += 1
      }
      place += 1
    }
    guard met == word.count else { return nil }
    var end = count
    while end > place, name[end - 1] != last { end -= 1 }
    return start..<end
  }
}
