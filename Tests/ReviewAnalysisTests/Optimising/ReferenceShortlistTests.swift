import ReviewCore
import Testing

@testable import ReviewAnalysis

/// The cases `sho-01`: optima that HiGHS and CP-SAT both prove.
@Suite struct ReferenceShortlistTests {
  private static func solved(_ programme: Programme) -> SelectionResult {
    var solver = SelectionSolver(programme.problem)
    return solver.solve()
  }

  private static func ids(_ selection: SelectionResult) -> [String] {
    selection.selected.map(\.text)
  }

  private static let byHand = Programme(
    talks: [
      .init(id: "a", score: 95, area: "X", speakers: ["s1"]),
      .init(id: "b", score: 90, area: "X", speakers: ["s1"]),
      .init(id: "c", score: 88, area: "X", speakers: ["s2"]),
      .init(id: "d", score: 80, area: "X", speakers: ["s3"]),
      .init(id: "e", score: 70, area: "Y", speakers: ["s4"]),
      .init(id: "f", score: 60, area: "Y", speakers: ["s5"]),
      .init(id: "g", score: 55, area: "Y", speakers: ["s4"]),
      .init(id: "h", score: 50, area: "Z", speakers: ["s6"]),
    ], total: 4...4, areas: [("X", nil, 2), ("Y", 1, nil), ("Z", 1, nil)], perSpeaker: 1)

  @Test func theOneByHand() {
    let selection = Self.solved(Self.byHand)
    #expect(selection.status == .optimal)
    #expect(selection.objective == 303)
    #expect(Self.ids(selection) == ["a", "c", "e", "h"])
  }

  /// The example of Documentation/Ranking.md.
  @Test func theOneByHandCostsWhatIsWritten() throws {
    let problem = Self.byHand.problem
    var solver = SelectionSolver(problem)
    let selection = solver.solve()
    let gains = ["total", "area X"].map { name in
      let rule = problem.rules.firstIndex { $0.name == name } ?? 0
      return solver.gain(
        ofLoosening: .init(rule: rule, isMinimum: false), by: 1, from: selection)?.objective
    }
    #expect(gains == [60, 0])
  }

  @Test func coSpeakersMakeTheGreedyChoiceWrong() {
    let selection = Self.solved(
      Programme(
        talks: [
          .init(id: "p1", score: 100, area: "X", speakers: ["a", "b"], minutes: 45),
          .init(id: "p2", score: 60, area: "X", speakers: ["a"]),
          .init(id: "p3", score: 60, area: "Y", speakers: ["b"]),
          .init(id: "p4", score: 20, area: "Y", speakers: ["c"]),
          .init(id: "p5", score: 10, area: "X", speakers: ["d"]),
          .init(id: "p6", score: 5, area: "Y", speakers: ["e"]),
        ], total: 3...3, areas: [("X", 1, nil), ("Y", 1, nil)], perSpeaker: 1))
    #expect(selection.objective == 140)
    #expect(Self.ids(selection) == ["p2", "p3", "p4"])
  }

  @Test func minutesAlone() {
    let sizes = [
      (60, 45), (50, 30), (50, 30), (40, 25), (30, 20), (28, 20), (22, 15), (10, 5), (9, 5),
      (33, 25),
    ]
    var programme = Programme(
      talks: sizes.enumerated().map { place, size in
        .init(id: "k\(place)", score: size.0, area: "X", speakers: ["s\(place)"], minutes: size.1)
      })
    programme.minutesAtMost = 100
    let selection = Self.solved(programme)
    #expect(selection.status == .optimal)
    #expect(selection.objective == 162)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var parameters: Programme.Parameters
    var scores: Int
    var optimum: Int
    var flow: Int
    var testDescription: String { "\(parameters.count) talks" }
  }

  static let cases = [
    Case(
      parameters: .init(
        count: 120, seed: 7, areas: 6, workshops: 4, lightning: 4...8, speakers: 80,
        organizations: 25, slots: 40, perOrganization: 4, minutes: 1250, areaRange: 4...10,
        firstAtLeast: 10), scores: 346_917, optimum: 151_641, flow: 159_418),
    Case(
      parameters: .init(
        count: 500, seed: 8, areas: 8, workshops: 8, lightning: 10...16, speakers: 330,
        organizations: 90, slots: 80, perOrganization: 3, minutes: 2500, areaRange: 7...14,
        firstAtLeast: 20), scores: 1_497_859, optimum: 366_851, flow: 367_956),
    Case(
      parameters: .init(
        count: 5000, seed: 9, areas: 12, workshops: 30, lightning: 60...90, speakers: 3200,
        organizations: 600, slots: 400, perOrganization: 4, minutes: 12000, areaRange: 26...41,
        firstAtLeast: 100), scores: 15_008_213, optimum: 1_926_756, flow: 1_928_017),
    Case(
      parameters: .init(
        count: 300, seed: 201, areas: 6, workshops: 4, lightning: 4...8, speakers: 198,
        organizations: 60, slots: 60, perOrganization: 3, minutes: 1800, areaRange: 6...15,
        firstAtLeast: 15), scores: 880_298, optimum: 255_630, flow: 260_996),
  ]

  @Test(arguments: cases) func generatedOnes(_ one: Case) {
    let programme = Programme.generated(one.parameters)
    #expect(programme.talks.reduce(0) { $0 + $1.score } == one.scores)
    let problem = programme.problem
    let selection = Self.solved(programme)
    #expect(selection.status == .optimal)
    #expect(selection.objective == one.optimum)
    #expect(problem.isKept(by: selection))
  }

  @Test(arguments: cases) func generatedOnesThatAreFlows(_ one: Case) {
    let programme = Programme.generated(one.parameters).asFlow
    let selection = Self.solved(programme)
    #expect(selection.status == .optimal)
    #expect(selection.objective == one.flow)
    #expect(programme.problem.isKept(by: selection))
  }
}

extension SelectionProblem {
  /// Whether a selection keeps all rules, and is worth what it says.
  func isKept(by selection: SelectionResult) -> Bool {
    let chosen = Set(selection.selected)
    let isSelected = candidates.map { chosen.contains($0.id) }
    let worth = candidates.reduce(0) { $0 + (chosen.contains($1.id) ? $1.score : 0) }
    return worth == selection.objective
      && rules.allSatisfy { rule in
        let used = rule.used(by: isSelected)
        return used >= rule.minimum ?? .min && used <= rule.maximum ?? .max
      }
  }
}
