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
    try await recover(first)
    var report = SyncReport()
    let identity = try await identity(in: first)
    var known = try? await first.git.call(["rev-parse", "--verify", first.upstream.tracking]).line
    for attempt in 1...Self.attempts {
      if attempt > 1 { try await pause(Self.delay(before: attempt, of: member.id)) }
      do {
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

  // MARK: - The server

  /// Fetches the branch that this one follows, and returns the commit it is at.
  private func fetch(_ place: SyncPlace, _ known: String?) async throws -> String {
    let upstream = place.upstream
    let output = try await place.git.attempt(
      [
        "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", upstream.remote,
        "+\(upstream.remoteBranch):\(upstream.tracking)",
      ])
    guard output.status == 0 else {
      throw SyncProblem(.failed("fetch", output), doing: "fetched from \(upstream.remote)")
    }
    let new = try await place.git.call(["rev-parse", "--verify", "\(upstream.tracking)^{commit}"])
      .line
    if let known, known != new {
      let isLater = try await place.git.attempt(["merge-base", "--is-ancestor", known, new])
      if isLater.status == 1 {
        throw SyncProblem(
          "The history of \(upstream.name) was written anew on the server",
          remedy: "Ask who did it; then take it over with \"git pull --rebase\", and sync again")
      }
    }
    return new
  }

  /// Sends a commit.
  ///
  /// - Throws: `SyncProblem`, a passing one where somebody was faster.
  private func push(_ tip: String, _ place: SyncPlace) async throws {
    let upstream = place.upstream
    let output = try await place.git.attempt(
      [
        "push", "--porcelain", "--no-follow-tags", "--recurse-submodules=no", upstream.remote,
        "\(tip):\(upstream.remoteBranch)",
      ])
    if output.status == 0 { return }
    throw SyncProblem.pushing(output, to: upstream)
  }

  /// Notes what came in.
  private func note(
    changes base: String, _ new: String, in place: SyncPlace, _ report: inout SyncReport
  ) async throws {
    if base == new { return }
    var people = Set(report.people)
    var received = Set(report.received)
    for path in try await place.changedPaths(base, new) {
      switch FolderFile(relativePath: path) {
      case .reviews(let person)?, .decisions(let person)?:
        if person != member.id { people.insert(person) }
      case let file?: received.insert(file.relativePath)
      case nil: break
      }
    }
    (report.people, report.received) = (people.sorted(), received.sorted())
  }

  /// Notes what went out.
  private func note(
    sent old: String, _ new: String, in place: SyncPlace, _ report: inout SyncReport
  ) async throws {
    let paths = Set(try await place.changedPaths(old, new))
    report.sent = (ownFiles + FolderFile.topLevel).map(\.relativePath).filter(paths.contains)
  }
}

extension SyncPlace {
  /// The files of the review folder that differ between two commits, as paths in it.
  func changedPaths(_ old: String, _ new: String) async throws -> [String] {
    let names = try await git.call([
      "diff-tree", "-r", "-z", "--no-renames", "--name-only", old, new,
    ])
    return names.fields.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
  }

  /// The same place with settings for git.
  func with(_ settings: [String]) -> SyncPlace {
    var git = git
    git.settings = settings
    return SyncPlace(
      git: git, gitFolder: gitFolder, prefix: prefix, branch: branch, head: head,
      upstream: upstream)
  }
}

extension FolderFile {
  /// The file of a path in the review folder; nil for what is none.
  init?(relativePath: String) {
    if let file = Self.topLevel.first(where: { $0.name == relativePath }) {
      self = file
      return
    }
    let parts = relativePath.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let person = Self.person(ofFile: String(parts[1])) else { return nil }
    switch parts[0] {
    case Self.reviewsFolder[...]: self = .reviews(person)
    case Self.decisionsFolder[...]: self = .decisions(person)
    default: return nil
    }
  }
}

extension SyncProblem {
  /// Why a server did not take what was sent.
  static func pushing(_ output: GitOutput, to upstream: SyncPlace.Upstream) -> SyncProblem {
    let words =
      output.words
      + output.text.split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix("!") }.map { String($0.drop { $0 != "[" }) }
    let text = output.errors + "\n" + output.text
    // Somebody was faster: before we began, or while the server was about to take ours.
    let faster = [
      "[rejected] (fetch first)", "[rejected] (non-fast-forward)", "(cannot lock ref",
      "(failed to update ref", "(incorrect old value", "failed to lock", "cannot lock ref",
      "(stale info)", "reference already exists",
    ]
    if faster.contains(where: { text.contains($0) }) {
      var problem = SyncProblem(
        "Somebody else sent something at the same moment", remedy: "Sync again", gitWords: words)
      problem.isPassing = true
      return problem
    }
    let isProtected =
      text.contains("protected branch") || text.contains("GH006")
      || text.contains("not allowed to push")
    if isProtected {
      return SyncProblem(
        "The server protects \(upstream.name): nobody may send to it directly, or not you",
        remedy: "Ask a chair to let the committee send to it; all is committed here",
        gitWords: words)
    }
    if text.contains("[remote rejected]") {
      return SyncProblem(
        "The server refuses what was sent to \(upstream.name)",
        remedy: "See what it says; all is committed here, and the next sync sends it",
        gitWords: words)
    }
    if text.contains("failed to push some refs"), !text.contains("!") || text.contains("pre-push") {
      return SyncProblem(
        "A hook of your repository (pre-push) refuses to send", remedy: "See what it says",
        gitWords: words)
    }
    return SyncProblem(.failed("push", output), doing: "sent to \(upstream.remote)")
  }
}
