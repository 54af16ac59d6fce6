import ReviewCore
import ReviewStore
import SystemPackage
import Testing

@Suite struct RemarkSaveTests {
  let temporary = TemporaryFolder()

  private func remark(_ text: String, at: Int64) -> Remark {
    Remark(proposal: p1, text: text, at: Sample.time(at))
  }

  @discardableResult
  private func save(
    _ remarks: [String: Remark], replacing old: [String: Remark] = [:],
    into folder: ReviewFolder
  ) throws -> SaveOutcome {
    try folder.save(
      SheetChange(ada, remarks: remarks, replacing: old), in: Sample.event,
      rescue: temporary.rescue, at: Sample.time(0))
  }

  @Test func remarksOfTwoTerminalsStandBesideEachOther() async throws {
    let folder = temporary.sample()
    try save(["d-1": remark("one", at: 1)], into: folder)
    let outcome = try save(["d-2": remark("two", at: 2)], into: folder)
    #expect(outcome.sheet.discussion.mapValues(\.text) == ["d-1": "one", "d-2": "two"])
    #expect(outcome.lost.isEmpty)
    let loaded = try await folder.load()
    #expect(loaded.summit.sheets[ada]?.discussion == outcome.sheet.discussion)
  }

  @Test func whatIsTakenBackOnPurposeIsNotLost() throws {
    let folder = temporary.sample()
    let old = remark("one", at: 1)
    try save(["d-1": old], into: folder)
    let cleared = old.takenBack(at: Sample.time(2))
    let outcome = try save(["d-1": cleared], replacing: ["d-1": old], into: folder)
    #expect(outcome.sheet.discussion == ["d-1": cleared])
    #expect(outcome.lost.isEmpty)
    // An older text does not come back.
    #expect(try save(["d-1": old], into: folder).sheet.discussion == ["d-1": cleared])
  }

  private var state: StateFolder {
    var event = Event(name: "x")
    event.id = "sample"
    return StateFolder(
      of: event, in: ReviewFolder(temporary.path, on: RealFileSystem()),
      environment: ["XDG_STATE_HOME": temporary.path.string], userID: 999_999,
      on: RealFileSystem())
  }

  @Test func whatWasReadIsKeptBesideWhatAnotherTerminalRead() throws {
    let keys = (1...3).map { ReadKey(author: ada, id: "d-\($0) x", at: Sample.time($0)) }
    _ = try state.keep(.read([keys[0], keys[1]], of: ben), at: Sample.time(9))
    _ = try state.keep(
      PrivateChange.read([keys[1]], of: ben).followed(by: .read([keys[2]], of: ben)),
      at: Sample.time(9))
    #expect(state.personal(of: ben).read == Set(keys))
    #expect(state.personal(of: ada).read.isEmpty)
  }

  @Test func viewsAreKeptAndRemovedByTheirNames() throws {
    let view = ViewRecord(query: "is:unread", focusArea: ada, sort: "remark", isDescending: true)
    let other = ViewRecord(query: "")
    _ = try state.keep(.view(view, named: "news / \"x\"", of: ben), at: Sample.time(9))
    _ = try state.keep(.view(other, named: "all", of: ben), at: Sample.time(9))
    #expect(state.personal(of: ben).views == ["news / \"x\"": view, "all": other])
    _ = try state.keep(.view(nil, named: "all", of: ben), at: Sample.time(9))
    #expect(state.personal(of: ben).views == ["news / \"x\"": view])
    #expect(state.personal(of: nil).views.isEmpty)
  }
}
