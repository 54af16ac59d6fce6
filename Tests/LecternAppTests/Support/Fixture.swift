import LecternApp
import ReviewCore
import TerminalUI

let ada = Identifier("ada")!
let ben = Identifier("ben")!
let chi = Identifier("chi")!

extension ProposalID: ExpressibleByIntegerLiteral {
  /// Makes an id of digits.
  public init(integerLiteral value: Int) { self.init(String(value))! }
}

/// A summit that holds what goes wrong on screens.
///
/// Ben's queue: 1215 (draft), 1201 to 1208 (unread, and scored by nobody), 1214 (skipped); behind it
/// 1210 (scored), 1211 (stale), 1212 (abstained), 1213 and 1216 (conflict), 1209 (withdrawn).
enum Fixture {
  static let now = Timestamp("2026-03-20T10:00:00.000Z")!
  static let wide = Size(columns: 120, rows: 36)
  static let standard = Size(columns: 80, rows: 24)
  static let narrow = Size(columns: 60, rows: 16)
  static let tooSmall = Size(columns: 40, rows: 12)

  static func state(
    viewer: Identifier? = ben, size: Size = wide, summit: Summit = summit(), faults: [Fault] = [],
    glyphs: Glyphs = .unicode
  ) -> State {
    State(
      summit: summit, faults: faults, viewer: viewer, size: size, now: now, glyphs: glyphs)
  }

  /// The same summit under an id by which the lots in a viewer's queue follow the ids of its few
  /// proposals.
  static func queued(_ summit: Summit, for viewer: Identifier) -> Summit {
    var summit = summit
    for number in 0..<10_000 {
      summit.event.id = "queued-\(number)"
      let order = ReviewQueue.order(of: summit.seen(by: viewer, at: now))
      if order == order.sorted() { break }
    }
    return summit
  }

  /// The summit in which Ada has scored 1201 and 1202, so that they come after 1203 to 1208 in
  /// Ben's queue.
  static func summitWithOthersScores(_ change: (inout Event) -> Void = { _ in }) -> Summit {
    var summit = summit(change)
    summit.sheets[ada]?.reviews[1201] = scored([5, 4, 4, 5], of: 1201, daysAgo: 6)
    summit.sheets[ada]?.reviews[1201]?.comment = "I would open the summit with it."
    summit.sheets[ada]?.reviews[1202] = scored([1, 1, 2, 1], of: 1202, daysAgo: 6)
    return summit
  }

  static func summit(_ change: (inout Event) -> Void = { _ in }) -> Summit {
    var event = event
    change(&event)
    var summit = Summit(
      event: event, proposals: FixtureProposals.all, speakers: FixtureProposals.speakers)
    summit.sheets = [ada: sheetOfAda, ben: sheetOfBen, chi: sheetOfChi]
    summit.decisions = [
      1210: [Decision(.accept, reason: "the talk of the year", at: earlier(9), chair: ada)],
      1212: [Decision(.waitlist, at: earlier(8), chair: ada)],
    ]
    return summit
  }

  /// A summit in which nobody has said anything of plain proposals.
  static func plain(
    proposals: Int, scale: ScoreScale = .oneToFive, criteria: [String] = ["content", "novelty"]
  ) -> Summit {
    var event = Event(name: "Plain Summit")
    // By this id ben's lots follow the ids of the first nine proposals.
    event.id = "plain-160192"
    event.committee = [member(ben, "Ben"), member(chi, "Chi")]
    event.rubric = Rubric(
      scale: scale,
      criteria: criteria.map { Criterion(id: Identifier($0)!, name: $0.capitalized) })
    return Summit(
      event: event,
      proposals: (0..<proposals).map {
        Proposal(id: ProposalID(String(1000 + $0))!, title: "Proposal \($0)")
      })
  }

  static func earlier(_ days: Int64) -> Timestamp { now.adding(milliseconds: -days * 86_400_000) }

  static func scored(_ scores: [Double], of id: ProposalID, daysAgo: Int64) -> Review {
    var review = Review(scores.count == criteria.count ? .scored : .draft)
    for (criterion, score) in zip(criteria, scores) { review.scores[criterion.id] = score }
    review.at = earlier(daysAgo)
    review.digest = FixtureProposals.all.first { $0.id == id }?.digest
    review.round = Identifier("main")
    return review
  }

  // MARK: - Event

