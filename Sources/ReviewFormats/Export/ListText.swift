import ReviewCore

/// Several texts in one cell, so that they can be read back.
///
/// They stand with `; ` between; where that would not read back as the same texts, as a JSON array.
enum ListText {
  private static let separator = "; "

  /// The cell of a list. O(length).
  static func text(of list: [String]) -> String {
    let joined = list.joined(separator: separator)
    let isSame = self.list(of: joined).elementsEqual(list) { $0.isSameBytes(as: $1) }
    return isSame ? joined : JSONValue.strings(list).lineText
  }

  /// The list of a cell. O(length).
  static func list(of text: String) -> [String] {
    if let elements = elements(of: text) {
      let texts = elements.compactMap(\.string)
      if texts.count == elements.count { return texts }
    }
    return text.isEmpty ? [] : pieces(of: text)
  }

  /// The elements of a cell that is a JSON array.
  fileprivate static func elements(of text: String) -> [JSONElement]? {
    guard text.utf8.first == UInt8(ascii: "["), let document = try? JSONDocument(Array(text.utf8)),
      document.root.kind == .array
    else { return nil }
    return Array(document.root.elements)
  }

  /// The texts between the separators.
  fileprivate static func pieces(of text: String, by separator: String = separator) -> [String] {
    let (bytes, mark) = (Array(text.utf8), Array(separator.utf8))
    var pieces: [String] = []
    var (start, place) = (0, 0)
    while place < bytes.count {
      if bytes[place...].starts(with: mark) {
        pieces.append(String(decoding: bytes[start..<place], as: UTF8.self))
        place += mark.count
        start = place
      } else {
        place += 1
      }
    }
    return pieces + [String(decoding: bytes[start...], as: UTF8.self)]
  }
}

/// Answers in one cell, so that they can be read back.
///
/// `Question: answer`, with `; ` between; where that would not read back as the same answers, a JSON
/// array of objects with `question` and `answer`.
enum AnswersText {
  /// The cell of some answers. O(length).
  static func text(of answers: [Answer]) -> String {
    let joined = lines(of: answers).joined(separator: "; ")
    if self.answers(of: joined).isSame(as: answers) { return joined }
    return answers.json(keeping: []).lineText
  }

  /// A text for each answer.
  static func lines(of answers: [Answer]) -> [String] {
    answers.map { "\($0.question): \($0.answer)" }
  }

  /// The answers of a cell. O(length).
  ///
  /// A piece without `: ` belongs to the answer before it.
  static func answers(of text: String) -> [Answer] {
    if let elements = ListText.elements(of: text) {
      let answers = elements.compactMap { element in
        element["question"]?.string.flatMap { question in
          element["answer"]?.string.map { Answer(question: question, answer: $0) }
        }
      }
      if answers.count == elements.count { return answers }
    }
    var answers: [Answer] = []
    for piece in text.isEmpty ? [] : ListText.pieces(of: text) {
      let parts = ListText.pieces(of: piece, by: ": ")
      if parts.count > 1 {
        let answer = parts.dropFirst().joined(separator: ": ")
        answers.append(Answer(question: parts[0], answer: answer))
      } else if let last = answers.indices.last {
        answers[last].answer += "; " + piece
      } else {
        answers.append(Answer(question: ProposalColumn.answers.name, answer: piece))
      }
    }
    return answers
  }
}

extension JSONValue {
  /// The value in one line.
  fileprivate var lineText: String { String(decoding: lineBytes, as: UTF8.self) }
}
