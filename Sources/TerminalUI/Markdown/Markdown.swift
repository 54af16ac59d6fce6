/// Renders Markdown as lines for a terminal.
///
/// Texts of proposals are mostly plain: each typed newline stays one, indentation stays as it was
/// typed, and what is no Markdown for sure is shown unchanged. The text is made safe for display
/// first. Not rendered, but shown as typed: tables, HTML, references, code by indentation.
package enum Markdown {
  /// The lines of a text.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - columns: The measure; less than 1 counts as 1.
  ///   - symbols: What is drawn.
  /// - Returns: At least one line, none wider than the measure (a wide character in a measure of 1
  ///   stands alone and is too wide).
  /// - Complexity: O(n) in the length of the text, whatever it holds.
  package static func lines(
    _ text: String, columns: Int, symbols: MarkdownSymbols
  ) -> [MarkdownLine] {
    var layout = MarkdownLayout(columns: max(1, columns), symbols: symbols)
    let sources = DisplayText.lines(text).map { MarkdownSource(Array($0.unicodeScalars)) }
    var fences = MarkdownFences(sources)
    var place = 0
    var paragraph: [Unicode.Scalar] = []
    var (quote, lead, hasParagraph) = (0, 0, false)
    func endParagraph() {
      guard hasParagraph else { return }
      layout.add(MarkdownInlines(paragraph, from: lead), quote: quote, role: [])
      paragraph.removeAll(keepingCapacity: true)
      hasParagraph = false
    }
    while place < sources.count {
      let source = sources[place]
      if case .fence = source.kind, let end = fences.end(of: place) {
        endParagraph()
        layout.addCode(sources[place + 1..<end], after: source)
        place = end + 1
        continue
      }
      place += 1
      switch source.kind {
      case .blank:
        endParagraph()
        layout.addBlank(quote: source.quote)
      case .rule:
        endParagraph()
        layout.addRule(quote: source.quote)
      case .heading:
        endParagraph()
        layout.add(MarkdownInlines(Array(source.content)), quote: source.quote, role: .heading)
      case .item(let count):
        endParagraph()
        (quote, lead, hasParagraph) = (source.quote, count, true)
        paragraph.append(contentsOf: layout.bulleted(source.content))
      case .text, .fence:
        if hasParagraph, quote == source.quote {
          paragraph.append("\n")
        } else {
          endParagraph()
          (quote, lead, hasParagraph) = (source.quote, 0, true)
        }
        paragraph.append(contentsOf: source.content)
      }
    }
    endParagraph()
    return layout.lines
  }
}