  private static var event: Event {
    var event = Event(name: "Beam Summit 2026")
    // One of the ids by which ben's lots in the queue follow the ids of the proposals.
    event.id = "beam-summit-2026-137a4"
    event.theme = "Expanding the Data Ecosystem"
    event.focusAreas = [
      ("ml-integration", "Unified Data Processing with ML Integration", "ML Integration"),
      ("agentic", "Agentic Architectures", "Agentic"),
      (
        "lakehouse", "Connecting Disparate Systems with Modern Data Lakehouses", "Lakehouses"
      ),
      ("realtime-ml", "Real-time ML-Driven Data Insights", "Real-time ML"),
      ("storage", "Scalability and Performance with Optimized Storage", "Storage & Scale"),
      ("ecosystem", "Ecosystem and Community with Modern Data Tools", "Ecosystem"),
      ("trends", "Emerging Trends (AI/ML and Lakehouse Architectures)", "Emerging Trends"),
    ].map { FocusArea(id: Identifier($0.0)!, name: $0.1, short: $0.2) }
    event.formats = [
      SessionFormat(id: Identifier("talk-25")!, name: "Talk", minutes: 25),
      SessionFormat(id: Identifier("workshop")!, name: "Workshop", minutes: 90),
    ]
    event.levels = ["Introductory", "Intermediate", "Advanced"]
    event.rubric = Rubric(scale: .oneToFive, criteria: criteria)
    var chair = member(ada, "Ada Lindqvist")
    chair.role = .chair
    var reviewer = member(ben, "Ben Okafor")
    reviewer.email = "Ben@example.org"
    event.committee = [chair, reviewer, member(chi, "Chiara Ndiaye-Østergård 王小明 of the South")]
    event.rounds = [
      Round(id: Identifier("early")!, name: "Early (visa)", closes: earlier(5)),
      Round(
        id: Identifier("main")!, name: "Main",
        closes: Timestamp("2026-04-02T23:59:59.000Z")),
    ]
    return event
  }

  static func member(_ id: Identifier, _ name: String) -> Member { Member(id: id, name: name) }

  static let criteria: [Criterion] = [
    criterion(
      "relevance", "Relevance", "Does it serve the summit's theme?",
      [
        "not about Beam or its ecosystem", "touches the theme in passing",
        "related, but most of it could be given anywhere", "serves one focus area well",
        "at the heart of one or more focus areas",
      ], weight: 2),
    criterion(
      "content", "Content", "Is it clear what will be said, and is it right?",
      ["a title and a hope", "", "an outline with gaps", "", "one can see the talk"]),
    criterion(
      "novelty", "Novelty", "Will the audience hear something new?",
      ["said at every meetup", "", "a new angle", "", "first told here"]),
    criterion(
      "speaker-fit", "Fit of the speaker", "Has the speaker done what the talk is about?",
      ["no sign of it", "", "some", "", "built it, ran it, paid for it"]),
  ]

  private static func criterion(
    _ id: String, _ name: String, _ question: String, _ guide: [String], weight: Double = 1
  ) -> Criterion {
    var criterion = Criterion(id: Identifier(id)!, name: name)
    criterion.question = question
    criterion.weight = weight
    criterion.guide = guide.enumerated().filter { !$0.element.isEmpty }.map {
      .init(score: Double($0.offset + 1), text: $0.element)
    }
    return criterion
  }

  // MARK: - Reviews

  private static var sheetOfAda: ReviewSheet {
    var sheet = ReviewSheet(reviewer: ada)
    sheet.reviews[1210] = scored([5, 5, 5, 5], of: 1210, daysAgo: 6)
    sheet.reviews[1210]?.comment = "A \u{1B}[31mmust\u{1B}[0m."
    sheet.reviews[1211] = scored([2, 3, 2, 3], of: 1211, daysAgo: 5)
    return sheet
  }

  private static var sheetOfBen: ReviewSheet {
    var sheet = ReviewSheet(reviewer: ben)
    sheet.reviews[1210] = scored([4, 5, 3, 4], of: 1210, daysAgo: 4)
    sheet.reviews[1210]?.comment = "Saw an earlier version in Berlin; it has grown."
    sheet.reviews[1211] = scored([3, 3, 3, 3], of: 1211, daysAgo: 4)
    sheet.reviews[1211]?.digest = ContentDigest(title: "Before", abstract: nil, notes: nil)
    var abstained = Review(.abstained)
    abstained.reason = "not my field"
    abstained.at = earlier(3)
    sheet.reviews[1212] = abstained
    var conflict = Review(.conflict)
    conflict.reason = "we work together"
    conflict.at = earlier(3)
    sheet.reviews[1213] = conflict
    var skipped = Review(.skipped)
    skipped.reason = "ask Ada about the budget"
    skipped.at = earlier(2)
    sheet.reviews[1214] = skipped
    sheet.reviews[1215] = scored([4, 2], of: 1215, daysAgo: 1)
    sheet.reviews[1215]?.comment = "Half read"
    return sheet
  }

  private static var sheetOfChi: ReviewSheet {
    var sheet = ReviewSheet(reviewer: chi)
    sheet.reviews[1201] = scored([3], of: 1201, daysAgo: 6)
    sheet.reviews[1210] = scored([3, 2, 4, 3], of: 1210, daysAgo: 3)
    var abstained = Review(.abstained)
    abstained.reason = "a friend's former team"
    abstained.at = earlier(3)
    sheet.reviews[1211] = abstained
    return sheet
  }
}

extension String {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
