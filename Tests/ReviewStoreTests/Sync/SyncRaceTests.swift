import Glibc
import ReviewCore
import ReviewStore
import Synchronization
import SystemPackage
import Testing

/// Others who are faster, saves in the middle, and ends in the middle.
@Suite struct SyncRaceTests {
  /// git that does something before some of its calls.
  static func git(
    _ runner: @escaping GitRunner,
    before: @escaping @Sendable (_ command: GitCommand, _ number: Int) async throws -> Void
  ) -> GitRunner {
    let count = Mutex(0)
    return { command, folder in
      let number = count.withLock { count in
        count += 1
        return count
      }
      try await before(command, number)
      return try await runner(command, folder)
    }
  }

  @Test func whoWasSlowerTriesAgain() async throws {
    let all = try await Repositories()
    let (mine, theirs) = (try await all.clone("ben"), try await all.clone("ada"))
    try mine.score(p1, 4, at: 1)
    let pushes = Mutex(0)
    let pauses = Mutex<[Duration]>([])
    let git = Self.git(all.runner) { command, _ in
      guard command.arguments.contains("push") else { return }
      let number = pushes.withLock { pushes in
        pushes += 1
        return pushes
      }
      guard number <= 3 else { return }
      try theirs.score(p1, Double(number), by: ada, at: Int64(number))
      try await theirs.synced(as: ada)
    }
    let report = try await mine.sync(git: git) { pause in
      pauses.withLock { $0.append(pause) }
    }.run()
    #expect(report.sent == ["reviews/ben.json"])
    #expect(report.people == [ada])
    #expect(pauses.withLock(\.count) == 3)
    try await theirs.synced(as: ada)
    #expect(try await theirs.score(of: p1) == 4)
    #expect(try await mine.score(of: p1, by: ada) == 3)
  }

  @Test func pausesGrowAndDifferBetweenPeople() {
    let longest = (2...16).map { FolderSync.longestDelay(before: $0) }
    #expect(longest == longest.sorted())
    #expect(longest.allSatisfy { $0 <= .seconds(4) })
    let delays = [ada, ben].map { FolderSync.delay(before: 8, of: $0) }
    #expect(delays[0] != delays[1])
    #expect(FolderSync.delay(before: 8, of: ada) == delays[0])
  }

