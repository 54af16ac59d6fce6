import SystemPackage
import Testing

@testable import LecternCommands

@Suite struct EditorCommandTests {
  private func command(
    _ environment: [String: String],
    programs: Set<FilePath> = ["/bin/vi", "/bin/nano", "/bin/emacs", "/opt/my ed"]
  ) throws -> EditorCommand {
    var environment = environment
    environment["PATH"] = "/nowhere:/bin"
    return try EditorCommand(environment: environment) { programs.contains($0) }
  }

  @Test func visualComesBeforeEditorAndBothBeforeWhatIsThere() throws {
    let both = ["VISUAL": "emacs -nw", "EDITOR": "vi"]
    #expect(try command(both).program == "/bin/emacs")
    #expect(try command(both).arguments == ["-nw"])
    #expect(try command(["EDITOR": "vi"]).program == "/bin/vi")
    #expect(try command(["VISUAL": " ", "EDITOR": ""]).program == "/bin/nano")
    #expect(try command([:], programs: ["/bin/vi"]).program == "/bin/vi")
  }

  @Test func aPathIsTakenAsItIs() throws {
    #expect(try command(["EDITOR": #""/opt/my ed" -w"#]).program == "/opt/my ed")
  }

  @Test(arguments: [
    (["EDITOR": "unheard-of -x"], "EDITOR names unheard-of, which is not there"),
    (["VISUAL": "/opt/none", "EDITOR": "vi"], "VISUAL names /opt/none, which is not there"),
    (["EDITOR": "vi 'x"], "EDITOR cannot be understood: ' is not finished in vi 'x"),
  ])
  func aWrongOneIsNoReasonForAnother(_ environment: [String: String], _ problem: String) {
    let error = #expect(throws: EditorCommand.Problem.self) { try command(environment) }
    #expect(error?.description.hasPrefix(problem) == true)
  }

  @Test func withoutAnyItIsSaidWhatToSet() {
    let error = #expect(throws: EditorCommand.Problem.self) { try command([:], programs: []) }
    #expect(error?.description.contains("export EDITOR=nano") == true)
  }
}
