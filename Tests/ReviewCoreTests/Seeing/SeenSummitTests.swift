import ReviewCore
import Testing

@Suite struct SeenSummitTests {
  /// Proposal 1, spoken by Eve; ada is a chair; bo and cy review it.
  private static func summit(
    _ others: Rules.ReviewVisibility = .afterMine, _ speakers: Rules.SpeakerVisibility = .shown,
    bo status: Review.Status? = nil
  ) -> Summit {
    var event = Event(name: "x")
    event.committee = [
      Member(id: "ada", name: "Ada", role: .chair), Member(id: "bo", name: "Bo"),
      Member(id: "cy", name: "Cy"),
    ]
    event.rounds = [
      Round(id: "early", name: "E", closes: 100), Round(id: "main", name: "M", closes: 200),
    ]
    event.rules.otherReviews = others
    event.rules.speakers = speakers
    var eve = Speaker(id: "s", name: "Eve", proposals: ["1"])
    eve.email = "eve@example.org"
    var summit = Summit(event: event, proposals: [Proposal(id: "1", title: "T")], speakers: [eve])
    summit.sheets["cy"] = ReviewSheet(reviewer: "cy")
    summit.sheets["cy"]?.reviews["1"] = review(.scored)
    if let status {
      summit.sheets["bo"] = ReviewSheet(reviewer: "bo")
      summit.sheets["bo"]?.reviews["1"] = review(status)
    }
    return summit
  }

  private static func review(_ status: Review.Status) -> Review {
    var review = Review(status)
    review.overall = status == .scored ? 4 : nil
    return review
  }

  private static func seen(_ summit: Summit, by viewer: Identifier?, at time: Timestamp = 0) throws
    -> SeenProposal
  {
    try #require(summit.seen(by: viewer, at: time).proposal("1"))
  }

  private static let opening: Set<Review.Status> = [.scored, .abstained]
  private static let states: [Review.Status?] = [nil] + Review.Status.allCases

  @Test(arguments: Rules.ReviewVisibility.allCases, states)
  func othersReviewsFollowTheRuleForAReviewer(rule: Rules.ReviewVisibility, mine: Review.Status?)
    throws
  {
    let summit = Self.summit(rule, bo: mine)
    for time: Timestamp in [0, 200, 201] {
      let seen = try Self.seen(summit, by: "bo", at: time)
      let isOpen =
        mine != .conflict
        && {
          switch rule {
          case .always: true
          case .afterMine: mine.map(Self.opening.contains) ?? false
          case .afterDeadline: time > 200
          case .never: false
          }
        }()
      #expect(seen.areOtherReviewsVisible == isOpen)
      #expect(seen.reviews.contains { $0.reviewer == "cy" } == isOpen)
      #expect(seen.reviews.contains { $0.reviewer == "bo" } == (mine != nil && mine != .cleared))
      #expect((seen.summary(by: summit.event.rubric) != nil) == isOpen)
    }
  }

  @Test(
    arguments: Rules.ReviewVisibility.allCases,
    [nil, .draft, .scored, .conflict] as [Review.Status?])
  func aChairSeesEveryReviewButThoseOfAConflict(rule: Rules.ReviewVisibility, mine: Review.Status?)
    throws
  {
    var summit = Self.summit(rule)
    if let mine {
      summit.sheets["ada"] = ReviewSheet(reviewer: "ada")
      summit.sheets["ada"]?.reviews["1"] = Self.review(mine)
    }
    let seen = try Self.seen(summit, by: "ada")
    #expect(seen.areOtherReviewsVisible == (mine != .conflict))
    #expect(seen.reviews.contains { $0.reviewer == "cy" } == (mine != .conflict))
  }

  @Test(arguments: [nil, "nobody"] as [Identifier?])
  func nobodySeesOnlyWhatNoRuleEverHides(viewer: Identifier?) throws {
    func isOpen(_ rule: Rules.ReviewVisibility, at time: Timestamp) throws -> Bool {
      try Self.seen(Self.summit(rule, bo: .scored), by: viewer, at: time).areOtherReviewsVisible
    }
    #expect(try isOpen(.always, at: 0))
    #expect(try !isOpen(.afterMine, at: 999))
    #expect(try !isOpen(.afterDeadline, at: 200))
    #expect(try !isOpen(.afterDeadline, at: 201))
    #expect(try !isOpen(.never, at: 999))
    for rule in Rules.SpeakerVisibility.allCases {
      let seen = try Self.seen(Self.summit(.never, rule), by: viewer, at: 999)
      #expect((seen.speakers != nil) == (rule == .shown))
      #expect(seen.reviews.isEmpty)
      #expect(seen.myReview == nil)
      #expect(seen.myState == .unread)
    }
  }

