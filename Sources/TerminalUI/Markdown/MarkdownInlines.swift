/// Finds emphasis, code and links in a paragraph.
///
/// It is a subset of CommonMark that spares plain text: `snake_case`, `2*3*4`, `__init__`, `"*"` and
/// fill-in lines stay as they were typed, since a marker counts only at the border of a word.
///
/// One pass over the characters. Nothing is looked for twice: the ends of code are found by places
/// that only move on, and what opens emphasis is kept on stacks of bounded depth.
struct MarkdownInlines {
  /// What becomes of a character.
  struct Mark: OptionSet {
    let rawValue: UInt8
    static let hidden = Mark(rawValue: 1)
    static let code = Mark(rawValue: 2)
    static let address = Mark(rawValue: 4)
    static let opensStrong = Mark(rawValue: 8)
    static let closesStrong = Mark(rawValue: 16)
    static let opensEmphasis = Mark(rawValue: 32)
    static let closesEmphasis = Mark(rawValue: 64)
  }

  /// The characters of the paragraph; that between the text and the address of a link has become a
  /// space.
  private(set) var scalars: [Unicode.Scalar]
  /// What becomes of each.
  private(set) var marks: [Mark]
  private var stars: [Opener] = []
  private var underscores: [Opener] = []
  private var brackets: [Bracket] = []
  private var ticks: MarkdownTicks?

  /// A run of markers that may open emphasis.
  private struct Opener {
    var place: Int
    var count: Int
    var end: Int { place + count }
  }

  private struct Bracket {
    var place: Int
    /// Whether a link may begin here: `list[0](x)` is none.
    var mayBegin: Bool
  }

  /// No more than this many markers wait for their ends; of more, the oldest are text.
  private static let mostOpen = 512

  /// Reads a paragraph, from a place on: what stands before is no Markdown. O(length).
  init(_ paragraph: [Unicode.Scalar], from start: Int = 0) {
    scalars = paragraph
    marks = Array(repeating: [], count: paragraph.count)
    var place = start
    while place < scalars.count {
      switch scalars[place] {
      case "\\": place = readEscape(at: place)
      case "`": place = readCode(at: place)
      case "*", "_": place = readEmphasis(at: place)
      case "[": place = readBracket(at: place)
      case "]": place = readLink(at: place)
      case "h", "H": place = readAddress(at: place)
      default: place += 1
      }
    }
  }

  // MARK: - Escapes and code

  private mutating func readEscape(at place: Int) -> Int {
    guard place + 1 < scalars.count, Self.escapable.contains(scalars[place + 1]) else {
      return place + 1
    }
    // `\\server` is a path; `\\*` is a backslash before emphasis.
    if scalars[place + 1] == "\\" {
      guard place + 2 < scalars.count, Self.escapable.contains(scalars[place + 2]) else {
        return place + 2
      }
    }
    marks[place] = .hidden
    return place + 2
  }

  private static let escapable: Set<Unicode.Scalar> = [
    "\\", "`", "*", "_", "[", "]", "#", ">", "+", "-", "!", "~", "|", "(", ")", ".", "<",
  ]

  private mutating func readCode(at place: Int) -> Int {
    var count = 0
    while place + count < scalars.count, scalars[place + count] == "`" { count += 1 }
    if ticks == nil { ticks = MarkdownTicks(scalars, from: place) }
    guard let end = ticks?.end(of: count, after: place) else { return place + count }
    for marker in place..<place + count { marks[marker] = .hidden }
    for inside in place + count..<end { marks[inside] = .code }
    for marker in end..<end + count { marks[marker] = .hidden }
    return end + count
  }

  // MARK: - Links

  private mutating func readBracket(at place: Int) -> Int {
    if brackets.count >= Self.mostOpen { brackets.removeFirst(Self.mostOpen / 2) }
    let before = place > 0 ? scalars[place - 1] : " "
    brackets.append(Bracket(place: place, mayBegin: !before.isWordLetter && before != "]"))
    return place + 1
  }

  private mutating func readLink(at place: Int) -> Int {
    guard let open = brackets.popLast(), open.mayBegin, place > open.place + 1,
      let end = endOfAddress(from: place + 1)
    else { return place + 1 }
    while let inner = stars.last, inner.place > open.place { stars.removeLast() }
    while let inner = underscores.last, inner.place > open.place { underscores.removeLast() }
    brackets.removeAll(keepingCapacity: true)
    marks[open.place] = .hidden
    if open.place > 0, scalars[open.place - 1] == "!" { marks[open.place - 1] = .hidden }
    // What is shown already is not said again.
    let text = scalars[(open.place + 1)..<place]
    let isSame = text.elementsEqual(scalars[(place + 2)..<end])
    scalars[place] = " "
    for inside in place...end { marks[inside] = isSame ? .hidden : .address }
    return end + 1
  }

