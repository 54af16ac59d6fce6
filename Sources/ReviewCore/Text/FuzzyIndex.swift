/// Names that one picks from by typing some of their letters: titles, commands, members.
///
/// They are folded once, laid end to end, each with a set of the letters that it has, so that most
/// names are passed over at a glance.
package struct FuzzyIndex: Sendable {
  private let folded: [UInt32]
  private let starts: [Int]
  private let letters: [UInt64]

  /// A name that fits.
  package struct Hit: Hashable, Sendable {
    /// Its place among the names.
    package let place: Int
    /// How well it fits; more is better.
    package let score: Int
  }

  /// Folds the names. O(their length).
  package init(_ names: some Sequence<String>) {
    var (folded, starts, letters): ([UInt32], [Int], [UInt64]) = ([], [0], [])
    for name in names {
      let scalars = FuzzyLetters.folded(name)
      folded += scalars
      starts.append(folded.count)
      letters.append(scalars.reduce(0) { $0 | FuzzyLetters.bit(of: $1) })
    }
    (self.folded, self.starts, self.letters) = (folded, starts, letters)
  }

  /// How many names there are.
  package var count: Int { letters.count }

  /// The names that fit, the best first, of equals the first first.
  ///
  /// An empty pattern fits all of them. O(names · length of the pattern), about 20 ms at worst for
  /// 30,000 titles.
  package func hits(of pattern: FuzzyPattern, limit: Int = .max) -> [Hit] {
    // One number holds both score and place, since numbers are sorted fastest.
    var keys: [Int] = []
    folded.withUnsafeBufferPointer { folded in
      for place in letters.indices where pattern.letters & ~letters[place] == 0 {
        let name = UnsafeBufferPointer(rebasing: folded[starts[place]..<starts[place + 1]])
        guard let score = pattern.score(of: name) else { continue }
        keys.append(-score << 32 | place)
      }
    }
    keys.sort()
    return keys.prefix(max(0, limit)).map { Hit(place: $0 & 0xFFFF_FFFF, score: -($0 >> 32)) }
  }
}
