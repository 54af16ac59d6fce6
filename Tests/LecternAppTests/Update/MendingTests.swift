import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

/// Copies of one's own file, and conflicts in it, are merged where they are seen.
struct MendingTests {
  private static func script(mender: String?) throws -> Script {
    var script = Script(Fixture.state())
    var fault = Fault(path: "reviews/x (1).json", problem: "this is a copy", remedy: "Merge it")
    fault.mender = mender.flatMap { Identifier($0) }
    script.send(.folderChanged(script.state.summit, faults: [fault]))
    script.press("!")
    return script
  }

  private static var viewer: String {
    get throws { try #require(Fixture.state().seen.viewer).id.text }
  }

  @Test func whatIsMineIsMergedByEnter() throws {
    let viewer = try Self.viewer
    var script = try Self.script(mender: viewer)
    #expect(script.state.context == .mending)
    #expect(script.screen.contains("It is yours: Enter merges it now."))
    script.press("Enter")
    #expect(script.effects.contains(.mend(try #require(Identifier(viewer)))))
    #expect(script.state.overlays.isEmpty)
  }

  @Test(arguments: ["somebody", nil]) func whatIsNotMineIsOnlyShown(mender: String?) throws {
    var script = try Self.script(mender: mender)
    #expect(script.state.context == .page)
    #expect(!script.screen.contains("Enter merges"))
    script.press("Enter")
    #expect(!script.effects.contains { if case .mend = $0 { true } else { false } })
  }

  @Test func escapeMergesNothing() throws {
    var script = try Self.script(mender: try Self.viewer)
    script.press("Esc")
    #expect(script.state.overlays.isEmpty)
    #expect(!script.effects.contains { if case .mend = $0 { true } else { false } })
  }
}
