import ReviewCore
import Testing

@Suite struct QueryTests {
  static let event: Event = {
    var event = Event(name: "x")
    event.focusAreas = [
      FocusArea(id: "lakehouse", name: "Modern Lakehouses", short: "Lakes"),
      FocusArea(id: "ml", name: "Machine Learning"),
    ]
    event.formats = [
      SessionFormat(id: "talk-25", name: "Talk"), SessionFormat(id: "workshop", name: "Workshop"),
    ]
    event.levels = ["Introductory", "Advanced"]
    event.rubric.criteria = [
      Criterion(id: "relevance", name: "Relevance"), Criterion(id: "style", name: "Style"),
    ]
    event.rounds = [Round(id: "early", name: "Early"), Round(id: "main", name: "Main")]
    event.committee = [
      Member(id: "ada", name: "Ada", role: .chair), Member(id: "bo", name: "Bo Ek"),
      Member(id: "cy", name: "Cy"),
    ]
    event.rules.otherReviews = .afterMine
    return event
  }()

  @Test(arguments: [
    ("foo:x", 1, 3, "there is no field \"foo\""), ("a arae:x", 3, 4, "did you mean \"area:\"?"),
    ("area:lakehose", 6, 8, "did you mean \"lakehouse\"?"), ("area:", 6, 1, "a value is expected"),
    ("area:\"Machin Learning\"", 6, 15, "did you mean \"ml\"?"),
    ("area:zzz", 6, 3, "known: lakehouse, ml"),
    ("é format:tlak-25", 10, 7, "did you mean \"talk-25\"?"),
    ("level:adv", 7, 3, "did you mean \"Advanced\"?"),
    ("round:late", 7, 4, "known: early, main"), ("by:eve", 4, 3, "there is no committee member"),
    ("is:scord", 4, 5, "did you mean \"scored\"?"),
    ("state:acept", 7, 5, "did you mean \"accept\"?"),
    ("my:x", 4, 1, "is no number"), ("my.relevnce:3", 4, 8, "did you mean \"relevance\"?"),
    ("my.:3", 4, 1, "a value is expected"), ("score:>", 7, 1, "is no number"),
    ("score:..", 7, 2, "is no number"),
    ("n:1e3", 3, 3, "is no number"), ("n:0x10", 3, 4, "is no number"),
    ("spread:nan", 8, 3, "is no number"),
    ("score:=>=3", 7, 4, "is no number"), ("score:3..x", 7, 4, "is no number"),
    ("tag:", 5, 1, "a value is expected"), ("tag: x", 5, 1, "a value is expected"),
    ("id:\"\"", 4, 1, "a value is expected"),
    ("a )", 3, 1, "no opening one"), ("(a", 1, 1, "is not closed"),
    ("b (a (c)", 3, 1, "is not closed"),
    ("a OR", 3, 2, "expected after OR"), ("OR a", 1, 2, "expected before OR"),
    ("a OR OR b", 3, 2, "expected after OR"),
    ("(a OR) b", 4, 2, "expected after OR"), ("\"a b", 1, 4, "the quote is not closed"),
    ("x tag:\"a", 7, 2, "the quote is not closed"), ("a -OR b", 3, 1, "expected after the hyphen"),
    ("a -) b", 3, 1, "expected after the hyphen"),
  ])
  func anErrorNamesTheColumnAndTheNearestWord(text: String, column: Int, length: Int, words: String)
  {
    let error = #expect(throws: QueryError.self) { try Query(text, for: Self.event) }
    #expect(error?.column == column)
    #expect(error?.length == length)
    #expect(error?.problem.contains(words) == true, "\(error?.problem ?? "")")
  }

  @Test(arguments: [
    "", " ", "()", "a or b", "-", "a - b", "area:Lakes", "AREA:LAKEHOUSE",
    "area:\"modern lakehouses\"", "by:\"Bo Ek\"",
    ":x", "a-b", "--a", "-(a OR b)", "(((a)))", "my:>=4", "score:3.5..4.2", "score:..4",
    "score:4..", "n:=<3",
    "my.STYLE:=5", "tag:nobody-has-it", "\"OR\"", "\"area:x\"", "is:SCORED", "level:\"advanced\"",
  ])
  func theseAreQueries(text: String) {
    #expect(throws: Never.self) { try Query(text, for: Self.event) }
  }

  @Test(arguments: ["(", "-", "-(", "((("])
  func deepNestingIsAnErrorAndNoTrap(piece: String) {
    #expect(throws: QueryError.self) {
      try Query(String(repeating: piece, count: 50_000) + "a", for: Self.event)
    }
  }

  @Test func aSummitWithoutAreasSaysSo() {
    let error = #expect(throws: QueryError.self) { try Query("area:x", for: Event(name: "x")) }
    #expect(error?.problem == "this summit has no focus area")
  }

  @Test(arguments: 1...10)
  func noTextTraps(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let pieces = [
      "(", ")", "-", "\"", ":", "OR", " ", "a", "é", "area", "my.", "score", "is", ">", "=", "..",
      "4", "*", "id:",
      "lakehouse", "n:", "e\u{301}", "\u{0}", "😀",
    ]
    let seen = RandomSummit.summit(&random).seen(by: "bo", at: 150)
    for _ in 0..<400 {
      let text = (0..<random.below(12)).map { _ in random.one(of: pieces) }.joined()
      do throws(QueryError) {
        let matcher = QueryMatcher(try Query(text, for: Self.event), in: seen)
        for proposal in seen.proposals { _ = matcher.matches(proposal) }
      } catch {
        #expect((1...text.count + 1).contains(error.column), "seed \(seed): \(text)")
        #expect(error.length >= 1, "seed \(seed): \(text)")
      }
    }
  }
}
