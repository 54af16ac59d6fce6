import ReviewCore
import ReviewStore
import SystemPackage
import Testing

/// How git's complaints are told.
@Suite struct SyncProblemTests {
  /// A sync whose fetch fails with certain words.
  func problem(_ words: String) async throws -> SyncProblem {
    let all = try await Repositories()
    let mine = try await all.clone("ben")
    let runner = all.runner
    let git: GitRunner = { command, folder in
      guard command.arguments.contains("fetch") else { return try await runner(command, folder) }
      return GitOutput(status: 128, errors: words)
    }
    do {
      _ = try await mine.sync(git: git).run()
    } catch let problem as SyncProblem {
      return problem
    }
    throw Clone.Unexpected()
  }

  @Test(arguments: [
    (
      "fatal: unable to access 'https://x/': Could not resolve host: x",
      "The server cannot be reached"
    ),
    ("ssh: connect to host x port 22: Connection refused", "The server cannot be reached"),
    ("fatal: Authentication failed for 'https://x/'", "The server does not let you in"),
    (
      "git@x: Permission denied (publickey).\nfatal: Could not read from remote repository.",
      "The server does not let you in"
    ),
    (
      "fatal: could not read Username for 'https://x': terminal prompts disabled",
      "The server does not let you in"
    ),
    ("Host key verification failed.", "The server does not let you in"),
    (
      "fatal: repository 'https://x/y.git/' not found",
      "There is no repository at the address of the remote, or you may not read it"
    ),
    ("error: unable to write file: No space left on device", "The disk is full"),
    ("something else", "It could not be fetched from origin"),
  ])
  func whatGitComplainsOfIsSaidInPlainWords(words: String, problem: String) async throws {
    let told = try await self.problem(words)
    #expect(told.problem == problem)
    #expect(!told.remedy.isEmpty)
    #expect(told.gitWords.joined(separator: "\n") == words)
  }

  @Test func passwordsAndHintsAreNotRepeated() async throws {
    let told = try await problem(
      "hint: do this\nfatal: https://me:secret@x/y and ssh://token@z:22/y 'http://a@b@c/'\n\n")
    #expect(told.gitWords == ["fatal: https://…@x/y and ssh://…@z:22/y 'http://…@c/'"])
  }

  @Test func onlyTheEndOfManyWordsIsRepeated() async throws {
    let told = try await problem((1...30).map { "line \($0)" }.joined(separator: "\n"))
    #expect(told.gitWords == ["…"] + (23...30).map { "line \($0)" })
  }

  @Test func aSummaryIsASentence() {
    var report = SyncReport()
    #expect(report.summary == "Synced: nothing was new.")
    report.sent = ["reviews/ada.json", "decisions/ada.json"]
    report.people = [ada, ben]
    report.received = ["proposals.json"]
    report.mergedOwn = true
    #expect(
      report.summary
        == "Synced: 2 files sent; news of 2 people came in; proposals.json came in; what you said "
        + "elsewhere was merged.")
  }

  @Test func nobodyIsAskedWhereThereIsNoTerminal() {
    let silent = GitProcess.environment(["GIT_DIR": "x", "KEPT": "y"], mayAsk: false)
    #expect(silent["GIT_DIR"] == nil)
    #expect(silent["KEPT"] == "y")
    #expect(silent["GIT_TERMINAL_PROMPT"] == "0")
    #expect(silent["SSH_ASKPASS_REQUIRE"] == "never")
    #expect(silent["LC_ALL"] == "C")
    #expect(GitProcess.environment([:], mayAsk: true)["GIT_TERMINAL_PROMPT"] == nil)
  }
}
