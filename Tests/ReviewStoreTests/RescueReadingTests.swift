import ReviewCore
import ReviewStore
import SystemPackage
import Testing

/// What was rescued is found again, whatever lies in the folder.
@Suite struct RescueReadingTests {
  let temporary = TemporaryFolder()

  private var rescue: RescueFolder { temporary.rescue }

  private var state: StateFolder {
    StateFolder(
      of: Sample.event, in: ReviewFolder(temporary.path),
      environment: ["XDG_STATE_HOME": temporary.path.string], userID: 999_999)
  }

  private func put(_ text: String, _ name: String) {
    temporary.write(text, to: "state/rescue/\(name)")
  }

  @Test func whatWasKeptIsReadAgain() throws {
    let review = Sample.scored(4, at: 1)
    let pair = try #require(ProposalPair(p1, p2))
    let comparison = Comparison(outcome: .first, at: Sample.time(1))
    let remark = Remark(proposal: p1, text: "so", at: Sample.time(1))
    let change = SheetChange(ada, reviews: [p1: review])
      .followed(by: SheetChange(ada, comparisons: [pair: comparison]))
      .followed(by: SheetChange(ada, remarks: ["d-1": remark]))
    _ = try rescue.keep(change, at: Sample.time(2))
    let decision = Decision(.accept, at: Sample.time(1), chair: ada)
    _ = try rescue.keep(DecisionChange(ada, decisions: [p2: decision]), at: Sample.time(3))
    let lost = LostText(about: "p1", kind: "comment", text: "old", at: nil)
    _ = try rescue.keep([lost], of: ben, at: Sample.time(4))
    let note = PrivateChange.note("n", on: p1, replacing: nil, at: Sample.time(1), of: nil)
    _ = try rescue.keep(note, at: Sample.time(5))
    let files = rescue.files(in: Sample.event).map(\.file)
    #expect(files.map(\.writer) == [ada, ada, ben, nil])
    #expect(files.allSatisfy { $0.problem == nil })
    #expect(
      files.map(\.sayings) == [
        [.review(p1, review), .comparison(pair, comparison), .remark("d-1", remark)],
        [.decision(p2, decision)], [.lost(lost)], [.note(p1, "n")],
      ])
  }

  @Test(arguments: [
    "", "{", "[1]", "{}", "\u{0}", #"{"format": 99}"#, #"{"format": 1, "reviewer": "../x"}"#,
    #"{"format": 1, "reviewer": "ada", "reviews": 7}"#, #"{"format": 1, "chair": 5}"#,
    #"{"format": 1, "reviewer": "ada", "reviews": {"p1": {"status": "x\u001b[2J"}}}"#,
    #"{"format": 1, "lost": {"a": 1}, "notes": [1], "drafts": {"p1": 4}}"#,
  ])
  func whateverLiesThereIsNamedAndBreaksNothing(_ text: String) throws {
    put(text, "x.json")
    put(#"{"format": 1, "reviewer": "ada", "notes": {"p1": {"text": "n"}}}"#, "y.json")
    temporary.write("x", to: "state/rescue/folder.json/file")
    let files = rescue.files(in: Sample.event).map(\.file)
    #expect(files.map(\.name).sorted() == ["folder.json", "x.json", "y.json"])
    let odd = try #require(files.first { $0.name == "x.json" })
    #expect(odd.problem != nil || odd.sayings.isEmpty)
    #expect(files.first { $0.name == "y.json" }?.sayings == [.note(p1, "n")])
  }

  @Test func whatIsPutAwayIsMovedAndNeverDeleted() throws {
    put("{", "x.json")
    let file = try #require(rescue.files(in: Sample.event).first)
    try rescue.putAway(file)
    #expect(temporary.names(in: "state/rescue") == ["kept"])
    #expect(temporary.text(of: "state/rescue/kept/x.json") == "{")
    #expect(temporary.mode(of: "state/rescue/kept") == 0o700)
    try rescue.putAway(file)
    #expect(rescue.files(in: Sample.event).isEmpty)
  }

  /// Whatever fails on the way, the file is in one of the two places.
  @Test func puttingAwayLosesNothingWhereverACallFails() throws {
    var (number, made) = (0, 0)
    repeat {
      let place = TemporaryFolder.inMemory()
      place.write("{", to: "state/rescue/x.json")
      let gate = FaultyDisk(failing: number, with: .noSpace)
      let rescue = RescueFolder(place.rescue.candidates, on: RealFileSystem(gate: gate))
      if let file = place.rescue.files(in: Sample.event).first { try? rescue.putAway(file) }
      made = gate.count
      let files = place.allFiles
      #expect(
        files["state/rescue/x.json"] == "{" || files["state/rescue/kept/x.json"] == "{",
        "call \(number)")
      try place.rescue.files(in: Sample.event).forEach { try place.rescue.putAway($0) }
      #expect(place.allFiles == ["state/rescue/kept/x.json": "{"], "call \(number)")
      number += 1
    } while number <= made
    #expect(number > 10)
  }

  @Test func aTextThatAKilledEditorLeftIsADraftAgain() throws {
    let edited = try state.edited("Half a", name: "speaker-p1", of: ada)
    // While it is edited it is nobody else's.
    #expect(state.leftTexts(of: ada, about: [p1]).isEmpty)
    temporary.write("Half a thought\n", to: relative(edited.path))
    let copy = temporary.path.appending("lectern/sample/people/ada/editing/gone")
    try RealFileSystem().makeFolder(copy, isPrivate: true)
    temporary.write("Half a thought\n", to: relative(copy.appending("speaker-p1.md")))
    let left = state.leftTexts(of: ada, about: [p2, p1])
    #expect(left.map(\.file.sayings) == [[.draft(p1, kind: "speaker", text: "Half a thought")]])
    #expect(state.leftTexts(of: ben, about: [p1]).isEmpty)
    #expect(state.leftTexts(of: ada, about: [p2]).first?.file.problem != nil)
    try state.rescue.putAway(left[0])
    #expect(state.leftTexts(of: ada, about: [p1]).isEmpty)
    #expect(
      temporary.text(of: "lectern/sample/rescue/kept/gone-speaker-p1.md") == "Half a thought\n")
    edited.remove()
  }

  private func relative(_ path: FilePath) -> String {
    String(path.string.dropFirst(temporary.path.string.count + 1))
  }
}
