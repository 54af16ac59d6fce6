/// Finds where blocks of code end.
struct MarkdownFences {
  private let sources: [MarkdownSource]
  private var endless: [Key: Endless] = [:]

  private struct Key: Hashable {
    var mark: Unicode.Scalar
    var quote: Int
  }

  /// Up to a line no fence of so many characters, or more, has an end.
  private struct Endless {
    var count: Int
    var until: Int
  }

  init(_ sources: [MarkdownSource]) { self.sources = sources }

  /// The line that ends the block which a line begins; nil for none, and the fence is text.
  ///
  /// A block within a quote ends with it. O(lines) for each length of a fence, not for each fence.
  mutating func end(of start: Int) -> Int? {
    let opening = sources[start]
    guard case .fence(let mark, let count, _, _) = opening.kind else { return nil }
    let key = Key(mark: mark, quote: opening.quote)
    if let known = endless[key], count >= known.count, start < known.until { return nil }
    for place in sources.indices[(start + 1)...] {
      if opening.quote > 0, sources[place].quote != opening.quote {
        endless[key] = Endless(count: count, until: place)
        return nil
      }
      if case .fence(mark, let closing, _, true) = sources[place].kind, closing >= count,
        sources[place].quote == opening.quote
      {
        return place
      }
    }
    endless[key] = Endless(count: count, until: sources.count)
    return nil
  }
}
