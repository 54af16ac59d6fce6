import ReviewCore
import Testing

@testable import ReviewAnalysis

/// The cases `sho-02`: every minimal conflict found by brute force, and the smallest relaxation.
@Suite struct ReferenceConflictTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var conflicts: [Set<String>]
    /// Thirtieths of a talk.
    var relaxation: Int
    var change: @Sendable (inout Programme) -> Void
    var testDescription: String { name }
  }

  private static let talks: [Programme.Talk] = [
    .init(id: "a", score: 90, area: "X", speakers: ["s1"], organization: "o1"),
    .init(id: "b", score: 85, area: "X", speakers: ["s1"], organization: "o1"),
    .init(id: "c", score: 80, area: "X", speakers: ["s2"], organization: "o1"),
    .init(id: "d", score: 75, area: "Y", speakers: ["s3"], organization: "o2"),
    .init(id: "e", score: 70, area: "Y", speakers: ["s4"], organization: "o2"),
    .init(id: "f", score: 65, area: "Z", speakers: ["s5"], organization: "o3", minutes: 90),
  ]

  static let cases: [Case] = [
    Case(
      name: "area minimums exceed the total",
      conflicts: [["total", "area X min 2", "area Y min 2"]], relaxation: 30
    ) {
      $0.total = 3...3
      $0.areas = [("X", 2, nil), ("Y", 2, nil)]
    },
    Case(
      name: "what is included breaks the speaker limit",
      conflicts: [["speaker s1 max 1", "include a", "include b"]], relaxation: 30
    ) {
      $0.total = 3...3
      $0.perSpeaker = 1
      $0.included = ["a", "b"]
    },
    Case(
      name: "not enough speakers in an area", conflicts: [["area X min 3", "speaker s1 max 1"]],
      relaxation: 30
    ) {
      $0.total = 4...4
      $0.areas = [("X", 3, nil)]
      $0.perSpeaker = 1
    },
    Case(
      name: "minutes too few", conflicts: [["total", "minutes max 110"]], relaxation: 10
    ) {
      $0.total = 4...4
      $0.minutesAtMost = 110
    },
    Case(
      name: "organisation against area", conflicts: [["area X min 2", "org o1 max 1"]],
      relaxation: 30
    ) {
      $0.total = 3...4
      $0.areas = [("X", 2, nil), ("Z", 1, nil)]
      $0.perOrganization = 1
    },
    Case(name: "an empty area", conflicts: [["area W min 1"]], relaxation: 30) {
      $0.total = 2...3
      $0.areas = [("W", 1, nil)]
      $0.excluded = ["f"]
    },
    Case(
      name: "two conflicts",
      conflicts: [["area X min 3", "speaker s1 max 1"], ["area Z min 1", "exclude f"]],
      relaxation: 60
    ) {
      $0.total = 4...4
      $0.areas = [("X", 3, nil), ("Z", 1, nil)]
      $0.perSpeaker = 1
      $0.excluded = ["f"]
    },
  ]

  /// What people call the sides: a total that is exact is one rule.
  private static func names(_ conflict: SelectionConflict, _ problem: SelectionProblem)
    -> Set<String>
  {
    Set(
      conflict.sides.map { side in
        let rule = problem.rules[side.rule]
        return rule.kind == .limit(.total) ? rule.name : problem.name(of: side)
      })
  }

  @Test(arguments: cases) func conflictsAreMinimal(_ one: Case) throws {
    var programme = Programme(talks: Self.talks)
    one.change(&programme)
    let problem = programme.problem
    var solver = SelectionSolver(problem)
    #expect(solver.solve().status == .infeasible)
    let conflict = try #require(solver.conflict())
    #expect(conflict.isMinimal)
    #expect(one.conflicts.contains(Self.names(conflict, problem)))
    let relaxation = try #require(solver.relaxation())
    #expect(relaxation.isProven)
    #expect(relaxation.cost == one.relaxation)
  }

  @Test func aGeneratedOneHasOneSpeakerTooOften() throws {
    let programme = Programme.generated(
      .init(
        count: 120, seed: 101, areas: 6, workshops: 4, lightning: 4...8, speakers: 79,
        organizations: 24, slots: 40, perOrganization: 3, minutes: 1250, areaRange: 4...10,
        firstAtLeast: 10))
    #expect(programme.included == ["t74", "t97"])
    let problem = programme.problem
    var solver = SelectionSolver(problem)
    #expect(solver.solve().status == .infeasible)
    let conflict = try #require(solver.conflict())
    #expect(
      Self.names(conflict, problem) == ["speaker s59 max 1", "include t74", "include t97"])
    #expect(try #require(solver.relaxation()).cost == 30)
  }
}
