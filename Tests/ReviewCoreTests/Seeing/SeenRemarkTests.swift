import ReviewCore
import Testing

@Suite struct SeenRemarkTests {
  /// Proposal 1, reviewed by bo and cy; ada is a chair. Each of bo and cy said something.
  private static func summit(
    _ rule: Rules.ReviewVisibility = .afterMine, bo mine: Review.Status? = nil
  ) -> Summit {
    var event = Event(name: "x")
    event.committee = [
      Member(id: "ada", name: "Ada", role: .chair), Member(id: "bo", name: "Bo"),
      Member(id: "cy", name: "Cy"),
    ]
    event.rounds = [Round(id: "main", name: "M", closes: 200)]
    event.rules.otherReviews = rule
    var summit = Summit(
      event: event, proposals: [Proposal(id: "1", title: "T"), Proposal(id: "2", title: "U")])
    for member: Identifier in ["bo", "cy"] {
      summit.sheets[member] = ReviewSheet(reviewer: member)
      summit.sheets[member]?.discussion["d-\(member)"] = Remark(
        proposal: "1", text: "says \(member)", at: 10)
    }
    summit.sheets["cy"]?.reviews["1"] = review(.scored, "fine")
    summit.sheets["bo"]?.reviews["1"] = mine.map { review($0, nil) }
    return summit
  }

  private static func review(_ status: Review.Status, _ comment: String?) -> Review {
    var review = Review(status)
    review.overall = status == .scored ? 4 : nil
    review.comment = comment
    review.commentAt = comment == nil ? nil : 5
    return review
  }

  private static let states: [Review.Status?] = [nil] + Review.Status.allCases

  @Test(arguments: Rules.ReviewVisibility.allCases, states)
  func anothersRemarkIsSeenWhereTheirReviewIs(
    rule: Rules.ReviewVisibility, mine: Review.Status?
  ) throws {
    let summit = Self.summit(rule, bo: mine)
    for viewer: Identifier? in ["ada", "bo", "cy", nil] {
      for time: Timestamp in [0, 201] {
        let seen = try #require(summit.seen(by: viewer, at: time).proposal("1"))
        let authors = Set(seen.discussion.map(\.author))
        let reviewers = Set(seen.reviews.map(\.reviewer))
        #expect(authors.contains("cy") == reviewers.contains("cy"))
        #expect(viewer != "bo" || authors.contains("bo"))
        #expect(authors.contains("bo") == (viewer == "bo" || seen.areOtherReviewsVisible))
      }
    }
  }

  @Test func aConflictClosesItToAChair() throws {
    var summit = Self.summit(.always)
    summit.sheets["ada"] = ReviewSheet(reviewer: "ada")
    summit.sheets["ada"]?.reviews["1"] = Review(.conflict)
    summit.sheets["ada"]?.discussion["d-a"] = Remark(proposal: "1", text: "before", at: 1)
    let seen = summit.seen(by: "ada", at: 0)
    #expect(seen.proposal("1")?.discussion.map(\.author) == ["ada"])
    #expect(seen.refusal(ofRemarkOn: "1") == "you have a conflict of interest with it")
    #expect(seen.refusal(ofRemarkOn: "2") == nil)
    #expect(summit.seen(by: nil, at: 0).refusal(ofRemarkOn: "2") != nil)
  }

