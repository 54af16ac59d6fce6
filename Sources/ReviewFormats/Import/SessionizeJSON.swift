package import ReviewCore

/// Sessionize's API v2, view All.
///
/// Sessions join their categories through `categoryItems` and their questions through
/// `questionAnswers`; service sessions are no proposals. Older files lack `status`, `isInformed`,
/// `isConfirmed`, `liveUrl` and `recordingUrl`. There are no e-mails in it.
package enum SessionizeJSON: ImportFormat {
  /// The name of the system.
  package static let system = "sessionize"
  /// What the file is, for messages.
  package static let summary = "Sessionize's JSON, view All (sessions, speakers, categories, …)"
  /// Its syntax.
  package static let syntax = ImportContent.Syntax.json

  /// Looks at the header or the outermost keys.
  package static func recognises(_ content: ImportContent) -> Bool {
    guard case .json(let document) = content else { return false }
    let root = document.root
    return root["sessions"]?.kind == .array
      && (root["speakers"]?.kind == .array || root["categories"]?.kind == .array)
  }

  /// Reads the submissions and who made them. O(bytes).
  ///
  /// - Throws: `Fault` where what every such file has is not there.
  package static func read(
    _ content: ImportContent, into file: inout ImportedFile
  ) throws(Fault) {
    let root = try document(content).root
    try root.requireObject("the file")
    guard root["sessions"] != nil else {
      throw Fault(
        position: root.position, problem: "there is no \"sessions\"",
        remedy: "Export the view All from Sessionize's API")
    }
    var reader = SessionizeView()
    try reader.readLists(of: root, into: &file)
    for session in try root.list("sessions") {
      do throws(Fault) { try reader.read(session, into: &file) } catch { file.faults.append(error) }
    }
    file.speakers = reader.speakers
  }
}
