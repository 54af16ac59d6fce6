import ReviewCore
import Testing

@Suite struct EventReaderTests {
  private static func read(_ text: String) throws -> Reading<Event> {
    try EventReader.read(try document(text))
  }

  @Test func everyFieldIsRead() throws {
    let reading = try Self.read(
      #"""
      {"format":1,"id":"i","name":"N","theme":"T","x":{"y":1},
       "focusAreas":[{"id":"a","name":"A","short":"s","summary":"m","keywords":["k"],"slots":{"min":4,"max":9}},{"id":"b","name":"B","slots":3}],
       "formats":[{"id":"talk","name":"Talk","minutes":25,"slots":30}],"levels":["L"],
       "rubric":{"scale":{"low":0,"high":10,"step":0.5},"criteria":[{"id":"c","name":"C","weight":2,"required":false,"question":"Q","guide":{"10":"ten","0.5":"half"}},{"id":"d","name":"D"}]},
       "committee":[{"id":"ada","name":"Ada","role":"chair","email":"e","organization":"o","expertise":["a"]}],
       "rounds":[{"id":"early","name":"E","closes":"2026-03-28T23:59:59.000Z"},{"id":"main"}],
       "rules":{"speakers":"hidden","otherReviews":"never","reviewsPerProposal":3,"slots":45,"minutes":1500,"maxPerSpeaker":1,"maxPerOrganization":3,"atMostOne":[["1","2"]]}}
      """#)
    let event = reading.value
    #expect(reading.faults.isEmpty)
    #expect([event.id, event.name, event.theme] == ["i", "N", "T"])
    #expect(event.focusAreas.map(\.short) == ["s", "B"])
    #expect(
      event.focusAreas.map(\.slots) == [SlotLimits(minimum: 4, maximum: 9), SlotLimits(maximum: 3)])
    #expect(event.focusAreas.first?.keywords == ["k"])
    #expect(event.focusAreas.first?.summary == "m")
    #expect(event.formats.first?.minutes == 25)
    #expect(event.formats.first?.slots == SlotLimits(maximum: 30))
    #expect(event.levels == ["L"])
    #expect(event.rubric.scale == ScoreScale(low: 0, high: 10, step: 0.5))
    #expect(event.rubric.criteria.map(\.weight) == [2, 1])
    #expect(event.rubric.criteria.map(\.isRequired) == [false, true])
    #expect(event.rubric.criteria.first?.question == "Q")
    #expect(event.rubric.criteria.first?.guide.map(\.text) == ["half", "ten"])
    #expect(event.member("ada")?.isChair == true)
    #expect(event.member("ada")?.expertise == ["a"])
    #expect(event.rounds.map(\.name) == ["E", "main"])
    #expect(event.rounds.map { $0.closes?.description } == ["2026-03-28T23:59:59.000Z", nil])
    #expect(event.rules.speakers == .hidden)
    #expect(event.rules.otherReviews == .never)
    #expect(event.rules.reviewsPerProposal == 3)
    #expect([event.rules.slots, event.rules.minutes] == [45, 1500])
    #expect([event.rules.maxPerSpeaker, event.rules.maxPerOrganization] == [1, 3])
    #expect(event.rules.atMostOne == [["1", "2"]])
  }

  @Test func absentAndNullAreTheDefaults() throws {
    let keys = [
      "id", "name", "theme", "focusAreas", "formats", "levels", "rubric", "committee", "rounds",
      "rules",
    ]
    let nulls = keys.map { "\"\($0)\":null" }.joined(separator: ",")
    for text in [
      "{}", "{\(nulls)}",
      #"{"rules":{"speakers":null,"otherReviews":null,"slots":null,"atMostOne":null},"rubric":{"scale":null,"criteria":null}}"#,
    ] {
      let reading = try Self.read(text)
      #expect(reading.value == Event(name: "Untitled summit"))
      #expect(reading.faults.isEmpty)
    }
    let rules = Rules()
    #expect(rules.speakers == .shown)
    #expect(rules.otherReviews == .afterMine)
    #expect(rules.slots == nil)
  }

  @Test(arguments: [
    ("\"id\": 1", "2:7"), ("\"name\": \"\"", "2:9"), ("\"theme\": []", "2:10"),
    ("\"levels\": [1]", "2:12"),
    ("\"focusAreas\": {}", "2:15"), ("\"committee\": 1", "2:14"), ("\"rounds\": \"main\"", "2:11"),
    ("\"focusAreas\": [{\"id\":\"a\"}]", "2:16"), ("\"focusAreas\": [{\"name\":\"a\"}]", "2:16"),
    ("\"focusAreas\": [{\"id\":\"A\",\"name\":\"a\"}]", "2:22"),
    ("\"focusAreas\": [{\"id\":\"a\",\"name\":\"a\",\"slots\":-1}]", "2:45"),
    ("\"focusAreas\": [{\"id\":\"a\",\"name\":\"a\",\"slots\":{\"min\":2,\"max\":1}}]", "2:45"),
    ("\"focusAreas\": [{\"id\":\"a\",\"name\":\"a\",\"keywords\":[1]}]", "2:49"),
    ("\"formats\": [{\"id\":\"a\",\"name\":\"a\",\"minutes\":0}]", "2:44"),
    ("\"formats\": [{\"id\":\"a\"}]", "2:13"),
    ("\"committee\": [{\"id\":\"a\",\"name\":\"a\"}]", "2:15"),
    ("\"committee\": [{\"id\":\"a\",\"name\":\"a\",\"role\":\"boss\"}]", "2:43"),
    ("\"committee\": [{\"id\":\"a\",\"name\":\"a\",\"role\":\"chair\",\"email\":1}]", "2:59"),
    (
      "\"committee\": [{\"id\":\"a\",\"name\":\"a\",\"role\":\"chair\",\"expertise\":[\"X\"]}]",
      "2:64"
    ),
    ("\"rounds\": [{\"name\":\"a\"}]", "2:12"),
    ("\"rounds\": [{\"id\":\"a\",\"closes\":\"2026-03-32T00:00:00Z\"}]", "2:31"),
    ("\"rubric\": {\"criteria\": [{\"id\":\"a\"}]}", "2:25"),
    ("\"rubric\": {\"criteria\": [{\"id\":\"a\",\"name\":\"A\",\"weight\":0}]}", "2:55"),
    ("\"rubric\": {\"criteria\": [{\"id\":\"a\",\"name\":\"A\",\"required\":1}]}", "2:57"),
    ("\"rubric\": {\"criteria\": [{\"id\":\"a\",\"name\":\"A\",\"guide\":{\"6\":\"x\"}}]}", "2:55"),
    (
      "\"rubric\": {\"criteria\": [{\"id\":\"a\",\"name\":\"A\"},{\"id\":\"a\",\"name\":\"B\"}]}",
      "2:47"
    ),
    ("\"formats\": [{\"id\":\"a\",\"name\":\"A\"},{\"id\":\"a\",\"name\":\"B\"}]", "2:35"),
    ("\"formats\": [{\"id\":\"a\",\"name\":\"A\",\"id\":\"b\"}]", "2:34"),
  ])
  func aFaultBreaksOnlyItsEntry(member: String, at: String) throws {
    let reading = try Self.read("{\n\(member),\n\"x\": 0}")
    #expect(reading.faults.map(place) == [at])
    #expect(reading.value.name == "Untitled summit")
  }

  @Test(arguments: [
    "\"rubric\": []", "\"rubric\": {\"scale\":{}}",
    "\"rubric\": {\"scale\":{\"low\":5,\"high\":1}}",
    "\"rubric\": {\"scale\":{\"low\":1,\"high\":5,\"step\":3}}", "\"rubric\": {\"criteria\":{}}",
    "\"rules\": []", "\"rules\": {\"speakers\":\"none\"}", "\"rules\": {\"otherReviews\":\"now\"}",
    "\"rules\": {\"slots\":-1}", "\"rules\": {\"slots\":1.5}", "\"rules\": {\"minutes\":\"1\"}",
    "\"rules\": {\"maxPerSpeaker\":0}", "\"rules\": {\"reviewsPerProposal\":0}",
    "\"rules\": {\"atMostOne\":[\"1\"]}", "\"rules\": {\"slots\":1,\"slots\":2}", "\"format\": -1",
  ])
  func aFaultInTheRubricOrARuleBreaksTheFile(member: String) throws {
    let fault = #expect(throws: Fault.self) { try Self.read("{\n\(member)}") }
    #expect(fault?.position?.line == 2)
  }

  @Test func anUnknownWordNamesTheNearestAndAll() throws {
    let fault = #expect(throws: Fault.self) { try Self.read(#"{"rules":{"speakers":"hiden"}}"#) }
    #expect(fault?.problem == "\"speakers\" is \"hiden\" (did you mean \"hidden\"?)")
    #expect(fault?.remedy == "It is one of shown, hidden, afterScoring")
  }
}