  @Test func remarksAreInOrderOfTimeThenAuthorThenID() throws {
    var summit = Self.summit(.always)
    func say(_ member: Identifier, _ id: String, _ at: Timestamp?) {
      summit.sheets[member]?.discussion[id] = Remark(proposal: "1", text: id, at: at)
    }
    say("cy", "b", 10)
    say("cy", "a", 10)
    say("cy", "late", 11)
    say("cy", "never", nil)
    let seen = try #require(summit.seen(by: "bo", at: 0).proposal("1"))
    #expect(seen.discussion.map(\.id) == ["never", "d-bo", "a", "b", "d-cy", "late"])
    #expect(seen.discussion.map(\.isMine) == [false, true, false, false, false, false])
    #expect(
      DiscussionThread(of: seen, viewer: "bo").entries.map(\.id)
        == ["never", "1", "d-bo", "a", "b", "d-cy", "late"])
  }

  @Test func whatSaysNothingIsNotThere() throws {
    var summit = Self.summit(.always)
    summit.sheets["cy"]?.discussion["d-cy"]?.isCleared = true
    summit.sheets["bo"]?.discussion["d-bo"]?.text = " \n"
    summit.sheets["bo"]?.discussion["d-x"] = Remark(proposal: "9", text: "of none", at: 1)
    let seen = summit.seen(by: "ada", at: 0)
    #expect(seen.proposals.allSatisfy { $0.discussion.isEmpty })
  }

  @Test(arguments: states)
  func seeingOneAnewIsSeeingAllAnew(mine: Review.Status?) throws {
    var summit = Self.summit(bo: .draft)
    var seen = summit.seen(by: "bo", at: 0)
    summit.sheets["bo"]?.reviews["1"] = mine.map { Self.review($0, nil) }
    summit.sheets["cy"]?.discussion["d-2"] = Remark(proposal: "1", text: "more", at: 3)
    seen.refresh("1", from: summit)
    #expect(seen == summit.seen(by: "bo", at: 0))
  }

  /// Two summits that differ in what is hidden only are one in the viewer's eyes: every list, order,
  /// query and statistic is made of this value.
  @Test func whatIsHiddenChangesNothing() throws {
    let summit = Self.summit(bo: .draft)
    var other = summit
    other.sheets["cy"]?.discussion["d-0"] = Remark(proposal: "1", text: "secret", at: 1)
    other.sheets["cy"]?.discussion["d-cy"] = nil
    other.sheets["cy"]?.discussion["d-9"] = Remark(proposal: "2", text: "secret", at: 99)
    for viewer: Identifier? in ["bo", nil] {
      let (one, two) = (summit.seen(by: viewer, at: 0), other.seen(by: viewer, at: 0))
      #expect(one == two)
      for key in ListOrder.Key.allCases {
        #expect(ListOrder(key).places(of: one) == ListOrder(key).places(of: two))
      }
    }
    #expect(summit.seen(by: "ada", at: 0) != other.seen(by: "ada", at: 0))
  }

  @Test func queriesAskForWhatWasSaidAndNotRead() throws {
    let seen = Self.summit(.always).seen(by: "bo", at: 0)
    let discussed = try Query("is:discussed", for: seen.event)
    let unread = try Query("is:unread", for: seen.event)
    func found(_ query: Query, read: Set<ReadKey> = []) -> [ProposalID] {
      let matcher = QueryMatcher(query, in: seen, read: read)
      return seen.proposals.filter { matcher.matches($0) }.map(\.id)
    }
    #expect(found(discussed) == ["1"])
    #expect(found(unread) == ["1"])
    let key = ReadKey(author: "cy", id: "d-cy", at: 10)
    #expect(found(unread, read: [key]) == [])
    // What was changed since is unread again, and one's own is never unread.
    #expect(found(unread, read: [ReadKey(author: "cy", id: "d-cy", at: 9)]) == ["1"])
  }

  @Test func aListIsOrderedByTheNewestRemark() {
    var summit = Self.summit(.always)
    summit.sheets["cy"]?.discussion["d-2"] = Remark(proposal: "2", text: "x", at: 11)
    let seen = summit.seen(by: "bo", at: 0)
    #expect(ListOrder(.remark).places(of: seen) == [0, 1])
    #expect(ListOrder(.remark, isReversed: true).places(of: seen) == [1, 0])
  }

  @Test(arguments: ["bo 2026-03-20T10:11:12.345Z d-5f2c", "bo - d 5 f", "bo - "])
  func aKeyIsALineOfText(_ text: String) throws {
    #expect(try #require(ReadKey(text)).text == text)
  }

  @Test(arguments: ["", "bo", "bo -", "bo yesterday d-1", "B! - d-1"])
  func whatIsNoKeyIsNoKey(_ text: String) {
    #expect(ReadKey(text) == nil)
  }

  @Test func aCommentIsNotKnownByTheKeyOfARemark() throws {
    var summit = Self.summit(.always)
    summit.sheets["cy"]?.discussion["1"] = Remark(proposal: "1", text: "same id", at: 5)
    let seen = try #require(summit.seen(by: "bo", at: 0).proposal("1"))
    let keys = DiscussionThread(of: seen, viewer: "bo").entries.map(\.key)
    #expect(Set(keys).count == keys.count)
  }
}
