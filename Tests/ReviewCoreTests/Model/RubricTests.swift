import Testing

@testable import ReviewCore

@Suite struct RubricTests {
  @Test(
    arguments: [
      (1, 5, 1, 5), (0, 10, 0.5, 21), (-2, 2, 1, 5), (0, 1, 0.1, 11), (0, 1, 1, 2),
      (0, 100, 0.1, 1001),
    ] as [(Double, Double, Double, Int)])
  func everyScoreOfAScaleIsOnIt(low: Double, high: Double, step: Double, count: Int) throws {
    let scale = try #require(ScoreScale(low: low, high: high, step: step))
    #expect(scale.scores.count == count)
    #expect(scale.scores.first == low)
    #expect(scale.scores.last == high)
    for score in scale.scores {
      #expect(scale.score(score) == score)
      #expect(scale.score(score + step / 3) == nil)
    }
    #expect(scale.score(low - step) == nil)
    #expect(scale.score(high + step) == nil)
    #expect(scale.score(.nan) == nil)
    #expect(scale.score(.infinity) == nil)
  }

  @Test(
    arguments: [
      (5, 1, 1), (1, 1, 1), (1, 5, 0), (1, 5, -1), (1, 5, 3), (0, 1001, 1), (0, .infinity, 1),
      (.nan, 5, 1), (0, 5, .nan), (0, 2e6, 1e6), (-1e308, 1e308, 1e308),
    ] as [(Double, Double, Double)])
  func numbersThatMakeNoScaleAreRefused(low: Double, high: Double, step: Double) {
    #expect(ScoreScale(low: low, high: high, step: step) == nil)
  }

  @Test(
    arguments: [
      (1, 5, 1, true, "1 to 5"), (0, 9, 1, true, "0 to 9"), (0, 10, 1, false, "0 to 10"),
      (0, 10, 0.5, false, "0 to 10 by 0.5"), (-1, 1, 1, false, "-1 to 1"),
      (0.5, 4.5, 1, false, "0.5 to 4.5"),
    ] as [(Double, Double, Double, Bool, String)])
  func aScaleSaysWhatItIs(low: Double, high: Double, step: Double, isOneDigit: Bool, words: String)
  {
    let scale = ScoreScale(low: low, high: high, step: step)
    #expect(scale?.isOneDigit == isOneDigit)
    #expect(scale?.description == words)
  }

  private static let rubric: Rubric = {
    var criteria: [Criterion] = [
      Criterion(id: "relevance", name: "R"), Criterion(id: "content", name: "C"),
      Criterion(id: "style", name: "S"),
    ]
    criteria[0].weight = 2
    criteria[2].isRequired = false
    return Rubric(scale: .oneToFive, criteria: criteria)
  }()

  private static func scores(_ values: [(Identifier, Double)]) -> Scores {
    var scores = Scores()
    for (criterion, value) in values { scores[criterion] = value }
    return scores
  }

  @Test(
    arguments: [
      ([], nil, false), ([("relevance", 5)], 5, false),
      ([("relevance", 5), ("content", 4)], 4.666667, true),
      ([("relevance", 5), ("content", 4), ("style", 1)], 3.75, true), ([("style", 3)], 3, false),
      ([("other", 3)], nil, false),
    ] as [([(Identifier, Double)], Double?, Bool)])
  func theCompositeIsTheWeightedMeanOfWhatIsScored(
    values: [(Identifier, Double)], composite: Double?, isComplete: Bool
  ) {
    let scores = Self.scores(values)
    #expect(Self.rubric.composite(of: scores) == composite)
    #expect(Self.rubric.isComplete(scores) == isComplete)
  }

  @Test func anOverallScoreGoesBeforeTheComposite() {
    var review = Review(.scored)
    review.scores = Self.scores([("relevance", 5)])
    #expect(review.composite(by: Self.rubric) == 5)
    review.overall = 2
    #expect(review.composite(by: Self.rubric) == 2)
    #expect(Review(.draft).composite(by: Self.rubric) == nil)
  }

  @Test func scoresDoNotRememberTheirOrder() {
    let one = Self.scores([("b", 1), ("a", 2), ("b", 3)])
    #expect(one == Self.scores([("a", 2), ("b", 3)]))
    #expect(one.all.map(\.criterion) == ["a", "b"])
    var two = one
    two["a"] = nil
    #expect(two.all.map(\.value) == [3])
  }
}
