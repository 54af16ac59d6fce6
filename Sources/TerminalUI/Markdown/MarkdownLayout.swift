/// Lays blocks out as lines of a measure.
struct MarkdownLayout {
  let columns: Int
  let symbols: MarkdownSymbols
  private(set) var lines: [MarkdownLine] = []

  init(columns: Int, symbols: MarkdownSymbols) {
    self.columns = columns
    self.symbols = symbols
  }

  // MARK: - Blocks

  /// Adds an empty line.
  mutating func addBlank(quote: Int) {
    let margin = margin(quote)
    lines.append(MarkdownLine(runs: margin, margin: margin.count))
  }

  /// Adds a thematic break.
  mutating func addRule(quote: Int) {
    let margin = margin(quote)
    let line = String(repeating: symbols.horizontal, count: min(24, room(quote)))
    lines.append(
      MarkdownLine(runs: margin + [.init(text: line, role: .ornament)], margin: margin.count + 1))
  }

  /// The content of an item with a bullet in place of what was typed for one.
  func bulleted(_ content: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    var content = Array(content)
    if let place = content.firstIndex(where: { $0 != " " }),
      ["-", "*", "+"].contains(content[place])
    {
      content[place] = symbols.bullet
    }
    return content
  }

  /// Adds the lines of a block of code as they were typed, cut where they are too long.
  mutating func addCode(_ sources: ArraySlice<MarkdownSource>, after fence: MarkdownSource) {
    guard case .fence(_, _, let indent, _) = fence.kind else { return }
    let margin = margin(fence.quote)
    let inset = room(fence.quote) > 8 ? 2 : 0
    if sources.isEmpty { addBlank(quote: fence.quote) }
    for source in sources {
      // In code that stands in no quote, what looks like a quote is code.
      let typed = fence.quote == 0 ? source.typed[...] : source.content
      let spaces = typed.prefix(indent).prefix { $0 == " " }.count
      let text = typed.dropFirst(spaces)
      for (place, row) in Self.cut(text, columns: max(1, room(fence.quote) - inset)).enumerated() {
        var runs = margin
        runs.append(.init(text: String(repeating: " ", count: inset), role: .code))
        runs.append(.init(text: String(String.UnicodeScalarView(row)), role: .code))
        lines.append(
          MarkdownLine(
            runs: runs, margin: margin.count + 1, joint: place == 0 ? .begins : .withinWord))
      }
    }
  }

  /// Cuts a line wherever it is full. O(length).
  private static func cut(
    _ text: ArraySlice<Unicode.Scalar>, columns: Int
  ) -> [ArraySlice<Unicode.Scalar>] {
    var rows: [ArraySlice<Unicode.Scalar>] = []
    var (start, used) = (text.startIndex, 0)
    for place in text.indices {
      let width = DisplayWidth.of(text[place])
      if used + width > columns, place > start {
        rows.append(text[start..<place])
        (start, used) = (place, 0)
      }
      used += width
    }
    rows.append(text[start...])
    return rows
  }

  // MARK: - Paragraphs

  /// Adds a paragraph, or a heading: typed lines, each of them wrapped.
  mutating func add(_ inlines: MarkdownInlines, quote: Int, role: MarkdownRole) {
    var text: [Unicode.Scalar] = []
    var roles: [MarkdownRole] = []
    var (strong, emphasis, isFirst) = (0, 0, true)
    for (scalar, mark) in zip(inlines.scalars, inlines.marks) {
      if mark.contains(.opensStrong) { strong += 1 }
      if mark.contains(.closesStrong) { strong -= 1 }
      if mark.contains(.opensEmphasis) { emphasis += 1 }
      if mark.contains(.closesEmphasis) { emphasis -= 1 }
      if mark.contains(.hidden) { continue }
      if scalar == "\n" {
        addLine(text, roles, quote: quote, isFirst: isFirst)
        text.removeAll(keepingCapacity: true)
        roles.removeAll(keepingCapacity: true)
        isFirst = false
        continue
      }
      var piece = role
      if strong > 0 { piece.insert(.strong) }
      if emphasis > 0 { piece.insert(.emphasis) }
      if mark.contains(.code) { piece.insert(.code) }
      if mark.contains(.address) { piece.insert(.address) }
      if quote > 0 { piece.insert(.quote) }
      text.append(scalar)
      roles.append(piece)
    }
    addLine(text, roles, quote: quote, isFirst: isFirst)
  }

  private mutating func addLine(
    _ scalars: [Unicode.Scalar], _ roles: [MarkdownRole], quote: Int, isFirst: Bool
  ) {
    let margin = margin(quote)
    let text = String(String.UnicodeScalarView(scalars))
    var wrapper = LineWrapper(text, measure: room(quote))
    var rows: [Range<String.Index>] = []
    wrapper.wrap(into: &rows)
    let line = wrapper.line.unicodeScalars
    var index = line.startIndex
    // Spaces that would squeeze the text were dropped.
    var place = scalars.count - line.count
    var end = index
    for (number, row) in rows.enumerated() {
      place += line.distance(from: index, to: row.lowerBound)
      let count = line.distance(from: row.lowerBound, to: row.upperBound)
      var runs = margin
      if number > 0, wrapper.lead > 0 {
        runs.append(.init(text: String(repeating: " ", count: wrapper.lead), role: []))
      }
      let marginCount = runs.count
      Self.append(scalars[place..<place + count], roles[place..<place + count], to: &runs)
      let isCut = number > 0 && row.lowerBound == end
      let joint: LineJoint =
        number == 0 ? (isFirst ? .begins : .afterSpace) : isCut ? .withinWord : .afterSpace
      lines.append(MarkdownLine(runs: runs, margin: marginCount, joint: joint))
      place += count
      (index, end) = (row.upperBound, row.upperBound)
    }
  }

  /// Appends a text in pieces of one role each. O(length).
  private static func append(
    _ scalars: ArraySlice<Unicode.Scalar>, _ roles: ArraySlice<MarkdownRole>,
    to runs: inout [MarkdownLine.Run]
  ) {
    var start = scalars.startIndex
    for place in scalars.indices
    where place + 1 == scalars.endIndex || roles[place + 1] != roles[place] {
      let text = String(String.UnicodeScalarView(scalars[start...place]))
      runs.append(.init(text: text, role: roles[place]))
      start = place + 1
    }
  }

  // MARK: - Quotes

  private func room(_ quote: Int) -> Int { max(1, columns - 2 * shownDepth(quote)) }

  /// Bars take at most half of the measure.
  private func shownDepth(_ quote: Int) -> Int { min(quote, columns / 4) }

  private func margin(_ quote: Int) -> [MarkdownLine.Run] {
    let depth = shownDepth(quote)
    guard depth > 0 else { return [] }
    return [.init(text: String(repeating: "\(symbols.bar) ", count: depth), role: .ornament)]
  }
}
