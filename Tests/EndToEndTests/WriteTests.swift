import Glibc
import ReviewCore
import Testing

/// The program dies, or the disk is full, at each single write of each kind of file (cases 4 and 5).
@Suite(.fewAtOnce)
struct WriteTests {
  /// What writes into a folder, without a terminal, by what it writes.
  static let commands: [[String]] = [
    ["score", "1231708", "relevance=1", "content=1", "novelty=1", "clarity=1", "-C", "summit"],
    ["decide", "1231708", "accept", "--as", "ada", "-C", "summit"],
    ["import", "new.csv", "--into", "summit", "--as", "ada"],
    [
      "export", "summit", "--what", "proposals", "--format", "csv", "--output",
      "summit/out.csv", "--force",
    ],
    ["assign", "summit", "--as", "ada"],
    ["discuss", "1231708", "--say", "Is it new?", "-C", "summit"],
  ]

  private func summit() throws -> Scratch {
    let scratch = try Scratch.withSample()
    let csv = "id,title,abstract,speaker\n1,New,Words,Somebody\n2,Newer,Words,Somebody\n"
    try Files.write(csv.utf8, to: "\(scratch.path)/new.csv")
    try Files.write("before\n".utf8, to: "\(scratch.summit)/out.csv")
    return scratch
  }

  /// All files of the summit but those that are on their way, by name.
  private func files(of scratch: Scratch, in folder: String = "") throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in Files.names(in: "\(scratch.summit)/\(folder)") where !name.hasPrefix(".lectern-") {
      let path = "\(scratch.summit)/\(folder)\(name)"
      if Files.isFolder(path) {
        files.merge(try self.files(of: scratch, in: "\(folder)\(name)/")) { $1 }
      } else {
        files["\(folder)\(name)"] = try Files.bytes(of: path)
      }
    }
    return files
  }

  @Test(arguments: commands)
  func aKillBetweenAnyTwoWritesLeavesWholeFiles(command: [String]) async throws {
    for call in 1..<100 {
      let scratch = try summit()
      let before = try files(of: scratch)
      let mishap = Mishap.kill(at: call, under: scratch.summit)
      let result = try await scratch.run(
        Place.program, command, environment: scratch.environment(mishap.environment))
      let after = try files(of: scratch)
      if result.code != -SIGKILL {
        #expect(result.code == 0, "\(result)")
        #expect(after != before)
        // Made, written, synced, renamed, its folder synced.
        #expect(call > 5)
        return
      }
      for (name, bytes) in before {
        let now = try #require(after[name], "\(name) at \(call)")
        if now != bytes { try expectWhole(now, name, "at \(call)") }
      }
      if after != before {
        // An import may have come as far as the first of its two files: those are warnings.
        #expect(try await scratch.errors() == [], "at \(call)")
      }
    }
  }

  /// Expects a file that was replaced to be all there.
  private func expectWhole(_ bytes: [UInt8], _ name: String, _ when: String) throws {
    #expect(bytes.last == 0x0A, "\(name) \(when)")
    if name.hasSuffix(".json") {
      #expect(throws: Never.self, "\(name) \(when)") { _ = try JSONDocument(bytes) }
    }
  }

  @Test(arguments: commands)
  func aFullDiskAtAnyWriteLeavesWholeFilesAndNothingElse(command: [String]) async throws {
    for call in 1..<100 {
      let scratch = try summit()
      let before = try files(of: scratch)
      let mishap = Mishap.fullDisk(at: call, under: scratch.summit)
      let result = try await scratch.run(
        Place.program, command, environment: scratch.environment(mishap.environment))
      let after = try files(of: scratch)
      for folder in ["", "/reviews", "/decisions"] {
        let names = Files.names(in: scratch.summit + folder)
        #expect(names.allSatisfy { !$0.hasPrefix(".lectern-") }, "\(call)")
      }
      if result.code == 0 {
        #expect(after != before)
        #expect(call > 5)
        return
      }
      #expect(result.code == 2, "\(result)")
      #expect(result.errors.lowercased().contains("no space left on device"), "\(result)")
      for (name, bytes) in before {
        let now = try #require(after[name], "\(name) at \(call)")
        if now != bytes { try expectWhole(now, name, "at \(call)") }
      }
    }
  }

  @Test(arguments: commands)
  func aFolderThatCanOnlyBeReadStaysAsItIs(command: [String]) async throws {
    let scratch = try summit()
    let before = try files(of: scratch)
    let result = try await scratch.run(
      Place.program, command,
      environment: scratch.environment(Mishap.readOnly(under: scratch.summit).environment))
    #expect(result.code == 2, "\(result)")
    #expect(result.errors.lowercased().contains("read-only"), "\(result)")
    #expect(try files(of: scratch) == before)
  }

  @Test func anExportIntoAFullDeviceIsAnError() async throws {
    let scratch = try summit()
    let result = try await scratch.run(
      "/bin/sh",
      ["-c", "\(Place.program) export summit --what proposals --format csv > /dev/full"],
      environment: scratch.environment())
    #expect(result.code == 2)
    #expect(result.errors.lowercased().contains("no space left on device"))
  }

  @Test(arguments: [false, true])
  func whatTheInterfaceCannotSaveIsSavedOnceItCan(isReadOnly: Bool) async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let before = try scratch.sheetBytes()
    let flag = "\(scratch.path)/broken"
    try Files.write([], to: flag)
    let mishap =
      isReadOnly ? Mishap.readOnly(under: scratch.summit) : .fullDisk(under: scratch.summit)
    let terminal = try await RawTerminal.started(
      in: .split, scratch, environment: mishap.while(flag).environment)
    terminal.type("4354")
    try await terminal.waitFor("NOT SAVED")
    #expect(try scratch.sheetBytes() == before)
    terminal.type("2222")
    try await terminal.waitFor("26 of 71")
    Files.remove(flag)
    try await terminal.waitFor("saved ✓")
    #expect(try scratch.review(next)?.scores["novelty"] == "5")
    #expect(Files.names(in: "\(scratch.summit)/reviews").allSatisfy { $0.hasSuffix(".json") })
    terminal.type("q")
    #expect(try await terminal.waitForEnd() == 0)
    #expect(try scratch.rescued().isEmpty)
  }

  /// The dialogue stays with its words, and writes once it can.
  @Test(arguments: [false, true])
  func anExportThatCannotBeWrittenStaysInItsDialogue(isReadOnly: Bool) async throws {
    let scratch = try Scratch.withSample()
    let (flag, out) = ("\(scratch.path)/broken", "\(scratch.path)/out")
    try Files.makeFolder(out)
    try Files.write([], to: flag)
    let mishap = isReadOnly ? Mishap.readOnly(under: out) : .fullDisk(under: out)
    let terminal = try await RawTerminal.started(
      in: .split, scratch, environment: mishap.while(flag).environment)
    terminal.type("e")
    try await terminal.waitFor("beam-summit-2026-proposals.csv")
    // The name is the last field; a path takes the place of what is proposed.
    terminal.type("\u{1b}[Z\u{15}\(out)/proposals.csv\r")
    try await terminal.waitFor("Not written: ")
    #expect(Files.names(in: out).isEmpty)
    Files.remove(flag)
    terminal.type("\r")
    try await terminal.waitFor("Written: ")
    #expect(Files.names(in: out) == ["proposals.csv"])
    terminal.type("Q")
    #expect(try await terminal.waitForEnd() == 0)
  }
}
