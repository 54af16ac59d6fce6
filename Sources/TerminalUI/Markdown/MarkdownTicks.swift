/// The runs of backticks of a paragraph, by their length.
struct MarkdownTicks {
  /// The places of the runs of each length that may end code, ascending.
  private var ends: [Int: [Int]] = [:]
  /// For each length, how many of its runs are behind already.
  private var passed: [Int: Int] = [:]
  private let scalars: [Unicode.Scalar]

  /// Finds the runs from a place on. O(length).
  init(_ scalars: [Unicode.Scalar], from start: Int) {
    self.scalars = scalars
    var place = start
    while place < scalars.count {
      guard scalars[place] == "`" else {
        place += 1
        continue
      }
      var count = 0
      while place + count < scalars.count, scalars[place + count] == "`" { count += 1 }
      ends[count, default: []].append(place)
      place += count
    }
  }

  /// Where code ends that a run opens; nil where it opens none.
  ///
  /// Of single backticks, which plain text uses as quotation marks, one opens before a character and
  /// ends after one. O(1) on the average of all runs.
  mutating func end(of count: Int, after place: Int) -> Int? {
    func isSpace(_ place: Int) -> Bool {
      !scalars.indices.contains(place) || scalars[place] == " " || scalars[place] == "\n"
    }
    if count == 1, isSpace(place + 1) { return nil }
    guard let places = ends[count] else { return nil }
    var next = passed[count] ?? 0
    while next < places.count,
      places[next] <= place || (count == 1 && isSpace(places[next] - 1))
    {
      next += 1
    }
    passed[count] = next
    return next < places.count ? places[next] : nil
  }
}
