import Dispatch
import ReviewCore
import ReviewStore
import Synchronization
import SystemPackage
import Testing

/// What a person keeps for themselves.
@Suite struct PersonalTests {
  let temporary = TemporaryFolder()
  let place = DraftPlace(p1, "comment")

  var state: StateFolder { state(on: RealFileSystem()) }

  func state(on fileSystem: any FileSystem) -> StateFolder {
    var event = Event(name: "x")
    event.id = "sample"
    return StateFolder(
      of: event, in: ReviewFolder(temporary.path, on: fileSystem),
      environment: ["XDG_STATE_HOME": temporary.path.string], userID: 999_999, on: fileSystem)
  }

  @discardableResult
  func keep(_ changes: PrivateChange..., in state: StateFolder? = nil) throws -> PrivateOutcome {
    var outcome = PrivateOutcome()
    for change in changes { outcome = try (state ?? self.state).keep(change, at: Sample.time(9)) }
    return outcome
  }

  func note(
    _ text: String, at: Int64 = 1, replacing: String? = nil, of person: Identifier? = ada
  ) -> PrivateChange {
    .note(text, on: p1, replacing: replacing, at: Sample.time(at), of: person)
  }

  @Test(arguments: [true, false]) func whatIsKeptIsReadAgain(_ isReal: Bool) throws {
    let state = state(on: isReal ? RealFileSystem() : InMemoryFileSystem())
    let session = SessionRecord(
      screen: "rank", proposal: p2, query: "area:lakes", focusArea: Identifier("lakes"),
      sort: "title", isDescending: true, isReading: true, firstRow: 40, scroll: 3)
    try keep(
      note("mine"), .draft("half a", at: place, written: Sample.time(2), of: ada),
      .bookmarks([p2: true, p3: true], of: ada), .session(session, of: ada),
      .settings(.init(usesMouse: false), of: ada), .settings(.init(hintsRead: 2), of: ada),
      in: state)
    var expected = PersonalRecord()
    expected.notes = [p1: PrivateNote("mine", at: Sample.time(1))]
    expected.drafts = [place: PrivateNote("half a", at: Sample.time(2))]
    expected.bookmarks = [p2, p3]
    expected.session = session
    expected.settings.usesMouse = false
    expected.settings.hintsRead = 2
    #expect(state.personal(of: ada) == expected)
  }

  @Test func oneSettingLeavesTheOtherAlone() throws {
    let state = state(on: InMemoryFileSystem())
    let theme = PersonalSettings(theme: "light", themeBefore: "dark")
    try keep(.settings(.init(usesMouse: false), of: ada), in: state)
    try keep(.settings(theme, of: ada), in: state)
    let both = PersonalSettings(usesMouse: false, theme: "light", themeBefore: "dark")
    #expect(state.personal(of: ada).settings == both)
    // The same where the first still waits for the disk.
    let other = self.state(on: InMemoryFileSystem())
    let waiting = PrivateChange.settings(.init(usesMouse: false), of: ada)
    try keep(waiting.followed(by: .settings(theme, of: ada)), in: other)
    #expect(other.personal(of: ada).settings == both)
  }

  @Test func nobodyElseSeesIt() throws {
    try keep(
      note("mine"), .draft("half", at: place, written: Sample.time(2), of: ada),
      .bookmark(p1, true, of: ada), .session(.init(screen: "rank"), of: ada))
    #expect(state.personal(of: ben) == PersonalRecord())
    #expect(state.personal(of: nil) == PersonalRecord())
    try keep(note("nobody's", of: nil))
    #expect(state.personal(of: ada).notes[p1]?.text == "mine")
    #expect(state.personal(of: nil).notes[p1]?.text == "nobody's")
  }

