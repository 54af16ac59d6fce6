import ReviewCore
import ReviewStore
import SystemPackage
import Testing

/// What a sync cannot do, and the words for it; nothing is changed then but that a commit may be
/// there.
@Suite struct SyncRefusalTests {
  /// A clone with something to send.
  func ready() async throws -> (Repositories, Clone) {
    let all = try await Repositories()
    let mine = try await all.clone("ben")
    try mine.score(p1, 4, at: 1)
    return (all, mine)
  }

  @Test func noGit() async throws {
    let all = try await Repositories()
    let mine = try await all.clone("ben")
    let none = GitProcess(environment: ["PATH": "/nonexistent"], mayAsk: false).run
    await #expect {
      try await mine.sync(git: none).run()
    } throws: { ($0 as? SyncProblem)?.problem == "There is no git on this machine" }
  }

  @Test func noRepository() async throws {
    let all = try await Repositories()
    let plain = Clone(all.folder.path.appending("plain"), "", all)
    plain.write(Sample.summit, to: "summit.json")
    let refusal = try await plain.refusal()
    #expect(refusal.problem.contains("is in no git repository"))
    #expect(refusal.remedy.contains("Clone"))
  }

  @Test func noCommitYet() async throws {
    let all = try await Repositories()
    try await all.git("init", "--quiet", "fresh", in: all.folder.path)
    let fresh = Clone(all.folder.path.appending("fresh"), "", all)
    fresh.write(Sample.summit, to: "summit.json")
    #expect(try await fresh.refusal().problem.contains("Nothing was ever committed"))
  }

  @Test func noRemote() async throws {
    let (_, mine) = try await ready()
    try await mine.git("remote", "remove", "origin")
    let refusal = try await mine.refusal()
    #expect(refusal.problem.contains("knows of no server"))
    #expect(refusal.remedy.contains("git remote add"))
  }

  @Test func noUpstream() async throws {
    let (_, mine) = try await ready()
    try await mine.git("switch", "--quiet", "-c", "ideas")
    let refusal = try await mine.refusal()
    #expect(refusal.problem == "The branch ideas follows no branch of a server")
    #expect(refusal.remedy.contains("git push -u origin ideas"))
  }

  @Test func anotherBranchThanTheCommittees() async throws {
    let (_, mine) = try await ready()
    try await mine.git("switch", "--quiet", "-c", "ideas", "--track", "origin/main")
    let refusal = try await mine.refusal()
    #expect(refusal.problem == "You are on the branch ideas, which follows origin/main")
    #expect(refusal.remedy.contains("git switch main"))
    try await mine.git("config", "push.default", "upstream")
    #expect(try await mine.synced().sent == ["reviews/ben.json"])
  }

  @Test func aBranchWithoutTheSummit() async throws {
    let (all, mine) = try await ready()
    let theirs = try await all.clone("ada")
    try await theirs.git("rm", "--quiet", "summit.json")
    try await theirs.git("commit", "--quiet", "-m", "Moved")
    try await theirs.git("push", "--quiet")
    #expect(try await mine.refusal().problem.contains("origin/main holds no summit.json"))
    #expect(mine.text("summit.json") == Sample.summit)
  }

  @Test func aBranchThatFollowsOneOfThisRepository() async throws {
    let (_, mine) = try await ready()
    try await mine.git("switch", "--quiet", "-c", "ideas", "--track", "main")
    #expect(try await mine.refusal().problem.contains("follows another branch of this same"))
  }

  @Test func aBranchThatTheServerHasNoMore() async throws {
    let (_, mine) = try await ready()
    try await mine.git("switch", "--quiet", "-c", "old")
    try await mine.git("push", "--quiet", "-u", "origin", "old")
    try await mine.git("push", "--quiet", "origin", ":old")
    #expect(try await mine.refusal().problem.contains("The server does not have the branch"))
  }

  @Test func aDetachedHead() async throws {
    let (_, mine) = try await ready()
    try await mine.git("switch", "--quiet", "--detach")
    #expect(try await mine.refusal().problem.contains("on no branch"))
  }

  @Test func somethingThatWaitsToBeEnded() async throws {
    let (_, mine) = try await ready()
    for (file, work) in [
      ("MERGE_HEAD", "merge"), ("CHERRY_PICK_HEAD", "cherry-pick"), ("REVERT_HEAD", "revert"),
      ("rebase-merge/head-name", "rebase"), ("rebase-apply/next", "rebase"),
    ] {
      mine.write("x\n", to: ".git/\(file)")
      let refusal = try await mine.refusal()
      #expect(refusal.problem == "A \(work) waits in this repository for you to end it")
      #expect(refusal.remedy.contains("\"git add\" them, then \"git \(work) --continue\""))
      mine.remove(".git/\(file.split(separator: "/")[0])")
    }
  }

  @Test func anOwnFileThatSomebodyBrokeOnTheServer() async throws {
    let all = try await Repositories()
    let (mine, theirs) = (try await all.clone("ben"), try await all.clone("ada"))
    try mine.score(p1, 4, at: 1)
    try await mine.synced()
    try await theirs.synced(as: ada)
    theirs.write("not json\n", to: "reviews/ben.json")
    try await theirs.git("commit", "--quiet", "-am", "Broken")
    try await theirs.git("push", "--quiet")
    try mine.score(p2, 3, at: 2)
    let mineBefore = mine.text("reviews/ben.json")
    let refusal = try await mine.refusal()
    #expect(refusal.problem.hasPrefix("The server's reviews/ben.json cannot be read: "))
    #expect(refusal.remedy.contains("git log -1 @{upstream} -- reviews/ben.json"))
    #expect(mine.text("reviews/ben.json") == mineBefore)
    try await theirs.git("revert", "--no-edit", "HEAD")
    try await theirs.git("push", "--quiet")
    try await mine.synced()
    #expect(try await mine.score(of: p2) == 3)
  }

  @Test func noNetwork() async throws {
    let (_, mine) = try await ready()
    try await mine.git("remote", "set-url", "origin", "http://ben:secret@127.0.0.1:9/nowhere.git")
    let refusal = try await mine.refusal()
    #expect(refusal.problem == "The server cannot be reached")
    #expect(!refusal.description.contains("secret"))
    // What was said is committed, and goes out once the network is there.
    try await mine.git("remote", "set-url", "origin", "../server.git")
    #expect(try await mine.synced().sent == ["reviews/ben.json"])
  }

  @Test func anAddressThatLeadsNowhere() async throws {
    let (_, mine) = try await ready()
    try await mine.git("remote", "set-url", "origin", "../nowhere.git")
    #expect(try await mine.refusal().problem.contains("no repository at the address"))
  }

  @Test func aServerThatWantsAPasswordIsNotWaitedFor() async throws {
    let (all, mine) = try await ready()
    // What git runs for ssh:// asks at the terminal, as ssh does.
    all.folder.write(
      "#!/bin/sh\nread answer </dev/tty && exit 0\necho 'Permission denied (publickey).' >&2\nexit 255\n",
      to: "ssh")
    _ = all.folder.path.appending("ssh").withPlatformString { makeExecutable($0) }
    try await mine.git("config", "core.sshCommand", all.folder.path.appending("ssh").string)
    try await mine.git("config", "ssh.variant", "simple")
    try await mine.git("remote", "set-url", "origin", "ssh://example.org/nowhere.git")
    #expect(try await mine.refusal().problem == "The server does not let you in")
  }

  @Test func aHookOfOnesOwn() async throws {
    let (all, mine) = try await ready()
    all.hook("pre-commit", in: "ben/.git", "echo 'Not on a Sunday'; exit 1")
    let before = try await mine.surroundings()
    let refusal = try await mine.refusal()
    #expect(refusal.problem.contains("git does not take the commit"))
    #expect(refusal.gitWords.contains("Not on a Sunday"))
    #expect(try await mine.surroundings() == before)
    all.folder.remove("ben/.git/hooks/pre-commit")
    all.hook("pre-push", in: "ben/.git", "echo 'Not at night' >&2; exit 1")
    #expect(try await mine.refusal().gitWords.contains("Not at night"))
  }

  @Test func aHookOfTheServer() async throws {
    let (all, mine) = try await ready()
    all.hook("pre-receive", in: "server.git", "echo 'Reviews are closed' >&2; exit 1")
    let refusal = try await mine.refusal()
    #expect(refusal.problem == "The server refuses what was sent to origin/main")
    #expect(refusal.gitWords.contains { $0.contains("Reviews are closed") })
  }

  @Test func aProtectedBranch() async throws {
    let (all, mine) = try await ready()
    all.hook(
      "update", in: "server.git", "echo 'GH006: Protected branch update failed' >&2; exit 1")
    #expect(try await mine.refusal().problem.contains("The server protects origin/main"))
  }

  @Test func aConflictInAFileOfTheChairs() async throws {
    let all = try await Repositories()
    let (one, other) = (try await all.clone("ada"), try await all.clone("mei"))
    one.write(Sample.summit.replacing("Sample", with: "Summit A"), to: "summit.json")
    other.write(Sample.summit.replacing("Sample", with: "Summit B"), to: "summit.json")
    try await one.synced(as: ada)
    let refusal = try await other.refusal(as: ada)
    #expect(refusal.problem.contains("changed the same part of summit.json"))
    #expect(refusal.remedy.contains("git pull --rebase"))
    #expect(other.text("summit.json")?.contains("Summit B") == true)
    #expect(try await other.git("status", "--porcelain").isEmpty)
  }

  @Test func twoPartsOfAFileOfTheChairsFitTogether() async throws {
    let all = try await Repositories()
    let (one, other) = (try await all.clone("ada"), try await all.clone("mei"))
    one.write(Sample.summit.replacing("\"Sample\"", with: "\"A\""), to: "summit.json")
    other.write(Sample.summit.replacing("\"Main\"", with: "\"B\""), to: "summit.json")
    try await one.synced(as: ada)
    try await other.synced(as: ada)
    let served = try await all.served("summit.json")
    #expect(served.contains("\"A\"") && served.contains("\"B\""))
  }

  @Test func achangedFileThatOthersChangedTooIsLeftAlone() async throws {
    let (all, mine) = try await ready()
    let chair = try await all.clone("ada")
    chair.write(Sample.proposals.replacing("One", with: "First"), to: "proposals.json")
    try await chair.synced(as: ada)
    mine.write(Sample.proposals.replacing("Two", with: "Mine"), to: "proposals.json")
    let refusal = try await mine.refusal()
    #expect(refusal.problem.contains("You have changed proposals.json without committing it"))
    #expect(mine.text("proposals.json")?.contains("Mine") == true)
    try await mine.git("checkout", "--quiet", "--", "proposals.json")
    try await mine.synced()
    #expect(mine.text("proposals.json")?.contains("First") == true)
  }

  @Test func anUntrackedFileInTheWayIsLeftAlone() async throws {
    let (all, mine) = try await ready()
    let theirs = try await all.clone("ada")
    theirs.write("theirs\n", to: "draft.txt")
    try await theirs.git("add", ".")
    try await theirs.git("commit", "--quiet", "-m", "A draft")
    try await theirs.git("push", "--quiet")
    mine.write("mine\n", to: "draft.txt")
    #expect(try await mine.refusal().problem.contains("unknown to git"))
    #expect(mine.text("draft.txt") == "mine\n")
  }

  @Test func aLockOfGitIsWaitedForAndThenNamed() async throws {
    let (_, mine) = try await ready()
    mine.write("", to: ".git/index.lock")
    let refusal = try await mine.refusal()
    #expect(refusal.problem == "Another git is at work in this repository")
    mine.remove(".git/index.lock")
    #expect(try await mine.synced().sent == ["reviews/ben.json"])
  }

  @Test func aLinkInPlaceOfAFile() async throws {
    let (all, mine) = try await ready()
    mine.write(mine.text("reviews/ben.json") ?? "", to: "elsewhere.json")
    mine.remove("reviews/ben.json")
    try await mine.git("-c", "alias.link=!ln -s ../elsewhere.json reviews/ben.json", "link")
    #expect(try await mine.refusal().problem.contains("is a link"))
    let theirs = try await all.clone("ada")
    try await theirs.git(
      "-c", "alias.link=!mkdir reviews && ln -s /etc/passwd reviews/ben.json", "link")
    try await theirs.git("add", ".")
    try await theirs.git("commit", "--quiet", "-m", "A link")
    try await theirs.git("push", "--quiet")
    mine.remove("reviews/ben.json")
    try mine.score(p1, 4, at: 1)
    #expect(try await mine.refusal().problem.contains("reviews/ben.json is no plain file"))
    #expect(try await mine.score(of: p1) == 4)
  }

  @Test func aBrokenFileIsNotShared() async throws {
    let (_, mine) = try await ready()
    mine.write("<<<<<<< mine\n{}\n", to: "reviews/ben.json")
    #expect(try await mine.refusal().problem.contains("reviews/ben.json"))
    #expect(try await mine.git("log", "--oneline", "origin/main..").isEmpty)
  }

  @Test func aFileThatGitIsToldToIgnore() async throws {
    let (_, mine) = try await ready()
    mine.write("/reviews/\n", to: ".gitignore")
    #expect(try await mine.refusal().problem == "git is told to ignore reviews/ben.json")
  }

  @Test func aCommitThatCannotBeSigned() async throws {
    let (_, mine) = try await ready()
    try await mine.git("config", "commit.gpgSign", "true")
    try await mine.git("config", "gpg.program", "false")
    #expect(try await mine.refusal().problem == "The commit could not be signed")
  }

  @Test func aHistoryThatWasWrittenAnew() async throws {
    let (all, mine) = try await ready()
    try await mine.synced()
    let theirs = try await all.clone("ada")
    try await theirs.git("commit", "--quiet", "--amend", "-m", "Anew")
    try await theirs.git("push", "--quiet", "--force")
    try mine.score(p2, 4, at: 2)
    #expect(try await mine.refusal().problem.contains("was written anew"))
  }
}

extension Clone {
  func remove(_ name: String) {
    let base = repositories.folder.path.string
    repositories.folder.remove(String(review.appending(name).string.dropFirst(base.count + 1)))
  }
}
