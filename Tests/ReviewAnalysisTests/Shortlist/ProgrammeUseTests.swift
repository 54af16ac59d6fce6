import ReviewAnalysis
import ReviewCore
import Testing

@Suite struct ProgrammeUseTests {
  /// Two areas, two formats, two speakers; decisions by proposal in turn.
  private static func summit(
    _ outcomes: [Decision.Outcome?], _ change: (inout Summit) -> Void = { _ in }
  ) -> Summit {
    var event = Event(name: "x")
    event.committee = [
      Member(id: "ada", name: "Ada", role: .chair), Member(id: "bo", name: "Bo"),
    ]
    event.focusAreas = [
      FocusArea(id: "lake", name: "Data Lakehouses", short: "Lakehouses"),
      FocusArea(id: "agent", name: "Agentic"),
    ]
    event.formats = [
      SessionFormat(id: "talk", name: "Talk", minutes: 25),
      SessionFormat(id: "deep", name: "Deep dive", minutes: 50),
    ]
    let proposals = outcomes.indices.map { number in
      var proposal = Proposal(id: ProposalID(stringLiteral: "\(number)"), title: "Talk \(number)")
      proposal.focusAreas = number % 2 == 0 ? ["lake", "agent"] : ["agent"]
      proposal.format = number % 3 == 0 ? "deep" : "talk"
      return proposal
    }
    var grace = Speaker(id: "g", name: "Grace Ōkubo", proposals: ["0", "1"])
    grace.organization = "Acme"
    var ivan = Speaker(id: "i", name: "Ivan", proposals: ["1", "2", "3"])
    ivan.organization = " ACME "
    var summit = Summit(event: event, proposals: proposals, speakers: [grace, ivan])
    for (number, outcome) in outcomes.enumerated() {
      guard let outcome else { continue }
      summit.decisions[ProposalID(stringLiteral: "\(number)")] = [
        Decision(outcome, at: nil, chair: "ada")
      ]
    }
    change(&summit)
    return summit
  }

  private static func use(
    _ outcomes: [Decision.Outcome?], by viewer: Identifier = "ada",
    _ change: (inout Summit) -> Void = { _ in }
  ) -> ProgrammeUse {
    ProgrammeUse(of: summit(outcomes, change).seen(by: viewer, at: Timestamp(milliseconds: 0)))
  }

  private static func words(_ limits: [ProgrammeLimit]) -> [String] { limits.map(\.words) }

  @Test func everyDecisionIsCounted() {
    let use = Self.use([.accept, .accept, .waitlist, .decline, .undecided, nil])
    #expect(use.counts == [.accept: 2, .waitlist: 1, .decline: 1, .undecided: 2])
    #expect(use.total.used == 2)
    #expect(use.total.waitlisted == 1)
    #expect(use.minutes.used == 75)
    #expect(use.areas.map(\.used) == [1, 1])
    #expect(use.areas.map(\.waitlisted) == [1, 0])
    #expect(use.formats.map(\.used) == [1, 1])
    #expect(use.broken.isEmpty && use.near.isEmpty)
    #expect(use.limits.allSatisfy { !$0.isLimited })
  }

