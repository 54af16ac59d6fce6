import ReviewCore
import Testing

@Suite struct ReviewSheetReaderTests {
  private static let rubric: Rubric = {
    var criteria: [Criterion] = [Criterion(id: "a", name: "A"), Criterion(id: "b", name: "B")]
    criteria[1].isRequired = false
    return Rubric(scale: .oneToFive, criteria: criteria)
  }()

  private static func read(_ members: String) throws -> Reading<ReviewSheet> {
    try ReviewSheetReader.read(
      try document("{\"format\":1,\"reviewer\":\"ada\",\n\(members)}"), reviewer: "ada",
      rubric: rubric)
  }

  private static let full =
    #""1":{"status":"scored","scores":{"a":5,"b":4,"old":9},"overall":3,"confidence":3,"digest":"sha256:0000000000000000000000000000000000000000000000000000000000000000","round":"main","reason":"r","at":"2026-03-20T10:11:12.345Z","comment":"c","commentAt":"2026-03-20T10:11:13.000Z","feedback":"f","feedbackAt":"2026-03-20T10:11:14.000Z","mood":{"x":[1.50,null]}}"#

  @Test func everyFieldIsReadAndWhatIsUnknownIsWrittenAgain() throws {
    let source = "\"reviews\":{\(Self.full)}"
    let reading = try Self.read(source)
    #expect(reading.faults.isEmpty)
    let review = try #require(reading.value.reviews["1"])
    #expect(review.status == .scored)
    #expect(review.scores.all.map(\.value) == [5, 4])
    #expect([review.overall, review.confidence.map(Double.init)] == [3, 3])
    #expect([review.reason, review.comment, review.feedback] == ["r", "c", "f"])
    #expect(review.round == "main")
    #expect(review.commentAt?.description == "2026-03-20T10:11:13.000Z")
    #expect(try JSONValue.object(review.json) == object("{\(source)}")["reviews"]?.object?["1"])
    let file = ReviewSheet.file(of: "ada", reviews: reading.value.reviews)
    let again = try ReviewSheetReader.read(
      try JSONDocument(JSONValue.object(file).fileBytes), reviewer: "ada", rubric: Self.rubric)
    #expect(again.value == reading.value)
  }

  @Test(arguments: [
    #"{"status":"done"}"#, #"{"status":"scored"}"#, #"{"status":"scored","scores":{}}"#,
    #"{"scores":{"a":6}}"#, #"{"scores":{"a":0}}"#, #"{"scores":{"a":2.5}}"#,
    #"{"scores":{"a":"5"}}"#,
    #"{"scores":{"a":1e400}}"#, #"{"scores":[5]}"#, #"{"overall":5.5}"#, #"{"confidence":0}"#,
    #"{"confidence":6}"#, #"{"confidence":2.5}"#, #"{"digest":"x"}"#, #"{"round":"A"}"#,
    #"{"reason":1}"#,
    #"{"at":"2026-02-29T00:00:00Z"}"#, #"{"comment":1}"#, #"{"commentAt":1}"#, #"{"feedback":1}"#,
    #"{"feedbackAt":"x"}"#, #"{"scores":{"a":1,"a":2}}"#, #"{"comment":"\udc00"}"#, "5", "null",
    "[]",
  ])
  func aBadReviewBreaksOnlyItself(entry: String) throws {
    let reading = try Self.read("\"reviews\":{\"0\":{\"status\":\"skipped\"},\n\"2\":\(entry)}")
    #expect(reading.value.reviews.keys.map(\.text) == ["0"])
    #expect(reading.faults.map(\.position?.line) == [3])
  }

  @Test func aFinishedReviewCountsAlthoughTheRubricHasGrown() throws {
    let reading = try Self.read(
      "\"reviews\":{\n\"2\":{\"status\":\"scored\",\"scores\":{\"b\":5}}}")
    #expect(reading.value.reviews["2"]?.status == .scored)
    #expect(reading.faults.map(\.severity) == [.warning])
    #expect(reading.faults.map(\.position?.line) == [3])
  }

  @Test func nullIsAbsent() throws {
    let reading = try Self.read(
      #""comparisons":null,"discussion":null,"reviews":{"1":{"status":null,"scores":{"a":null},"overall":null,"confidence":null,"digest":null,"round":null,"reason":null,"at":null,"comment":null,"commentAt":null,"feedback":null,"feedbackAt":null},"2":{"scores":null}}"#
    )
    #expect(reading.faults.isEmpty)
    #expect(reading.value.reviews == ["1": Review(.draft), "2": Review(.draft)])
    #expect(try Self.read("\"reviews\":null").value == ReviewSheet(reviewer: "ada"))
  }

