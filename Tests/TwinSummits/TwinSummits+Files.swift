extension TwinSummits {
  /// The files of one of the two summits, by their paths in the folder.
  ///
  /// - Parameter isTwin: whether everything that is hidden is another.
  package func files(isTwin: Bool) -> [String: String] {
    var files = [
      "summit.json": summit, "proposals.json": Self.proposalFile,
      "speakers.json": speakerFile(isTwin: isTwin),
      "decisions/ada.json": """
      {"format": 1, "chair": "ada", "decisions": {
        \(decisions(isTwin: isTwin))
        "104": {"decision": "waitlist", "at": "\(Self.day(9))"}}}
      """,
    ]
    for reviewer in ["ada", "ben", "dan"] {
      files["reviews/\(reviewer).json"] = othersFile(reviewer, isTwin: isTwin)
    }
    if let id = viewer.id { files["reviews/\(id).json"] = ownFile(id) }
    return files
  }

  /// Decisions with a reason, which is hidden where the reviews are.
  private func decisions(isTwin: Bool) -> String {
    Self.proposals.filter { ["100", "103", "106", "107"].contains($0.id) }.map { id, mine in
      let reason = isTwin && hidesReviews(mine) ? "Ben fought for it" : "Fits"
      return """
        "\(id)": {"decision": "accept", "reason": "\(reason)", "at": "\(Self.day(9))"},
        """
    }.joined(separator: "\n")
  }

  private static func day(_ day: Int) -> String {
    "2026-03-\(day < 10 ? "0" : "")\(day)T10:00:00.000Z"
  }

  private var summit: String {
    """
    {"format": 1, "id": "twins", "name": "Twins",
     "focusAreas": [{"id": "lakes", "name": "Lakes"}, {"id": "agents", "name": "Agents"}],
     "formats": [{"id": "talk", "name": "Talk", "minutes": 25}],
     "levels": ["Introductory", "Advanced"],
     "rubric": {"criteria": [
       {"id": "content", "name": "Content", "weight": 2}, {"id": "form", "name": "Form"}]},
     "committee": [
       {"id": "ada", "name": "Ada", "role": "chair", "email": "ada@x.org"},
       {"id": "chi", "name": "Chi", "role": "chair", "email": "chi@x.org"},
       {"id": "ben", "name": "Ben", "role": "reviewer", "email": "ben@x.org"},
       {"id": "dan", "name": "Dan", "role": "reviewer", "email": "dan@x.org"},
       {"id": "cleo", "name": "Cleo", "role": "reviewer", "email": "cleo@x.org"}],
     "rounds": [{"id": "main", "name": "Main",
       "closes": "\(isLate ? "2026-03-28" : "2026-04-20")T23:59:59.000Z"}],
     "rules": {"speakers": "\(speakers)", "otherReviews": "\(otherReviews)",
       "reviewsPerProposal": 2, "slots": 5, "maxPerSpeaker": 1}}
    """
  }

  private static var proposalFile: String {
    let entries = proposals.map { id, mine in
      """
      {"id": "\(id)", "title": "Talk \(id) of ice", "abstract": "Something about \(mine).",
       "focusAreas": ["\(id.first == "1" ? "lakes" : "agents")"], "format": "talk",
       "level": "Advanced", "tags": ["kafka"]}
      """
    }
    return #"{"format": 1, "proposals": [\#(entries.joined(separator: ",\n"))]}"#
  }

  /// Everything of a hidden speaker is another, and where both talks of a kind were one person's
  /// they are two people's.
  private func speakerFile(isTwin: Bool) -> String {
    var entries: [String] = []
    for (kind, mine) in Mine.allCases.enumerated() {
      let talks = ["10\(kind)", "20\(kind)"]
      guard isTwin && hidesSpeakers(mine) else {
        let email = mine == .ownTalk && viewer != .nobody ? "\(viewer)@x.org" : "a\(kind)@x.org"
        entries.append(Self.speaker("Ann", kind, email: email, of: talks))
        continue
      }
      for (number, talk) in talks.enumerated() {
        entries.append(
          Self.speaker("Zoe\(number)", kind, email: "z\(number)\(kind)@z.org", of: [talk]))
      }
    }
    return #"{"format": 1, "speakers": [\#(entries.joined(separator: ",\n"))]}"#
  }

  private static func speaker(
    _ name: String, _ kind: Int, email: String, of talks: [String]
  ) -> String {
    let ids = talks.map { "\"\($0)\"" }.joined(separator: ", ")
    return """
      {"id": "\(name)\(kind)", "name": "\(name) \(kind)", "email": "\(email)",
       "organization": "\(name) Limited", "tagline": "\(name) talks", "bio": "\(name) is here.",
       "links": ["https://\(name).org"],
       "answers": [{"question": "Where from?", "answer": "\(name)ville"}], "proposals": [\(ids)]}
      """
  }

  private func ownFile(_ id: String) -> String {
    let entries = Self.proposals.compactMap { id, mine -> String? in
      let at = #""at": "\#(Self.day(5))""#
      return switch mine {
      case .scored: #""\#(id)": {"status": "scored", "scores": {"content": 4, "form": 3}, \#(at)}"#
      case .draft: #""\#(id)": {"status": "draft", "scores": {"content": 2}, \#(at)}"#
      case .abstained, .conflict:
        #""\#(id)": {"status": "\#(mine)", "reason": "mine", \#(at)}"#
      case .skipped, .cleared: #""\#(id)": {"status": "\#(mine)", \#(at)}"#
      case .unread, .ownTalk: nil
      }
    }
    return """
      {"format": 1, "reviewer": "\(id)", "reviews": {\(entries.joined(separator: ",\n"))},
       "comparisons": {"100": {"200": {"outcome": "first", "at": "\(Self.day(6))"}}},
       "discussion": {"mine": {"proposal": "100", "text": "I said", "at": "\(Self.day(6))"}}}
      """
  }

  // MARK: - What others say

  /// Of a hidden proposal nothing is the same but who has finished a review of it: that number the
  /// queue and the assignment may use.
  private func othersFile(_ reviewer: String, isTwin: Bool) -> String {
    var reviews: [String] = []
    var remarks: [String] = []
    for (place, (id, mine)) in Self.proposals.enumerated() {
      let isOther = isTwin && hidesReviews(mine)
      if let review = review(by: reviewer, place, isOther) {
        reviews.append(#""\#(id)": \#(review)"#)
      }
      if reviewer != "dan" || isOther {
        let text = isOther ? "Another word on \(id)" : "A word on \(id)"
        let day = isOther ? 20 : 12
        remarks.append(
          #""\#(reviewer)-\#(id)": {"proposal": "\#(id)", "text": "\#(text)", "at": "\#(Self.day(day))"}"#
        )
      }
    }
    return """
      {"format": 1, "reviewer": "\(reviewer)", "reviews": {\(reviews.joined(separator: ",\n"))},
       "comparisons": {\(comparisons(by: reviewer, isTwin: isTwin))},
       "discussion": {\(remarks.joined(separator: ",\n"))}}
      """
  }

  private func review(by reviewer: String, _ place: Int, _ isOther: Bool) -> String? {
    let shift = ["ada": 0, "ben": 1, "dan": 2][reviewer] ?? 0
    let day = Self.day(isOther ? 18 + shift : 7 + shift)
    switch (place + shift) % 4 {
    case 0, 1:
      let content = isOther ? 5 - (place + shift) % 5 : 1 + (place + shift) % 5
      return """
        {"status": "scored", "scores": {"content": \(content), "form": \(6 - content)},
         \(isOther ? #""confidence": 1,"# : #""confidence": 3,"#)
         "comment": "\(isOther ? "Weak." : "Strong.")", "commentAt": "\(day)",
         "feedback": "\(isOther ? "No." : "Yes.")", "feedbackAt": "\(day)", "at": "\(day)"}
        """
    case 2:
      return isOther
        ? #"{"status": "draft", "scores": {"content": 5}, "at": "\#(day)"}"#
        : #"{"status": "skipped", "at": "\#(day)"}"#
    default:
      return isOther ? #"{"status": "abstained", "reason": "Z", "at": "\#(day)"}"# : nil
    }
  }

  /// The two of each kind are compared.
  private func comparisons(by reviewer: String, isTwin: Bool) -> String {
    Mine.allCases.enumerated().compactMap { kind, mine in
      let isOther = isTwin && hidesReviews(mine)
      if reviewer == "dan", !isOther { return nil }
      return """
        "10\(kind)": {"20\(kind)": {"outcome": "\(isOther ? "second" : "first")",
          "at": "\(Self.day(13))"}}
        """
    }.joined(separator: ",\n")
  }
}
