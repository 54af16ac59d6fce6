import ReviewCore

/// A small summit to read, import and ask against.
enum FuzzSummit {
  static let text = """
    {"format": 1, "id": "fuzz", "name": "Fuzz",
     "focusAreas": [{"id": "lakes", "name": "Lakes", "keywords": ["iceberg"]},
       {"id": "agents", "name": "Agents"}],
     "formats": [{"id": "talk", "name": "Talk", "minutes": 25}],
     "levels": ["Introductory", "Advanced"],
     "rubric": {"criteria": [{"id": "content", "name": "Content"}, {"id": "form", "name": "Form"}]},
     "committee": [{"id": "ada", "name": "Ada", "role": "chair"},
       {"id": "ben", "name": "Ben", "role": "reviewer"}],
     "rounds": [{"id": "main", "name": "Main"}]}
    """

  static let proposals = """
    {"format": 1, "proposals": [
      {"id": "p1", "title": "One iceberg", "focusAreas": ["lakes"], "tags": ["kafka"]},
      {"id": "p2", "title": "Two", "abstract": "agents and é", "level": "Advanced"}]}
    """

  static let now = Timestamp(milliseconds: 1_770_000_000_000)
  static let ada: Identifier = event.committee[0].id

  static let event: Event = {
    guard let document = try? JSONDocument(Array(text.utf8)),
      let reading = try? EventReader.read(document)
    else { preconditionFailure("the summit is well-formed") }
    return reading.value
  }()

  static let seen: SeenSummit = {
    guard let document = try? JSONDocument(Array(proposals.utf8)),
      let reading = try? ProposalReader.read(document)
    else { preconditionFailure("the proposals are well-formed") }
    return Summit(event: event, proposals: reading.value, speakers: nil).seen(by: ada, at: now)
  }()

  /// The proposals that meet a query.
  static func matches(_ query: Query) -> Set<ProposalID> {
    let matcher = QueryMatcher(query, in: seen)
    return Set(seen.proposals.filter { matcher.matches($0) }.map(\.id))
  }
}
