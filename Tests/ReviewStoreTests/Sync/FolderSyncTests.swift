import ReviewCore
import ReviewStore
import SystemPackage
import Testing

/// The ordinary course of things, on real repositories.
@Suite struct FolderSyncTests {
  @Test func aReviewArrivesAtTheOthers() async throws {
    let all = try await Repositories()
    let (mine, theirs) = (try await all.clone("ben"), try await all.clone("ada"))
    try mine.score(p1, 4, at: 1)
    let report = try await mine.synced()
    #expect(report.sent == ["reviews/ben.json"])
    #expect(report.summary == "Synced: 1 file sent.")
    let received = try await theirs.synced(as: ada)
    #expect(received.people == [ben])
    #expect(received.sent.isEmpty)
    #expect(try await theirs.score(of: p1) == 4)
    #expect(theirs.text("reviews/ben.json") == mine.text("reviews/ben.json"))
  }

  @Test func aFileThatWasLostIsNotSentAsIfAllHadBeenTakenBack() async throws {
    let all = try await Repositories()
    let mine = try await all.clone("ben")
    try mine.score(p1, 4, at: 1)
    try await mine.synced()
    mine.remove("reviews/ben.json")
    try mine.score(p2, 2, at: 2)
    let report = try await mine.synced()
    #expect(
      report.notices == ["reviews/ben.json lacked something that git has, which is in it again"])
    #expect(try await mine.score(of: p1) == 4)
    #expect(try await mine.score(of: p2) == 2)
    #expect(
      try await mine.git("show", "origin/main:reviews/ben.json") == mine.text("reviews/ben.json"))
  }

  @Test func aFileThatGitHasGoesOutUnderAnExcludeToo() async throws {
    let all = try await Repositories()
    let mine = try await all.clone("ben")
    try mine.score(p1, 4, at: 1)
    try await mine.synced()
    mine.write("reviews/\n", to: ".git/info/exclude")
    try mine.score(p2, 2, at: 2)
    #expect(try await mine.synced().sent == ["reviews/ben.json"])
  }

  @Test func whatIsNewNowhereIsSaid() async throws {
    let all = try await Repositories()
    let mine = try await all.clone("ben")
    #expect(try await mine.synced().summary == "Synced: nothing was new.")
    try mine.score(p1, 4, at: 1)
    try await mine.synced()
    let head = try await mine.git("rev-parse", "HEAD")
    #expect(try await mine.synced().isEmpty)
    #expect(try await mine.git("rev-parse", "HEAD") == head)
  }

  @Test func theMessageOfACommitTellsNothing() async throws {
    let all = try await Repositories()
    let mine = try await all.clone("ben")
    try mine.score(p1, 4, at: 1)
    try await mine.synced()
    let message = try await mine.git("log", "-1", "--format=%B%an <%ae>")
    #expect(message == "Reviews by ben\nben <ben@example.org>\n")
  }

  @Test func twoWhoWorkAtATimeStandOneBehindTheOther() async throws {
    let all = try await Repositories()
    let (mine, theirs) = (try await all.clone("ben"), try await all.clone("ada"))
    try mine.score(p1, 4, at: 1)
    try theirs.score(p1, 2, by: ada, at: 1)
    try await theirs.synced(as: ada)
    let report = try await mine.synced()
    #expect(report.sent == ["reviews/ben.json"])
    #expect(report.people == [ada])
    try await theirs.synced(as: ada)
    #expect(try await mine.git("rev-parse", "HEAD") == theirs.git("rev-parse", "HEAD"))
    #expect(try await mine.git("log", "--merges", "--format=%h").isEmpty)
    #expect(try await theirs.score(of: p1) == 4)
    #expect(try await mine.score(of: p1, by: ada) == 2)
    #expect(try await mine.git("status", "--porcelain").isEmpty)
  }

  @Test func twoClonesOfOnePersonSayTheSameInTheEnd() async throws {
    let all = try await Repositories()
    let (desk, train) = (try await all.clone("desk"), try await all.clone("train"))
    try desk.score(p1, 4, at: 1)
    try desk.score(p2, 1, at: 1)
    try train.score(p2, 5, at: 2)
    try train.score(p3, 3, at: 2)
    try await desk.synced()
    #expect(try await train.synced().mergedOwn)
    try await desk.synced()
    #expect(desk.text("reviews/ben.json") == train.text("reviews/ben.json"))
    for (proposal, score) in [(p1, 4.0), (p2, 5), (p3, 3)] {
      #expect(try await desk.score(of: proposal) == score)
    }
    #expect(try await desk.git("status", "--porcelain").isEmpty)
    #expect(try await train.git("status", "--porcelain").isEmpty)
  }

  @Test func aTextThatLosesIsKept() async throws {
    let all = try await Repositories()
    let (desk, train) = (try await all.clone("desk"), try await all.clone("train"))
    func comment(_ text: String, _ day: Int, in clone: Clone) {
      clone.write(
        """
        {"format": 1, "reviewer": "ben", "reviews": {"p1": {"status": "draft", "comment": "\(text)",
          "commentAt": "2026-01-0\(day)T00:00:00.000Z"}}}
        """, to: "reviews/ben.json")
    }
    comment("older", 1, in: desk)
    comment("newer", 2, in: train)
    try await desk.synced()
    let report = try await train.synced()
    let path = try #require(report.rescued)
    let kept = try #require(try RealFileSystem().read(path))
    #expect(String(decoding: kept.bytes, as: UTF8.self).contains("older"))
    #expect(train.text("reviews/ben.json")?.contains("newer") == true)
  }

  @Test func itWorksInAFolderOfTheRepositoryAndFromALinkedWorktree() async throws {
    let all = try await Repositories(in: "talks/2026")
    let mine = try await all.clone("ben", in: "talks/2026")
    try mine.score(p1, 4, at: 1)
    #expect(try await mine.synced().sent == ["reviews/ben.json"])
    #expect(try await all.served("talks/2026/reviews/ben.json") == mine.text("reviews/ben.json"))
    try await mine.git("switch", "--quiet", "--detach")
    try await mine.git("worktree", "add", "--quiet", "../linked", "main")
    let linked = Clone(all.folder.path.appending("linked"), "talks/2026", all)
    try linked.score(p2, 2, at: 2)
    #expect(try await linked.synced().sent == ["reviews/ben.json"])
    #expect(try await all.served("talks/2026/reviews/ben.json") == linked.text("reviews/ben.json"))
  }

  @Test func aChairSharesTheFilesOfTheChairsThatGitHas() async throws {
    let all = try await Repositories()
    let (chair, mine) = (try await all.clone("ada"), try await all.clone("ben"))
    let proposals = Sample.proposals.replacing("One", with: "First")
    chair.write(proposals, to: "proposals.json")
    chair.write(#"{"format": 1, "speakers": []}"#, to: "speakers.json")
    let report = try await chair.synced(as: ada)
    #expect(report.sent == ["proposals.json"])
    #expect(report.notices.contains { $0.contains("speakers.json is not shared") })
    #expect(try await mine.synced().received == ["proposals.json"])
    #expect(mine.text("proposals.json") == proposals)
    #expect(mine.text("speakers.json") == nil)
  }

  @Test func aChairSharesNeitherLinksNorWhatIsBroken() async throws {
    let all = try await Repositories()
    let chair = try await all.clone("ada")
    chair.write(Sample.proposals.replacing("One", with: "First"), to: "elsewhere.json")
    chair.remove("proposals.json")
    try await chair.git("-c", "alias.link=!ln -s elsewhere.json proposals.json", "link")
    let report = try await chair.synced(as: ada)
    #expect(report.sent.isEmpty)
    #expect(report.notices.contains { $0.contains("proposals.json is a link") })
    #expect(try await all.served("proposals.json") == Sample.proposals)
    chair.write("{", to: "summit.json")
    #expect(try await chair.refusal(as: ada).problem.contains("summit.json"))
    #expect(try await all.served("summit.json") == Sample.summit)
  }

  @Test func aReviewerSharesNoFileOfTheChairs() async throws {
    let all = try await Repositories()
    let mine = try await all.clone("ben")
    mine.write(Sample.proposals.replacing("One", with: "Mine"), to: "proposals.json")
    try mine.score(p1, 4, at: 1)
    #expect(try await mine.synced().sent == ["reviews/ben.json"])
    #expect(try await all.served("proposals.json") == Sample.proposals)
    #expect(mine.text("proposals.json")?.contains("Mine") == true)
  }

  @Test func otherChangesStayAsTheyAre() async throws {
    let all = try await Repositories()
    let (mine, theirs) = (try await all.clone("ben"), try await all.clone("ada"))
    mine.write("stashed\n", to: "notes.txt")
    try await mine.git("stash")
    mine.write("changed\n", to: "notes.txt")
    mine.write("staged\n", to: "staged.txt")
    mine.write("*.log\n", to: ".gitignore")
    try await mine.git("add", "staged.txt", ".gitignore")
    mine.write("staged, and changed again\n", to: "staged.txt")
    mine.write("not for git\n", to: "some.log")
    mine.write("untracked\n", to: "draft.txt")
    mine.write(#"{"format": 1, "reviewer": "ada", "reviews": {}}"#, to: "reviews/ada.json")
    let before = try await mine.surroundings()
    try theirs.score(p1, 2, by: ada, at: 1)
    try theirs.score(p1, 3, at: 1)
    try await theirs.git("add", "reviews/ben.json")
    try await theirs.git("commit", "--quiet", "-m", "Somebody else")
    try await theirs.git("push", "--quiet")
    try mine.score(p2, 4, at: 2)
    let report = try await mine.synced()
    #expect(report.mergedOwn)
    #expect(try await mine.surroundings() == before)
    #expect(mine.text("notes.txt") == "changed\n")
    #expect(mine.text("staged.txt") == "staged, and changed again\n")
    #expect(mine.text("draft.txt") == "untracked\n")
    #expect(try await mine.score(of: p1) == 3)
    #expect(try await mine.score(of: p2) == 4)
  }

  @Test func otherCommitsOfThePersonGoAlong() async throws {
    let all = try await Repositories()
    let (mine, theirs) = (try await all.clone("ben"), try await all.clone("ada"))
    mine.write("What is here.\nAnd more.\n", to: "notes.txt")
    try await mine.git("commit", "--quiet", "-am", "A note", "--author=Mei <mei@example.org>")
    try theirs.score(p1, 2, by: ada, at: 1)
    try await theirs.synced(as: ada)
    try mine.score(p1, 4, at: 1)
    try await mine.synced()
    #expect(try await all.served("notes.txt") == "What is here.\nAnd more.\n")
    let authors = try await mine.git("log", "--format=%an %s", "-2")
    #expect(authors == "ben Reviews by ben\nMei A note\n")
  }

  @Test func aMergeOfThePersonsOwnFallsAway() async throws {
    let all = try await Repositories()
    let (mine, theirs) = (try await all.clone("ben"), try await all.clone("ada"))
    try mine.score(p1, 4, at: 1)
    try await mine.git("add", ".")
    try await mine.git("commit", "--quiet", "-m", "By hand")
    try theirs.score(p1, 2, by: ada, at: 1)
    try await theirs.synced(as: ada)
    try await mine.git("pull", "--quiet", "--no-rebase", "--no-edit")
    try theirs.score(p2, 2, by: ada, at: 2)
    try await theirs.synced(as: ada)
    try await mine.synced()
    #expect(try await mine.git("log", "--merges", "--format=%h").isEmpty)
    #expect(try await all.served("reviews/ben.json") == mine.text("reviews/ben.json"))
    #expect(try await mine.score(of: p2, by: ada) == 2)
  }

  @Test func commitsThatAreSignedStaySigned() async throws {
    let all = try await Repositories()
    let (mine, theirs) = (try await all.clone("ben"), try await all.clone("ada"))
    all.folder.write(
      """
      #!/bin/sh
      cat >/dev/null
      echo '[GNUPG:] SIG_CREATED ' >&2
      echo '-----BEGIN PGP SIGNATURE-----'
      echo '-----END PGP SIGNATURE-----'

      """, to: "gpg")
    _ = all.folder.path.appending("gpg").withPlatformString { makeExecutable($0) }
    try await mine.git("config", "commit.gpgSign", "true")
    try await mine.git("config", "gpg.program", all.folder.path.appending("gpg").string)
    try theirs.score(p1, 2, by: ada, at: 1)
    try await theirs.synced(as: ada)
    try mine.score(p1, 4, at: 1)
    try await mine.synced()
    #expect(try await mine.git("cat-file", "commit", "HEAD").contains("BEGIN PGP SIGNATURE"))
    #expect(try await mine.git("rev-parse", "HEAD~") == theirs.git("rev-parse", "HEAD"))
  }

  @Test func otherLineEndsInTheFolderAreNoChange() async throws {
    let all = try await Repositories()
    let (desk, train) = (try await all.clone("desk"), try await all.clone("train"))
    for clone in [desk, train] {
      clone.write("*.json text eol=crlf\n", to: ".git/info/attributes")
    }
    try desk.score(p1, 4, at: 1)
    try train.score(p2, 2, at: 2)
    try await desk.synced()
    try await train.synced()
    try await desk.synced()
    for clone in [desk, train] {
      #expect(try await clone.score(of: p1) == 4)
      #expect(try await clone.score(of: p2) == 2)
      #expect(try await clone.git("status", "--porcelain").isEmpty)
    }
    #expect(try await all.served("reviews/ben.json").contains("\r") == false)
  }

  @Test func aShallowCloneSyncsToo() async throws {
    let all = try await Repositories()
    let theirs = try await all.clone("ada")
    try theirs.score(p1, 2, by: ada, at: 1)
    try await theirs.synced(as: ada)
    let server = "file://\(all.folder.path)/server.git"
    try await all.git("clone", "--quiet", "--depth", "1", server, "ben", in: all.folder.path)
    let mine = Clone(all.folder.path.appending("ben"), "", all)
    try await mine.git("config", "user.name", "ben")
    try await mine.git("config", "user.email", "ben@example.org")
    try theirs.score(p2, 3, by: ada, at: 2)
    try await theirs.synced(as: ada)
    try mine.score(p1, 4, at: 1)
    #expect(try await mine.synced().people == [ada])
    try await theirs.synced(as: ada)
    #expect(try await theirs.score(of: p1) == 4)
    #expect(try await mine.score(of: p2, by: ada) == 3)
  }

  @Test func whatSomebodyElseTookOutOfMyFileComesBack() async throws {
    let all = try await Repositories()
    let (mine, theirs) = (try await all.clone("ben"), try await all.clone("ada"))
    try mine.score(p1, 4, at: 1)
    try await mine.synced()
    try await theirs.git("pull", "--quiet")
    try await theirs.git("rm", "--quiet", "reviews/ben.json")
    try await theirs.git("commit", "--quiet", "-m", "Gone")
    try await theirs.git("push", "--quiet")
    try await mine.synced()
    #expect(try await mine.score(of: p1) == 4)
    #expect(try await all.served("reviews/ben.json") == mine.text("reviews/ben.json"))
  }

  @Test func whoIsUnknownToGitIsCommittedAsTheMember() async throws {
    let all = try await Repositories()
    let mine = try await all.clone("ben")
    try await mine.git("config", "--unset", "user.name")
    try await mine.git("config", "--unset", "user.email")
    let theirs = try await all.clone("ada")
    try theirs.score(p1, 2, by: ada, at: 1)
    try await theirs.synced(as: ada)
    // Who says nothing needs no name.
    #expect(try await mine.synced().people == [ada])
    try mine.score(p1, 4, at: 1)
    let refusal = try await mine.refusal()
    #expect(refusal.problem.contains("git does not know who you are"))
    var member = try #require(Sample.event.member(ben))
    member.email = "ben@example.com"
    let sync = FolderSync(
      mine.folder, of: member, rescue: mine.rescue, git: all.runner, now: { Sample.time(0) })
    let report = try await sync.run()
    #expect(report.notices.contains { $0.contains("git does not know who you are") })
    #expect(try await mine.git("log", "-1", "--format=%an %ae") == "Ben ben@example.com\n")
    #expect(try await mine.git("config", "--local", "--list").contains("user.") == false)
  }
}
