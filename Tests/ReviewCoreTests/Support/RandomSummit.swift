import ReviewCore

/// Random small summits, with every status and rule in them.
enum RandomSummit {
  static let members: [Identifier] = ["ada", "bo", "cy", "di"]
  static let proposals: [ProposalID] = ["1", "2", "3", "10", "x"]

  static func event(_ random: inout SplitMix64) -> Event {
    var event = Event(name: "Summit")
    event.focusAreas = [FocusArea(id: "lake", name: "Lakes"), FocusArea(id: "ml", name: "ML")]
    event.rubric.criteria = [Criterion(id: "a", name: "A"), Criterion(id: "b", name: "B")]
    event.rounds = [
      Round(id: "early", name: "Early", closes: 100), Round(id: "main", name: "Main", closes: 200),
    ]
    event.committee = members.map {
      Member(id: $0, name: $0.text, role: $0 == "ada" ? .chair : .reviewer)
    }
    for place in event.committee.indices where random.once(in: 2) {
      event.committee[place].email = "\(event.committee[place].id)@example.org"
    }
    event.rules.speakers = random.one(of: Rules.SpeakerVisibility.allCases)
    event.rules.otherReviews = random.one(of: Rules.ReviewVisibility.allCases)
    event.rules.slots = random.once(in: 2) ? 2 : nil
    return event
  }

  static func summit(_ random: inout SplitMix64) -> Summit {
    let talks = proposals.map { id in
      var proposal = Proposal(id: id, title: "Talk \(id)")
      proposal.round = random.one(of: [nil, "early", "main"])
      proposal.isWithdrawn = random.once(in: 6)
      proposal.focusAreas = random.one(of: [[], ["lake"], ["ml", "lake"]])
      return proposal
    }
    let speakers = random.once(in: 5) ? nil : proposals.map { speaker(of: $0, &random) }
    var summit = Summit(event: event(&random), proposals: talks, speakers: speakers)
    for member in members {
      var sheet = ReviewSheet(reviewer: member)
      for id in proposals where !random.once(in: 3) { sheet.reviews[id] = review(&random) }
      for _ in 0..<random.below(6) { sheet.comparisons[pair(&random)] = comparison(&random) }
      summit.sheets[member] = sheet
    }
    return summit
  }

  static func speaker(of id: ProposalID, _ random: inout SplitMix64) -> Speaker {
    var speaker = Speaker(
      id: ProposalID(stringLiteral: "s\(id)"), name: "Speaker \(id)", proposals: [id])
    speaker.email = random.one(of: [nil, "else@example.org", " Bo@Example.org ", "ada@example.org"])
    return speaker
  }

  static func review(_ random: inout SplitMix64) -> Review {
    var review = Review(random.one(of: Review.Status.allCases + [.scored, .scored]))
    if review.status == .scored || review.status == .draft {
      for criterion: Identifier in ["a", "b"] {
        review.scores[criterion] = Double(1 + random.below(5))
      }
    }
    if random.once(in: 3) { review.comment = "c\(random.below(9))" }
    return review
  }

  /// Two proposals; one of them may not be there.
  static func pair(_ random: inout SplitMix64) -> ProposalPair {
    let ids = proposals + ["gone"]
    let first = random.below(ids.count)
    let second = (first + 1 + random.below(ids.count - 1)) % ids.count
    guard let pair = ProposalPair(ids[first], ids[second]) else { preconditionFailure("the same") }
    return pair
  }

  static func comparison(_ random: inout SplitMix64) -> Comparison {
    Comparison(outcome: random.one(of: Comparison.Outcome.allCases), at: Timestamp(milliseconds: 1))
  }
}
