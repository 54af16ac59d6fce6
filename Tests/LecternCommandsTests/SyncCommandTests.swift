import Glibc
import LecternCommands
import ReviewCore
import ReviewStore
import SystemPackage
import Testing

/// `lectern sync`, and what `check` says of commits, with the git of the machine.
@Suite struct SyncCommandTests {
  static let environment = [
    "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_CONFIG_COUNT": "1",
    "GIT_CONFIG_KEY_0": "init.defaultBranch", "GIT_CONFIG_VALUE_0": "main",
  ]

  let world = TestFolder.World(environment: Self.environment)

  /// A summit that Ada put on a server beside it.
  func shared() async throws -> TestFolder {
    let folder = try TestFolder()
    for (name, text) in SmallSummit.files { try folder.write(text, to: "work/\(name)") }
    try await git("init", "--quiet", "--bare", "server.git", in: folder)
    try await git("init", "--quiet", "work", in: folder)
    for (key, value) in [("user.name", "Ada"), ("user.email", "ada@example.org")] {
      try await git("-C", "work", "config", key, value, in: folder)
    }
    try await git("-C", "work", "add", ".", in: folder)
    try await git("-C", "work", "commit", "--quiet", "-m", "The summit", in: folder)
    try await git("-C", "work", "remote", "add", "origin", "../server.git", in: folder)
    try await git("-C", "work", "push", "--quiet", "-u", "origin", "main", in: folder)
    return folder
  }

  @discardableResult
  func git(_ arguments: String..., in folder: TestFolder) async throws -> String {
    let git = GitProcess(environment: Self.environment, mayAsk: false)
    let output = try await git.run(GitCommand(arguments), in: FilePath(folder.path))
    try #require(output.status == 0, "git \(arguments): \(output.errors)")
    return output.text
  }

  @Test func aReviewGoesOutAndTheReportSaysSo() async throws {
    let folder = try await shared()
    _ = await folder.run(
      "score", "2", "relevance=1", "-C", "work", "--as", "ada", in: world)
    let result = await folder.run(
      "sync", "work", "--as", "ada", "--format", "json", in: world)
    #expect(result.code == 0, "\(result)")
    #expect(try result.json.strings("sent") == ["reviews/ada.json"])
    #expect(try result.json.strings("people").isEmpty)
    let again = await folder.run("sync", "work", "--as", "ada", in: world)
    #expect(again.output == "Synced: nothing was new.\n")
    #expect(
      try await git("-C", "server.git", "log", "-1", "--format=%s", "main", in: folder)
        == "Reviews by ada\n")
  }

  @Test func whatAHookSaysReachesTheTerminalAsText() async throws {
    let folder = try await shared()
    try folder.write(
      "#!/bin/sh\nprintf 'no \\033[31mred\\033]0;title\\007\\n' >&2\nexit 1\n",
      to: "work/.git/hooks/pre-commit")
    _ = try await GitProcess(environment: Self.environment, mayAsk: false).run(
      GitCommand(["-c", "alias.x=!chmod +x .git/hooks/pre-commit", "-C", "work", "x"]),
      in: FilePath(folder.path))
    _ = await folder.run("score", "2", "relevance=1", "-C", "work", "--as", "ada", in: world)
    let result = await folder.run("sync", "work", "--as", "ada", in: world)
    #expect(result.code == 2)
    #expect(result.messages.contains("git does not take the commit"))
    #expect(result.messages.contains("red"))
    #expect(!result.messages.contains("\u{1B}") && !result.messages.contains("\u{7}"))
  }

  @Test func withoutARepositoryItSaysWhatToDo() async throws {
    let folder = try TestFolder.summit()
    let result = await folder.run("sync", "--as", "ben", in: world)
    #expect(result.code == 2)
    #expect(result.messages.contains("is in no git repository. Clone the committee's repository"))
    let nobody = await folder.run("sync", in: world)
    #expect(nobody.code == 2)
    #expect(nobody.messages.contains("Who are you? To sync"))
  }

  @Test func checkNamesACommitOfSomebodyElses() async throws {
    let folder = try await shared()
    let clean = await folder.run("check", "work", "--format", "json", in: world)
    let before = try clean.json["faults"].array?.count ?? 0
    _ = await folder.run(
      "score", "2", "relevance=1", "content=1", "-C", "work", "--as", "ben", in: world)
    try await git("-C", "work", "commit", "--quiet", "-am", "For Ben", in: folder)
    let result = await folder.run("check", "work", "--format", "json", in: world)
    #expect(result.code == 1)
    let faults = try result.json["faults"].array ?? []
    #expect(faults.count == before + 1)
    let found = try #require(faults.last)
    #expect(found["path"].string == "reviews/ben.json")
    #expect(found["severity"].string == "warning")
    #expect(found["problem"].string?.contains("by Ada <ada@example.org>") == true)
  }

  @Test func aHistoryThatTakesTooLongIsNamedAndNotWaitedFor() async throws {
    let folder = try TestFolder.summit()
    try folder.write("#!/bin/sh\nexec sleep 86400\n", to: "bin/git")
    #expect(chmod("\(folder.path)/bin/git", 0o755) == 0)
    var world = world
    world.environment["PATH"] = "\(folder.path)/bin:/usr/bin:/bin"
    world.patience = .milliseconds(10)
    let result = await folder.run("check", "--format", "json", in: world)
    #expect(result.code == 1)
    let found = try #require(try result.json["faults"].array?.last)
    #expect(found["path"].string == ".git")
    #expect(found["problem"].string?.hasPrefix("git took longer than") == true)
  }

  @Test func theWordSyncSyncsBetweenTwoLines() async throws {
    let folder = try await shared()
    var world = world
    world.workingFolder = "\(folder.path)/work"
    let result = await folder.talk("abstain not my field", "sync", "quit", as: "ada", in: world)
    #expect(result.output.contains("Synced: 1 file sent."))
    let served = try await git("-C", "server.git", "show", "main:reviews/ada.json", in: folder)
    #expect(served.contains("not my field"))
  }
}

extension JSONValue {
  /// The strings of an array under a key.
  fileprivate func strings(_ key: String) -> [String] {
    (self[key].array ?? []).compactMap(\.string)
  }
}
