/// Breaks a line into rows, cluster by cluster, for editing.
///
/// It breaks where `LineWrapper` does, but loses nothing: a row keeps the spaces that it ends with,
/// even beyond the measure, and no row is indented.
struct RowWrapper {
  /// Where each row begins.
  private(set) var starts: [Int]
  /// Columns of the row that is being filled.
  private(set) var columns = 0
  private let measure: Int
  private var previous: Character = " "
  private var previousWidth = 0
  private var breakAtSpace: Break?
  private var breakInWord: Break?

  /// A place where the row may be broken, and the columns before it.
  private struct Break {
    var place: Int
    var columns: Int
  }

  /// Begins a row.
  ///
  /// - Parameter previous: The cluster before it; nil where it is the first row.
  init(measure: Int, start: Int = 0, previous: Character? = nil) {
    self.measure = measure
    starts = [start]
    self.previous = previous ?? " "
  }

  /// Adds the next cluster.
  ///
  /// - Returns: Whether a new row began.
  @discardableResult
  mutating func add(_ character: Character, width: Int, at place: Int) -> Bool {
    let rows = starts.count
    if character == " " || character == "\t" {
      columns += width
      breakAtSpace = Break(place: place + 1, columns: columns)
    } else {
      if width == 2 || previousWidth == 2, mayBreak(before: character),
        place > starts[starts.count - 1]
      {
        breakAtSpace = Break(place: place, columns: columns)
      }
      while columns + width > measure, place > starts[starts.count - 1] { endRow(before: place) }
      columns += width
      if character == "-" || character == "/", previous != " " {
        breakInWord = Break(place: place + 1, columns: columns)
      }
    }
    (previous, previousWidth) = (character, width)
    return starts.count > rows
  }

  private mutating func endRow(before place: Int) {
    let end = breakAtSpace ?? breakInWord ?? Break(place: place, columns: columns)
    starts.append(end.place)
    columns -= end.columns
    breakAtSpace = nil
    if let inWord = breakInWord {
      breakInWord =
        inWord.place > end.place
        ? Break(place: inWord.place, columns: inWord.columns - end.columns) : nil
    }
  }

  private func mayBreak(before character: Character) -> Bool {
    guard previous != " ", let last = previous.unicodeScalars.last,
      let next = character.unicodeScalars.first
    else { return false }
    return !LineWrapper.opening.contains(last) && !LineWrapper.closing.contains(next)
  }
}
