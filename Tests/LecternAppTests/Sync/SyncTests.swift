import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct SyncTests {
  private func script(viewer: Identifier? = ada) -> Script {
    Script(Fixture.state(viewer: viewer))
  }

  private let refusal = ["The server cannot be reached. Check the network.", "git: no route"]

  @Test func aKeySyncsAndTheScreenSaysWhatCameOfIt() throws {
    var script = script()
    script.press("g p")
    let viewer = try #require(script.state.seen.viewer)
    #expect(script.effects == [.sync(viewer)])
    script.send(.synced(["Synced: 1 file sent."]))
    #expect(script.toast == "Synced: 1 file sent.")
  }

  @Test func whatWasSaidIsSavedFirst() throws {
    var script = script()
    script.press(".")
    script.press("a")
    script.type("not my field")
    script.press("Enter")
    #expect(!script.state.isSaved)
    script.press("g p")
    #expect(script.toast.contains("Saving first"))
    let viewer = try #require(script.state.seen.viewer)
    #expect(!script.effects.contains(.sync(viewer)))
    script.send(.saved(revision: 100, news: [:], notice: nil))
    #expect(script.effects.last == .sync(viewer))
  }

  @Test func escapeTakesBackWhatWaits() throws {
    var script = script()
    script.press("a")
    script.type("not my field")
    script.press("Enter g p Esc")
    #expect(script.toast == "Not synced")
    script.send(.saved(revision: 100, news: [:], notice: nil))
    let viewer = try #require(script.state.seen.viewer)
    #expect(!script.effects.contains(.sync(viewer)))
  }

  @Test func escapeStopsWhatGoesOn() {
    var script = script()
    script.press("g p")
    script.send(.worked(Work(name: "Syncing")))
    script.press("Esc")
    #expect(script.effects.last == .stopWork)
  }

  @Test func aFailureStaysUntilItWasRead() {
    var script = script()
    script.press("g p")
    script.send(.syncFailed(refusal))
    for line in refusal { #expect(script.pageText.contains(line)) }
    script.press("Esc")
    #expect(script.state.overlays.isEmpty)
  }

  @Test func aFailureDoesNotComeOverWhatIsWritten() {
    var script = script()
    script.press("g p t")
    script.type("half a")
    script.send(.syncFailed(refusal))
    #expect(script.state.overlays.count == 1)
    #expect(script.toast == "Not synced: g p shows why")
    script.press("Esc g p")
    #expect(script.pageText.contains(refusal[0]))
  }

  @Test func whoIsNobodyIsAskedFirst() {
    var script = script(viewer: nil)
    if script.state.overlays.isEmpty { script.press("g p") }
    #expect(script.state.context == .menu || script.state.context == .picker)
    #expect(script.effects.isEmpty)
  }
}
