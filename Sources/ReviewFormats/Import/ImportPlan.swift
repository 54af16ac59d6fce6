package import ReviewCore

/// What an import changes, worked out before anything is written. Pure.
///
/// - A proposal is matched by `source.system` and `source.id` (by its id, where the entry has no
///   `source.id`). Other entries, and keys that this version does not know, stay as they are.
/// - What the file does not speak of stays: a column that is not in it, an answer to a question
///   that is not in it.
/// - What the source said of focus areas, format, level, round and tags is kept in
///   `source.imported`: without it nobody could tell a chair's change from the source's. A chair's
///   change stays; where the source changed the same field too, a notice shows both.
/// - A proposal that is missing is withdrawn, unless that would be more than one in ten of those
///   of its system that are not withdrawn yet: then none is, but with `withdrawMissing`.
/// - Entries stand in the order of ids; what cannot be read stands behind them, verbatim.
package struct ImportPlan: Sendable {
  /// What changes, and what somebody should know.
  package private(set) var report: ImportReport
  /// The new `proposals.json`.
  package private(set) var proposalsFile: JSONObject
  /// The new `speakers.json`; nil where there is none and the files name nobody.
  package private(set) var speakersFile: JSONObject?
  /// Whether `proposals.json` differs from what there is: else it need not be written.
  package private(set) var changesProposals = false
  /// Whether `speakers.json` differs from what there is: else it need not be written.
  package private(set) var changesSpeakers = false

  /// Works out an import. O(n log n) in entries, and the bytes of all.
  ///
  /// Never fails: with an error in the report's `faults` both files are what they were.
  ///
  /// - Parameters:
  ///   - proposals: `proposals.json` as it is, or nil where there is none yet.
  ///   - speakers: `speakers.json` as it is, or nil where there is none yet.
  ///   - now: The time at which replaced texts end.
  ///   - withdrawMissing: Whether any number may be withdrawn for being missing.
  package init(
    files: [ImportedFile], event: Event, proposals: JSONObject?, speakers: JSONObject?,
    now: Timestamp, withdrawMissing: Bool = false
  ) {
    report = ImportReport()
    report.faults = files.flatMap(\.faults)
    proposalsFile = proposals ?? FileOfEntries.empty("proposals")
    speakersFile = speakers
    var merge = ProposalMerge(existing: proposals, now: now)
    report.faults += merge.faults
    var speakerMerge = SpeakerMerge(existing: speakers)
    report.faults += speakerMerge.faults
    if report.isRefused { return }

    for file in files {
      merge.merge(file, event: event, into: &report)
      speakerMerge.merge(file) { merge.id(of: $0, system: file.system) }
      report.unmapped += file.unmapped
    }
    merge.withdraw(systems: files.map(\.system), isForced: withdrawMissing, into: &report)
    report.faults += merge.faults
    if report.isRefused {
      (report.new, report.changed, report.withdrawn, report.unchanged) = ([], [], [], 0)
      return
    }
    merge.count(into: &report)
    var listed: Set<Unmapped> = []
    report.unmapped.removeAll { !listed.insert($0).inserted }
    if merge.hasChanges || proposals == nil {
      proposalsFile = merge.file
      changesProposals = true
    }
    let hasSpeakers = !speakerMerge.isEmpty && files.contains { $0.hasSpeakers }
    if speakerMerge.hasChanges || (speakers == nil && hasSpeakers) {
      speakersFile = speakerMerge.file
      changesSpeakers = true
    }
  }
}
