import ReviewCore
import ReviewStore
import SystemPackage
import Testing

/// Whose commits changed whose files.
@Suite struct ForeignCommitsTests {
  /// The sample's committee with e-mail addresses; one of them written otherwise than in git.
  static let event: Event = {
    var event = Sample.event
    for place in event.committee.indices {
      let id = event.committee[place].id.text
      event.committee[place].email = id == "ben" ? "Ben@Example.org" : "\(id)@example.org"
    }
    return event
  }()

  func faults(in clone: Clone, _ event: Event = Self.event) async -> [Fault] {
    await clone.folder.foreignCommits(of: event, by: clone.repositories.runner)
  }

  @Test(arguments: ["", "talks"])
  func aFileOfMineThatAnotherCommittedIsNamed(_ subfolder: String) async throws {
    let all = try await Repositories(in: subfolder)
    let (mine, theirs) = (
      try await all.clone("ben", in: subfolder), try await all.clone("ada", in: subfolder)
    )
    try mine.score(p1, 4, at: 1)
    try await mine.synced()
    #expect(await faults(in: mine).isEmpty)
    try await theirs.synced(as: ada)
    try theirs.score(p1, 1, at: 2)
    try await theirs.git("commit", "--quiet", "-am", "Mended")
    try await theirs.git("push", "--quiet")
    try await mine.synced()
    let found = await faults(in: mine)
    let commit = try await theirs.git("rev-parse", "HEAD").prefix(10)
    #expect(found.map(\.path) == ["reviews/ben.json"])
    #expect(found.first?.severity == .warning)
    #expect(found.first?.problem.contains("\(commit) by ada <ada@example.org> on 20") == true)
    #expect(found.first?.remedy.contains(".mailmap") == true)

    // The same person by another address.
    mine.write(
      "Ben <ben@example.org> <ada@example.org>\n",
      to: subfolder.isEmpty ? ".mailmap" : "../.mailmap")
    #expect(await faults(in: mine).isEmpty)
    mine.remove(subfolder.isEmpty ? ".mailmap" : "../.mailmap")

    // Only the owner of the file settles it.
    try await theirs.git("commit", "--quiet", "--allow-empty", "-m", "Fine\n\nAccepts: \(commit)")
    #expect(await faults(in: theirs).count == 1)
    try await mine.git("commit", "--quiet", "--allow-empty", "-m", "Accepts: \(commit)")
    #expect(await faults(in: mine).isEmpty)
  }

  @Test func aMergeCountsOnlyWhereItSaysSomethingOfItsOwn() async throws {
    let all = try await Repositories()
    let mine = try await all.clone("ben")
    let theirs = try await all.clone("ada")
    try mine.score(p1, 4, at: 1)
    try await mine.synced()
    try theirs.score(p1, 2, by: ada, at: 1)
    try await theirs.git("add", ".")
    try await theirs.git("commit", "--quiet", "-m", "Mine")
    try await theirs.git("pull", "--quiet", "--no-rebase", "--no-edit")
    #expect(try await theirs.git("log", "--merges", "--format=%h").isEmpty == false)
    #expect(await faults(in: theirs).isEmpty)
    try theirs.score(p2, 1, at: 2)
    try await theirs.git("commit", "--quiet", "-a", "--amend", "--no-edit")
    #expect(await faults(in: theirs).map(\.path) == ["reviews/ben.json"])
  }

  @Test func whoHasNoEmailCannotBeChecked() async throws {
    let all = try await Repositories()
    let theirs = try await all.clone("ada")
    try theirs.score(p1, 4, at: 1)
    try await theirs.git("add", ".")
    try await theirs.git("commit", "--quiet", "-m", "For Ben")
    #expect(await faults(in: theirs, Sample.event).isEmpty)
    #expect(await faults(in: theirs).count == 1)
  }

  @Test func theBeginningOfASummitIsNobodysChange() async throws {
    let all = try await Repositories()
    try await all.git("init", "--quiet", "fresh", in: all.folder.path)
    let fresh = Clone(all.folder.path.appending("fresh"), "", all)
    fresh.write(Sample.summit, to: "summit.json")
    fresh.write(Sample.proposals, to: "proposals.json")
    try fresh.score(p1, 4, at: 1)
    try await fresh.git("add", ".")
    let ada = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    try await all.git(ada + ["commit", "--quiet", "-m", "The summit"], in: fresh.path)
    #expect(await faults(in: fresh).isEmpty)
    try fresh.score(p1, 2, at: 2)
    try await all.git(ada + ["commit", "--quiet", "-am", "More"], in: fresh.path)
    #expect(await faults(in: fresh).count == 1)
  }

  @Test func whereNoMemberCommitsUnderTheirAddressNobodyCanBeTold() async throws {
    let all = try await Repositories()
    let theirs = try await all.clone("machine")
    try theirs.score(p1, 4, at: 1)
    try await theirs.git("add", ".")
    try await theirs.git("commit", "--quiet", "-m", "All of it")
    #expect(await faults(in: theirs).isEmpty)
  }

  @Test func whereThereIsNoRepositoryNothingIsFound() async throws {
    let all = try await Repositories()
    let plain = Clone(all.folder.path.appending("plain"), "", all)
    plain.write(Sample.summit, to: "summit.json")
    #expect(await faults(in: plain).isEmpty)
    try await all.git("init", "--quiet", "plain", in: all.folder.path)
    #expect(await faults(in: plain).isEmpty)
  }

  @Test func aHostileNameStaysAName() async throws {
    let all = try await Repositories()
    let theirs = try await all.clone("ada")
    try theirs.score(p1, 4, at: 1)
    try await theirs.git("add", ".")
    try await theirs.git(
      "-c", "user.name=\u{1}0123\u{1B}[31m reviews/ada.json", "commit", "--quiet", "-m",
      "\u{1}reviews/ada.json\n\nreviews/ada.json")
    #expect(await faults(in: theirs).map(\.path) == ["reviews/ben.json"])
  }
}
