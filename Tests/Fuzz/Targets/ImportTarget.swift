import ReviewCore
import ReviewFormats

/// The importers: each by itself, and the file that says by itself what it is.
enum ImportTarget {
  /// One for each system that `--from` knows, one that recognises, one for mapping files.
  static let all: [FuzzTarget] =
    FormatRegistry.systems.map { system in
      FuzzTarget(name: "import-\(system)") { try check($0, system: system) }
    } + [
      FuzzTarget(name: "import") { try check($0, system: nil) },
      FuzzTarget(name: "import-mapping", check: checkMapping),
    ]

  private static func check(_ bytes: [UInt8], system: String?) throws {
    let file = FormatRegistry.read(InputFile(path: "in", bytes: bytes), system: system)
    try check(file)
  }

  /// A mapping file and a table, parted by a record separator.
  @Sendable private static func checkMapping(_ bytes: [UInt8]) throws {
    let parts = bytes.split(separator: 0x1E, maxSplits: 1).map(Array.init)
    guard parts.count == 2 else { return }
    let file = FormatRegistry.read(
      InputFile(path: "in", bytes: parts[1]), mapping: InputFile(path: "map", bytes: parts[0]))
    try check(file)
  }

  private static func check(_ file: ImportedFile) throws {
    func plan(_ proposals: JSONObject?, _ speakers: JSONObject?) -> ImportPlan {
      ImportPlan(
        files: [file], event: FuzzSummit.event, proposals: proposals, speakers: speakers,
        now: FuzzSummit.now)
    }
    let first = plan(nil, nil)
    if first.report.isRefused { return }
    let proposals = try JSONDocument(JSONValue.object(first.proposalsFile).fileBytes)
    let read = try ProposalReader.read(proposals)
    try expect(read.faults.allSatisfy { $0.severity == .warning }, "\(read.faults)")
    if let file = first.speakersFile {
      let speakers = try JSONDocument(JSONValue.object(file).fileBytes)
      let faults = try SpeakerReader.read(speakers).faults
      try expect(faults.allSatisfy { $0.severity == .warning }, "\(faults)")
    }
    let again = plan(first.proposalsFile, first.speakersFile)
    try expect(!again.report.isRefused, "what went in is refused the second time")
    try expect(
      !again.changesProposals && !again.changesSpeakers, "the same file again changes something")
  }
}
