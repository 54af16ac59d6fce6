/// The fewest insertions and removals that make one sequence of another.
///
/// Source: E. Myers, "An O(ND) difference algorithm and its variations", Algorithmica 1986.
enum ShortestEdit {
  /// The most changes that are looked for: their trace takes 4 bytes times the square of it.
  private static let mostChanges = 2_000
  /// The most steps: sequence by change.
  private static let mostSteps = 20_000_000

  /// The places of what stays, in the old and in the new sequence, in order; nil where it takes
  /// more changes or time than is reasonable. O((old + new) · changes).
  static func kept(from old: [Int], to new: [Int]) -> [(old: Int, new: Int)]? {
    let most = min(old.count + new.count, mostChanges, mostSteps / max(1, old.count + new.count))
    // How far one gets on each diagonal (old place - new place), for every number of changes.
    var trace: [[Int32]] = []
    var reach = [Int32](repeating: 0, count: 2 * most + 3)
    let middle = most + 1
    for changes in 0...most {
      for diagonal in stride(from: -changes, through: changes, by: 2) {
        let isDown =
          diagonal == -changes
          || (diagonal != changes
            && reach[middle + diagonal - 1] < reach[middle + diagonal + 1])
        var inOld = Int(
          isDown ? reach[middle + diagonal + 1] : reach[middle + diagonal - 1] + 1)
        var inNew = inOld - diagonal
        while inOld < old.count, inNew < new.count, old[inOld] == new[inNew] {
          inOld += 1
          inNew += 1
        }
        reach[middle + diagonal] = Int32(truncatingIfNeeded: inOld)
        if inOld >= old.count, inNew >= new.count {
          return path(trace, changes: changes, old: old.count, new: new.count)
        }
      }
      trace.append(Array(reach[(middle - changes)...(middle + changes)]))
    }
    return nil
  }

  /// Walks back from the end. `trace[c]` holds the diagonals from -c to c after c changes.
  private static func path(
    _ trace: [[Int32]], changes: Int, old: Int, new: Int
  ) -> [(old: Int, new: Int)] {
    var kept: [(old: Int, new: Int)] = []
    var (inOld, inNew) = (old, new)
    for step in stride(from: changes, to: 0, by: -1) {
      let row = trace[step - 1]
      func reach(_ diagonal: Int) -> Int {
        let place = diagonal + step - 1
        return row.indices.contains(place) ? Int(row[place]) : 0
      }
      let diagonal = inOld - inNew
      let isDown =
        diagonal == -step || (diagonal != step && reach(diagonal - 1) < reach(diagonal + 1))
      let previous = isDown ? diagonal + 1 : diagonal - 1
      let start = reach(previous)
      let (afterOld, afterNew) =
        isDown ? (start, start - previous + 1) : (start + 1, start - previous)
      while inOld > afterOld, inNew > afterNew {
        inOld -= 1
        inNew -= 1
        kept.append((inOld, inNew))
      }
      (inOld, inNew) = (start, start - previous)
    }
    while inOld > 0, inNew > 0 {
      inOld -= 1
      inNew -= 1
      kept.append((inOld, inNew))
    }
    return kept.reversed()
  }
}
