import Glibc
import ReviewCore
import ReviewStore
import SystemPackage
import Testing

/// Every fault that `lectern check` knows: the file with it, and what is said.
@Suite struct FaultTableTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    /// What stands in the folder besides a sound summit.
    var files: KeyValuePairs<String, String>
    /// `path:line severity: problem. remedy.`
    var fault: String

    init(_ name: String, _ files: KeyValuePairs<String, String>, _ fault: String) {
      (self.name, self.files, self.fault) = (name, files, fault)
    }

    var testDescription: String { name }
  }

  static let summit = """
    {"format": 1, "id": "sample", "name": "Sample",
     "focusAreas": [{"id": "lakes", "name": "Lakes"}],
     "formats": [{"id": "talk", "name": "Talk"}],
     "rubric": {"criteria": [{"id": "content", "name": "Content"}]},
     "committee": [
       {"id": "ada", "name": "Ada", "role": "chair", "email": "ada@example.org"},
       {"id": "ben", "name": "Ben", "role": "reviewer", "email": "ben@example.org"}],
     "rounds": [{"id": "main", "name": "Main"}],
     "rules": {"slots": 2}}
    """
  static let proposals = """
    {"format": 1, "proposals": [
      {"id": "p1", "title": "One"}, {"id": "p2", "title": "Two"},
      {"id": "p3", "title": "Three", "status": "withdrawn"}]}
    """

  /// Ada's file, its entries from line 2 on.
  static func adas(_ key: String, _ entries: String) -> KeyValuePairs<String, String> {
    ["reviews/ada.json": "{\"format\": 1, \"reviewer\": \"ada\", \"\(key)\": {\n\(entries)\n}}"]
  }

  static func decided(_ entries: String) -> KeyValuePairs<String, String> {
    ["decisions/ada.json": "{\"format\": 1, \"chair\": \"ada\", \"decisions\": {\n\(entries)\n}}"]
  }

  /// The summit with one line of it replaced.
  static func event(_ old: String, _ new: String) -> KeyValuePairs<String, String> {
    ["summit.json": summit.replacing(old, with: new)]
  }

  static let at = #""at": "2026-01-01T00:00:00.000Z""#
  static let text =
    "Mend the file by hand, or put an older copy in its place; until then it is not written."

  static let files: [Row] = [
    Row(
      "empty", ["reviews/ada.json": ""],
      "reviews/ada.json:1 error: the file is empty. \(text)"),
    Row(
      "syntax", ["reviews/ada.json": "{\n oops }"],
      "reviews/ada.json:2 error: a key in quotes is expected here. \(text)"),
    Row(
      "a control character", ["reviews/ada.json": "{\n \"a\": \"\u{1}\" }"],
      "reviews/ada.json:2 error: a control character must be escaped in a string. \(text)"),
    Row(
      "no object", ["reviews/ada.json": "[]"],
      "reviews/ada.json:1 error: the file is an array, but an object is expected. "
        + "Begin the file with { and end it with }."),
    Row(
      "a key twice", ["reviews/ada.json": "{\"reviewer\": \"ada\",\n\"reviewer\": \"ada\"}"],
      "reviews/ada.json:2 error: the key \"reviewer\" stands twice in the file. "
        + "Keep one of the two, so that it is clear which one counts."),
    Row(
      "newer", ["reviews/ada.json": "{\"format\": 2,\n\"reviewer\": \"ada\"}"],
      "reviews/ada.json:1 warning: the file has format 2, which is newer than this program's 1; "
        + "it is read, but never written. Update Lectern to change it."),
    Row(
      "bad format", ["assignments.json": "{\"format\": 0}"],
      "assignments.json:1 error: \"format\" is a number, but a whole number from 1 is expected. "
        + "Write a whole number from 1 here."),
    Row(
      "another's name", ["reviews/ada.json": "{\"reviewer\": \"ben\"}"],
      "reviews/ada.json:1 error: \"reviewer\" is \"ben\", but the file is named for \"ada\". "
        + "Rename the file, or mend \"reviewer\"."),
    Row(
      "no name", ["reviews/ada.json": "{}"],
      "reviews/ada.json:1 error: the file has no \"reviewer\". Add \"reviewer\"."),
    Row(
      "not on the committee", ["reviews/zoe.json": "{\"reviewer\": \"zoe\"}"],
      "reviews/zoe.json:- error: \"zoe\" is not on the committee, so their reviews do not count. "
        + "Add them to \"committee\" in summit.json, or take the file away."),
    Row(
      "no chair", ["decisions/ben.json": "{\"chair\": \"ben\"}"],
      "decisions/ben.json:- error: \"ben\" is no chair, so their decisions do not count. "
        + "Give them the role \"chair\" in summit.json, or take the file away."),
    Row(
      "a name in capitals", ["reviews/Ben.json": "{\"reviewer\": \"ben\"}"],
      "reviews/Ben.json:- error: the name \"Ben\" is no id, so the file does not count. "
        + "Rename it to ben.json."),
    Row(
      "names that differ in capitals",
      ["reviews/ben.json": "{\"reviewer\": \"ben\"}", "reviews/Ben.json": "{}"],
      "reviews/Ben.json:- error: the name differs from ben.json only in capital letters, so the "
        + "file does not count. Merge the two by hand: some computers take them for one file, and "
        + "lose the other."),
    Row(
      "another ending", ["reviews/notes.txt": ""],
      "reviews/notes.txt:- warning: the file is not read: its name does not end in .json. "
        + "Rename it, or take it out of the folder."),
    Row(
      "a misspelt name", ["proposal.json": "{}"],
      "proposal.json:- warning: the file is not read (did you mean \"proposals.json\"?). "
        + "Rename it, or take it out of the folder."),
  ]

  static let reviews: [Row] = [
    Row(
      "status", adas("reviews", "\"p1\": {\"status\": \"scord\", \(at)}"),
      "reviews/ada.json:2 error: \"status\" is \"scord\" (did you mean \"scored\"?). It is one of "
        + "scored, draft, abstained, conflict, skipped, cleared."),
    Row(
      "a score off the scale",
      adas("reviews", "\"p1\": {\"status\": \"draft\", \(at),\n\"scores\": {\"content\": 9}}"),
      "reviews/ada.json:3 error: \"content\" is off the scale 1 to 5. Write a score of the scale."),
    Row(
      "no score", adas("reviews", "\"p1\": {\"status\": \"scored\", \(at)}"),
      "reviews/ada.json:2 error: the review is \"scored\" but has no score. "
        + "Add the scores, or make the status \"draft\"."),
    Row(
      "confidence", adas("reviews", "\"p1\": {\"status\": \"skipped\", \(at), \"confidence\": 6}"),
      "reviews/ada.json:2 error: \"confidence\" is off its scale. It is 1 to 5."),
    Row(
      "digest", adas("reviews", "\"p1\": {\"status\": \"skipped\", \(at), \"digest\": \"x\"}"),
      "reviews/ada.json:2 error: \"digest\" is no digest: \"x\". "
        + "A digest is sha256: and 64 lower-case hexadecimal digits."),
    Row(
      "an impossible day",
      adas("reviews", "\"p1\": {\"status\": \"skipped\",\n\"at\": \"2026-02-30T00:00:00Z\"}"),
      "reviews/ada.json:3 error: \"at\" is no time: \"2026-02-30T00:00:00Z\". "
        + "Write a UTC time that exists, such as 2026-03-20T10:11:12.345Z."),
    Row(
      "twice",
      adas(
        "reviews",
        "\"p1\": {\"status\": \"skipped\", \(at)},\n\"p1\": {\"status\": \"skipped\", \(at)}"),
      "reviews/ada.json:3 error: there are two entries of \"p1\"; neither counts. "
        + "Keep one of the two."),
    Row(
      "a key twice in an entry",
      adas("reviews", "\"p1\": {\"status\": \"skipped\", \(at),\n\"status\": \"skipped\"}"),
      "reviews/ada.json:3 error: the key \"status\" stands twice in its object. "
        + "Keep one of the two, so that it is clear which one counts."),
    Row(
      "an unknown proposal", adas("reviews", "\"p9\": {\"status\": \"skipped\", \(at)}"),
      "reviews/ada.json:2 warning: a review names the proposal \"p9\", which proposals.json does "
        + "not have. Mend the id, or import the proposal; what is said is kept."),
    Row(
      "no time", adas("reviews", "\"p1\": {\"status\": \"skipped\"}"),
      "reviews/ada.json:2 warning: the review of \"p1\" has no time, so that any other version of it "
        + "replaces it. Add \"at\" with the UTC time at which it was said."),
    Row(
      "no time of a comment",
      adas("reviews", "\"p1\": {\"status\": \"draft\",\n\"comment\": \"good\"}"),
      "reviews/ada.json:3 warning: the comment on \"p1\" has no time, so that any other version of "
        + "it replaces it. Add \"commentAt\" with the UTC time at which it was said."),
    Row(
      "the future",
      adas("reviews", "\"p1\": {\"status\": \"skipped\",\n\"at\": \"2036-01-01T00:00:00.000Z\"}"),
      "reviews/ada.json:3 warning: the review of \"p1\" has a time in the future, 2036-01-01 00:00 "
        + "UTC: it stands over all that is said before then. Set the clock of that computer right, "
        + "and the time here to one that has been."),
    Row(
      "a draft with all",
      adas("reviews", "\"p1\": {\"status\": \"draft\", \(at), \"scores\": {\"content\": 4}}"),
      "reviews/ada.json:2 warning: the review of \"p1\" has every score and is a \"draft\", so it "
        + "does not count. If it is finished, make the status \"scored\"."),
    Row(
      "an unknown criterion",
      adas(
        "reviews",
        "\"p1\": {\"status\": \"scored\", \(at), \"scores\": {\"content\": 4,\n\"contnt\": 3}}"),
      "reviews/ada.json:3 warning: the review of \"p1\" scores \"contnt\", which the rubric does not "
        + "have (did you mean \"content\"?); it does not count. "
        + "Mend the name, or add the criterion to summit.json."),
    Row(
      "an unknown round",
      adas("reviews", "\"p1\": {\"status\": \"skipped\", \(at), \"round\": \"man\"}"),
      "reviews/ada.json:2 warning: the review of \"p1\" names the round \"man\", which the summit "
        + "does not have (did you mean \"main\"?). Mend the name, or add the round to summit.json."),
    Row(
      "a misspelt key",
      adas("reviews", "\"p1\": {\"status\": \"skipped\", \(at),\n\"resaon\": \"late\"}"),
      "reviews/ada.json:3 warning: the key \"resaon\" says nothing here (did you mean \"reason\"?). "
        + "Mend the key; until then its value is kept and not read."),
    Row(
      "compared with itself",
      adas("comparisons", "\"p1\": {\n\"p1\": {\"outcome\": \"tied\", \(at)}}"),
      "reviews/ada.json:3 error: a proposal is compared with itself. Take the comparison out."),
    Row(
      "compared in the wrong order",
      adas("comparisons", "\"p2\": {\n\"p1\": {\"outcome\": \"tied\", \(at)}}"),
      "reviews/ada.json:3 error: the keys of a comparison are not in order. Put the id that stands "
        + "first by bytes first, and exchange \"first\" and \"second\"; \"lectern check --fix\" "
        + "does that for one's own."),
    Row(
      "a comparison of nothing",
      adas("comparisons", "\"p1\": {\n\"p9\": {\"outcome\": \"tied\", \(at)}}"),
      "reviews/ada.json:3 warning: a comparison names the proposal \"p9\", which proposals.json does "
        + "not have. Mend the id, or import the proposal; what is said is kept."),
    Row(
      "a comparison without a time",
      adas("comparisons", "\"p1\": {\n\"p2\": {\"outcome\": \"tied\"}}"),
      "reviews/ada.json:3 warning: the comparison of \"p1\" and \"p2\" has no time, so that any "
        + "other version of it replaces it. Add \"at\" with the UTC time at which it was said."),
    Row(
      "a remark without text",
      adas("discussion", "\"d1\": {\"proposal\": \"p1\", \"text\": \" \", \(at)}"),
      "reviews/ada.json:2 warning: the remark \"d1\" has no text. "
        + "Give it a text, or take it back with \"cleared\": true."),
    Row(
      "a remark of nothing",
      adas("discussion", "\"d1\": {\"text\": \"so\",\n\"proposal\": \"p9\", \(at)}"),
      "reviews/ada.json:3 warning: the remark \"d1\" names the proposal \"p9\", which proposals.json "
        + "does not have. Mend the id, or import the proposal; what is said is kept."),
  ]

  static let chairs: [Row] = [
    Row(
      "decision", decided("\"p1\": {\"decision\": \"acept\", \(at)}"),
      "decisions/ada.json:2 error: \"decision\" is \"acept\" (did you mean \"accept\"?). "
        + "It is one of accept, waitlist, decline, undecided."),
    Row(
      "decision without a time", decided("\"p1\": {\"decision\": \"accept\"}"),
      "decisions/ada.json:2 warning: the decision of \"p1\" has no time, so that any other version "
        + "of it replaces it. Add \"at\" with the UTC time at which it was said."),
    Row(
      "withdrawn and accepted", decided("\"p3\": {\"decision\": \"accept\", \(at)}"),
      "decisions/ada.json:2 warning: \"p3\" is accepted, and has been withdrawn. "
        + "Decide it anew, or ask the speaker."),
    Row(
      "assigned to nobody", ["assignments.json": "{\"assignments\": {\n\"bem\": [\"p1\"]}}"],
      "assignments.json:2 warning: \"bem\" is not on the committee (did you mean \"ben\"?). "
        + "Mend the id, or add them to \"committee\" in summit.json."),
    Row(
      "assigned twice", ["assignments.json": "{\"assignments\": {\"ben\": [\"p1\",\n\"p1\"]}}"],
      "assignments.json:2 warning: \"ben\" is to read \"p1\" twice. Keep one of the two."),
    Row(
      "assigned though withdrawn",
      ["assignments.json": "{\"assignments\": {\"ben\": [\n\"p3\"]}}"],
      "assignments.json:2 warning: \"ben\" is to read \"p3\", which has been withdrawn. "
        + "Take it out, or assign anew with \"lectern assign\"."),
    Row(
      "assigned to a speaker",
      [
        "assignments.json": "{\"assignments\": {\"ben\": [\n\"p1\"]}}",
        "speakers.json": """
        {"speakers": [{"id": "s", "name": "B", "email": "BEN@example.org",
          "proposals": ["p1", "p2"]}]}
        """,
      ],
      "assignments.json:2 warning: \"ben\" is to read \"p1\", and has a conflict with it. "
        + "Give it to somebody else, or assign anew with \"lectern assign\"."),
    Row(
      "a speaker of nothing",
      [
        "speakers.json":
          "{\"speakers\": [{\"id\": \"s\", \"name\": \"S\", \"proposals\": [\"p1\", \"p2\",\n\"p9\"]}]}"
      ],
      "speakers.json:2 warning: a speaker names the proposal \"p9\", which proposals.json does not "
        + "have. Mend the id, or import the proposal; what is said is kept."),
    Row(
      "no speaker",
      [
        "speakers.json":
          "{\"speakers\": [{\"id\": \"s\", \"name\": \"S\", \"proposals\": [\"p1\"]}]}"
      ],
      "proposals.json:2 warning: the proposal \"p2\" has no speaker in speakers.json. Add the "
        + "proposal to its speaker: conflicts and limits per speaker hang on it."),
    Row(
      "an id twice",
      [
        "proposals.json":
          "{\"proposals\": [{\"id\": \"p1\", \"title\": \"One\"},\n{\"id\": \"p1\", \"title\": \"Two\"}]}"
      ],
      "proposals.json:2 error: a second proposal has the id \"p1\". "
        + "Give each its own id; the first one counts."),
    Row(
      "a source twice",
      [
        "proposals.json": """
        {"proposals": [{"id": "p1", "title": "One", "source": {"system": "s", "id": "7"}},
          {"id": "p2", "title": "Two", "source": {"system": "s", "id": "7"}}]}
        """
      ],
      "proposals.json:2 warning: \"p1\" and \"p2\" come from the same place, \"7\": an import changes "
        + "only one of them. Remove the one that is a copy, or its \"source\"."),
    Row(
      "an unknown area",
      [
        "proposals.json":
          "{\"proposals\": [{\"id\": \"p1\", \"title\": \"One\", \"focusAreas\": [\n\"lake\"]}]}"
      ],
      "proposals.json:2 warning: the proposal \"p1\" names the focus area \"lake\", which the summit "
        + "does not have (did you mean \"lakes\"?). Mend the name, or add the focus area to "
        + "summit.json."),
  ]

  static let events: [Row] = [
    Row(
      "no chair", event("\"chair\"", "\"reviewer\""),
      "summit.json:5 warning: nobody on the committee is a chair, so nobody can decide. "
        + "Give somebody the role \"chair\"."),
    Row(
      "an address twice", event("ben@example.org", "ADA@example.org "),
      "summit.json:7 warning: \"ada\" and \"ben\" have the same e-mail address. Give each their own: "
        + "by it git tells who is who, and who is a speaker."),
    Row(
      "a member twice", event("\"id\": \"ben\"", "\"id\": \"ada\""),
      "summit.json:7 error: a second entry of \"committee\" has the id \"ada\". "
        + "Give each its own id."),
    Row(
      "a rule that is misspelt", event("\"rules\": {", "\"rules\": {\"otherreview\": \"never\", "),
      "summit.json:9 warning: the key \"otherreview\" says nothing here (did you mean "
        + "\"otherReviews\"?). Mend the key; until then its value is kept and not read."),
    Row(
      "rounds in the wrong order",
      event(
        "{\"id\": \"main\", \"name\": \"Main\"}",
        """
        {"id": "main", "name": "Main", "closes": "2026-02-02T00:00:00Z"},
           {"id": "late", "name": "Late", "closes": "2026-01-01T00:00:00Z"}
        """),
      "summit.json:9 warning: the round \"late\" closes before the one that stands before it, "
        + "\"main\". Put the rounds in the order in which they close: the last one is the default."),
    Row(
      "min over max",
      event("\"name\": \"Lakes\"", "\"name\": \"Lakes\", \"slots\": {\"min\": 3, \"max\": 2}"),
      "summit.json:2 error: \"min\" is greater than \"max\". Exchange them."),
    Row(
      "minima over all slots",
      event("\"name\": \"Lakes\"", "\"name\": \"Lakes\", \"slots\": {\"min\": 3}"),
      "summit.json:2 warning: the focus areas want at least 3 proposals, but the programme has 2 "
        + "slots. Lower a \"min\", or raise \"slots\" in \"rules\"."),
    Row(
      "at most one of one", event("\"slots\": 2", "\"slots\": 2, \"atMostOne\": [[\"p1\"]]"),
      "summit.json:9 warning: a group of \"atMostOne\" names fewer than two proposals, so it says "
        + "nothing. Add the other proposals, or remove the group."),
    Row(
      "at most one of nothing",
      event("\"slots\": 2", "\"slots\": 2, \"atMostOne\": [[\"p1\", \"p9\"]]"),
      "summit.json:9 warning: \"atMostOne\" names the proposal \"p9\", which proposals.json does not "
        + "have. Mend the id, or import the proposal; what is said is kept."),
    Row(
      "a broken rule", event("\"slots\": 2", "\"slots\": -2"),
      "summit.json:9 error: \"slots\" is a number, but a whole number from 0 is expected. "
        + "Write a whole number from 0 here."),
  ]

  @Test(arguments: files + reviews + chairs + events)
  func everyFaultHasItsPlaceAndRemedy(row: Row) async throws {
    let temporary = TemporaryFolder()
    temporary.write(Self.summit, to: "summit.json")
    temporary.write(Self.proposals, to: "proposals.json")
    for (name, text) in row.files { temporary.write(text, to: name) }
    #expect(try await Self.told(of: temporary) == [row.fault])
  }

  static func told(
    of temporary: TemporaryFolder, to viewer: Identifier? = ada,
    at now: Timestamp = Sample.time(0)
  ) async throws -> [String] {
    do throws(StoreError) {
      let loaded = try await ReviewFolder(temporary.path).load()
      return loaded.check(for: viewer, at: now).map { $0.told }
    } catch {
      return [error.fault.inFile("summit.json").told]
    }
  }

  @Test func aSoundFolderHasNone() async throws {
    let temporary = TemporaryFolder()
    temporary.write(Self.summit, to: "summit.json")
    temporary.write(Self.proposals, to: "proposals.json")
    temporary.write("\u{FEFF}{\"reviewer\": \"ada\"}\r\n", to: "reviews/ada.json")
    #expect(try await Self.told(of: temporary).isEmpty)
  }

  @Test func aConflictOfSomebodyElsesIsNotTold() async throws {
    let temporary = TemporaryFolder()
    temporary.write(Self.summit, to: "summit.json")
    temporary.write(Self.proposals, to: "proposals.json")
    temporary.write(#"{"assignments": {"ada": ["p1"]}}"#, to: "assignments.json")
    let conflict = #""p1": {"status": "conflict", \#(Self.at)}"#
    for (name, text) in Self.adas("reviews", conflict) { temporary.write(text, to: name) }
    #expect(try await Self.told(of: temporary, to: ada).count == 1)
    #expect(try await Self.told(of: temporary, to: ben).isEmpty)
    #expect(try await Self.told(of: temporary, to: nil).isEmpty)
  }

  @Test func whatIsOddInAReviewIsToldToItsWriterAndToChairs() async throws {
    let temporary = TemporaryFolder()
    temporary.write(Self.summit, to: "summit.json")
    temporary.write(Self.proposals, to: "proposals.json")
    temporary.write(
      #"{"reviewer": "ben", "reviews": {"p1": {"status": "skipped"}}}"#, to: "reviews/ben.json")
    #expect(try await Self.told(of: temporary, to: ada).count == 1)
    #expect(try await Self.told(of: temporary, to: ben).count == 1)
    #expect(try await Self.told(of: temporary, to: nil).isEmpty)
    temporary.remove("reviews/ben.json")
    temporary.write(
      #"{"reviewer": "ada", "reviews": {"p1": {"status": "skipped"}}}"#, to: "reviews/ada.json")
    #expect(try await Self.told(of: temporary, to: ben).isEmpty)
  }

  @Test func oldTemporaryFilesAndLinksThatLeadOutAreNamed() async throws {
    let (temporary, outside) = (TemporaryFolder(), TemporaryFolder())
    temporary.write(Self.summit, to: "summit.json")
    temporary.write(Self.proposals, to: "proposals.json")
    temporary.write("", to: "reviews/.lectern-1-x.tmp")
    outside.write(#"{"reviewer": "ada"}"#, to: "ada.json")
    temporary.link("reviews/ada.json", to: outside.path.appending("ada.json"))
    let stamp = try #require(
      try RealFileSystem().stamp(of: temporary.path.appending("reviews/.lectern-1-x.tmp")))
    let written = Timestamp(milliseconds: stamp.modified / 1_000_000)
    let told = try await Self.told(of: temporary, at: written.adding(milliseconds: 90_000_000))
    #expect(told.count == 2)
    #expect(told[0].hasPrefix("reviews/.lectern-1-x.tmp:- warning: a program that was ended"))
    #expect(told[1].hasPrefix("reviews/ada.json:- warning: a link leads out of the folder, to "))
    // Somebody may still be writing one that is younger.
    #expect(try await Self.told(of: temporary, at: written).count == 1)
    let folder = ReviewFolder(temporary.path)
    #expect(folder.mends(for: nil, in: Sample.event, at: written).isEmpty)
    let mends = folder.mends(
      for: nil, in: Sample.event, at: written.adding(milliseconds: 90_000_000))
    for mend in mends { _ = try folder.perform(mend, rescue: temporary.rescue, at: written) }
    #expect(temporary.names(in: "reviews") == ["ada.json"])
  }

  @Test func whatIsNoFileOrCannotBeReadIsNamed() async throws {
    let temporary = TemporaryFolder()
    temporary.write(Self.summit, to: "summit.json")
    temporary.write(Self.proposals, to: "proposals.json")
    temporary.write("", to: "reviews/ada.json/inside")
    temporary.link("reviews/ben.json", to: temporary.path.appending("nowhere"))
    let told = try await Self.told(of: temporary)
    #expect(told.count == 2)
    #expect(told[0].hasPrefix("reviews/ada.json:- error: cannot be read: "))
    #expect(told[1].hasPrefix("reviews/ben.json:- error: this is a link that leads nowhere. "))
  }
}

extension TemporaryFolder {
  fileprivate func link(_ name: String, to target: FilePath) {
    try? RealFileSystem().makeFolder(path.appending(name).containingFolder, isPrivate: false)
    _ = target.withPlatformString { target in
      path.appending(name).withPlatformString { symlink(target, $0) }
    }
  }
}

extension Fault {
  fileprivate var told: String {
    let line = position.map { "\($0.line)" } ?? "-"
    return "\(path ?? ""):\(line) \(severity.rawValue): \(problem). \(remedy)."
  }
}
