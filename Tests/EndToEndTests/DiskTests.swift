import Glibc
import ReviewCore
import Testing

/// Real disks that are full or can only be read, and a folder that vanishes and returns.
@Suite(.fewAtOnce)
struct DiskTests {
  @Test(.enabled(if: SmallDisk.isPossible, "this system lets nobody mount a disk of their own"))
  func aFullDiskLosesNothingAndOnceThereIsRoomAllIsSaved() async throws {
    let scratch = try Scratch()
    let disk = try await SmallDisk(kilobytes: 2_000, in: scratch)
    let before = try disk.scored().count
    // Room for some saves: a file and its successor are there at a time.
    try disk.fill(leaving: 64)
    let terminal = try disk.terminal()
    try await terminal.waitFor("24 of 71")
    for _ in 0..<4 { terminal.type("4354") }
    try await terminal.waitFor("28 of 71")
    try await terminal.waitFor("saved ✓")
    #expect(try disk.scored().count == before + 4)

    try disk.fill()
    terminal.type("2222")
    try await terminal.waitFor("NOT SAVED")
    try await terminal.waitFor("no space left on device. Make space on the disk")
    terminal.type("3333")
    try await terminal.waitFor("30 of 71")
    #expect(try disk.scored().count == before + 4)
    #expect(
      Files.names(in: "\(disk.seenSummit)/reviews").allSatisfy { $0.hasSuffix(".json") })

    let said = try await disk.run(
      Place.program, "score", "1231708", "relevance=1", "-C", disk.summit)
    #expect(said.code == 2)
    #expect(said.errors.contains("no space left on device. Make space on the disk"))
    #expect(said.errors.contains("What you said is kept in "))

    disk.makeRoom()
    try await terminal.waitFor("saved ✓")
    #expect(try disk.scored().count == before + 6)
    terminal.type("q")
    #expect(try await terminal.waitForEnd() == 0)
    #expect(try await disk.run(Place.program, "check", disk.summit).code == 0)
    // What the command could not save is found again, and taken back in.
    let list = try await disk.run(Place.program, "rescue", "-C", disk.summit)
    let file = try #require(list.output.split(separator: " ").first)
    let restored = try await disk.run(
      Place.program, "rescue", "restore", String(file), "-C", disk.summit)
    #expect(restored.code == 0, "\(restored)")
  }

  @Test(.enabled(if: SmallDisk.isPossible, "this system lets nobody mount a disk of their own"))
  func aDiskThatCanOnlyBeReadForAWhileLosesNothing() async throws {
    let scratch = try Scratch()
    let disk = try await SmallDisk(kilobytes: 4_000, in: scratch)
    let before = try disk.scored().count
    let terminal = try disk.terminal()
    try await terminal.waitFor("24 of 71")
    let remounted = try await disk.run("mount", "-o", "remount,ro", disk.path)
    #expect(remounted.code == 0, "\(remounted)")
    terminal.type("4354")
    try await terminal.waitFor("NOT SAVED")
    try await terminal.waitFor("read-only file system")
    let said = try await disk.run(
      Place.program, "score", "1231708", "relevance=1", "-C", disk.summit)
    #expect(said.code == 2)
    #expect(said.errors.contains("read-only file system. Use a folder that can be written to"))
    #expect(try disk.scored().count == before)
    _ = try await disk.run("mount", "-o", "remount,rw", disk.path)
    try await terminal.waitFor("saved ✓")
    #expect(try disk.scored().count == before + 1)
    terminal.type("q")
    #expect(try await terminal.waitForEnd() == 0)
  }

  @Test func aFolderThatVanishesAndReturnsGetsWhatWasSaidMeanwhile() async throws {
    let scratch = try Scratch.withSample()
    let unread = try await scratch.unread()
    let away = "\(scratch.path)/away"
    let terminal = try await RawTerminal.started(in: .split, scratch)
    try Files.move(scratch.summit, to: away)
    terminal.type("4354")
    try await terminal.waitFor("NOT SAVED")
    // A disk that is not mounted leaves an empty folder: nothing is written into that.
    try Files.makeFolder(scratch.summit)
    terminal.type("2222")
    try await terminal.waitFor("26 of 71")
    let said = try await scratch.lectern("score", unread[2], "relevance=1", "-C", "summit")
    #expect(said.code == 2)
    #expect(said.errors.contains("there is no summit.json"))
    #expect(Files.names(in: scratch.summit).isEmpty)
    Files.remove(scratch.summit)
    try Files.move(away, to: scratch.summit)
    try await terminal.waitFor("saved ✓")
    #expect(try scratch.review(unread[0])?.scores["novelty"] == "5")
    #expect(try scratch.review(unread[1])?.scores["novelty"] == "2")
    terminal.type("q")
    #expect(try await terminal.waitForEnd() == 0)
    #expect(try scratch.rescued().isEmpty)
  }
}