  @Test func whoIsNeverFastEnoughIsTold() async throws {
    let all = try await Repositories()
    let mine = try await all.clone("ben")
    try mine.score(p1, 4, at: 1)
    let runner = all.runner
    let git: GitRunner = { command, folder in
      guard command.arguments.contains("push") else { return try await runner(command, folder) }
      return GitOutput(status: 1, output: Array("!\tx:y\t[rejected] (fetch first)\n".utf8))
    }
    await #expect {
      try await mine.sync(git: git).run()
    } throws: { ($0 as? SyncProblem)?.problem.contains("Somebody else sent something") == true }
  }

  @Test func aSaveInTheMiddleIsNotLost() async throws {
    let all = try await Repositories()
    let (mine, desk) = (try await all.clone("ben"), try await all.clone("desk"))
    try desk.score(p2, 2, at: 2)
    try await desk.synced()
    try mine.score(p1, 1, at: 1)
    let saves = Mutex(0)
    let git = Self.git(all.runner) { command, _ in
      guard command.arguments.contains("fetch") || command.arguments.contains("commit-tree") else {
        return
      }
      let number = saves.withLock { saves in
        saves += 1
        return saves
      }
      if number <= 3 { try mine.score(p3, Double(number), at: Int64(10 + number)) }
    }
    _ = try await mine.sync(git: git).run()
    try await mine.synced()
    try await desk.synced()
    for clone in [mine, desk] {
      #expect(try await clone.score(of: p1) == 1)
      #expect(try await clone.score(of: p2) == 2)
      #expect(try await clone.score(of: p3) == 3)
    }
  }

  @Test(
    arguments: [
      ("reset", Self.lock), ("commit", Self.lock), ("fetch", Self.lock), ("update-ref", Self.lock),
      ("push", Self.lock), ("fetch", Self.move),
    ])
  func aLockOfAnotherGitIsWaitedFor(call: String, errors: String) async throws {
    let all = try await Repositories()
    let (mine, theirs) = (try await all.clone("ben"), try await all.clone("ada"))
    try theirs.score(p1, 2, by: ada, at: 1)
    try await theirs.synced(as: ada)
    try mine.score(p1, 4, at: 1)
    let runner = all.runner
    let isLocked = Mutex(true)
    let git: GitRunner = { command, folder in
      let isRefused = isLocked.withLock { isLocked in
        defer { if command.arguments.contains(call) { isLocked = false } }
        return isLocked && command.arguments.contains(call)
      }
      guard isRefused else { return try await runner(command, folder) }
      return GitOutput(status: 128, errors: errors)
    }
    #expect(try await mine.sync(git: git) { _ in }.run().sent == ["reviews/ben.json"])
    #expect(try await mine.git("status", "--porcelain").isEmpty)
    #expect(try await mine.git("rev-parse", "HEAD") == mine.git("rev-parse", "origin/main"))
  }

  static let lock = "fatal: Unable to create '/x/.git/index.lock': File exists."
  /// What a fetch says when the git of a sync that was killed fetches beside it.
  static let move =
    "error: cannot lock ref 'refs/remotes/origin/main': is at 1a2b but expected 3c4d"

  /// Every call of a sync is, once, where it ends: stopped by the person. Every nth is enough for
  /// each day; `LECTERN_LONG` takes them all.
  @Test func whereverItIsStoppedTheNextSyncGoesOn() async throws {
    let all = try await Repositories()
    let (mine, desk) = (try await all.clone("ben"), try await all.clone("desk"))
    mine.write("changed\n", to: "notes.txt")
    mine.write("staged\n", to: "staged.txt")
    try await mine.git("add", "staged.txt")
    var stop = 1
    var time: Int64 = 0
    let step = getenv("LECTERN_LONG") == nil ? 13 : 1
    while true {
      time += 10
      let score = Double(time / 10 % 5 + 1)
      try desk.score(p1, score, at: time)
      try await desk.synced()
      let before = try await mine.surroundings()
      try mine.score(p2, score, at: time + 1)
      let place = stop
      let git = Self.git(all.runner) { _, number in
        if number >= place { throw CancellationError() }
      }
      var isOver = false
      do {
        _ = try await mine.sync(git: git).run()
        isOver = true
      } catch is CancellationError {
        #expect(try await mine.score(of: p2) == score, "stopped before call \(stop)")
      }
      try await mine.synced()
      #expect(try await mine.surroundings() == before, "stopped before call \(stop)")
      try await desk.synced()
      #expect(mine.text("reviews/ben.json") == desk.text("reviews/ben.json"))
      #expect(try await desk.score(of: p2) == score)
      #expect(try await mine.score(of: p1) == score)
      if isOver { break }
      stop += step
    }
    #expect(stop > 40)
  }

  /// What a power cut in the middle of git's own work leaves: some files written, the index not.
  @Test func aMoveThatWasBrokenOffIsEnded() async throws {
    let all = try await Repositories()
    let (mine, theirs) = (try await all.clone("ben"), try await all.clone("ada"))
    theirs.write("New.\n", to: "notes.txt")
    theirs.write("Another.\n", to: "another.txt")
    try await theirs.git("add", ".")
    try await theirs.git("commit", "--quiet", "-m", "Notes")
    try await theirs.git("push", "--quiet")
    try await mine.git("fetch", "--quiet")
    let (from, to) = (
      try await mine.git("rev-parse", "HEAD"), try await mine.git("rev-parse", "origin/main")
    )
    mine.write(from + to + "main\n", to: ".git/lectern-sync")
    mine.write("New.\n", to: "notes.txt")
    mine.write("Another.\n", to: "another.txt")
    try mine.score(p1, 4, at: 1)
    try await mine.synced()
    #expect(try await mine.git("status", "--porcelain").isEmpty)
    #expect(mine.text(".git/lectern-sync") == nil)
    #expect(try await all.served("reviews/ben.json") == mine.text("reviews/ben.json"))
  }

  @Test func whatAHookAroundUsSetsDoesNotMislead() async throws {
    let all = try await Repositories()
    let mine = try await all.clone("ben")
    try mine.score(p1, 4, at: 1)
    let misleading = Repositories.environment.merging([
      "GIT_DIR": "/nonexistent", "GIT_INDEX_FILE": "/nonexistent/index",
      "GIT_WORK_TREE": "/nonexistent", "GIT_AUTHOR_DATE": "yesterday, perhaps",
    ]) { $1 }
    let git = GitProcess(environment: misleading, mayAsk: false).run
    #expect(try await mine.sync(git: git).run().sent == ["reviews/ben.json"])
  }
}