  /// Where the parenthesis ends that begins at a place and holds an address; nil for none.
  ///
  /// At most four parentheses nest, so that what is read in vain is read a few times only.
  private func endOfAddress(from start: Int) -> Int? {
    guard start < scalars.count, scalars[start] == "(" else { return nil }
    var depth = 1
    var isAddress = false
    for place in scalars.indices[(start + 1)...] {
      switch scalars[place] {
      case " ", "\n", "<": return nil
      case "(":
        depth += 1
        if depth > 4 { return nil }
      case ")":
        depth -= 1
        if depth == 0 { return isAddress ? place : nil }
      case ":", "/", ".", "#", "@": isAddress = true
      default: break
      }
    }
    return nil
  }

  /// Goes over an address that stands in the text: what is in it marks nothing.
  private func readAddress(at place: Int) -> Int {
    guard scalars[(place + 1)...].first.map({ $0 == "t" || $0 == "T" }) == true,
      place == 0 || !scalars[place - 1].isWordLetter
    else { return place + 1 }
    let start = String(String.UnicodeScalarView(scalars[place...].prefix(8))).lowercased()
    guard start.hasPrefix("https://") || start.hasPrefix("http://") else { return place + 1 }
    var end = place + 7
    while end < scalars.count, !Self.endsAddress.contains(scalars[end]) {
      let first = end
      while end < scalars.count, scalars[end] == "*" { end += 1 }
      if end > first, end == scalars.count || !scalars[end].isWordLetter { return first }
      if end == first { end += 1 }
    }
    return end
  }

  private static let endsAddress: Set<Unicode.Scalar> = [" ", "\n", "<", ">", "[", "]", "`", "\""]

  // MARK: - Emphasis

  private mutating func readEmphasis(at start: Int) -> Int {
    let mark = scalars[start]
    var end = start
    while end < scalars.count, scalars[end] == mark { end += 1 }
    let before = start > 0 ? scalars[start - 1] : " "
    let after = end < scalars.count ? scalars[end] : " "
    // A line to fill in, or `"*"`.
    guard end - start <= 3, !(before.isQuoting && after.isQuoting) else { return end }
    var run = Opener(place: start, count: end - start)
    if !before.isMarkdownSpace, !after.isWordLetter { close(&run, mark) }
    if run.count > 0, !after.isMarkdownSpace, !before.isWordLetter { open(run, mark) }
    return end
  }

  private mutating func open(_ run: Opener, _ mark: Unicode.Scalar) {
    if mark == "*" {
      if stars.count >= Self.mostOpen { stars.removeFirst(Self.mostOpen / 2) }
      stars.append(run)
    } else {
      if underscores.count >= Self.mostOpen { underscores.removeFirst(Self.mostOpen / 2) }
      underscores.append(run)
    }
  }

  /// Ends what the markers of a run can end, the newest first.
  private mutating func close(_ run: inout Opener, _ mark: Unicode.Scalar) {
    while run.count > 0, var opener = mark == "*" ? stars.popLast() : underscores.popLast() {
      let used = min(opener.count, run.count, 2)
      guard isEmphasis(opener.end..<run.place, mark, used) else { return }
      let (first, last) = (opener.end - used, run.place)
      for place in first..<opener.end { marks[place].insert(.hidden) }
      for place in last..<last + used { marks[place].insert(.hidden) }
      marks[first].insert(used == 2 ? .opensStrong : .opensEmphasis)
      marks[last].insert(used == 2 ? .closesStrong : .closesEmphasis)
      // What was opened between the two cannot end beyond them.
      while let inner = mark == "*" ? underscores.last : stars.last, inner.place > opener.place {
        if mark == "*" { underscores.removeLast() } else { stars.removeLast() }
      }
      opener.count -= used
      run.place += used
      run.count -= used
      if opener.count > 0 { open(opener, mark) }
    }
  }

  /// Whether what stands between markers is text: not `*.*`, nor a name such as `__init__`.
  private func isEmphasis(_ inside: Range<Int>, _ mark: Unicode.Scalar, _ used: Int) -> Bool {
    if inside.count <= 4, !scalars[inside].contains(where: \.isLetterOrDigit) { return false }
    guard mark == "_", used == 2, inside.count <= 40 else { return true }
    return !scalars[inside].allSatisfy { scalar in
      scalar == "_" || (scalar >= "a" && scalar <= "z") || (scalar >= "0" && scalar <= "9")
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isMarkdownSpace: Bool { self == " " || self == "\n" || self == "\u{A0}" }

  fileprivate var isLetterOrDigit: Bool {
    if value < 0x80 {
      return (self >= "a" && self <= "z") || (self >= "A" && self <= "Z")
        || (self >= "0" && self <= "9")
    }
    return properties.isAlphabetic || properties.numericType != nil
  }

  /// A letter or digit of a script that puts spaces between words.
  fileprivate var isWordLetter: Bool { isLetterOrDigit && DisplayWidth.of(self) < 2 }

  /// What may stand around a character that is spoken of.
  fileprivate var isQuoting: Bool {
    switch self {
    case "\"", "'", "(", ")", "[", "]", "{", "}", "“", "”", "‘", "’", "«", "»", "/", ",": true
    default: false
    }
  }
}
