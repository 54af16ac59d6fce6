import ReviewCore

/// Scores as they are typed: `relevance=5`.
enum TypedScores {
  /// Reads scores.
  ///
  /// - Throws: `CommandFailure`: wrong usage for what is no `CRITERION=VALUE` and for a criterion
  ///   that is named twice; else for an unknown criterion, with the nearest, and for a value that is
  ///   not on the scale.
  static func read(_ words: [String], by rubric: Rubric) throws -> [Identifier: Double?] {
    var scores: [Identifier: Double?] = [:]
    for word in words {
      guard let equals = word.firstIndex(of: "=") else {
        throw CommandFailure.usage(
          "\(word.quoted) is no score. A score is CRITERION=VALUE, such as "
            + "\(rubric.criteria.first?.id.text ?? "relevance")=4.")
      }
      let name = String(word[..<equals])
      guard let criterion = Identifier(name).flatMap(rubric.criterion(_:)) else {
        throw CommandFailure.unknown(
          "criterion", name, among: rubric.criteria.map(\.id.text))
      }
      guard scores[criterion.id] == nil else {
        throw CommandFailure.usage("\(name.quoted) is given twice.")
      }
      scores[criterion.id] = try score(
        String(word[word.index(after: equals)...]), of: criterion.id.text, on: rubric.scale)
    }
    return scores
  }

  /// Reads one score.
  ///
  /// - Throws: `CommandFailure` for what is no number, or off the scale.
  static func score(_ text: String, of what: String, on scale: ScoreScale) throws -> Double {
    let isDecimal =
      !text.isEmpty
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.".utf8.contains($0) }
    guard isDecimal, let number = Double(text), let score = scale.score(number) else {
      throw CommandFailure.cannot(
        "\(what)=\(text) is not on the scale, which is \(scale.description).")
    }
    return score
  }
}
