package import ReviewCore

extension Insights {
  /// The documented object (command-line.md), with what it leaves open.
  package var json: JSONValue {
    [
      "agreement": agreement.json,
      "reviewers": .array(reviewers.map(\.json)),
      "proposals": [
        "total": .int(counts.total), "reviewed": .int(counts.reviewed),
        "underReviewed": .int(underReviewed.count), "hidden": .int(counts.hidden),
        "reviewsPerProposal": .int(reviewsPerProposal),
      ],
      "disputed": .array(disputed.map(\.json)),
      "focusAreas": .array(focusAreas.map(\.json)),
      "underReviewed": .array(
        underReviewed.map {
          ["id": .string($0.id.text), "title": .string($0.title), "n": .int($0.count)]
        }),
      "remarks": .strings(remarks),
    ]
  }
}

extension Agreement {
  fileprivate var json: JSONValue {
    var object = composite.json
    object.append(
      "criteria",
      .array(
        criteria.map { criterion in
          .object(
            JSONObject(
              members: [("id", .string(criterion.id.text))]
                + criterion.measure.json.members.map { ($0.key, $0.value) }))
        }))
    return .object(object)
  }
}

extension Agreement.Measure {
  fileprivate var json: JSONObject {
    func ends(_ interval: AlphaInterval?) -> JSONValue {
      interval.map { [.double($0.lower), .double($0.upper)] } ?? .null
    }
    return JSONObject(members: [
      ("alphaOrdinal", .optional(ordinal)), ("alphaInterval", .optional(interval)),
      ("n", .int(scoreCount)), ("proposals", .int(proposalCount)),
      ("alphaOrdinal95", ends(ordinalInterval)), ("alphaInterval95", ends(intervalInterval)),
    ])
  }
}

extension ReviewerInsight {
  fileprivate var json: JSONValue {
    [
      "id": .string(member.id.text), "name": .string(member.name),
      "scored": .optional(numbers?.scored), "drafts": .optional(numbers?.drafts),
      "abstained": .optional(numbers?.abstained), "conflicts": .optional(numbers?.conflicts),
      "skipped": .optional(numbers?.skipped), "toJudge": .optional(numbers?.total),
      "judged": .optional(numbers?.judged), "assigned": .int(assigned), "n": .int(count),
      "mean": .optional(mean), "histogram": .array(histogram.map { .int($0) }),
      "severity": .optional(severity?.offset),
      "severityDeviation": .optional(severity?.deviation),
    ]
  }
}

extension Dispute {
  fileprivate var json: JSONValue {
    [
      "id": .string(id.text), "title": .string(title), "n": .int(count),
      "spread": .double(spread), "deviation": .double(deviation), "leik": .double(leik),
    ]
  }
}

extension AreaCoverage {
  fileprivate var json: JSONValue {
    [
      "id": .string(id.text), "proposals": .int(proposals), "reviewed": .int(reviewed),
      "underReviewed": .int(underReviewed), "hidden": .int(hidden), "reviews": .int(reviews),
    ]
  }
}
