import ReviewCore
import ReviewFormats
import Testing

/// A small summit: three areas, two formats, three levels, two rounds.
func sampleEvent() -> Event {
  var event = Event(name: "Trial")
  var lakehouse = FocusArea(
    id: Identifier("lakehouse")!, name: "Data Lakes, Warehouses and Houses", short: "Lakehouses")
  lakehouse.keywords = ["iceberg", "open table"]
  var agentic = FocusArea(
    id: Identifier("agentic")!, name: "Agentic Architectures", short: "Agentic")
  agentic.keywords = ["mcp", "agents"]
  var storage = FocusArea(
    id: Identifier("storage")!, name: "Stockage à l'échelle", short: "Storage")
  storage.keywords = ["parquet", "agents"]
  event.focusAreas = [lakehouse, agentic, storage]
  event.formats = [
    SessionFormat(id: Identifier("talk-25")!, name: "Talk", minutes: 25),
    SessionFormat(id: Identifier("workshop-90")!, name: "Workshop", minutes: 90),
  ]
  event.levels = ["Introductory", "Intermediate", "Advanced"]
  event.rounds = [
    Round(id: Identifier("early")!, name: "Early (visa)"),
    Round(id: Identifier("main")!, name: "Main"),
  ]
  return event
}

let march = Timestamp("2026-03-20T10:00:00.000Z")!
let april = Timestamp("2026-04-20T10:00:00.000Z")!

func imported(_ text: String, map: String? = nil, system: String? = nil) -> ImportedFile {
  FormatRegistry.read(
    InputFile(path: "in.csv", bytes: Array(text.utf8)),
    mapping: map.map { InputFile(path: "map.json", bytes: Array($0.utf8)) }, system: system)
}

/// A summit folder as trees, into which files are imported one after the other.
struct Folder {
  var event = sampleEvent()
  var proposals: JSONObject?
  var speakers: JSONObject?

  @discardableResult
  mutating func take(
    _ text: String, map: String? = nil, system: String? = nil, at now: Timestamp = march,
    withdrawMissing: Bool = false
  ) -> ImportPlan {
    let plan = ImportPlan(
      files: [imported(text, map: map, system: system)], event: event, proposals: proposals,
      speakers: speakers, now: now, withdrawMissing: withdrawMissing)
    if !plan.report.isRefused {
      proposals = plan.proposalsFile
      speakers = plan.speakersFile
    }
    return plan
  }

  /// What the program would read of `proposals.json`.
  func read() throws -> [Proposal] {
    let file = JSONValue.object(try #require(proposals)).fileBytes
    let reading = try ProposalReader.read(JSONDocument(file))
    #expect(reading.faults.isEmpty)
    return reading.value
  }

  func readSpeakers() throws -> [Speaker] {
    let file = JSONValue.object(try #require(speakers)).fileBytes
    let reading = try SpeakerReader.read(JSONDocument(file))
    #expect(reading.faults.isEmpty)
    return reading.value
  }

  func proposal(_ id: String) throws -> Proposal {
    try #require(try read().first { $0.id.text == id })
  }

  /// Changes one entry as a person would in an editor.
  mutating func edit(_ id: String, _ change: (inout JSONObject) -> Void) {
    var entries = proposals?["proposals"]?.array ?? []
    for index in entries.indices where entries[index].object?["id"] == .string(id) {
      var entry = entries[index].object!
      change(&entry)
      entries[index] = .object(entry)
    }
    proposals?["proposals"] = .array(entries)
  }
}

extension JSONObject {
  var bytes: [UInt8] { JSONValue.object(self).fileBytes }
}
