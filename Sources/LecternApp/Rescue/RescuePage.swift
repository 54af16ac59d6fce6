package import ReviewCore

/// What could not be saved at an earlier time, as far as the state knows.
package struct Rescued: Hashable, Sendable {
  /// The files that wait to be taken back in or put away, whoever's words they are.
  package var files: [RescuedFile] = []
  /// The names of those that were taken back in and are moved away once that is on the disk.
  var restored: [String] = []
}

/// The page that offers what could not be saved, file by file.
package struct RescuePage: Equatable, Sendable {
  /// Which of the files on offer is shown.
  package var place = 0
  /// Its lines, wrapped.
  package var lines: [StyledLine] = []
  /// The first line on the screen.
  package var offset = 0
  /// What the lines were made of; nil before they were.
  var made: Made?

  /// What the lines depend on.
  struct Made: Equatable, Sendable {
    var columns: Int
    var version: Int
    var file: String
  }
}
