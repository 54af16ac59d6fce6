import ReviewCore
import ReviewStore
import Synchronization
import SystemPackage
import Testing

/// A server and clones of it: real repositories of the real git, gone when the test is over.
final class Repositories: Sendable {
  let folder = TemporaryFolder()

  /// Nothing of the machine's own settings.
  static let environment = [
    "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_CONFIG_COUNT": "2",
    "GIT_CONFIG_KEY_0": "init.defaultBranch", "GIT_CONFIG_VALUE_0": "main",
    "GIT_CONFIG_KEY_1": "protocol.file.allow", "GIT_CONFIG_VALUE_1": "always",
  ]

  let runner: GitRunner = GitProcess(environment: environment, mayAsk: false).run

  /// A server that holds the sample summit in a folder of the repository.
  init(in subfolder: String = "") async throws {
    try await git("init", "--quiet", "--bare", "server.git", in: folder.path)
    let prefix = subfolder.isEmpty ? "" : subfolder + "/"
    var history = """
      commit refs/heads/main
      committer chair <chair@example.org> 1767225600 +0000
      data 10
      The summit

      """
    for (name, text) in [
      ("summit.json", Sample.summit), ("proposals.json", Sample.proposals),
      ("notes.txt", "What is here.\n"),
    ] {
      history += "M 100644 inline \(prefix)\(name)\ndata \(text.utf8.count)\n\(text)\n"
    }
    var command = GitCommand(["fast-import", "--quiet"])
    command.input = Array(history.utf8)
    let output = try await runner(command, folder.path.appending("server.git"))
    try #require(output.status == 0, "git fast-import: \(output.errors)")
  }

  /// A clone of the server, by somebody whom git knows.
  func clone(_ name: String, in subfolder: String = "") async throws -> Clone {
    try await git(
      "clone", "--quiet", "-c", "user.name=\(name)", "-c", "user.email=\(name)@example.org",
      "server.git", name, in: folder.path)
    return Clone(folder.path.appending(name), subfolder, self)
  }

  /// Calls git, and fails the test where it fails.
  @discardableResult
  func git(_ arguments: String..., in path: FilePath) async throws -> String {
    try await git(arguments, in: path)
  }

  @discardableResult
  func git(_ arguments: [String], in path: FilePath) async throws -> String {
    let output = try await runner(GitCommand(arguments), path)
    try #require(output.status == 0, "git \(arguments): \(output.errors)")
    return output.text
  }

  /// A file of the branch on the server.
  func served(_ path: String) async throws -> String {
    try await git("show", "main:\(path)", in: folder.path.appending("server.git"))
  }

  /// Puts a hook into a repository.
  func hook(_ name: String, in repository: String, _ script: String) {
    let path = "\(repository)/hooks/\(name)"
    folder.write("#!/bin/sh\n\(script)\n", to: path)
    _ = folder.path.appending(path).withPlatformString { makeExecutable($0) }
  }
}

/// One person's clone.
struct Clone: Sendable {
  let path: FilePath
  let review: FilePath
  let repositories: Repositories

  init(_ path: FilePath, _ subfolder: String, _ repositories: Repositories) {
    self.path = path
    review = subfolder.isEmpty ? path : path.appending(subfolder)
    self.repositories = repositories
  }

  var folder: ReviewFolder { ReviewFolder(review) }
  var rescue: RescueFolder {
    RescueFolder([PrivatePlace(repositories.folder.path.appending("rescue"))])
  }

  /// Writes a file of the review folder as any program would.
  func write(_ text: String, to name: String) {
    let base = repositories.folder.path.string
    let place = review.appending(name).string.dropFirst(base.count + 1)
    repositories.folder.write(text, to: String(place))
  }

  func text(_ name: String) -> String? {
    guard let content = try? RealFileSystem().read(review.appending(name)) else { return nil }
    return String(decoding: content.bytes, as: UTF8.self)
  }

  @discardableResult
  func git(_ arguments: String...) async throws -> String {
    try await repositories.git(arguments, in: path)
  }

  /// Saves a score through the store, as the interface does.
  func score(
    _ proposal: ProposalID, _ score: Double, by person: Identifier = ben, at time: Int64
  ) throws {
    _ = try folder.save(
      SheetChange(person, reviews: [proposal: Sample.scored(score, at: time)]), in: Sample.event,
      rescue: rescue, at: Sample.time(time))
  }

  /// The score that the folder holds.
  func score(of proposal: ProposalID, by person: Identifier = ben) async throws -> Double? {
    try await folder.load().summit.sheets[person]?.reviews[proposal]?
      .scores[Identifier("content")!]
  }

  /// What syncs this clone.
  func sync(
    as person: Identifier = ben, git: GitRunner? = nil,
    pause: @escaping @Sendable (Duration) async throws -> Void = { _ in }
  ) -> FolderSync {
    FolderSync(
      folder, of: Sample.event.member(person)!, rescue: rescue,
      git: git ?? repositories.runner, now: { Sample.time(0) }, pause: pause)
  }

  /// Syncs.
  @discardableResult
  func synced(as person: Identifier = ben) async throws -> SyncReport {
    try await sync(as: person).run()
  }

  /// Syncs, and returns why it failed.
  func refusal(as person: Identifier = ben) async throws -> SyncProblem {
    do {
      let report = try await synced(as: person)
      Issue.record("it went well: \(report.summary)")
      throw Unexpected()
    } catch let problem as SyncProblem {
      return problem
    }
  }

  struct Unexpected: Error {}

  /// All that git and the disk say of this clone, but for the person's own files.
  func surroundings() async throws -> [String] {
    [
      try await git("stash", "list"), try await git("diff"), try await git("diff", "--cached"),
      try await git("status", "--porcelain", "--ignored", "--untracked-files=all"),
      repositories.folder.names(in: "\(path.lastComponent?.string ?? "")/.git")
        .filter { $0.hasPrefix("lectern") || $0.hasSuffix(".lock") || $0 == "worktrees" }
        .joined(separator: " "),
    ]
  }
}
