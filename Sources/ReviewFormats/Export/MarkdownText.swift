/// Foreign text in Markdown.
package enum MarkdownText {
  /// The text in one line, as itself: nothing in it is markup, a link, an image or HTML.
  ///
  /// Line ends, tabs and control characters become spaces, marks that reorder text are dropped.
  /// After GitHub Flavored Markdown 0.29, which also makes links of bare addresses.
  package static func escaped(_ text: String) -> String {
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "@": result += "&#64;"
      case ":" where scalars[(place + 1)...].starts(with: ["/", "/"]): result += "&#58;"
      case "." where endsInWWW(scalars[..<place]): result += "&#46;"
      case "|", "\\", "`", "[", "]", "*", "_", "~", "!", "$":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": continue
      default:
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator:
          if result.last != " " { result += " " }
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }

  private static func endsInWWW(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.count >= 3 && scalars.suffix(3).allSatisfy { $0 == "w" || $0 == "W" }
  }
}
