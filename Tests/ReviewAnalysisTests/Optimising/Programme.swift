import ReviewCore

@testable import ReviewAnalysis

/// Talks and rules as the reference cases have them.
struct Programme {
  struct Talk {
    var id: String
    var score: Int
    var area: String
    var speakers: [String]
    var organization = ""
    var format = "talk"
    var minutes = 30
    var isFirst = false
  }

  var talks: [Talk]
  var total: ClosedRange<Int>?
  var areas: [(name: String, minimum: Int?, maximum: Int?)] = []
  var formats: [(name: String, minimum: Int?, maximum: Int?)] = []
  var perSpeaker: Int?
  var perOrganization: Int?
  var minutesAtMost: Int?
  var minutesAtLeast: Int?
  var firstAtLeast: Int?
  var included: [String] = []
  var excluded: [String] = []
  var groups: [[String]] = []

  private func places(where holds: (Talk) -> Bool) -> [Int] {
    talks.indices.filter { holds(talks[$0]) }
  }

  private static func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  var problem: SelectionProblem {
    var rules: [SelectionRule] = []
    let all = Array(talks.indices)
    if let total {
      rules.append(
        SelectionRule(
          .limit(.total), name: "total", of: all, atLeast: total.lowerBound,
          atMost: total.upperBound))
    }
    for area in areas {
      rules.append(
        SelectionRule(
          .limit(.area(Identifier(stringLiteral: area.name.lowercased()))),
          name: "area \(area.name)", of: places { $0.area == area.name }, atLeast: area.minimum,
          atMost: area.maximum))
    }
    for format in formats {
      rules.append(
        SelectionRule(
          .limit(.format(Identifier(stringLiteral: format.name))), name: "format \(format.name)",
          of: places { $0.format == format.name }, atLeast: format.minimum, atMost: format.maximum))
    }
    if minutesAtMost != nil || minutesAtLeast != nil {
      rules.append(
        SelectionRule(
          .limit(.minutes), name: "minutes", of: all, weights: talks.map(\.minutes),
          atLeast: minutesAtLeast, atMost: minutesAtMost))
    }
    if let firstAtLeast {
      rules.append(
        SelectionRule(
          .other("first"), name: "first_time", of: places(where: \.isFirst), atLeast: firstAtLeast))
    }
    rules += peopleRules
    for group in groups {
      rules.append(
        SelectionRule(
          .limit(.atMostOne(group.map { ProposalID(stringLiteral: $0) })),
          name: "at most one of \(group.joined(separator: ", "))",
          of: places { group.contains($0.id) }, atMost: 1))
    }
    for id in included {
      rules.append(
        SelectionRule(
          .accepted(ProposalID(stringLiteral: id)), name: "include \(id)",
          of: places { $0.id == id }, atLeast: 1))
    }
    for id in excluded {
      rules.append(
        SelectionRule(
          .declined(ProposalID(stringLiteral: id)), name: "exclude \(id)",
          of: places { $0.id == id }, atMost: 0))
    }
    let candidates = talks.map {
      SelectionProblem.Candidate(id: ProposalID(stringLiteral: $0.id), score: $0.score)
    }
    let (areas, formats) = (
      Self.distinct(talks.map(\.area)), Self.distinct(talks.map(\.format))
    )
    let area = talks.map { areas.firstIndex(of: $0.area) ?? -1 }
    let format = talks.map { formats.firstIndex(of: $0.format) ?? -1 }
    let cell = talks.indices.map { format[$0] * max(1, areas.count) + area[$0] }
    return SelectionProblem(candidates: candidates, rules: rules, classes: [format, area, cell])
  }

  private var peopleRules: [SelectionRule] {
    var rules: [SelectionRule] = []
    var speakers: [String: [Int]] = [:]
    var organizations: [String: [Int]] = [:]
    for place in talks.indices {
      for speaker in Self.distinct(talks[place].speakers) {
        speakers[speaker, default: []].append(place)
      }
      if !talks[place].organization.isEmpty {
        organizations[talks[place].organization, default: []].append(place)
      }
    }
    if let perSpeaker {
      rules += speakers.keys.sorted().map {
        SelectionRule(
          .limit(.speaker(ProposalID(stringLiteral: $0))), name: "speaker \($0)",
          of: speakers[$0]!, atMost: perSpeaker)
      }
    }
    if let perOrganization {
      rules += organizations.keys.sorted().map {
        SelectionRule(
          .limit(.organization($0)), name: "org \($0)", of: organizations[$0]!,
          atMost: perOrganization)
      }
    }
    return rules
  }
}

extension Programme {
  /// The parameters of the generator of `sho-01`.
  struct Parameters {
    var count: Int
    var seed: UInt64
    var areas: Int
    var workshops: Int
    var lightning: ClosedRange<Int>
    var speakers: Int
    var organizations: Int
    var slots: Int
    var perOrganization: Int
    var minutes: Int
    var areaRange: ClosedRange<Int>
    var firstAtLeast: Int
  }

  /// A programme made by the generator of `sho-01`.
  static func generated(_ parameters: Parameters) -> Programme {
    var source = SplitMix64(seed: parameters.seed)
    var talks: [Talk] = []
    for number in 0..<parameters.count {
      let score = 1000 + source.below(4001)
      let area = "A\(source.below(parameters.areas))"
      let kind = source.below(10)
      let speaker = source.below(parameters.speakers)
      let other = source.below(parameters.speakers)
      let isShared = source.below(10) == 0 && other != speaker
      let isFirst = source.below(4) == 0
      let (format, minutes) =
        switch kind {
        case 0: ("workshop", 90)
        case 1, 2: ("lightning", 10)
        default: ("talk", 30)
        }
      talks.append(
        Talk(
          id: "t\(number)", score: score, area: area,
          speakers: ["s\(speaker)"] + (isShared ? ["s\(other)"] : []),
          organization: "o\(speaker % parameters.organizations)", format: format,
          minutes: minutes, isFirst: isFirst))
    }
    let order = talks.indices.sorted {
      talks[$0].score != talks[$1].score ? talks[$0].score < talks[$1].score : $0 < $1
    }
    let ids = order.map { talks[$0].id }
    let n = parameters.count
    var programme = Programme(talks: talks, total: parameters.slots...parameters.slots)
    programme.areas = (0..<parameters.areas).map {
      ("A\($0)", parameters.areaRange.lowerBound, parameters.areaRange.upperBound)
    }
    programme.formats = [
      ("workshop", nil, parameters.workshops),
      ("lightning", parameters.lightning.lowerBound, parameters.lightning.upperBound),
    ]
    programme.perSpeaker = 1
    programme.perOrganization = parameters.perOrganization
    programme.minutesAtMost = parameters.minutes
    programme.firstAtLeast = parameters.firstAtLeast
    programme.included = [ids[n / 2], ids[n / 2 + 1]]
    programme.excluded = [ids[n - 1], ids[n - 2]]
    programme.groups = [[ids[n - 3], ids[n - 4]]]
    return programme
  }

  /// The variant of `sho-01` that is a flow: first speakers, total, areas, speakers, organisations.
  var asFlow: Programme {
    var flow = self
    for place in flow.talks.indices { flow.talks[place].speakers = [talks[place].speakers[0]] }
    flow.formats = []
    flow.minutesAtMost = nil
    flow.firstAtLeast = nil
    flow.groups = []
    return flow
  }
}
