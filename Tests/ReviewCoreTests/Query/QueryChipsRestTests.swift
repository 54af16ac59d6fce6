import Testing

@testable import ReviewCore

struct QueryChipsRestTests {
  private let event: Event = {
    var event = Event(name: "Summit")
    event.focusAreas = ["a", "b"].map {
      FocusArea(id: Identifier($0)!, name: "Area \($0)", short: $0.uppercased())
    }
    return event
  }()

  @Test(arguments: [
    ("", "is:unscored", ""),
    ("is:unscored tag:x", "is:scored", "tag:x"),
    ("(is:unscored OR is:draft) tag:x", "is:scored", "tag:x"),
    ("is:stale tag:x", "is:scored", "is:stale tag:x"),
    ("area:a tag:x area:b", "area:a", "tag:x"),
    ("-area:a tag:x", "area:a", "-area:a tag:x"),
    ("tag:x tag:y", "tag:x", "tag:x tag:y"),
    ("tag:x OR area:a", "area:a", "tag:x OR area:a"),
    ("my:3 my:4", "my:5", ""),
  ])
  func leavesOutWhatAMenuWouldPutAConditionBeside(_ text: String, _ term: String, _ rest: String)
    throws
  {
    #expect(try QueryChips(text).rest(beside: term, for: event) == rest)
  }

  @Test(arguments: [
    ("area:a", "a", ""), ("is:unscored area:B tag:x", "b", "is:unscored tag:x"),
  ])
  func findsTheOneArea(_ text: String, _ area: String, _ rest: String) throws {
    let sole = try #require(try QueryChips(text).soleArea(of: event))
    #expect(sole.area.text == area)
    #expect(sole.rest == rest)
  }

  @Test(arguments: [
    "", "is:unscored", "area:a area:b", "(area:a OR area:b)", "-area:a", "a OR area:a",
  ])
  func findsNoAreaWhereThereIsNotOneAlone(_ text: String) throws {
    #expect(try QueryChips(text).soleArea(of: event) == nil)
  }

  @Test func namesTheAlternativesOfAChip() throws {
    let chips = try QueryChips("is:unscored (area:a OR area:b)")
    #expect(chips.alternatives(at: 0) == ["is:unscored"])
    #expect(chips.alternatives(at: 1) == ["area:a", "area:b"])
    #expect(chips.alternatives(at: 2).isEmpty)
  }

  @Test(arguments: [
    ("", false), ("is:unscored", false), ("iceberg", true), ("-iceberg", true),
    ("is:unscored (tag:x OR delta)", true), ("-(area:a tag:x)", false),
  ])
  func knowsWhetherTextsMustBeSearched(_ text: String, _ hasWords: Bool) throws {
    #expect(try Query(text, for: event).hasWords == hasWords)
  }
}