  @Test(arguments: Rules.SpeakerVisibility.allCases, states)
  func speakersFollowTheRule(rule: Rules.SpeakerVisibility, mine: Review.Status?) throws {
    let summit = Self.summit(.never, rule, bo: mine)
    let isShown =
      rule == .shown || (rule == .afterScoring && mine.map(Self.opening.contains) ?? false)
    #expect(try Self.seen(summit, by: "bo").speakers?.map(\.name) == (isShown ? ["Eve"] : nil))
    #expect(try Self.seen(summit, by: "ada").speakers?.map(\.name) == ["Eve"])
  }

  @Test func withoutAFileOfSpeakersTheReviewIsBlindForAll() throws {
    let full = Self.summit()
    let summit = Summit(event: full.event, proposals: full.proposals, speakers: nil)
    for viewer: Identifier? in ["ada", "bo", nil] {
      #expect(try Self.seen(summit, by: viewer).speakers == nil)
    }
    let empty = Summit(event: full.event, proposals: full.proposals, speakers: [])
    #expect(try Self.seen(empty, by: "bo").speakers?.isEmpty == true)
  }

  @Test(
    arguments: ["ada", "bo"] as [Identifier],
    ["eve@example.org", " EVE@Example.ORG ", "", "evе@example.org"])
  func aSpeakersAddressIsAConflictFromTheStart(viewer: Identifier, email: String) throws {
    var summit = Self.summit(.always, .hidden, bo: .scored)
    let place = try #require(summit.event.committee.firstIndex { $0.id == viewer })
    summit.event.committee[place].email = email
    let isConflict = email.utf8.count >= 15 && email.utf8.allSatisfy { $0 < 0x80 }
    let seen = try Self.seen(summit, by: viewer)
    #expect((seen.myState == .conflict) == isConflict)
    #expect(seen.areOtherReviewsVisible == !isConflict)
    #expect(seen.reviews.contains { $0.reviewer == "cy" } == !isConflict)
  }

  @Test func myReviewIsStaleWhenTheTextChanged() throws {
    var summit = Self.summit(bo: .scored)
    #expect(try !Self.seen(summit, by: "bo").isStale)
    summit.sheets["bo"]?.reviews["1"]?.digest = ContentDigest(title: "T ", abstract: nil, notes: "")
    #expect(try !Self.seen(summit, by: "bo").isStale)
    summit.sheets["bo"]?.reviews["1"]?.digest = ContentDigest(title: "U", abstract: nil, notes: nil)
    #expect(try Self.seen(summit, by: "bo").isStale)
    #expect(try Self.seen(summit, by: "bo").composites(by: summit.event.rubric) == [4, 4])
    #expect(try !Self.seen(summit, by: "cy").isStale)
    summit.sheets["bo"]?.reviews["1"]?.status = .cleared
    #expect(try !Self.seen(summit, by: "bo").isStale)
  }

  @Test func aClearedReviewThatSaysNothingIsNotSeen() throws {
    var summit = Self.summit(.always, bo: .cleared)
    #expect(try Self.seen(summit, by: "ada").reviews.map(\.reviewer) == ["cy"])
    #expect(try Self.seen(summit, by: "bo").myReview?.status == .cleared)
    #expect(try Self.seen(summit, by: "bo").myState == .unread)
    summit.sheets["bo"]?.reviews["1"]?.comment = "c"
    #expect(try Self.seen(summit, by: "ada").reviews.map(\.reviewer) == ["bo", "cy"])
  }

  // MARK: - Properties

  private static let viewers: [Identifier?] = [nil] + RandomSummit.members.map { $0 }

