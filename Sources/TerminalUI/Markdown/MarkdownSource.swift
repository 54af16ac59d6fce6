/// One typed line, by what its beginning makes of it.
struct MarkdownSource {
  /// What a line is.
  enum Kind: Equatable {
    /// Nothing but space.
    case blank
    /// Text, with its indentation as it was typed.
    case text
    /// An item of a list, of which so many characters are indentation and marker.
    case item(lead: Int)
    /// A heading.
    case heading
    /// A thematic break.
    case rule
    /// What begins or ends a block of code: its character, how many of them, how far it is indented,
    /// and whether nothing follows, so that it can end a block.
    case fence(Unicode.Scalar, count: Int, indent: Int, isBare: Bool)
  }

  /// Quotes nest no deeper; further marks are text.
  static let deepestQuote = 4

  /// How many quotes it stands in.
  let quote: Int
  let kind: Kind
  /// What is left of the line without the marks of quotes, and of a heading.
  let content: ArraySlice<Unicode.Scalar>
  /// The line as it was typed.
  let typed: [Unicode.Scalar]

  /// Looks at a line. O(length).
  init(_ line: [Unicode.Scalar]) {
    typed = line
    var rest = line[...]
    var depth = 0
    while depth < Self.deepestQuote {
      let indent = rest.prefix(4).prefix { $0 == " " }.count
      let marks = rest.dropFirst(indent).prefix(3).prefix { $0 == ">" }.count
      let after = rest.dropFirst(indent + marks)
      // `>>> x` is a prompt of Python and `>90 %` a number: only a mark that stands alone quotes.
      guard indent <= 3, (1...2).contains(marks), after.first == nil || after.first == " " else {
        break
      }
      depth += marks
      rest = after.dropFirst()
    }
    quote = depth
    let indent = rest.prefix { $0 == " " }.count
    let body = rest.dropFirst(indent)
    guard let first = body.first else {
      (kind, content) = (.blank, rest)
      return
    }
    switch first {
    case "#":
      let count = body.prefix(7).prefix { $0 == "#" }.count
      let title = body.dropFirst(count)
      if count <= 6, indent <= 3, title.first == " ", let trimmed = Self.title(title) {
        (kind, content) = (.heading, trimmed)
        return
      }
    case "`", "~":
      let count = body.prefix { $0 == first }.count
      let after = body.dropFirst(count)
      if count >= 3, first == "~" || !after.contains("`") {
        let isBare = after.allSatisfy { $0 == " " }
        kind = .fence(first, count: count, indent: indent, isBare: isBare)
        content = rest
        return
      }
    case "-", "*", "_", "+":
      if first != "+", Self.isRule(body, of: first) {
        (kind, content) = (.rule, [])
        return
      }
      if first != "_", let gap = Self.gap(body.dropFirst()) {
        (kind, content) = (.item(lead: indent + 1 + gap), rest)
        return
      }
    case "0"..."9":
      let digits = body.prefix(4).prefix { $0.value >= 0x30 && $0.value <= 0x39 }.count
      let after = body.dropFirst(digits)
      if digits <= 3, after.first == "." || after.first == ")",
        let gap = Self.gap(after.dropFirst())
      {
        (kind, content) = (.item(lead: indent + digits + 1 + gap), rest)
        return
      }
    default: break
    }
    (kind, content) = (.text, rest)
  }

  /// The spaces between a marker and the text of its item; nil where it is no item.
  private static func gap(_ rest: ArraySlice<Unicode.Scalar>) -> Int? {
    let gap = rest.prefix(5).prefix { $0 == " " }.count
    return gap == 0 || gap == rest.count ? nil : gap
  }

  /// Three or more of one character and nothing else but spaces.
  private static func isRule(
    _ body: ArraySlice<Unicode.Scalar>, of mark: Unicode.Scalar
  ) -> Bool {
    var count = 0
    for scalar in body {
      if scalar == mark { count += 1 } else if scalar != " " { return false }
    }
    return count >= 3
  }

  /// The words of a heading without the marks that may close it; nil without words.
  private static func title(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
    var title = text.drop { $0 == " " }
    while title.last == " " { title.removeLast() }
    let marks = title.reversed().prefix { $0 == "#" }.count
    let open = title.dropLast(marks)
    if marks > 0, open.last == " " { title = open }
    while title.last == " " { title.removeLast() }
    return title.isEmpty ? nil : title
  }
}