  @Test func ofTwoReviewsOfOneProposalNeitherCounts() throws {
    let reading = try Self.read(
      #""reviews":{"1":{"status":"skipped"},"2":{"status":"skipped"},"\u0031":{"status":"conflict"}}"#
    )
    #expect(reading.value.reviews.keys.map(\.text) == ["2"])
    #expect(reading.faults.map(place) == ["2:62"])
  }

  @Test func theOverallScoreAloneMakesAReview() throws {
    let reading = try Self.read(#""reviews":{"1":{"status":"scored","overall":4}}"#)
    #expect(reading.value.reviews["1"]?.composite(by: Self.rubric) == 4)
  }

  @Test func comparisonsAndRemarksAreRead() throws {
    let sheet = try Self.read(
      #""comparisons":{"1":{"2":{"outcome":"first","at":"2026-01-01T00:00:00Z"},"3":{"outcome":"cleared"}}},"discussion":{"d":{"proposal":"1","text":"t","at":null},"e":{"proposal":"1","cleared":true}}"#
    ).value
    #expect(ProposalPair("2", "1").flatMap { sheet.comparisons[$0]?.outcome } == .first)
    #expect(sheet.comparisons.count == 2)
    #expect(sheet.discussion["d"] == Remark(proposal: "1", text: "t", at: nil))
    #expect(sheet.discussion["e"]?.isCleared == true)
  }

  @Test(arguments: [
    (#""comparisons":{"1":5,"2":{"3":{"outcome":"tied"}}}"#, ["2:20"]),
    (#""comparisons":{"2":{"3":{"outcome":"tied"},"1":{"outcome":"tied"}}}"#, ["2:44"]),
    (#""comparisons":{"2":{"3":{"outcome":"tied"},"4":{"outcome":"best"}}}"#, ["2:59"]),
    (#""comparisons":{"2":{"3":{"outcome":"tied"},"4":{}}}"#, ["2:48"]),
    (
      #""comparisons":{"2":{"3":{"outcome":"tied"},"4":{"outcome":"tied"},"4":{"outcome":"first"}}}"#,
      ["2:67"]
    ),
    (
      #""comparisons":{"2":{"3":{"outcome":"tied"}},"1":{},"1":{"2":{"outcome":"tied"}}}"#, ["2:52"]
    ),
    (#""comparisons":{"2":{"3":{"outcome":"tied"},"4":{"outcome":"tied","at":1}}}"#, ["2:71"]),
  ])
  func aBadComparisonBreaksOnlyItself(members: String, at: [String]) throws {
    let reading = try Self.read("\(members),\n\"reviews\":{\"1\":{}}")
    #expect(reading.value.comparisons.keys.map(\.first.text) == ["2"])
    #expect(reading.value.reviews.count == 1)
    #expect(reading.faults.map(place) == at)
  }

  @Test(arguments: [
    #"{"text":"t"}"#, #"{"proposal":"","text":"t"}"#, #"{"proposal":"1","text":1}"#,
    #"{"proposal":"1","at":"x"}"#, #"{"proposal":"1","cleared":1}"#, "1",
    #"{"proposal":"1"},"x":{"proposal":"1"}"#,
  ])
  func aBadRemarkBreaksOnlyItself(entry: String) throws {
    let reading = try Self.read(
      "\"discussion\":{\"d\":{\"proposal\":\"1\",\"text\":\"t\"},\n\"x\":\(entry)}")
    #expect(reading.value.discussion.keys.sorted() == ["d"])
    #expect(reading.faults.map(\.position?.line) == [3])
  }

  @Test(arguments: [
    ("{\"reviewer\":\"bo\"}", "1:13"), ("{}", "1:1"), ("{\"reviewer\":\"Ada\"}", "1:13"),
    ("{\"reviewer\":7}", "1:13"),
    ("{\"reviewer\":\"ada\",\"reviews\":[]}", "1:29"),
    ("{\"reviewer\":\"ada\",\"reviewer\":\"ada\"}", "1:19"),
  ])
  func anotherReviewersFileIsRefused(text: String, at: String) {
    let fault = #expect(throws: Fault.self) {
      try ReviewSheetReader.read(try document(text), reviewer: "ada", rubric: Self.rubric)
    }
    #expect(fault.map(place) == at)
  }

  @Test func nothingIsInAReviewThatIsClearedAndHasNoText() {
    var review = Review(.cleared)
    #expect(review.saysNothing)
    review.comment = "c"
    #expect(!review.saysNothing)
    #expect(!Review(.skipped).saysNothing)
  }
}
