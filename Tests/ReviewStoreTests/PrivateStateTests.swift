import Glibc
import ReviewCore
import ReviewStore
import SystemPackage
import Testing

@Suite struct PrivateStateTests {
  let temporary = TemporaryFolder()

  func state(
    id: String? = "sample", _ environment: [String: String]? = nil, userID: UInt32 = 999_999
  ) -> StateFolder {
    var event = Event(name: "x")
    event.id = id
    return StateFolder(
      of: event, in: ReviewFolder(temporary.path),
      environment: environment ?? ["XDG_STATE_HOME": temporary.path.string], userID: userID)
  }

  @Test func whoIAmIsRememberedForEachSummit() throws {
    #expect(state().reviewer == nil)
    try state().remember(reviewer: ada)
    #expect(state().reviewer == ada)
    #expect(state(id: "other").reviewer == nil)
    #expect(temporary.mode(of: "lectern/sample/state.json") == 0o600)
    #expect(temporary.mode(of: "lectern/sample") == 0o700)
    #expect(
      temporary.text(of: "lectern/sample/state.json")
        == "{\n  \"format\": 1,\n  \"reviewer\": \"ada\"\n}\n")
  }

  @Test(arguments: ["", "{", "[1]", #"{"reviewer": 7}"#, #"{"reviewer": "A/../B"}"#])
  func aBrokenStateReadsAsEmptyAndIsPutAside(_ text: String) throws {
    temporary.write(text, to: "lectern/sample/state.json")
    #expect(state().reviewer == nil)
    #expect(state().personal(of: ada).bookmarks.isEmpty)
    try state().remember(reviewer: ben)
    #expect(state().reviewer == ben)
    if !text.hasPrefix(#"{""#) {
      #expect(temporary.text(of: "lectern/sample/state.json.broken") == text)
    }
  }

  @Test func aNewerStateIsNotWritten() {
    let text = #"{"format": 2, "reviewer": "ada"}"#
    temporary.write(text, to: "lectern/sample/state.json")
    #expect(state().reviewer == ada)
    #expect(throws: StoreError.self) { try state().remember(reviewer: ben) }
    #expect(temporary.text(of: "lectern/sample/state.json") == text)
  }

  @Test(arguments: [
    "../../etc", "..", ".", "a/b", "A", "ü", "/", "-", String(repeating: "x", count: 500),
  ])
  func anIdThatIsNoSafeNameIsMadeOne(_ id: String) {
    var event = Event(name: "x")
    event.id = id
    let key = StateFolder.key(of: event, in: ReviewFolder(temporary.path))
    #expect(!key.contains("/") && !key.hasPrefix(".") && key.utf8.count < 100)
    event.id = id + "2"
    #expect(key != StateFolder.key(of: event, in: ReviewFolder(temporary.path)))
  }

  @Test func withoutAnIdTheRealPathCounts() throws {
    let event = Event(name: "x")
    try RealFileSystem().makeFolder(temporary.path.appending("a"), isPrivate: false)
    _ = temporary.path.appending("b").withPlatformString { symlink("a", $0) }
    let keys = ["a", "b", "a/../a", "."].map {
      StateFolder.key(of: event, in: ReviewFolder(temporary.path.appending($0)))
    }
    #expect(keys[0] == keys[1] && keys[0] == keys[2])
    #expect(keys[0] != keys[3])
  }

  @Test func homeIsTheFallbackAndThenTheTemporaryFolder() {
    let home = ["HOME": temporary.path.string, "XDG_STATE_HOME": "relative"]
    let last: FilePath = "/tmp/lectern-999999/sample"
    #expect(
      state(id: "sample", home).candidates.map(\.path) == [
        temporary.path.appending(".local/state/lectern/sample"), last,
      ])
    #expect(state(id: "sample", [:]).candidates.map(\.path) == [last])
  }

  @Test func nothingIsMadeBeforeSomethingIsWritten() {
    #expect(state().reviewer == nil)
    #expect(temporary.names().isEmpty)
  }

  @Test func theSameIsRescuedOnce() throws {
    let change = SheetChange(ada, reviews: [p1: Sample.scored(4, at: 1)])
    let rescue = state().rescue
    let first = try rescue.keep(change, at: Sample.time(0))
    #expect(try rescue.keep(change, at: Sample.time(5)) == first)
    let other = SheetChange(ada, reviews: [p1: Sample.scored(5, at: 1)])
    #expect(try rescue.keep(other, at: Sample.time(0)) != first)
    #expect(temporary.names(in: "lectern/sample/rescue").count == 2)
  }

  @Test func aRescuedFileMergesBack() throws {
    let folder = temporary.sample()
    let change = SheetChange(ada, reviews: [p1: Sample.scored(4, at: 1)])
    let path = try #require(try state().rescue.keep(change, at: Sample.time(0)))
    let content = try #require(try RealFileSystem().read(path))
    let tree = try #require(JSONValue(JSONDocument(content.bytes).root).object)
    let outcome = try folder.save(
      SheetChange(ada, tree: tree), in: Sample.event, rescue: temporary.rescue, at: Sample.time(0))
    #expect(outcome.sheet.reviews == [p1: Sample.scored(4, at: 1)])
  }

  @Test func whereTheFirstFolderCannotBeWrittenTheNextOneIs() throws {
    temporary.write("a file", to: "blocked")
    let rescue = RescueFolder([
      PrivatePlace(temporary.path.appending("blocked/rescue")),
      PrivatePlace(temporary.path.appending("second")),
    ])
    let path = try rescue.keep(
      SheetChange(ada, reviews: [p1: Sample.scored(4, at: 1)]), at: Sample.time(0))
    #expect(path?.removingLastComponent() == temporary.path.appending("second"))
    #expect(throws: StoreError.self) {
      try RescueFolder([]).keep([], of: ada, at: Sample.time(0))
    }
  }
}
