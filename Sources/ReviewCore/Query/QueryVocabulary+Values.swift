extension QueryVocabulary {
  /// A value that a field may have.
  struct Value {
    /// What is written after the colon, without quotes.
    var text: String
    /// What else it is called.
    var names: [String] = []
    /// What it means, in a few words.
    var detail: String
  }

  /// The fields that there is something to ask of; those of speakers only where speakers are shown,
  /// and that of rounds only where there are any.
  var fields: [(name: String, meaning: String)] {
    Query.fields.flatMap { field -> [(name: String, meaning: String)] in
      switch field.name {
      case "area": event.focusAreas.isEmpty ? [] : [field]
      case "tag": tags.isEmpty ? [] : [field]
      case "format": event.formats.isEmpty ? [] : [field]
      case "level": event.levels.isEmpty ? [] : [field]
      case "round": event.rounds.isEmpty ? [] : [field]
      case "speaker": speakers.isEmpty ? [] : [field]
      case "org": organizations.isEmpty ? [] : [field]
      case "is": [(name: field.name, meaning: "my state, bookmarked, unread, withdrawn")]
      case "my":
        [(name: "my", meaning: "my score")]
          + event.rubric.criteria.map { ("my.\($0.id)", "my score of \($0.name)") }
      default: [field]
      }
    }
  }

  /// The values of a field, in the order of the summit; none for one that has no list of them.
  func values(of field: String) -> [Value] {
    switch field {
    case "area":
      event.focusAreas.map {
        Value(text: $0.id.text, names: [$0.short, $0.name], detail: $0.name)
      }
    case "format":
      event.formats.map { format in
        let minutes = format.minutes.map { ", \($0) min" } ?? ""
        return Value(text: format.id.text, names: [format.name], detail: format.name + minutes)
      }
    case "level": event.levels.map { Value(text: $0, detail: "level") }
    case "round":
      event.rounds.map { Value(text: $0.id.text, names: [$0.name], detail: $0.name) }
    case "by":
      event.committee.map { Value(text: $0.id.text, names: [$0.name], detail: $0.name) }
    case "is": Query.Status.allCases.map { Value(text: $0.rawValue, detail: $0.meaning) }
    case "state": Decision.Outcome.allCases.map { Value(text: $0.rawValue, detail: "decision") }
    case "tag": values(tags)
    case "speaker": values(speakers)
    case "org": values(organizations)
    default: field == "my" || field.hasPrefix("my.") ? scores : []
    }
  }

  private func values(_ words: [Word]) -> [Value] {
    words.map {
      Value(text: $0.text, detail: $0.count == 1 ? "1 proposal" : "\($0.count) proposals")
    }
  }

  /// The scores of the scale, the best first, where they are few enough for a list.
  private var scores: [Value] {
    let scores = event.rubric.scale.scores
    guard scores.count <= 21 else { return [] }
    return scores.reversed().map { Value(text: JSONNumber($0).text, detail: "my score") }
  }
}
