import ReviewCore
import TerminalUI

/// What changed from one text to another, as lines to read: what was added and removed marked, long
/// stretches without a change left out.
struct DiffText {
  let theme: Theme
  let glyphs: Glyphs
  let columns: Int

  /// Characters of a stretch without a change that are kept beside a change.
  private static let around = 120

  /// The lines of one text; none where nothing changed. O(words · changes).
  func lines(from old: String?, to new: String?) -> [StyledLine] {
    let diff = TextDiff(from: Self.safe(old), to: Self.safe(new))
    if diff.isEmpty { return [] }
    var flow = TextFlow(columns: columns)
    for (place, segment) in diff.segments.enumerated() {
      switch segment.kind {
      case .kept:
        let isFirst = place == 0
        let isLast = place == diff.segments.count - 1
        for (text, isLeftOut) in shortened(segment.text, isFirst: isFirst, isLast: isLast) {
          flow.add(text, isLeftOut ? theme.faint : theme.text)
        }
      case .added: mark(segment.text, "{+", "+}", theme.good.with([.bold, .underline]), in: &flow)
      case .removed: mark(segment.text, "[-", "-]", theme.bad, in: &flow)
      }
    }
    return flow.finished
  }

  /// What the marks mean, in a line.
  var legend: StyledLine {
    var line = StyledLine("[-removed-]", theme.bad)
    line.add("  ", theme.text)
    line.add(isASCII ? "{+added+}" : "added", theme.good.with([.bold, .underline]))
    return line
  }

  /// Underlining alone is not always seen where there are no colours and no other characters.
  private var isASCII: Bool { glyphs == .ascii }

  private func mark(
    _ text: String, _ before: String, _ after: String, _ style: Style, in flow: inout TextFlow
  ) {
    let isMarked = before == "[-" || isASCII
    // Spaces at the ends stay outside, so that the marks stand at words.
    let start = text.prefix { $0.isWhitespace }
    let end = text.dropFirst(start.count).reversed().prefix { $0.isWhitespace }.reversed()
    let inner = text.dropFirst(start.count).dropLast(end.count)
    guard isMarked, !inner.isEmpty else {
      flow.add(text, style)
      return
    }
    flow.add(String(start), style)
    flow.add(before + inner + after, style)
    flow.add(String(end), style)
  }

  /// A stretch without a change: its ends, with a sign for what is left out between them.
  private func shortened(
    _ text: String, isFirst: Bool, isLast: Bool
  ) -> [(text: String, isLeftOut: Bool)] {
    let sides = (isFirst ? 0 : 1) + (isLast ? 0 : 1)
    guard text.count > Self.around * max(1, sides) + 80 else { return [(text, false)] }
    var pieces: [(text: String, isLeftOut: Bool)] = []
    if !isFirst { pieces.append((Self.head(text), false)) }
    let sign = isFirst ? "\(glyphs.ellipsis) " : isLast ? " \(glyphs.ellipsis)" : nil
    pieces.append((sign ?? "\n\n\(glyphs.ellipsis)\n\n", true))
    if !isLast { pieces.append((Self.tail(text), false)) }
    return pieces
  }

  /// The beginning, up to the end of a word.
  private static func head(_ text: String) -> String {
    var kept = text.prefix(around)
    if let space = kept.lastIndex(where: \.isWhitespace) { kept = kept[..<space] }
    while kept.last?.isWhitespace == true { kept.removeLast() }
    return String(kept)
  }

  /// The end, from the beginning of a word.
  private static func tail(_ text: String) -> String {
    var kept = text.suffix(around)
    if let space = kept.firstIndex(where: \.isWhitespace) { kept = kept[space...] }
    return String(kept.drop { $0.isWhitespace })
  }

  /// The text made safe before it is cut: half an escape sequence would be seen.
  private static func safe(_ text: String?) -> String {
    text.map { DisplayText.lines($0).joined(separator: "\n") } ?? ""
  }
}

/// Puts styled words beside each other, and on further lines.
struct TextFlow {
  private let columns: Int
  private var lines: [StyledLine] = [.blank]
  private var used = 0
  /// Pieces of the word that is being put together; it is broken nowhere.
  private var word: [StyledLine.Span] = []
  private var space: StyledLine.Span?

  init(columns: Int) { self.columns = max(1, columns) }

  /// Adds a safe text of one look.
  mutating func add(_ text: String, _ style: Style) {
    var letters = ""
    func takeIn(_ flow: inout TextFlow) {
      if !letters.isEmpty { flow.word.append(.init(text: letters, style: style)) }
      letters = ""
    }
    for character in text {
      if character.isWhitespace {
        takeIn(&self)
        endWord()
        if character.isNewline {
          newLine()
        } else {
          space = .init(text: (space?.text ?? "") + " ", style: style)
        }
      } else {
        letters.append(character)
        // Between wide characters a line may break.
        if DisplayWidth.of(String(character)) == 2 {
          takeIn(&self)
          endWord()
        }
      }
    }
    takeIn(&self)
  }

  /// The lines, without blank ones at the ends.
  var finished: [StyledLine] {
    var flow = self
    flow.endWord()
    var lines = flow.lines[...]
    while let first = lines.first, first.spans.isEmpty { lines.removeFirst() }
    while let last = lines.last, last.spans.isEmpty { lines.removeLast() }
    return Array(lines)
  }

  private mutating func newLine() {
    // More than one blank line says no more than one.
    let isDouble = lines.count > 1 && lines.suffix(2).allSatisfy { $0.spans.isEmpty }
    if !isDouble { lines.append(.blank) }
    (used, space) = (0, nil)
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    let width = word.map { DisplayWidth.of($0.text) }.reduce(0, +)
    let gap = space?.text.count ?? 0
    if used > 0, used + gap + width > columns {
      newLine()
    } else if let space, used > 0 {
      lines[lines.count - 1].spans.append(space)
      used += gap
    }
    space = nil
    for span in word { put(span) }
    word = []
  }

  /// Puts a piece of a word; one that is longer than a line is cut.
  private mutating func put(_ span: StyledLine.Span) {
    var rest = Substring(span.text)
    while !rest.isEmpty {
      var (end, width) = (rest.startIndex, 0)
      while end < rest.endIndex {
        let next = DisplayWidth.of(String(rest[end]))
        if used + width + next > columns, used + width > 0 { break }
        width += next
        end = rest.index(after: end)
      }
      if end > rest.startIndex {
        lines[lines.count - 1].add(String(rest[..<end]), span.style)
        used += width
        rest = rest[end...]
      }
      if !rest.isEmpty { newLine() }
    }
  }
}
