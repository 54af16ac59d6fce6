import FoundationEssentials
import LecternApp
import TerminalUI
import Testing

/// Compares a frame with the text file that holds it.
///
/// A file that is missing is written, and the test fails saying so; with LECTERN_RECORD=1 in the
/// environment every file is written anew.
struct Snapshot {
  let name: String
  var isASCII = false

  func check(_ state: State, _ location: SourceLocation = #_sourceLocation) {
    let canvas = Interface.draw(state, isASCII: isASCII).canvas
    check(canvas.text + "\n", of: state.size, kind: "", location)
    check(canvas.styledText + "\n", of: state.size, kind: ".styled", location)
    checkWithoutRoom(state, location)
  }

  /// Whatever is on the screen: where there is no room for it, the screen says so.
  private func checkWithoutRoom(_ state: State, _ location: SourceLocation) {
    guard ReviewLayout.hasRoom(state.size) else { return }
    let time = state.now
    var small = state
    _ = small.update(.resized(Fixture.tooSmall), at: time)
    let path = Self.folder + "too-small.40x12.txt"
    let recorded = try? String(contentsOfFile: path, encoding: .utf8)
    let drawn = Interface.draw(small).canvas.text + "\n"
    #expect(isASCII || drawn == recorded, "\(name) at 40x12", sourceLocation: location)
  }

  private func check(
    _ drawn: String, of size: Size, kind: String, _ location: SourceLocation
  ) {
    let file = "\(name).\(size.columns)x\(size.rows)\(kind).txt"
    let path = Self.folder + file
    let isRecording = ProcessInfo.processInfo.environment["LECTERN_RECORD"] == "1"
    guard !isRecording, let recorded = try? String(contentsOfFile: path, encoding: .utf8) else {
      do {
        try Data(drawn.utf8).write(to: URL(filePath: path))
      } catch {
        Issue.record("\(file) cannot be written: \(error)", sourceLocation: location)
      }
      if !isRecording {
        Issue.record("\(file) was missing; look at what is in it now", sourceLocation: location)
      }
      return
    }
    guard !drawn.utf8.elementsEqual(recorded.utf8) else { return }
    let message = Self.differences(recorded, drawn)
    Issue.record("\(file) is drawn otherwise:\n\(message)", sourceLocation: location)
  }

  private static let folder =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    .joined(separator: "/") + "/Snapshots/"

  /// The lines that differ, the recorded one first.
  private static func differences(_ recorded: String, _ drawn: String) -> String {
    let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let new = drawn.split(separator: "\n", omittingEmptySubsequences: false)
    return (0..<max(old.count, new.count)).compactMap { line -> String? in
      let (was, now) = (
        old.indices.contains(line) ? old[line] : "(nothing)",
        new.indices.contains(line) ? new[line] : "(nothing)"
      )
      return was.utf8.elementsEqual(now.utf8) ? nil : "\(line): - \(was)\n\(line): + \(now)"
    }.joined(separator: "\n")
  }
}
