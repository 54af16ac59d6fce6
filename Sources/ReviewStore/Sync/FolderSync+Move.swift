import ReviewCore
import SystemPackage

extension FolderSync {
  /// Moves the branch, the index and the files of the working tree to a commit, without touching
  /// what is changed in them.
  ///
  /// A note in git's folder says where from and where to, so that the next sync can end what a power
  /// cut broke off. The files of the person's own are written as every save writes them, under its
  /// lock.
  ///
  /// - Throws: `SyncProblem` where a changed file is in the way; a passing one where an own file was
  ///   saved meanwhile. Nothing is moved then.
  func move(_ place: SyncPlace, to tip: String) async throws {
    let locks = try lock(ownFiles + [.summit])
    defer { for lock in locks { lock.release() } }
    let states = try await place.states(of: ownFiles).filter { $0.value != "!!" }
    guard states.allSatisfy({ isMissing($0.key, in: place) }) else {
      var problem = SyncProblem(
        "What you say was saved again and again meanwhile", remedy: "Sync again")
      problem.isPassing = true
      throw problem
    }
    let git = place.git
    _ = try await git.attempt(["update-index", "-q", "--refresh"])
    let trial = try await git.attempt(["read-tree", "-m", "-u", "-n", place.head, tip])
    guard trial.status == 0 else { throw Self.inTheWay(trial) }
    let journey = Journey(branch: place.branch, from: place.head, to: tip)
    try journey.write(in: place.gitFolder, on: folder.fileSystem)
    try await writeOwn(place, to: tip)
    try await finish(journey, place)
  }

  private func isMissing(_ path: String, in place: SyncPlace) -> Bool {
    guard let file = ownFiles.first(where: { place.path(of: $0) == path }) else { return false }
    return (try? folder.fileSystem.stamp(of: folder.path(of: file))) == .some(nil)
  }

  /// Puts what a commit says of the person's own files on the disk, durably, so that a running
  /// interface never sees half a file.
  private func writeOwn(_ place: SyncPlace, to tip: String) async throws {
    let changed = try await place.git.call(
      ["diff-tree", "-r", "-z", "--raw", "--no-renames", place.head, tip, "--"]
        + ownFiles.map(place.path(of:))
    ).fields
    for number in stride(from: 0, to: changed.count - 1, by: 2) {
      let (words, path) = (changed[number].split(separator: " "), changed[number + 1])
      guard let file = ownFiles.first(where: { place.path(of: $0) == path }),
        words[1].hasPrefix("100")
      else { continue }
      let target = folder.path(of: file)
      let bytes = try await place.git.call(["cat-file", "--filters", "\(tip):\(path)"]).output
      let previous = try folder.fileSystem.read(target)
      if previous == nil {
        try folder.fileSystem.makeFolder(folder.holder(of: file), isPrivate: false)
      }
      let replacement = FileReplacement(
        target, bytes: bytes, previous: previous, comparesBytes: true)
      guard try folder.fileSystem.replace([replacement]) != nil else {
        var problem = SyncProblem(
          "\(file.relativePath) was changed meanwhile", remedy: "Sync again")
        problem.isPassing = true
        throw problem
      }
      try await place.git.call([
        "update-index", "--add", "--cacheinfo", "\(words[1]),\(words[3]),\(path)",
      ])
    }
  }

  private func finish(_ journey: Journey, _ place: SyncPlace) async throws {
    let git = place.git
    let moved = try await git.attempt(["read-tree", "-m", "-u", journey.from, journey.to])
    guard moved.status == 0 else {
      throw SyncProblem(.failed("read-tree", moved), doing: "taken over into the folder")
    }
    try await git.call([
      "update-ref", "-m", "lectern sync", "refs/heads/\(journey.branch)", journey.to, journey.from,
    ])
    try Journey.remove(from: place.gitFolder, on: folder.fileSystem)
  }

  // MARK: - After a power cut

