import Testing

@testable import ReviewCore

@Suite struct JSONObjectTests {
  @Test func theOrderOfKeysDoesNotCount() throws {
    let (one, other) = (try object(#"{"a":1,"b":2}"#), try object(#"{"b":2,"a":1}"#))
    #expect(one == other)
    #expect(one.hashValue == other.hashValue)
    #expect(try one != object(#"{"a":1}"#))
    #expect(try one != object(#"{"a":1,"b":3}"#))
  }

  @Test func keysAndStringsAreComparedByBytes() throws {
    var object = try object("{\"e\u{301}\":1}")
    #expect(object["\u{e9}"] == nil)
    object["\u{e9}"] = 2
    #expect(object.members.count == 2)
    #expect(JSONValue.string("e\u{301}") != .string("\u{e9}"))
  }

  @Test func settingNilRemovesEveryMemberOfTheKey() throws {
    var object = try object(#"{"a":1,"b":2,"a":3}"#)
    #expect(object["a"] == 1)
    object["a"] = nil
    #expect(try object == ReviewCoreTests.object(#"{"b":2}"#))
    #expect(object.removing(["b"]).isEmpty)
  }

  @Test func whatStandsTwiceIsWrittenTwice() throws {
    let object = JSONValue.object(try object(#"{"b":0,"a":1,"a":2}"#))
    #expect(text(object.lineBytes) == #"{"a":1,"a":2,"b":0}"#)
  }
}
