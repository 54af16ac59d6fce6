import ReviewCore
import ReviewStore
import SystemPackage
import Testing

@Suite struct EventEditTests {
  let temporary = TemporaryFolder()

  @Test func aChairsChangeIsWrittenAndTakenBack() async throws {
    let folder = temporary.sample()
    let before = try await folder.load().summit.event
    let change = try folder.changeEvent(by: ada) { _ in .setRule(.slots(12)) }
    #expect(change.event.rules.slots == 12)
    #expect(try await folder.load().summit.event == change.event)
    #expect(change.inverse == .setRule(.slots(nil)))
    let undone = try folder.changeEvent(by: ada) { event in
      #expect(change.edit.stands(in: event))
      return change.inverse
    }
    #expect(undone.event == before)
  }

  @Test func othersChangeNothing() throws {
    let folder = temporary.sample()
    let before = temporary.text(of: "summit.json")
    #expect(throws: EventEditRefusal.notChair(ben, chairs: [ada])) {
      try folder.changeEvent(by: ben) { _ in .setRule(.slots(12)) }
    }
    #expect(throws: EventEditRefusal.lastChair(ada)) {
      try folder.changeEvent(by: ada) { _ in .removeMember(ada) }
    }
    #expect(temporary.text(of: "summit.json") == before)
  }

  @Test func aBrokenFileIsNotWrittenOver() throws {
    let folder = temporary.sample()
    temporary.write("{", to: "summit.json")
    #expect(throws: StoreError.self) {
      try folder.changeEvent(by: ada) { _ in .setRule(.slots(12)) }
    }
    #expect(temporary.text(of: "summit.json") == "{")
  }
}
