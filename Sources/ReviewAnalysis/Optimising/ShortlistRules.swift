import ReviewCore

/// The rules of a programme over candidates that come one after another.
struct ShortlistRules {
  private let event: Event
  private let use: ProgrammeUse
  private let slots: Int?
  private let lengths: [Identifier: Int]
  private let areaPlaces: [Identifier: Int]
  private let formatPlaces: [Identifier: Int]

  private var ids: [ProposalID] = []
  private var outcomes: [Decision.Outcome] = []
  private var minutes: [Int] = []
  private var areas: [Int] = []
  private var formats: [Int] = []
  private var speakers: [ProposalID: People] = [:]
  private var organizations: [String: People] = [:]
  private var withoutSpeakers = 0

  /// A speaker or an organisation, with their candidates.
  private struct People {
    var name: String
    var members: [Int] = []
  }

  init(of summit: SeenSummit, slots: Int?) {
    event = summit.event
    use = ProgrammeUse(of: summit)
    self.slots = slots
    lengths = Dictionary(
      event.formats.compactMap { format in format.minutes.map { (format.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    areaPlaces = Dictionary(
      event.focusAreas.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    formatPlaces = Dictionary(
      event.formats.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Takes in a candidate.
  mutating func add(_ seen: SeenProposal, _ outcome: Decision.Outcome) {
    let place = ids.count
    ids.append(seen.id)
    outcomes.append(outcome)
    minutes.append(max(0, seen.proposal.format.flatMap { lengths[$0] } ?? 0))
    areas.append(seen.proposal.focusAreas.first.flatMap { areaPlaces[$0] } ?? -1)
    formats.append(seen.proposal.format.flatMap { formatPlaces[$0] } ?? -1)
    if seen.speakers == nil { withoutSpeakers += 1 }
    var counted: Set<ProposalID> = []
    for speaker in seen.speakers ?? [] where counted.insert(speaker.id).inserted {
      speakers[speaker.id, default: People(name: speaker.name)].members.append(place)
    }
    for organization in seen.organizations {
      organizations[organization.key, default: People(name: organization.name)].members
        .append(place)
    }
  }

  /// The length of the shortest candidate that has one.
  var shortestMinutes: Int { minutes.filter { $0 > 0 }.min() ?? 1 }

  /// How the search divides: by format, by area, by format in area.
  var classes: [[Int]] {
    let cells = ids.indices.map {
      areas[$0] < 0 || formats[$0] < 0 ? -1 : formats[$0] * event.focusAreas.count + areas[$0]
    }
    return [formats, areas, cells]
  }

  /// All rules.
  func rules(_ groups: [[ProposalID]]) -> [SelectionRule] {
    let all = Array(ids.indices)
    var rules: [SelectionRule] = []
    if let slots {
      rules.append(SelectionRule(.limit(.total), name: "total", of: all, atMost: slots))
    }
    if let maximum = use.minutes.maximum {
      rules.append(
        SelectionRule(
          .limit(.minutes), name: "minutes", of: all, weights: minutes, atMost: maximum))
    }
    for (place, limit) in use.areas.enumerated() where limit.isLimited {
      rules.append(rule(limit, "area", areas, place))
    }
    for (place, limit) in use.formats.enumerated() where limit.isLimited {
      rules.append(rule(limit, "format", formats, place))
    }
    return rules + peopleRules + groupRules(groups) + decisionRules
  }

  private func rule(
    _ limit: ProgrammeLimit, _ word: String, _ classes: [Int], _ place: Int
  ) -> SelectionRule {
    SelectionRule(
      .limit(limit.kind), name: "\(word) \(limit.subject)",
      of: classes.indices.filter { classes[$0] == place }, atLeast: limit.minimum,
      atMost: limit.maximum)
  }

  private var peopleRules: [SelectionRule] {
    var rules: [SelectionRule] = []
    if let most = event.rules.maxPerSpeaker {
      for (id, people) in speakers.sorted(by: { $0.key < $1.key }) {
        rules.append(
          SelectionRule(
            .limit(.speaker(id)), name: "speaker \(people.name)", of: people.members, atMost: most))
      }
    }
    if let most = event.rules.maxPerOrganization {
      let sorted = organizations.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      for (key, people) in sorted {
        rules.append(
          SelectionRule(
            .limit(.organization(key)), name: "organisation \(people.name)", of: people.members,
            atMost: most))
      }
    }
    return rules
  }

  private func groupRules(_ groups: [[ProposalID]]) -> [SelectionRule] {
    let places = Dictionary(
      ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    func rule(_ kind: SelectionRule.Kind, _ group: [ProposalID], _ word: String) -> SelectionRule? {
      let here = Set(group).sorted().filter { places[$0] != nil }
      guard here.count > 1 else { return nil }
      return SelectionRule(
        kind, name: "\(word) \(here.map(\.text).joined(separator: ", "))",
        of: here.compactMap { places[$0] }.sorted(), atMost: 1)
    }
    return event.rules.atMostOne.compactMap { rule(.limit(.atMostOne($0)), $0, "at most one of") }
      + groups.compactMap { rule(.similar($0), $0, "at most one of the similar") }
  }

  private var decisionRules: [SelectionRule] {
    ids.indices.compactMap { place in
      switch outcomes[place] {
      case .accept:
        SelectionRule(
          .accepted(ids[place]), name: "accepted \(ids[place])", of: [place], atLeast: 1)
      case .decline:
        SelectionRule(
          .declined(ids[place]), name: "declined \(ids[place])", of: [place], atMost: 0)
      case .waitlist, .undecided: nil
      }
    }
  }

  /// What a chair has to know, as sentences without their full stop.
  func remarks(unscored: Int) -> [String] {
    var remarks: [String] = []
    func count(_ number: Int) -> String { number == 1 ? "1 proposal" : "\(number) proposals" }
    if unscored > 0 {
      let verb = unscored == 1 ? "has" : "have"
      remarks.append("\(count(unscored)) \(verb) no score that you may see, and cannot be chosen")
    }
    let limitsPeople = event.rules.maxPerSpeaker != nil || event.rules.maxPerOrganization != nil
    if limitsPeople, withoutSpeakers > 0 {
      remarks.append(
        "The speakers of \(count(withoutSpeakers)) are not shown to you: the limits per speaker and "
          + "organisation leave them out")
    }
    let withoutLength = minutes.count { $0 == 0 }
    if use.minutes.isLimited, withoutLength > 0 {
      let verb = withoutLength == 1 ? "has" : "have"
      remarks.append("\(count(withoutLength)) \(verb) no known length, and count no minutes")
    }
    return remarks
  }
}
