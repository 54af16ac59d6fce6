import ReviewCore

/// What the name of a column suggests.
enum ColumnName {
  /// Whether it suggests one of the fields that have a vocabulary.
  static func suggests(_ field: SubmittedColumn.Role, _ name: String) -> Bool {
    if isTags(name) { return false }
    let words = name.foldedWords.split(separator: " ").map(String.init)
    return words.contains { suggestions[field]?.contains($0) == true }
  }

  /// Whether it is that of free tags.
  static func isTags(_ name: String) -> Bool { tagNames.contains(name.foldedWords) }

  /// Whether it is that of notes to the committee.
  static func isNotes(_ name: String) -> Bool {
    let words = name.foldedWords
    if noteNames.contains(words) { return true }
    let parts = words.split(separator: " ").map(String.init)
    guard parts.count > 2,
      ["note", "notes", "comment", "comments", "message"].contains(parts[0])
        || (parts[0] == "additional" && ["notes", "comments"].contains(parts[1]))
    else { return false }
    return parts.contains("for") || parts.contains("to")
      ? parts.contains(where: readers.contains) : false
  }

  private static let suggestions: [SubmittedColumn.Role: Set<String>] = [
    .focusAreas: [
      "area", "areas", "track", "tracks", "theme", "themes", "category", "categories", "topic",
    ],
    .format: ["format", "formats", "type", "duration", "length"],
    .level: ["level", "levels", "difficulty"],
    .round: ["round"],
  ]

  private static let tagNames: Set<String> = [
    "tag", "tags", "keyword", "keywords", "talk topics", "topics", "labels",
  ]

  private static let noteNames: Set<String> = [
    "note", "notes", "additional notes", "additional note", "additional comments",
  ]

  private static let readers: Set<String> = [
    "committee", "organizer", "organizers", "organiser", "organisers", "reviewer", "reviewers",
    "program", "programme", "chair", "chairs", "us",
  ]
}