  @Test func brokenLimitsAreSaidInWords() {
    let use = Self.use([.accept, .accept, .accept, .accept, .waitlist, .waitlist]) {
      $0.event.rules.slots = 3
      $0.event.rules.minutes = 100
      $0.event.focusAreas[0].slots = SlotLimits(minimum: 1, maximum: 1)
      $0.event.focusAreas[1].slots = SlotLimits(minimum: 4, maximum: 5)
      $0.event.formats[1].slots = SlotLimits(minimum: 3)
      $0.event.rules.maxPerSpeaker = 1
      $0.event.rules.maxPerOrganization = 3
      $0.event.rules.atMostOne = [["0", "2", "4"], ["1", "5"]]
    }
    #expect(
      Self.words(use.broken) == [
        "4 accepted, at most 3 slots", "150 minutes accepted, at most 100",
        "Lakehouses has 2 of at most 1",
        "Grace Ōkubo has 2 accepted talks, at most 1 a speaker",
        "Ivan has 3 accepted talks, at most 1 a speaker",
        "Acme has 4 accepted talks, at most 3 an organisation",
        "Only one of these may be accepted: \"Talk 0\", \"Talk 2\"",
        "Agentic has 2 of at least 4 (1 more waitlisted)", "Deep dive has 2 of at least 3",
      ])
    #expect(use.groups.map(\.state) == [.over, .fine])
  }

  @Test func nearLimitsAreSaidInWords() {
    let use = Self.use([.accept, .accept, .accept, .accept]) {
      $0.event.rules.slots = 5
      $0.event.rules.minutes = 199
      $0.event.focusAreas[0].slots = SlotLimits(maximum: 2)
      $0.event.focusAreas[1].slots = SlotLimits(maximum: 4)
      $0.event.formats[0].slots = SlotLimits(maximum: 9)
    }
    #expect(use.broken.isEmpty)
    #expect(
      Self.words(use.near) == [
        "4 of 5 slots used, 1 slot left", "150 of 199 minutes used, 49 minutes left",
        "Lakehouses has 2 of at most 2, none left",
      ])
  }

  @Test func withdrawnProposalsUseNothing() {
    let use = Self.use([.accept, .accept]) { summit in
      var gone = summit.proposals
      gone[0].isWithdrawn = true
      let decisions = summit.decisions
      summit = Summit(event: summit.event, proposals: gone, speakers: summit.speakers)
      summit.decisions = decisions
    }
    #expect(use.counts[.accept] == 1)
    #expect(use.total.used == 1)
    #expect(use.withdrawn == ["0"])
  }

  @Test func anUnknownLengthUsesNoMinutes() {
    let use = Self.use([.accept, .accept, .waitlist]) { $0.event.formats[1].minutes = nil }
    #expect(use.minutes.used == 25)
    #expect(use.withoutLength == 1)
  }

  @Test func hiddenSpeakersAreInNoCount() {
    let outcomes: [Decision.Outcome?] = [.accept, .accept, .accept, .accept]
    let limit: (inout Summit) -> Void = {
      $0.event.rules.speakers = .afterScoring
      $0.event.rules.maxPerSpeaker = 1
      $0.event.rules.maxPerOrganization = 1
    }
    #expect(Self.use(outcomes, by: "ada", limit).speakers.map(\.used) == [2, 3])
    let blind = Self.use(outcomes, by: "bo", limit)
    #expect(blind.speakers.isEmpty && blind.organizations.isEmpty)
    let one = Self.use(outcomes, by: "bo") {
      limit(&$0)
      $0.sheets["bo"] = ReviewSheet(reviewer: "bo")
      $0.sheets["bo"]?.reviews["0"] = Review(.abstained)
    }
    #expect(Self.words(one.speakers) == ["Grace Ōkubo has 1 accepted talk, at most 1 a speaker"])
    #expect(one.broken.isEmpty)
  }

  @Test func anOrganisationCountsAProposalOnce() {
    let use = Self.use([nil, .accept, .accept]) { $0.event.rules.maxPerOrganization = 2 }
    #expect(use.organizations.map(\.used) == [2])
    #expect(use.organizations.map(\.kind) == [.organization("acme")])
    #expect(use.organizations.map(\.state) == [.fine])
  }

  @Test func withoutRulesAndProposalsNothingIsLimited() {
    let use = Self.use([]) { $0.event.focusAreas = [] }
    #expect(use.total.words == "0 accepted")
    #expect(use.limits.allSatisfy { $0.state == .fine && !$0.isNear })
  }

  @Test func theSumOfTheFormatsLimitsTheWhole() {
    let use = Self.use([.accept, .accept]) {
      $0.event.formats[0].slots.maximum = 1
      $0.event.formats[1].slots.maximum = 0
    }
    #expect(use.total.maximum == 1)
    #expect(use.total.state == .over)
    #expect(
      Self.words(use.formats) == [
        "Talk has 1 of at most 1, none left", "Deep dive has 1 of at most 0",
      ])
  }
}
