/// Wraps one line of safe text.
///
/// One pass: it keeps where the line that is being filled began and where it could last have been
/// broken.
struct LineWrapper {
  private typealias Index = String.UnicodeScalarView.Index

  /// A place where the line may be broken.
  private struct Break {
    /// The line ends here.
    var end: Index
    /// The next line begins here.
    var resume: Index
    /// Columns from the beginning of the whole text to `resume`.
    var columns: Int
  }

  /// The line as it is wrapped: without an indentation that would squeeze it.
  let line: String
  private let measure: Int
  private let indentation: String
  /// Columns before which there is no break: the indentation and the marker of a list item. The
  /// lines that continue it are indented by as many.
  let lead: Int

  private var start: Index
  private var columns = 0
  private var columnsAtStart = 0
  private var isFirst = true
  private var breakAtSpace: Break?
  private var breakInWord: Break?

  init(_ line: String, measure: Int) {
    self.measure = measure
    // Text squeezed into less than half of the measure is worse than text not aligned.
    let mostIndented = max(0, min(measure / 2, measure - 2))
    let spaces = line.utf8.prefix { $0 == 0x20 }.count
    self.line = spaces <= mostIndented ? line : String(line.drop { $0 == " " })
    let leading = Self.leadingColumns(of: self.line)
    lead = leading <= mostIndented ? leading : 0
    indentation = String(repeating: " ", count: lead)
    start = self.line.startIndex
  }

  /// Appends the lines, without spaces at their ends.
  mutating func wrap(into lines: inout [String]) {
    var rows: [Range<String.Index>] = []
    wrap(into: &rows)
    for (place, row) in rows.enumerated() {
      let text = line[row]
      lines.append(place == 0 || indentation.isEmpty ? String(text) : indentation + text)
    }
  }

  /// Appends where in `line` each row stands, without spaces at its end. O(length).
  mutating func wrap(into rows: inout [Range<String.Index>]) {
    let scalars = line.unicodeScalars
    var index = scalars.startIndex
    var endOfText = index
    var previous: Unicode.Scalar = " "
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      if scalar == " " {
        columns += 1
        if columns > lead {
          breakAtSpace = Break(end: endOfText, resume: next, columns: columns)
        }
      } else {
        let width = DisplayWidth.of(scalar)
        if width == 2 || DisplayWidth.of(previous) == 2, width > 0 {
          noteBreakBesideWide(previous, scalar, at: index)
        }
        makeRoom(for: width, at: index, into: &rows)
        columns += width
        endOfText = next
        if scalar == "-" || scalar == "/", previous != " " {
          breakInWord = Break(end: next, resume: next, columns: columns)
        }
      }
      if scalar == " " || DisplayWidth.of(scalar) > 0 { previous = scalar }
      index = next
    }
    if endOfText > start || isFirst { rows.append(start..<max(endOfText, start)) }
  }

  /// Ends lines until `width` more columns fit at `index`.
  private mutating func makeRoom(
    for width: Int, at index: Index, into rows: inout [Range<String.Index>]
  ) {
    while columns - columnsAtStart + width > room, index > start {
      let place = breakAtSpace ?? breakInWord ?? Break(end: index, resume: index, columns: columns)
      rows.append(start..<max(place.end, start))
      isFirst = false
      start = place.resume
      columnsAtStart = place.columns
      breakAtSpace = nil
      if let inWord = breakInWord, inWord.resume <= start { breakInWord = nil }
    }
  }

  private var room: Int { isFirst ? measure : measure - indentation.utf8.count }

  /// A break between two characters of which one is wide, unless punctuation forbids it.
  private mutating func noteBreakBesideWide(
    _ previous: Unicode.Scalar, _ scalar: Unicode.Scalar, at index: Index
  ) {
    guard previous != " ", columns > lead else { return }
    if Self.opening.contains(previous) || Self.closing.contains(scalar) { return }
    breakAtSpace = Break(end: index, resume: index, columns: columns)
  }

  /// What may not end a line.
  static let opening: Set<Unicode.Scalar> = [
    "(", "[", "{", "\"", "'", "“", "‘", "「", "『", "（", "［", "｛", "【", "〈", "《", "〔",
  ]
  /// What may not begin a line.
  static let closing: Set<Unicode.Scalar> = [
    ")", "]", "}", "\"", "'", "”", "’", "」", "』", "）", "］", "｝", "】", "〉", "》", "〕", "、", "。",
    "，", "．", ",", ".", ":", ";", "!", "?", "：", "；", "！", "？", "ー", "々", "…",
  ]

  /// Columns of the spaces, and of the marker of a list item, that a line begins with.
  private static func leadingColumns(of line: String) -> Int {
    let scalars = line.unicodeScalars
    let rest = scalars.drop { $0 == " " }
    let spaces = scalars.distance(from: scalars.startIndex, to: rest.startIndex)
    guard let first = rest.first else { return 0 }
    var marker = 0
    if ["-", "*", "+", "•", "◦", "‣"].contains(first) {
      marker = 1
    } else {
      let digits = rest.prefix(4).prefix { $0.value >= 0x30 && $0.value <= 0x39 }.count
      let afterDigits = rest.dropFirst(digits).first
      if (1...3).contains(digits), afterDigits == "." || afterDigits == ")" { marker = digits + 1 }
    }
    guard marker > 0, rest.dropFirst(marker).first == " " else { return spaces }
    let gap = rest.dropFirst(marker).prefix(5).prefix { $0 == " " }.count
    return spaces + marker + (gap <= 4 ? gap : 1)
  }
}
