import ReviewCore
import TerminalUI

/// What came of reading the files of a call for papers, for a page.
package struct ImportOutcome: Hashable, Sendable {
  /// The files, as they were typed.
  package let files: [String]
  /// What came of it, line by line.
  package let report: [String]
  /// Which stage it is at.
  package let stage: Stage

  /// How far an import is.
  package enum Stage: Hashable, Sendable {
    /// Nothing is taken over yet; it can be.
    case tried
    /// It cannot be taken over; nothing was changed.
    case refused
  }

  /// The title of its page.
  var title: String {
    let names = files.map(\.lastPathComponent).joined(separator: ", ")
    return switch stage {
    case .tried: "Import of \(names)? Nothing is changed yet"
    case .refused: "Not imported, nothing was changed: \(names)"
    }
  }

  /// The lines of its page.
  func lines(theme: Theme, columns: Int) -> [StyledLine] {
    report.enumerated().flatMap { place, line in
      wrap(line, columns: columns).map {
        StyledLine($0, place == 0 && stage != .refused ? theme.title : theme.text)
      }
    }
  }
}

extension String {
  /// What stands after the last slash of a path.
  var lastPathComponent: String {
    split(separator: "/").last.map(String.init) ?? self
  }
}
