import ReviewCore

/// What a new review folder begins with.
enum SummitTemplate: String, CaseIterable {
  case beamSummit2026 = "beam-summit-2026"
  case blank

  /// The `summit.json`, without id and committee.
  ///
  /// - Throws: `JSONSyntaxError` never, as the tests show.
  func summit() throws -> JSONObject {
    let text =
      switch self {
      case .beamSummit2026: Self.beamSummit2026JSON
      case .blank: Self.blankJSON
      }
    return JSONValue(try JSONDocument(Array(text.utf8)).root).object ?? JSONObject()
  }

  /// One overall score, 1 to 5; no focus areas, formats, rounds or rules.
  private static let blankJSON = """
    {
      "focusAreas": [],
      "format": 1,
      "formats": [],
      "levels": [],
      "name": "Untitled summit",
      "rounds": [],
      "rubric": { "criteria": [], "scale": { "high": 5, "low": 1, "step": 1 } },
      "rules": { "otherReviews": "afterMine", "speakers": "shown" }
    }
    """
}
