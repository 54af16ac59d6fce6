import FoundationEssentials
import ReviewCore
import ReviewStore
import SystemPackage
import Testing

@testable import LecternCommands

/// What is taken over of what an editor left; with a real editor on a terminal: EndToEndTests.
@MainActor
@Suite struct ExternalEditorTests {
  let folder: TestFolder
  let file: EditedFile

  init() throws {
    folder = try TestFolder()
    var event = Event(name: "x")
    event.id = "sample"
    let state = StateFolder(
      of: event, in: ReviewFolder(FilePath(folder.path)),
      environment: ["XDG_STATE_HOME": folder.path], userID: 999_999)
    file = try state.edited("one\ntwo", name: "comment-1231798", of: Identifier("ada"))
  }

  private func outcome(
    _ text: String?, _ ending: ExternalEditor.Ending = .exited(0)
  ) throws -> EditorOutcome {
    if let text { try Data(text.utf8).write(to: URL(filePath: file.path.string)) }
    return ExternalEditor.outcome(of: file, holding: "one\ntwo", ending, wasQuick: false)
  }

  private var isGone: Bool { !FileManager.default.fileExists(atPath: file.folder.string) }

  @Test func theFileHoldsTheTextForItsOwnerOnly() throws {
    #expect(file.path.lastComponent == "comment-1231798.md")
    #expect(try String(contentsOfFile: file.path.string, encoding: .utf8) == "one\ntwo\n")
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path.string)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let above = try FileManager.default.attributesOfItem(atPath: file.folder.string)
    #expect(above[.posixPermissions] as? Int == 0o700)
    #expect(file.path.string.contains("/people/ada/"))
  }

  @Test func anotherTextIsTakenOverAndTheFileIsGone() throws {
    try Data().write(to: URL(filePath: file.path.string + "~"))
    #expect(try outcome("\u{FEFF}one\r\nthree\r\n\r\n") == .changed("one\nthree"))
    #expect(isGone)
  }

  @Test func theSameIsNoChange() throws {
    #expect(try outcome(nil) == .unchanged(wasQuick: false))
    #expect(isGone)
  }

  @Test func blanksAreNothing() throws {
    #expect(try outcome(" \n\n\t\n") == .emptied)
  }

  @Test func anEditorThatFailsChangesNothingAndLeavesADraft() throws {
    guard case .failed(let problem, let draft) = try outcome("half", .exited(1)) else {
      Issue.record("it was taken over")
      return
    }
    #expect(problem.hasPrefix("The editor ended with the code 1, so nothing was changed."))
    #expect(problem.contains(file.folder.string))
    #expect(draft == "half")
    #expect(try file.text() == "half")
  }

  @Test func anEditorThatFailsWithoutAWordLeavesNothing() throws {
    #expect(
      try outcome(nil, .exited(2))
        == .failed(
          problem: "The editor ended with the code 2, so nothing was changed.", draft: nil))
    #expect(isGone)
  }

  @Test func whatAKilledEditorSavedBesideTheFileIsTheDraft() throws {
    try Data("saved by nano\n".utf8).write(to: URL(filePath: file.path.string + ".save"))
    guard case .failed(_, let draft) = try outcome(nil, .killed(9)) else {
      Issue.record("it was taken over")
      return
    }
    #expect(draft == "saved by nano")
    #expect(!isGone)
  }

  @Test func whatAKilledEditorLeftUnreadIsKept() throws {
    try Data().write(to: URL(filePath: file.folder.string + "/.comment-1231798.md.swp"))
    guard case .failed(let problem, nil) = try outcome(nil, .killed(15)) else {
      Issue.record("it was taken over")
      return
    }
    #expect(problem.contains("kept in \(file.folder.string)"))
    #expect(!isGone)
  }

  @Test func whatIsNoTextIsToldAndKept() throws {
    try Data([0x61, 0xFF, 0x62]).write(to: URL(filePath: file.path.string))
    guard case .failed(let problem, nil) = try outcome(nil) else {
      Issue.record("it was taken over")
      return
    }
    #expect(problem.contains("no text in UTF-8"))
    #expect(!isGone)
  }

  @Test func whatIsTooLargeIsToldAndKept() throws {
    let text = String(repeating: "x", count: 1_000_001)
    guard case .failed(let problem, nil) = try outcome(text) else {
      Issue.record("it was taken over")
      return
    }
    #expect(problem.contains("longer than a million bytes"))
    #expect(!isGone)
  }

  @Test func aFileThatIsGoneIsTold() throws {
    file.remove()
    guard case .failed(let problem, nil) = try outcome(nil) else {
      Issue.record("it was taken over")
      return
    }
    #expect(problem.hasPrefix("Nothing was changed."))
  }
}
