/// A summit of six proposals and three members.
enum SmallSummit {
  static let files: [String: String] = [
    "summit.json": summit, "proposals.json": proposals, "speakers.json": speakers,
    "reviews/ada.json": ada, "reviews/ben.json": ben,
  ]

  private static let summit = """
    {
      "format": 1, "id": "small", "name": "Small Summit", "unknown": { "kept": true },
      "focusAreas": [
        { "id": "lakehouse", "name": "Lakehouses" }, { "id": "agentic", "name": "Agents" }
      ],
      "formats": [ { "id": "talk-25", "name": "Talk", "minutes": 25 } ],
      "levels": ["Introductory", "Advanced"],
      "rubric": {
        "scale": { "low": 1, "high": 5, "step": 1 },
        "criteria": [
          { "id": "relevance", "name": "Relevance", "weight": 2 },
          { "id": "content", "name": "Content" }
        ]
      },
      "committee": [
        { "id": "ada", "name": "Ada", "role": "chair", "email": "Ada@Example.org", "badge": 7 },
        { "id": "ben", "name": "Ben", "role": "reviewer", "email": "ben@example.org" },
        { "id": "cleo", "name": "Cleo", "role": "reviewer", "email": "cleo@example.org" }
      ],
      "rounds": [ { "id": "main", "name": "Main" } ],
      "rules": { "otherReviews": "afterMine", "reviewsPerProposal": 2, "slots": 1 }
    }
    """

  private static let proposals = """
    { "format": 1, "proposals": [
      { "id": "1", "title": "Iceberg, slowly", "abstract": "About ice.", "format": "talk-25",
        "level": "Advanced", "focusAreas": ["lakehouse"], "tags": ["iceberg"] },
      { "id": "2", "title": "Agents at night", "focusAreas": ["agentic", "lakehouse"] },
      { "id": "10", "title": "Cleo's own talk", "focusAreas": ["agentic"] },
      { "id": "11", "title": "Gone", "status": "withdrawn" },
      { "id": "12", "title": "=cmd \\u001b[31mred\\u001b[0m \\u007f\\u009b2J", "tags": ["odd"] },
      { "id": "talk-a", "title": "Zuletzt" }
    ] }
    """

  private static let speakers = """
    { "format": 1, "speakers": [
      { "id": "s1", "name": "Dora", "email": "dora@example.org", "proposals": ["1", "2"] },
      { "id": "s2", "name": "Cleo", "email": "cleo@example.org", "proposals": ["10"] }
    ] }
    """

  private static let ada = """
    { "format": 1, "reviewer": "ada", "reviews": {
      "1": { "status": "scored", "scores": { "relevance": 5, "content": 4 },
             "at": "2026-03-01T00:00:00.000Z" },
      "2": { "status": "scored", "scores": { "relevance": 3, "content": 3 },
             "at": "2026-03-01T00:00:00.000Z" }
    } }
    """

  private static let ben = """
    { "format": 1, "reviewer": "ben", "reviews": {
      "1": { "status": "scored", "scores": { "relevance": 4, "content": 4 },
             "at": "2026-03-01T00:00:00.000Z" },
      "2": { "status": "draft", "scores": { "relevance": 2 }, "at": "2026-03-01T00:00:00.000Z" },
      "10": { "status": "skipped", "at": "2026-03-01T00:00:00.000Z" }
    } }
    """
}
