import Glibc
import ReviewCore
import Testing

/// Disks and folders that refuse. (Root may write where nothing may be written, so what stands in
/// the way here is of other kinds.)
@Suite(.fewAtOnce)
struct FailedSaveTests {
  @Test func whatCannotBeSavedIsShownKeptAndSavedLater() async throws {
    let scratch = try Scratch.withSample()
    let unread = try await scratch.unread()
    let terminal = try await TmuxTerminal("summit", in: scratch)
    try await terminal.waitFor("24 of 71")
    try scratch.obstruct()
    try await terminal.type("4354")
    try await terminal.waitFor("NOT SAVED, trying again")
    // Typing goes on.
    try await terminal.type("2222")
    try await terminal.waitFor("id \(unread[2])", "NOT SAVED")

    try scratch.clearTheWay()
    try await terminal.waitFor("saved ✓", "26 of 71")
    #expect(try scratch.review(unread[0])?.scores["novelty"] == "5")
    #expect(try scratch.review(unread[1])?.scores["novelty"] == "2")
    #expect(try scratch.rescued().isEmpty)
  }

  @Test func whoMustLeaveMeanwhileFindsItInTheRescueFolder() async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let terminal = try RawTerminal(
      "/bin/sh", ["-c", "\(Place.program) summit 2> errors"], in: scratch)
    try await terminal.waitFor("24 of 71")
    try scratch.obstruct()
    terminal.type("4354")
    try await terminal.waitFor("NOT SAVED")
    terminal.type("q")
    try await terminal.waitFor("Saving before leaving")
    terminal.type("\u{3}")
    _ = try await terminal.waitForEnd()
    let rescued = try scratch.rescued()
    #expect(rescued.count == 1)
    #expect(rescued.first?["reviewer"] == "ines")
    let review = rescued.first?["reviews"]?.object?[next]?.object
    #expect(review?.status == "scored")
    #expect(review?.scores["novelty"] == "5")
    let errors = try #require(try Files.text(of: "\(scratch.path)/errors"))
    let path = try #require(errors.split(whereSeparator: \.isWhitespace).last)
    #expect(path.hasPrefix("\(scratch.state)/lectern/"))
    #expect(try Files.bytes(of: String(path)) != nil)
  }

  @Test(.outsideSanitizers) func aFullDiskBreaksNoFileAndLosesNothing() async throws {
    let scratch = try Scratch.withSample()
    let before = try scratch.sheetBytes()
    let next = try await scratch.next()
    // Files may have 4 KB at most: too little for the reviews, enough for a rescued one.
    let terminal = try RawTerminal(
      "/bin/bash", ["-c", "ulimit -f 4; \(Place.program) summit 2> errors"], in: scratch)
    try await terminal.waitFor("24 of 71")
    terminal.type("4354")
    try await terminal.waitFor("NOT SAVED")
    #expect(try scratch.sheetBytes() == before)
    terminal.type("q")
    try await terminal.waitFor("Saving before leaving")
    terminal.type("\u{3}")
    _ = try await terminal.waitForEnd()
    #expect(try scratch.sheetBytes() == before)
    #expect(try scratch.rescued().first?["reviews"]?.object?[next]?.object?.status == "scored")
    #expect(try await scratch.lectern("check", "summit").code == 0)
  }
}

extension Scratch {
  /// Puts a file where the folder of the reviews is.
  fileprivate func obstruct() throws {
    try Files.move("\(summit)/reviews", to: "\(path)/reviews.away")
    try Files.write("in the way".utf8, to: "\(summit)/reviews")
  }

  fileprivate func clearTheWay() throws {
    Files.remove("\(summit)/reviews")
    try Files.move("\(path)/reviews.away", to: "\(summit)/reviews")
  }
}
