/// Which known word somebody probably meant.
package enum NearestWord {
  /// The known word nearest to `word`, or nil where none is near.
  ///
  /// Near means: it begins with what was typed (three letters or more), or it differs by at most a
  /// third of its letters. Of equals the first. O(words · length²).
  package static func of(_ word: String, among known: some Sequence<String>) -> String? {
    let typed = Array(word.folded)
    guard !typed.isEmpty else { return nil }
    var best: (word: String, distance: Int)?
    for candidate in known {
      let letters = Array(candidate.folded)
      let isBeginning = typed.count >= 3 && letters.starts(with: typed)
      let distance = isBeginning ? 1 : editDistance(typed, letters)
      let limit = max(1, max(typed.count, letters.count) / 3)
      guard distance <= limit, distance < (best?.distance ?? .max) else { continue }
      best = (candidate, distance)
    }
    return best?.word
  }

  /// ` (did you mean "…"?)`, or nothing.
  package static func suggestion(for word: String, among known: some Sequence<String>) -> String {
    of(word, among: known).map { " (did you mean \"\($0)\"?)" } ?? ""
  }

  /// Insertions, deletions, replacements and exchanges of neighbours (optimal string alignment).
  static func editDistance(_ first: [Character], _ second: [Character]) -> Int {
    var beforeLast = [Int](repeating: 0, count: second.count + 1)
    var last = Array(0...second.count)
    for i in first.indices {
      var row = [i + 1]
      for j in second.indices {
        let cost = first[i] == second[j] ? 0 : 1
        var distance = min(row[j] + 1, last[j + 1] + 1, last[j] + cost)
        if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
          distance = min(distance, beforeLast[j - 1] + 1)
        }
        row.append(distance)
      }
      (beforeLast, last) = (last, row)
    }
    return last[second.count]
  }
}
