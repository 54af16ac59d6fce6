import Glibc
import ReviewCore
import Testing

/// What could not be saved is found and offered at the next start.
@Suite(.fewAtOnce)
struct RescueTests {
  @Test func whatCouldNotBeSavedIsTakenBackInAtTheNextStart() async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let first = try await RawTerminal.started(in: .split, scratch)
    try Files.move("\(scratch.summit)/reviews", to: "\(scratch.path)/away")
    try Files.write("in the way".utf8, to: "\(scratch.summit)/reviews")
    first.type("4354")
    try await first.waitFor("NOT SAVED")
    first.type("q")
    try await first.waitFor("Saving before leaving")
    first.type("\u{3}")
    _ = try await first.waitForEnd()
    Files.remove("\(scratch.summit)/reviews")
    try Files.move("\(scratch.path)/away", to: "\(scratch.summit)/reviews")
    #expect(try scratch.rescued().count == 1)

    let second = try RawTerminal(["summit"], in: scratch)
    try await second.waitFor("Kept, not saved: 1 review")
    second.type("\r")
    try await second.waitFor("25 of 71")
    try await wait(for: "the rescue file to be put away") {
      second.takeOutput()
      return try scratch.rescued().isEmpty
    }
    #expect(try scratch.review(next)?.scores["novelty"] == "5")
    // It can be undone like anything else.
    second.type("u")
    try await second.waitFor("24 of 71")
    try await second.waitFor("saved ✓")
    second.type("q")
    #expect(try await second.waitForEnd() == 0)
    #expect(try scratch.review(next)?.status == "cleared")

    let third = try RawTerminal(["summit"], in: scratch)
    try await third.waitFor("24 of 71")
    third.type("gu")
    try await third.waitFor("Everything that was ever said is saved")
    third.type("q")
    #expect(try await third.waitForEnd() == 0)
  }
}
