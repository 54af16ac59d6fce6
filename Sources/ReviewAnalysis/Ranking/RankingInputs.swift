import ReviewCore

/// What a ranking was made from, as a hash that anyone can compute again.
enum RankingInputs {
  /// `sha256:` of the canonical JSON of the method, the options, the rubric and the visible scores
  /// of the finished reviews: `{"method","options":{"slots"},"rubric":{"criteria":[{"id","weight"}],
  /// "scale":{…}},"scores":{proposal:{reviewer:{"scores":{…},"overall"}}}}`; of the calibrated method
  /// and of comparison also `"areas":{proposal:area}`, the primary focus areas of the scored
  /// proposals, and of comparison `"comparisons":{first:{second:{reviewer:outcome}}}`.
  static func digest(
    of summit: SeenSummit, method: RankingMethod, slots: Int?
  ) -> String {
    var scores = JSONObject()
    var areas = JSONObject()
    for proposal in summit.proposals where !proposal.proposal.isWithdrawn {
      var reviews = JSONObject()
      for seen in proposal.reviews where seen.review.status == .scored {
        reviews.append(seen.reviewer.text, review(seen.review))
      }
      guard !reviews.isEmpty else { continue }
      scores.append(proposal.id.text, .object(reviews))
      if let area = proposal.proposal.focusAreas.first {
        areas.append(proposal.id.text, .string(area.text))
      }
    }
    var inputs = JSONObject(members: [
      ("method", .string(method.rawValue)),
      ("options", ["slots": .optional(slots)]),
      ("rubric", rubric(summit.rubric)),
      ("scores", .object(scores)),
    ])
    if method == .comparison {
      inputs.append("comparisons", ComparisonOrder.inputs(of: summit))
    }
    if method == .calibrated || method == .comparison { inputs.append("areas", .object(areas)) }
    return "sha256:" + SHA256.hexadecimal(JSONValue.object(inputs).canonicalBytes)
  }

  private static func review(_ review: Review) -> JSONValue {
    let scores = review.scores.all.map { ($0.criterion.text, JSONValue.double($0.value)) }
    var entry = JSONObject(members: [("scores", .object(JSONObject(members: scores)))])
    if let overall = review.overall { entry.append("overall", .double(overall)) }
    return .object(entry)
  }

  private static func rubric(_ rubric: Rubric) -> JSONValue {
    let scale = rubric.scale
    return [
      "criteria": .array(
        rubric.criteria.map { ["id": .string($0.id.text), "weight": .double($0.weight)] }),
      "scale": [
        "low": .double(scale.low), "high": .double(scale.high), "step": .double(scale.step),
      ],
    ]
  }
}
