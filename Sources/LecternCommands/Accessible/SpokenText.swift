import ReviewCore
import TerminalUI

/// Texts as they are read in the line mode: in paragraphs, each a line that the terminal wraps.
enum SpokenText {
  /// What one part of a long text holds at most, in characters.
  static let partLength = 6_000

  /// The paragraphs of a text: lines that belong together are one. What begins like an item of a
  /// list, a heading, a quote or code stays a line of its own. O(length).
  static func paragraphs(of text: String) -> [String] {
    var paragraphs: [String] = []
    var current = ""
    var isInCode = false
    func close() {
      if !current.isEmpty { paragraphs.append(current) }
      current = ""
    }
    for line in DisplayText.lines(text) {
      let words = line.trimmed
      if words.hasPrefix("```") {
        close()
        isInCode.toggle()
      } else if words.isEmpty {
        close()
      } else if isInCode || isItsOwn(words) {
        close()
        current = words
        if isInCode || words.hasPrefix("#") { close() }
      } else {
        current += current.isEmpty ? words : " " + words
      }
    }
    close()
    return paragraphs
  }

  private static func isItsOwn(_ line: String) -> Bool {
    if ["- ", "* ", "+ ", "> ", "#", "|"].contains(where: { line.hasPrefix($0) }) { return true }
    let number = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(number.count)
    return !number.isEmpty && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
  }

  /// Lines in parts of some length; a line that is longer than a part is cut at a space. O(length).
  static func parts(of lines: [String], length: Int = partLength) -> [[String]] {
    var parts: [[String]] = []
    var part: [String] = []
    var room = length
    for piece in lines.flatMap({ pieces(of: $0, length: length) }) {
      if piece.count > room, !part.isEmpty {
        parts.append(part)
        (part, room) = ([], length)
      }
      part.append(piece)
      room -= piece.count
    }
    if !part.isEmpty { parts.append(part) }
    return parts
  }

  private static func pieces(of line: String, length: Int) -> [String] {
    var pieces: [String] = []
    var rest = Substring(line)
    while let end = rest.index(rest.startIndex, offsetBy: length, limitedBy: rest.endIndex),
      end != rest.endIndex
    {
      let space = rest[..<end].lastIndex(of: " ") ?? end
      pieces.append(String(rest[..<space]))
      rest = rest[space...].drop { $0 == " " }
    }
    return pieces + [String(rest)]
  }
}

extension String {
  /// The text on one line, made safe, with a full stop unless it ends like a sentence.
  var asSentence: String {
    let text = DisplayText.line(self).trimmed
    guard let last = text.last, !".!?:…".contains(last) else { return text }
    return text + "."
  }

  /// The text with a capital first letter.
  var beginningUppercase: String { prefix(1).uppercased() + dropFirst() }
}

/// `1 proposal`, `3 proposals`.
func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  "\(count) \(count == 1 ? one : many ?? one + "s")"
}
