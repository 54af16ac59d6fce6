import LecternApp
import ReviewCore
import ReviewFormats
import ReviewStore
import SystemPackage

/// An import from its first file to the write: for the command, and beside the interface.
///
/// It blocks; run it where nobody waits. Cancelling its task stops it until it begins to write: what
/// is on the disk is then as it was.
struct ImportRun: Sendable {
  /// The files, as the person named them.
  var files: [String]
  /// Says which column is what; nil where the format is known.
  var mapping: String?
  /// The system, where the person gave one.
  var system: String?
  /// Whether only to say what would change.
  var isDryRun = false
  /// Whether any number may be withdrawn for being missing.
  var withdrawsMissing = false

  /// How far it is.
  enum Progress: Hashable, Sendable {
    /// Reads a file, the `number`th (from 1) of `total`.
    case reading(String, number: Int, total: Int)
    /// Works out what changes.
    case planning
    /// Writes. From here on it cannot be stopped.
    case writing
  }

  /// Where the files of the person are.
  struct Place: Sendable {
    /// What is read with.
    let fileSystem: any FileSystem
    /// The path of a file that somebody named.
    let resolved: @Sendable (String) -> FilePath
  }

  /// Runs it.
  ///
  /// - Parameters:
  ///   - event: what the proposals are of.
  ///   - preview: is given what changes, proposal by proposal.
  ///   - onProgress: is told before each step.
  /// - Returns: what was done, or would be; where it is refused nothing was changed.
  /// - Throws: `CommandFailure` for a file that is not there, `FileError` for one that cannot be
  ///   read, `StoreError` where the folder cannot be written, `CancellationError`. Nothing is
  ///   changed then.
  func run(
    into folder: ReviewFolder, _ event: Event, from place: Place, at now: Timestamp,
    preview: ((ImportPreview) -> Void)? = nil, onProgress: (Progress) -> Void
  ) throws -> ImportReport {
    let imported = try read(from: place, onProgress)
    var report = ImportReport()
    try folder.edit([.proposals, .speakers]) { trees in
      try Task.checkCancellation()
      onProgress(.planning)
      let plan = ImportPlan(
        files: imported, event: event, proposals: trees[.proposals], speakers: trees[.speakers],
        now: now, withdrawMissing: withdrawsMissing)
      report = plan.report
      preview?(plan.preview(over: trees[.proposals]))
      if isDryRun || report.isRefused { return [:] }
      try Task.checkCancellation()
      var changed: [FolderFile: JSONObject] = [:]
      if plan.changesProposals { changed[.proposals] = plan.proposalsFile }
      if plan.changesSpeakers { changed[.speakers] = plan.speakersFile }
      if !changed.isEmpty { onProgress(.writing) }
      return changed
    }
    return report
  }

  private func read(
    from place: Place, _ onProgress: (Progress) -> Void
  ) throws -> [ImportedFile] {
    let mapping = try mapping.map { try Self.file($0, place) }
    return try files.enumerated().map { index, name in
      try Task.checkCancellation()
      onProgress(.reading(name, number: index + 1, total: files.count))
      return FormatRegistry.read(try Self.file(name, place), mapping: mapping, system: system)
    }
  }

  private static func file(_ name: String, _ place: Place) throws -> InputFile {
    guard let content = try place.fileSystem.read(place.resolved(name)) else {
      throw CommandFailure.cannot("\(name): there is no such file.")
    }
    return InputFile(path: name, bytes: content.bytes)
  }
}

extension ImportRun {
  /// What the interface asks for.
  init(_ order: ImportOrder) {
    self.init(
      files: order.files, isDryRun: order.isDryRun, withdrawsMissing: order.withdrawsMissing)
  }
}
