import ReviewCore
package import TerminalUI

/// A note that is being written.
package struct NoteEditor: Equatable, Sendable {
  /// Which note.
  package private(set) var key: NoteKey
  /// The text.
  package var area: TextArea
  /// What stands there, without what is being written.
  package private(set) var saved: String
  /// The room that the text has on the screen.
  var room: Size?
  /// What is wrong; nil while nothing is known to be.
  package var problem: String?

  /// What is wrong where more is put into a note than it holds.
  static let isFull = "A note holds \(TextArea.limit) characters; what is beyond was left out"

  /// Opens a note on its draft, else on what stands there.
  init(_ key: NoteKey, saved: String, draft: String?) {
    self.key = key
    self.saved = saved
    area = TextArea(draft ?? saved)
  }

  /// Whether it was opened for the person's own editor, and closes with it.
  var isBesideEditor = false

  /// Puts another text in place of what is written.
  mutating func take(_ text: String) {
    area = TextArea(text)
    room = nil
    isBesideEditor = false
  }

  /// Whether what is written differs from what stands there.
  package var isChanged: Bool { area.text != saved }
}
