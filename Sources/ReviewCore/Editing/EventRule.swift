/// A rule with its value; nil is no rule.
package enum EventRule: Hashable, Sendable {
  case speakers(Rules.SpeakerVisibility)
  case otherReviews(Rules.ReviewVisibility)
  case reviewsPerProposal(Int?)
  case slots(Int?)
  case minutes(Int?)
  case maxPerSpeaker(Int?)
  case maxPerOrganization(Int?)
}

extension EventRule {
  /// The rule's key in the file.
  var key: String {
    switch self {
    case .speakers: "speakers"
    case .otherReviews: "otherReviews"
    case .reviewsPerProposal: "reviewsPerProposal"
    case .slots: "slots"
    case .minutes: "minutes"
    case .maxPerSpeaker: "maxPerSpeaker"
    case .maxPerOrganization: "maxPerOrganization"
    }
  }

  /// The least that its number may be.
  package var minimum: Int {
    switch self {
    case .reviewsPerProposal, .maxPerSpeaker, .maxPerOrganization: 1
    case .speakers, .otherReviews, .slots, .minutes: 0
    }
  }

  /// Its number, where it has one.
  package var number: Int? {
    switch self {
    case .speakers, .otherReviews: nil
    case .reviewsPerProposal(let number), .slots(let number), .minutes(let number),
      .maxPerSpeaker(let number), .maxPerOrganization(let number):
      number
    }
  }

  func set(in rules: inout Rules) {
    switch self {
    case .speakers(let visibility): rules.speakers = visibility
    case .otherReviews(let visibility): rules.otherReviews = visibility
    case .reviewsPerProposal(let number): rules.reviewsPerProposal = number
    case .slots(let number): rules.slots = number
    case .minutes(let number): rules.minutes = number
    case .maxPerSpeaker(let number): rules.maxPerSpeaker = number
    case .maxPerOrganization(let number): rules.maxPerOrganization = number
    }
  }

  /// The same rule with the value that it has in `rules`.
  package func value(in rules: Rules) -> EventRule {
    switch self {
    case .speakers: .speakers(rules.speakers)
    case .otherReviews: .otherReviews(rules.otherReviews)
    case .reviewsPerProposal: .reviewsPerProposal(rules.reviewsPerProposal)
    case .slots: .slots(rules.slots)
    case .minutes: .minutes(rules.minutes)
    case .maxPerSpeaker: .maxPerSpeaker(rules.maxPerSpeaker)
    case .maxPerOrganization: .maxPerOrganization(rules.maxPerOrganization)
    }
  }
}

extension EventRule {
  /// What it rules, for messages and menus.
  package var title: String {
    switch self {
    case .speakers: "who sees the speakers"
    case .otherReviews: "when others' reviews are seen"
    case .reviewsPerProposal: "reviews a proposal needs"
    case .slots: "slots of the programme"
    case .minutes: "minutes of the programme"
    case .maxPerSpeaker: "accepted talks a speaker"
    case .maxPerOrganization: "accepted talks an organisation"
    }
  }
}