  /// Brings to its end what a sync began that was killed in the middle of a move.
  func recover(_ place: SyncPlace) async throws {
    let system = folder.fileSystem
    guard let journey = try Journey(in: place.gitFolder, on: system) else { return }
    guard journey.branch == place.branch, journey.from == place.head else {
      // It arrived, or the person has gone on by hand.
      return try Journey.remove(from: place.gitFolder, on: system)
    }
    let locks = try lock(ownFiles + [.summit])
    defer { for lock in locks { lock.release() } }
    let git = place.git
    _ = try await git.attempt(["update-index", "-q", "--refresh"])
    let trial = try await git.attempt(["read-tree", "-m", "-u", "-n", journey.from, journey.to])
    if trial.status != 0 {
      try await adopt(journey, place)
      let again = try await git.attempt(["read-tree", "-m", "-u", "-n", journey.from, journey.to])
      // Nothing stands in the way of the next attempt but what the person changed: it says so.
      if again.status != 0 { return try Journey.remove(from: place.gitFolder, on: system) }
    }
    try await finish(journey, place)
  }

  /// Tells the index of files that were written already.
  private func adopt(_ journey: Journey, _ place: SyncPlace) async throws {
    let fields = try await place.git.call([
      "diff-tree", "-r", "-z", "--raw", "--no-renames", journey.from, journey.to,
    ]).fields
    for number in stride(from: 0, to: fields.count - 1, by: 2) {
      let (words, path) = (fields[number].split(separator: " "), fields[number + 1])
      guard words[1].hasPrefix("100") else { continue }
      let there = try await place.git.attempt(["hash-object", "--", path])
      guard there.status == 0, there.line == words[3] else { continue }
      try await place.git.call([
        "update-index", "--add", "--cacheinfo", "\(words[1]),\(words[3]),\(path)",
      ])
    }
  }

  private static func inTheWay(_ output: GitOutput) -> SyncProblem {
    let known = SyncProblem(.failed("read-tree", output), doing: "taken over into the folder")
    guard known.problem.hasPrefix("It could not be") else { return known }
    let name = output.errors.split(separator: "'").dropFirst().first.map(String.init) ?? "a file"
    if output.errors.contains("ntracked") {
      return SyncProblem(
        "\(name) stands here, unknown to git, and comes from somebody else too",
        remedy: "Move yours out of the way, then sync again; nothing was changed",
        gitWords: output.words)
    }
    return SyncProblem(
      "You have changed \(name) without committing it, and somebody else changed it too",
      remedy: "Commit or take back your change, then sync again; nothing of it was touched",
      gitWords: output.words)
  }
}

/// Where from and where to a branch is being moved, kept in git's folder while it is.
struct Journey: Hashable {
  let branch: String
  let from: String
  let to: String

  private static let name = "lectern-sync"

  init(branch: String, from: String, to: String) {
    (self.branch, self.from, self.to) = (branch, from, to)
  }

  /// Reads what a sync left that was killed; nil where there is none.
  init?(in gitFolder: FilePath, on fileSystem: any FileSystem) throws(FileError) {
    guard let content = try fileSystem.read(gitFolder.appending(Self.name)) else { return nil }
    let lines = String(decoding: content.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count == 4 else { return nil }
    self.init(branch: lines[2], from: lines[0], to: lines[1])
  }

  func write(in gitFolder: FilePath, on fileSystem: any FileSystem) throws(FileError) {
    let path = gitFolder.appending(Self.name)
    let bytes = Array("\(from)\n\(to)\n\(branch)\n".utf8)
    let previous = try fileSystem.read(path)
    _ = try fileSystem.replace([FileReplacement(path, bytes: bytes, previous: previous)])
  }

  static func remove(from gitFolder: FilePath, on fileSystem: any FileSystem) throws(FileError) {
    try fileSystem.remove(gitFolder.appending(name))
  }
}
