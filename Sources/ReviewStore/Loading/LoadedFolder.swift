package import ReviewCore

/// A review folder as it was read: the summit, what is wrong with the files, and what they were.
package struct LoadedFolder: Sendable {
  /// The folder.
  package let folder: ReviewFolder
  /// All that anybody said.
  package private(set) var summit: Summit
  /// The files that were looked at.
  var files: [FolderFile: LoadedFile]
  /// What each chair decided.
  private(set) var decisionsByChair: [Identifier: [ProposalID: Decision]]
  /// Faults of names in the folder.
  let strayFaults: [Fault]
  /// Copies of files, by path.
  var copies: [FileCopy] = []
  /// What the copies hold that their files do not.
  var copyFaults: [Fault] = []

  init(
    folder: ReviewFolder, summit: Summit, files: [FolderFile: LoadedFile],
    decisionsByChair: [Identifier: [ProposalID: Decision]], strayFaults: [Fault]
  ) {
    self.folder = folder
    self.summit = summit
    self.files = files
    self.decisionsByChair = decisionsByChair
    self.strayFaults = strayFaults
  }

  /// All that is wrong with the folder, by path, then by place. Paths are relative to the folder.
  ///
  /// O(n log n) in the number of faults.
  package var faults: [Fault] {
    (strayFaults + copyFaults + files.values.flatMap(\.faults)).inOrder
  }

  /// Why a file is never written, or nil where it may be.
  ///
  /// A broken file, one of a newer version, one of somebody who may not have it. Saving looks again
  /// for itself; this is for telling people before they begin.
  package func refusal(of file: FolderFile) -> Fault? { files[file]?.refusal }

  /// What a file was when it was read; nil where there was none.
  package func stamp(of file: FolderFile) -> FileStamp? { files[file]?.stamp }

  /// The folder with a sheet that was just saved, so that the next look does not read it again.
  package func including(_ outcome: SaveOutcome) -> LoadedFolder {
    var loaded = self
    loaded.summit.sheets[outcome.sheet.reviewer] = outcome.sheet
    loaded.note(.reviews(outcome.sheet.reviewer), is: outcome.stamp, with: outcome.faults)
    return loaded
  }

  /// The folder with decisions that were just saved, so that the next look does not read them
  /// again. O(decisions of the chair).
  package func including(_ outcome: DecideOutcome) -> LoadedFolder {
    var loaded = self
    let old = loaded.decisionsByChair.updateValue(outcome.decisions, forKey: outcome.chair) ?? [:]
    for proposal in Set(old.keys).union(outcome.decisions.keys) {
      let decisions = summit.event.committee.compactMap {
        loaded.decisionsByChair[$0.id]?[proposal]
      }
      loaded.summit.decisions[proposal] = decisions.isEmpty ? nil : decisions
    }
    loaded.note(.decisions(outcome.chair), is: outcome.stamp, with: outcome.faults)
    return loaded
  }

  private mutating func note(
    _ file: FolderFile, is stamp: FileStamp?, with faults: [Fault]
  ) {
    var state = LoadedFile(stamp: stamp, faults: faults)
    // Warnings about proposals that are not in the summit were found in reading the whole folder.
    state.faults += files[file]?.faults.filter { $0.severity == .warning } ?? []
    files[file] = state
  }
}

/// What is known of one file.
struct LoadedFile: Sendable {
  /// What it was when it was read; nil where it could not even be looked at.
  var stamp: FileStamp?
  /// What is wrong in it, with its path.
  var faults: [Fault] = []
  /// Why it is never written.
  var refusal: Fault?
}