  @Test func onlyTheOwnerOfTheMachineMayLook() throws {
    try keep(note("mine"))
    #expect(temporary.mode(of: "lectern/sample/people/ada/notes.json") == 0o600)
    for folder in ["lectern", "lectern/sample", "lectern/sample/people/ada"] {
      #expect(temporary.mode(of: folder) == 0o700)
    }
    #expect(
      temporary.text(of: "lectern/sample/people/ada/notes.json") == """
        {
          "format": 1,
          "notes": {
            "p1": {
              "at": "\(Sample.time(1))",
              "text": "mine"
            }
          }
        }

        """)
  }

  @Test func anEmptyNoteAndAFinishedDraftAreGone() throws {
    try keep(note("mine"), .draft("half", at: place, written: Sample.time(2), of: ada))
    try keep(
      note("", at: 2, replacing: "mine"), .draft(nil, at: place, written: Sample.time(3), of: ada))
    #expect(state.personal(of: ada).notes.isEmpty)
    #expect(state.personal(of: ada).drafts.isEmpty)
  }

  @Test func bookmarksOfTwoTerminalsStay() throws {
    try keep(.bookmarks([p1: true, p2: true], of: ada))
    try keep(.bookmarks([p3: true, p1: false], of: ada))
    #expect(state.personal(of: ada).bookmarks == [p2, p3])
  }

  @Test func whatSomebodyDidNotSeeIsRescuedWhoeverIsLater() throws {
    try keep(note("one", at: 5))
    let seen = try keep(note("one and more", at: 6, replacing: "one"))
    #expect(seen.rescued == nil)
    let unseen = try keep(note("another", at: 7, replacing: "one"))
    #expect(try text(unseen.rescued).contains("one and more"))
    let late = try keep(note("too late", at: 3))
    #expect(try text(late.rescued).contains("too late"))
    #expect(state.personal(of: ada).notes[p1] == PrivateNote("another", at: Sample.time(7)))
  }

  private func text(_ path: FilePath?) throws -> String {
    let path = try #require(path)
    let content = try #require(try RealFileSystem().read(path))
    return String(decoding: content.bytes, as: UTF8.self)
  }

  @Test(arguments: ["", "{", "[1]", #"{"notes": 7}"#, #"{"notes": {"p1": "x", "p/2": {}}}"#])
  func whatIsBrokenReadsAsEmptyAndIsPutAside(_ text: String) throws {
    let file = "lectern/sample/people/ada/notes.json"
    temporary.write(text, to: file)
    #expect(state.personal(of: ada) == PersonalRecord())
    try keep(note("mine"))
    #expect(state.personal(of: ada).notes[p1]?.text == "mine")
    if !text.hasPrefix(#"{""#) { #expect(temporary.text(of: file + ".broken") == text) }
  }

  @Test func unknownKeysStay() throws {
    let file = "lectern/sample/people/ada/notes.json"
    temporary.write(#"{"x": 1, "notes": {"p1": {"text": "a", "color": "red"}}}"#, to: file)
    try keep(note("b", replacing: "a"))
    let root = try JSONDocument(Array(try #require(temporary.text(of: file)).utf8)).root
    #expect(root["x"]?.number?.int == 1)
    #expect(root["notes"]?["p1"]?["color"]?.string == "red")
    #expect(root["notes"]?["p1"]?["text"]?.string == "b")
  }

  // MARK: - Bookmarks of a version that kept them for all

  @Test func oldBookmarksBelongToWhoIsRemembered() throws {
    let old = #"{"format": 1, "reviewer": "ada", "bookmarks": ["p1", "p2"]}"#
    temporary.write(old, to: "lectern/sample/state.json")
    #expect(state.personal(of: ada).bookmarks == [p1, p2])
    #expect(state.personal(of: ben).bookmarks.isEmpty)
    try keep(.bookmark(p1, false, of: ada))
    #expect(state.personal(of: ada).bookmarks == [p2])
    #expect(temporary.text(of: "lectern/sample/state.json")?.contains("bookmarks") == false)
  }

  @Test func theyStayWithTheirOwnerWhenAnotherIsRemembered() throws {
    temporary.write(
      #"{"format": 1, "reviewer": "ada", "bookmarks": ["p1"]}"#, to: "lectern/sample/state.json")
    try state.remember(reviewer: ben)
    #expect(state.personal(of: ben).bookmarks.isEmpty)
    #expect(state.personal(of: ada).bookmarks == [p1])
  }

  // MARK: - In the background

  @Test func whatChangesWithEveryKeyIsWrittenOnce() throws {
    let saved = Mutex<[Int]>([])
    let queue = SaveQueue<PrivateChange>(
      state: state, now: { Sample.time(0) },
      report: { event in
        if case .saved(let revision, _) = event { saved.withLock { $0.append(revision) } }
      })
    for (revision, text) in ["a", "ab", "abc"].enumerated() {
      queue.keep(.draft(text, at: place, written: Sample.time(1), of: ada), revision: revision)
    }
    #expect(saved.withLock { $0 } == [])
    let left = queue.drain(timeout: .seconds(60))
    #expect(left.rescued.isEmpty && left.lost.isEmpty)
    #expect(saved.withLock { $0 } == [2])
    #expect(state.personal(of: ada).drafts[place]?.text == "abc")
  }

  @Test func whatIsTypedIsWrittenByItself() {
    let done = DispatchSemaphore(value: 0)
    let queue = SaveQueue<PrivateChange>(
      state: state, now: { Sample.time(0) }, report: { _ in done.signal() })
    queue.keep(.draft("abc", at: place, written: Sample.time(1), of: ada), revision: 1)
    done.wait()
    #expect(state.personal(of: ada).drafts[place]?.text == "abc")
    #expect(queue.isEmpty)
  }

  @Test func aDraftStaysUntilTheNoteIsOnTheDisk() throws {
    try keep(.draft("half", at: place, written: Sample.time(1), of: ada))
    temporary.write(#"{"format": 2}"#, to: "lectern/sample/people/ada/notes.json")
    var change = note("whole")
    change = change.followed(by: .draft(nil, at: place, written: Sample.time(2), of: ada))
    #expect(throws: StoreError.self) { try keep(change) }
    #expect(state.personal(of: ada).drafts[place]?.text == "half")
  }

  @Test func textsThatCannotBeWrittenAreRescuedAndPlacesAreNot() throws {
    let gate = FailingGate { call, _ in call == .lock ? .readOnlyFileSystem : nil }
    let queue = SaveQueue<PrivateChange>(
      state: state(on: RealFileSystem(gate: gate)),
      delays: .init(first: .seconds(100), limit: .seconds(100)), now: { Sample.time(0) },
      report: { _ in })
    queue.keep(.session(.init(screen: "rank"), of: ben), revision: 1)
    queue.keep(note("mine"), revision: 2)
    let left = queue.drain(timeout: .seconds(60))
    #expect(left.lost.isEmpty)
    #expect(try left.rescued.map { try text($0).contains("mine") } == [true])
  }
}
