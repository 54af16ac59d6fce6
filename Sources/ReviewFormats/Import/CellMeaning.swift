import ReviewCore

/// What a cell means.
struct CellMeaning {
  /// The values that it names, in its order, each once.
  var values: [Int] = []
  /// Its parts that name none.
  var unmatched: [String] = []
  /// Whether only keywords decided.
  var isByKeyword = false
}

extension Vocabulary {
  /// What an answer means in this vocabulary.
  ///
  /// The whole cell is tried before it is split; of its parts the longest run that names a value,
  /// so that a name with a comma in it is found beside others. Keywords decide only where no part
  /// names a value.
  func meaning(of answer: SubmittedAnswer, in column: SubmittedColumn) -> CellMeaning {
    var meaning = CellMeaning()
    if answer.values == nil, let value = value(of: answer.text, in: column) {
      meaning.values = [value]
      return meaning
    }
    let parts = answer.values ?? split(answer.text, in: column)
    var place = 0
    while place < parts.count {
      var length = answer.values == nil && column.separator == nil ? min(6, parts.count - place) : 1
      var found: Int?
      while length > 0 {
        let text = parts[place..<(place + length)].joined()
        found = value(of: text.trimmedOfSeparators, in: column)
        if found != nil || length == 1 { break }
        length -= 1
      }
      if let found {
        if !meaning.values.contains(found) { meaning.values.append(found) }
      } else {
        let text = parts[place].trimmedOfSeparators
        if !text.isEmpty { meaning.unmatched.append(text) }
      }
      place += max(1, length)
    }
    if meaning.values.isEmpty { decideByKeyword(&meaning) }
    return meaning
  }

  private func decideByKeyword(_ meaning: inout CellMeaning) {
    meaning.unmatched.removeAll { part in
      let values = values(byKeywordIn: part)
      for value in values where !meaning.values.contains(value) { meaning.values.append(value) }
      return !values.isEmpty
    }
    meaning.isByKeyword = !meaning.values.isEmpty
  }

  private func value(of text: String, in column: SubmittedColumn) -> Int? {
    if !column.meanings.isEmpty, let meaning = column.meanings[text.trimmed.folded] {
      return value(named: meaning)
    }
    return value(named: text)
  }

  /// The parts of a cell, each with the separator that ends it.
  private func split(_ text: String, in column: SubmittedColumn) -> [String] {
    if let separator = column.separator { return text.parts(separatedBy: separator) }
    var parts: [String] = []
    var part = ""
    for character in text {
      part.append(character)
      if Set<Character>.betweenValues.contains(character) {
        parts.append(part)
        part = ""
      }
    }
    return part.isEmpty ? parts : parts + [part]
  }
}

extension String {
  /// The text without white space and a separator at its end.
  fileprivate var trimmedOfSeparators: String {
    var text = self.trimmed
    while let last = text.last, Set<Character>.betweenValues.contains(last) { text.removeLast() }
    return text.trimmed
  }
}
