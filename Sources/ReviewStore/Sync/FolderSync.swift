package import ReviewCore
import SystemPackage

/// Brings a review folder and the branch of a server together: commits the files that one person
/// writes, takes in what others sent, sends.
///
/// Nothing else in the repository is touched: what is staged, changed, untracked, ignored or stashed
/// stays. At every moment the branch, the index and the files are those of before or those of after;
/// what a power cut leaves in between, the next sync brings to its end.
package struct FolderSync: Sendable {
  let folder: ReviewFolder
  let member: Member
  let rescue: RescueFolder
  let runner: GitRunner
  let now: @Sendable () -> Timestamp
  let pause: @Sendable (Duration) async throws -> Void

  /// Names what is synced, and by whom.
  ///
  /// - Parameters:
  ///   - member: whose files go out.
  ///   - rescue: where texts go that lose against newer ones.
  ///   - now: the time, for the names of rescue files.
  ///   - pause: waits between two attempts.
  package init(
    _ folder: ReviewFolder, of member: Member, rescue: RescueFolder, git: @escaping GitRunner,
    now: @escaping @Sendable () -> Timestamp,
    pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    (self.folder, self.member, self.rescue) = (folder, member, rescue)
    (runner, self.now, self.pause) = (git, now, pause)
  }

  /// How often it is tried while others are faster: twelve people may sync at once.
  static let attempts = 16

  /// How often it is tried while a lock of git's is in the way.
  static let attemptsOnLocks = 6

  /// How long to wait before an attempt: longer each time, and for each person another time, so that
  /// two who collided do not collide again.
  package static func delay(before attempt: Int, of member: Identifier) -> Duration {
    var generator = SplitMix64(seed: UInt64(attempt))
    for byte in member.text.utf8 {
      generator = SplitMix64(seed: generator.next() ^ UInt64(byte))
    }
    return longestDelay(before: attempt) * (1 + generator.below(1_000)) / 1_000
  }

  /// The longest that anybody waits before an attempt.
  package static func longestDelay(before attempt: Int) -> Duration {
    .milliseconds(min(50 * (1 << min(attempt, 8)), 4_000))
  }

  /// The files that this person writes.
  var ownFiles: [FolderFile] {
    [.reviews(member.id)] + (member.isChair ? [.decisions(member.id)] : [])
  }

  /// Syncs.
  ///
  /// - Parameter onProgress: is told before each step.
  /// - Throws: `SyncProblem`; `CancellationError`, after which all that was said is as it was, and
  ///   perhaps committed.
  package func run(
    onProgress: @Sendable (SyncStep) -> Void = { _ in }
  ) async throws -> SyncReport {
    do {
      return try await sync(onProgress)
    } catch let error as GitError {
      throw SyncProblem(error, doing: "done")
    } catch let error as StoreError {
      throw SyncProblem(
        "\(error.path): \(error.problem)", remedy: error.remedy)
    } catch let error as FileError {
      let error = StoreError(error, doing: "written")
      throw SyncProblem("\(error.path): \(error.problem)", remedy: error.remedy)
    }
  }

  private func sync(_ onProgress: @Sendable (SyncStep) -> Void) async throws -> SyncReport {
    for file in ownFiles where try isLink(file) {
      throw SyncProblem(
        "\(folder.path(of: file)) is a link, or stands behind one; git would share the link, not what "
          + "it leads to",
        remedy: "Put the file itself in its place")
    }
    let first = try await SyncPlace.find(folder, by: runner)
    let lock = try lockRepository(first)
    try first.tidy(on: folder.fileSystem)
    defer {
      try? first.tidy(on: folder.fileSystem)
      lock.release()
    }
    var report = SyncReport()
    let identity = try await identity(in: first)
    var known = try? await first.git.call(["rev-parse", "--verify", first.upstream.tracking]).line
    for attempt in 1...Self.attempts {
      if attempt > 1 { try await pause(Self.delay(before: attempt, of: member.id)) }
      do {
        if try Journey(in: first.gitFolder, on: folder.fileSystem) != nil {
          try await recover(SyncPlace.find(folder, by: runner))
        }
        onProgress(.committing)
        try await commit(in: first.with(identity.settings), as: identity, &report)
        onProgress(.fetching(from: first.upstream.remote))
        let upstream = try await fetch(first, known)
        let place = try await SyncPlace.find(folder, by: runner).with(identity.settings)
        onProgress(.joining)
        let base = try await base(of: place, upstream)
        let tip = try await join(
          place, upstream, base, isKnown: base == known, as: identity, &report)
        known = upstream
        try await note(changes: base, upstream, in: place, &report)
        if tip == upstream { return report }
        onProgress(.pushing(to: place.upstream.remote, attempt: attempt))
        try await push(tip, place)
        try await note(sent: upstream, tip, in: place, &report)
        return report
      } catch let problem as SyncProblem where problem.isPassing && attempt < Self.attempts {
        // A lock that is still there after a few seconds is one that nobody takes away.
        if problem.isLock, attempt >= Self.attemptsOnLocks { throw problem }
      } catch let error as GitError {
        let problem = SyncProblem(error, doing: "done")
        guard problem.isPassing, attempt < Self.attemptsOnLocks else { throw problem }
      }
    }
    throw SyncProblem(
      "Others sent something all the time, so that yours never fitted",
      remedy: "All is committed here; sync again in a moment")
  }

  /// Keeps a second sync of the same working tree out.
  private func lockRepository(_ place: SyncPlace) throws -> FolderLock {
    do throws(FileError) {
      return try folder.fileSystem.lock(place.gitFolder)
    } catch  where error.code == .wouldBlock {
      throw SyncProblem(
        "Another sync of this folder is under way", remedy: "Wait until it has ended")
    } catch {
      throw StoreError(error, doing: "opened")
    }
  }

  /// Whether a file is a link, or stands behind one.
  func isLink(_ file: FolderFile) throws(FileError) -> Bool {
    let system = folder.fileSystem
    let path = folder.path(of: file)
    guard try system.stamp(of: path) != nil else { return false }
    let top = try system.realPath(of: folder.path.isEmpty ? "." : folder.path)
    let holder = file.subfolder.map { top.appending($0) } ?? top
    return try system.realPath(of: path) != holder.appending(file.name)
  }
}
