package import ReviewCore
import SystemPackage

/// A file of a review folder.
package enum FolderFile: Hashable, Sendable {
  /// The event: focus areas, rubric, committee, rules.
  case summit
  /// The proposals.
  case proposals
  /// Who submitted them.
  case speakers
  /// Who should read what.
  case assignments
  /// All that one reviewer says.
  case reviews(Identifier)
  /// All that one chair decided.
  case decisions(Identifier)

  /// The files that stand in the folder itself.
  package static let topLevel: [FolderFile] = [.summit, .proposals, .speakers, .assignments]

  /// Its name in the folder that holds it.
  package var name: String {
    switch self {
    case .summit: "summit.json"
    case .proposals: "proposals.json"
    case .speakers: "speakers.json"
    case .assignments: "assignments.json"
    case .reviews(let person), .decisions(let person): "\(person).json"
    }
  }

  /// The folder that holds it, in the review folder; nil for the review folder itself.
  package var subfolder: String? {
    switch self {
    case .summit, .proposals, .speakers, .assignments: nil
    case .reviews: Self.reviewsFolder
    case .decisions: Self.decisionsFolder
    }
  }

  /// The folder of review files.
  package static let reviewsFolder = "reviews"
  /// The folder of decision files.
  package static let decisionsFolder = "decisions"

  /// Its path in the review folder, as faults name it.
  package var relativePath: String { subfolder.map { "\($0)/\(name)" } ?? name }
}

extension FolderFile {
  /// The file of a path in the review folder; nil for what is none.
  init?(relativePath: String) {
    if let file = Self.topLevel.first(where: { $0.name == relativePath }) {
      self = file
      return
    }
    let parts = relativePath.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let person = Self.person(ofFile: String(parts[1])) else { return nil }
    switch parts[0] {
    case Self.reviewsFolder[...]: self = .reviews(person)
    case Self.decisionsFolder[...]: self = .decisions(person)
    default: return nil
    }
  }
}