  /// The same summit but for all that the viewer may not see, which is made up anew.
  private static func disguised(
    _ summit: Summit, from seen: SeenSummit, _ random: inout SplitMix64
  ) -> Summit {
    let viewer = seen.viewer?.id
    let speakers = summit.speakers?.map { speaker in
      var speaker = speaker
      guard speaker.proposals.allSatisfy({ seen.proposal($0)?.speakers == nil }) else {
        return speaker
      }
      let isMe = speaker.proposals.contains {
        seen.proposal($0)?.myState == .conflict && seen.proposal($0)?.myReview?.status != .conflict
      }
      speaker.name = "Hidden \(random.below(1000))"
      speaker.bio = "b"
      if !isMe { speaker.email = "hidden\(random.below(1000))@example.org" }
      return speaker
    }
    var result = Summit(event: summit.event, proposals: summit.proposals, speakers: speakers)
    result.sheets = summit.sheets
    for member in RandomSummit.members where member != viewer {
      for id in RandomSummit.proposals where seen.proposal(id)?.areOtherReviewsVisible == false {
        result.sheets[member]?.reviews[id] = random.once(in: 3) ? nil : RandomSummit.review(&random)
      }
      disguiseComparisons(of: member, in: &result, from: seen, &random)
      // Of somebody all of whose reviews are hidden there may be no file at all.
      if result.sheets[member]?.reviews.isEmpty == true,
        result.sheets[member]?.comparisons.isEmpty == true
      {
        result.sheets[member] = nil
      }
    }
    return result
  }

  /// Makes up anew what the viewer may not see of somebody's comparisons.
  private static func disguiseComparisons(
    of member: Identifier, in summit: inout Summit, from seen: SeenSummit,
    _ random: inout SplitMix64
  ) {
    let shown = Set(seen.comparisons.filter { $0.reviewer == member }.map(\.pair))
    for (pair, _) in summit.sheets[member]?.comparisons ?? [:] where !shown.contains(pair) {
      summit.sheets[member]?.comparisons[pair] = nil
    }
    for _ in 0..<random.below(4) {
      let pair = RandomSummit.pair(&random)
      guard !shown.contains(pair) else { continue }
      let isOpen = [pair.first, pair.second].allSatisfy {
        seen.proposal($0)?.areOtherReviewsVisible ?? true
      }
      var comparison = RandomSummit.comparison(&random)
      if isOpen { comparison.outcome = random.once(in: 2) ? .skipped : .cleared }
      summit.sheets[member, default: ReviewSheet(reviewer: member)].comparisons[pair] = comparison
    }
  }

  @Test(arguments: 1...20)
  func whatIsHiddenChangesNothing(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for round in 0..<20 {
      let summit = RandomSummit.summit(&random)
      for viewer in Self.viewers {
        for time: Timestamp in [50, 150, 250] {
          let seen = summit.seen(by: viewer, at: time)
          let other = Self.disguised(summit, from: seen, &random)
          let seenOther = other.seen(by: viewer, at: time)
          // All that another module can read; the number of hidden reviews is the queue's alone.
          let isSame =
            seenOther.proposals == seen.proposals && seenOther.event == seen.event
            && seenOther.viewer == seen.viewer && seenOther.assignments == seen.assignments
          #expect(
            isSame, "seed \(seed), round \(round), viewer \(viewer?.text ?? "nobody"), \(time)")
        }
      }
    }
  }

  @Test(arguments: 1...20)
  func refreshingIsSeeingAnew(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for round in 0..<20 {
      var summit = RandomSummit.summit(&random)
      let viewer = random.one(of: Self.viewers)
      var seen = summit.seen(by: viewer, at: 150)
      var progress = Progress(seen)
      for _ in 0..<5 {
        let id = random.one(of: RandomSummit.proposals)
        let member = random.one(of: RandomSummit.members)
        summit.sheets[member]?.reviews[id] = random.once(in: 4) ? nil : RandomSummit.review(&random)
        summit.decisions[id] = [
          Decision(random.one(of: Decision.Outcome.allCases), at: 1, chair: "ada")
        ]
        let old = seen.proposal(id)
        seen.refresh(id, from: summit)
        if let old, let new = seen.proposal(id) { progress.replace(old, by: new) }
        let anew = summit.seen(by: viewer, at: 150)
        #expect(seen == anew, "seed \(seed), round \(round)")
        if let viewer {
          let pair = RandomSummit.pair(&random)
          summit.sheets[viewer, default: ReviewSheet(reviewer: viewer)].comparisons[pair] =
            random.once(in: 4) ? nil : RandomSummit.comparison(&random)
          seen.refresh(pair, from: summit)
          #expect(seen == summit.seen(by: viewer, at: 150), "seed \(seed), round \(round)")
        }
        #expect(progress == Progress(anew), "seed \(seed), round \(round)")
      }
    }
  }
}
