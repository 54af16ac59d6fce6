/// Reads `reviews/<id>.json`.
package enum ReviewSheetReader {
  /// Reads what one reviewer said. O(bytes).
  ///
  /// A bad review, comparison or remark is left out and named.
  ///
  /// - Throws: `Fault` where the file as a whole is broken, or is another reviewer's.
  package static func read(
    _ document: JSONDocument, reviewer: Identifier, rubric: Rubric
  ) throws(Fault) -> Reading<ReviewSheet> {
    let root = document.root
    let header = try FileHeader(root)
    try root.checkWriter("reviewer", is: reviewer)
    var reading = Reading(ReviewSheet(reviewer: reviewer))
    if let warning = header.newerFormatFault(root) { reading.faults.append(warning) }
    if let reviews = root.given("reviews") {
      for member in try reviews.readEntries("reviews", &reading.faults) {
        reading.attempt { sheet throws(Fault) in
          let id = try member.keyElement.readProposalID("the key of a review")
          sheet.reviews[id] = try review(member.value, rubric)
        }
        if let warning = lacking(member, rubric, reading.value) { reading.faults.append(warning) }
      }
    }
    if let comparisons = root.given("comparisons") {
      let groups = try comparisons.readEntries("comparisons", &reading.faults, areGroups: true)
      for first in groups {
        readComparisons(first, into: &reading)
      }
    }
    if let discussion = root.given("discussion") {
      for member in try discussion.readEntries("discussion", &reading.faults) {
        reading.attempt { sheet throws(Fault) in
          let id = try member.keyElement.readString("the key of a remark")
          sheet.discussion[id] = try remark(member.value)
        }
      }
    }
    return reading
  }

  /// Reads the comparisons of one proposal with those behind it.
  private static func readComparisons(_ first: JSONMember, into reading: inout Reading<ReviewSheet>)
  {
    var faults: [Fault] = []
    reading.attempt { sheet throws(Fault) in
      for second in try first.value.readEntries("comparisons", &faults) {
        do throws(Fault) {
          try comparison(first, second, into: &sheet)
        } catch {
          faults.append(error)
        }
      }
    }
    reading.faults += faults
  }

  /// Reads one review: the value of a member of `reviews`.
  ///
  /// - Throws: `Fault` where the status is unknown, a score off the scale, a time impossible.
  package static func review(
    _ element: JSONElement, _ rubric: Rubric
  ) throws(Fault) -> Review {
    var review = Review(.draft)
    for member in try element.readObject("a review") {
      let value = member.value
      // An absent value; under a key that this version does not know it may mean something.
      if value.kind == .null, knownKeys.contains(member.key) { continue }
      switch member.key {
      case "status": review.status = try value.readWord("status", as: Review.Status.self)
      case "scores": try readScores(value, rubric, into: &review)
      case "overall": review.overall = try value.readScore("overall", rubric.scale)
      case "confidence":
        review.confidence = try value.readCount("confidence", minimum: 1)
        guard Review.confidences.contains(review.confidence ?? 0) else {
          throw value.fault("\"confidence\" is off its scale", remedy: "It is 1 to 5")
        }
      case "digest": review.digest = try value.readDigest("digest")
      case "round": review.round = try value.readIdentifier("round")
      case "reason": review.reason = try value.readString("reason")
      case "at": review.at = try value.readTime("at")
      case "comment": review.comment = try value.readString("comment")
      case "commentAt": review.commentAt = try value.readTime("commentAt")
      case "feedback": review.feedback = try value.readString("feedback")
      case "feedbackAt": review.feedbackAt = try value.readTime("feedbackAt")
      default: review.unknown.append(member.key, JSONValue(value))
      }
    }
    if review.status == .scored, review.composite(by: rubric) == nil {
      throw element.fault(
        "the review is \"scored\" but has no score",
        remedy: "Add the scores, or make the status \"draft\"")
    }
    return review
  }

  /// The warning that a finished review without a score of a required criterion deserves.
  ///
  /// The stored status decides, so it counts: a criterion may have come into the rubric after it.
  private static func lacking(
    _ member: JSONMember, _ rubric: Rubric, _ sheet: ReviewSheet
  ) -> Fault? {
    guard let review = ProposalID(member.key).flatMap({ sheet.reviews[$0] }),
      review.status == .scored, review.overall == nil, !rubric.isComplete(review.scores)
    else { return nil }
    let lacking = rubric.criteria.filter { $0.isRequired && review.scores[$0.id] == nil }
    return Fault(
      position: member.keyElement.position, severity: .warning,
      problem: "the review of \(member.key.quoted) is \"scored\" but has no score for "
        + lacking.map(\.id.text).joined(separator: ", "),
      remedy: "It counts by the scores it has; its reviewer can add the missing ones")
  }

  private static let knownKeys: Set<String> = [
    "status", "scores", "overall", "confidence", "digest", "round", "reason", "at", "comment",
    "commentAt", "feedback", "feedbackAt",
  ]

  private static func readScores(
    _ element: JSONElement, _ rubric: Rubric, into review: inout Review
  ) throws(Fault) {
    var unknown = JSONObject()
    for member in try element.readObject("scores") where member.value.kind != .null {
      if let id = Identifier(member.key), rubric.criterion(id) != nil {
        review.scores[id] = try member.value.readScore(member.key, rubric.scale)
      } else {
        unknown.append(member.key, JSONValue(member.value))
      }
    }
    if !unknown.isEmpty { review.unknown.append("scores", .object(unknown)) }
  }

  private static func comparison(
    _ first: JSONMember, _ second: JSONMember, into sheet: inout ReviewSheet
  ) throws(Fault) {
    let one = try first.keyElement.readProposalID("the first key of a comparison")
    let other = try second.keyElement.readProposalID("the second key of a comparison")
    guard let pair = ProposalPair(one, other) else {
      throw second.keyElement.fault(
        "a proposal is compared with itself", remedy: "Take the comparison out")
    }
    guard pair.first == one else {
      throw second.keyElement.fault(
        "the keys of a comparison are not in order",
        remedy: "Put the id that stands first by bytes first, and exchange \"first\" and "
          + "\"second\"; \"lectern check --fix\" does that for one's own")
    }
    let members = try second.value.readObject("a comparison")
    guard let outcome = second.value.given("outcome") else {
      throw second.value.missing("outcome", in: "a comparison")
    }
    var comparison = Comparison(
      outcome: try outcome.readWord("outcome", as: Comparison.Outcome.self),
      at: try second.value.given("at")?.readTime("at"))
    for member in members where !["outcome", "at"].contains(member.key) {
      comparison.unknown.append(member.key, JSONValue(member.value))
    }
    sheet.comparisons[pair] = comparison
  }

  private static func remark(_ element: JSONElement) throws(Fault) -> Remark {
    let members = try element.readObject("a remark")
    guard let proposal = element.given("proposal") else {
      throw element.missing("proposal", in: "a remark")
    }
    var remark = Remark(
      proposal: try proposal.readProposalID("proposal"),
      text: try element.given("text")?.readString("text") ?? "",
      at: try element.given("at")?.readTime("at"))
    remark.isCleared = try element.given("cleared")?.readBool("cleared") ?? false
    for member in members where !["proposal", "text", "at", "cleared"].contains(member.key) {
      remark.unknown.append(member.key, JSONValue(member.value))
    }
    return remark
  }
}

extension JSONElement {
  /// A score that is on the scale.
  func readScore(_ key: String, _ scale: ScoreScale) throws(Fault) -> Double {
    let value = try readNumber(key)
    guard let score = scale.score(value) else {
      throw fault(
        // Not which number: the fault is told to people from whom the score is hidden.
        "\"\(key)\" is off the scale \(scale.description)",
        remedy: "Write a score of the scale")
    }
    return score
  }

  /// Refuses a file that is not the one of whom its name says.
  package func checkWriter(_ key: String, is writer: Identifier) throws(Fault) {
    guard let name = given(key) else {
      throw missing(key, in: "the file")
    }
    let text = try name.readString(key)
    guard text.isSameBytes(as: writer.text) else {
      throw name.fault(
        "\"\(key)\" is \(text.quoted), but the file is named for \"\(writer)\"",
        remedy: "Rename the file, or mend \"\(key)\"")
    }
  }
}
