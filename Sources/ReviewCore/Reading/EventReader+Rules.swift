extension EventReader {
  static func rubric(
    _ element: JSONElement, _ faults: inout [Fault]
  ) throws(Fault) -> Rubric {
    _ = try element.readObject("rubric")
    try element.refuseRepeatedKeys()
    var rubric = Rubric(scale: .oneToFive, criteria: [])
    if let scale = element.given("scale") { rubric.scale = try self.scale(scale) }
    guard let criteria = element.given("criteria") else { return rubric }
    for entry in try criteria.readArray("criteria") {
      do throws(Fault) {
        let criterion = try criterion(entry, rubric.scale)
        guard rubric.criterion(criterion.id) == nil else {
          throw entry.fault(
            "a second criterion has the id \"\(criterion.id)\"", remedy: "Give each its own id")
        }
        rubric.criteria.append(criterion)
      } catch {
        faults.append(error)
      }
    }
    return rubric
  }

  private static func scale(_ element: JSONElement) throws(Fault) -> ScoreScale {
    _ = try element.readObject("scale")
    guard let low = element.given("low") else { throw element.missing("low", in: "the scale") }
    guard let high = element.given("high") else { throw element.missing("high", in: "the scale") }
    let scale = ScoreScale(
      low: try low.readNumber("low"), high: try high.readNumber("high"),
      step: try element.given("step")?.readNumber("step") ?? 1)
    guard let scale else {
      throw element.fault(
        "these numbers make no scale",
        remedy: "\"low\" is less than \"high\", both within 1,000,000, and \"step\" fits between "
          + "them a whole number of times, at most 1,000")
    }
    return scale
  }

  private static func criterion(
    _ element: JSONElement, _ scale: ScoreScale
  ) throws(Fault) -> Criterion {
    _ = try element.readObject("a criterion")
    guard let id = element.given("id") else { throw element.missing("id", in: "a criterion") }
    guard let name = element.given("name") else { throw element.missing("name", in: "a criterion") }
    var criterion = Criterion(id: try id.readIdentifier("id"), name: try name.readName("name"))
    for member in element.members where member.value.kind != .null {
      switch member.key {
      case "weight":
        criterion.weight = try member.value.readNumber("weight")
        guard criterion.weight > 0, criterion.weight <= 1_000_000 else {
          throw member.value.fault(
            "\"weight\" is not a positive number", remedy: "Write a number above 0")
        }
      case "required": criterion.isRequired = try member.value.readBool("required")
      case "question": criterion.question = try member.value.readString("question")
      case "guide": criterion.guide = try guide(member.value, scale)
      default: break
      }
    }
    return criterion
  }

  private static func guide(
    _ element: JSONElement, _ scale: ScoreScale
  ) throws(Fault) -> [Criterion.GuideLine] {
    var guide: [Criterion.GuideLine] = []
    for member in try element.readObject("guide") where member.value.kind != .null {
      guard let number = Double(member.key), let score = scale.score(number) else {
        throw member.keyElement.fault(
          "the guide explains \(member.key.quoted), which is no score of the scale "
            + scale.description,
          remedy: "Use a score of the scale as the key")
      }
      guide.append(.init(score: score, text: try member.value.readString("guide")))
    }
    return guide.sorted { $0.score < $1.score }
  }

  static func rules(_ element: JSONElement) throws(Fault) -> Rules {
    try element.refuseRepeatedKeys()
    var rules = Rules()
    for member in try element.readObject("rules") where member.value.kind != .null {
      let value = member.value
      switch member.key {
      case "speakers":
        rules.speakers = try value.readWord("speakers", as: Rules.SpeakerVisibility.self)
      case "otherReviews":
        rules.otherReviews = try value.readWord("otherReviews", as: Rules.ReviewVisibility.self)
      case "reviewsPerProposal":
        rules.reviewsPerProposal = try value.readCount("reviewsPerProposal", minimum: 1)
      case "slots": rules.slots = try value.readCount("slots")
      case "minutes": rules.minutes = try value.readCount("minutes")
      case "maxPerSpeaker": rules.maxPerSpeaker = try value.readCount("maxPerSpeaker", minimum: 1)
      case "maxPerOrganization":
        rules.maxPerOrganization = try value.readCount("maxPerOrganization", minimum: 1)
      case "atMostOne":
        for group in try value.readArray("atMostOne") {
          var proposals: [ProposalID] = []
          for id in try group.readArray("atMostOne") {
            proposals.append(try id.readProposalID("atMostOne"))
          }
          rules.atMostOne.append(proposals)
        }
      default: break
      }
    }
    return rules
  }
}
