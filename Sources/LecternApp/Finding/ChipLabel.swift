import ReviewCore

/// What a condition of a query is called where people read it: `Lakehouses` for `area:lakehouse`.
struct ChipLabel {
  let event: Event

  /// The words for one chip of a query. O(length).
  func words(of place: Int, in chips: QueryChips) -> String {
    let alternatives = chips.alternatives(at: place)
    return alternatives.map { words(of: $0) }.joined(separator: " or ")
  }

  /// The words for one condition, as it was typed.
  private func words(of condition: String) -> String {
    if condition.first == "-" {
      let rest = words(of: String(condition.dropFirst()))
      return rest.isEmpty ? condition : "not \(rest)"
    }
    guard condition.first != "\"", condition.first != "(",
      let colon = condition.firstIndex(of: ":"), colon > condition.startIndex
    else { return condition }
    let field = condition[..<colon].lowercased()
    var value = String(condition[condition.index(after: colon)...])
    if value.first == "\"", value.last == "\"", value.count > 1 {
      value = String(value.dropFirst().dropLast())
    }
    return words(of: value, in: field) ?? condition
  }

  private func words(of value: String, in field: String) -> String? {
    let folded = value.folded
    func isMeant(_ names: String...) -> Bool { names.contains { $0.folded == folded } }
    switch field {
    case "is", "level", "state": return value
    case "tag": return "#\(value)"
    case "area":
      return event.focusAreas.first { isMeant($0.id.text, $0.short, $0.name) }?.short
    case "format": return event.formats.first { isMeant($0.id.text, $0.name) }?.name
    case "round": return event.rounds.first { isMeant($0.id.text, $0.name) }?.name
    case "by":
      return event.committee.first { isMeant($0.id.text, $0.name) }.map { "by \($0.name)" }
    case "speaker", "org": return value
    case "my": return "my score \(value)"
    case "score": return "mean \(value)"
    case "n": return "reviews \(value)"
    case "spread": return "spread \(value)"
    default:
      guard field.hasPrefix("my."), let id = Identifier(String(field.dropFirst(3))) else {
        return nil
      }
      return event.rubric.criterion(id).map { "my \($0.name) \(value)" }
    }
  }
}
