import ReviewCore

/// What is known of a folder while it is being read.
struct FolderContents {
  var event: Event
  var files: [FolderFile: LoadedFile] = [:]
  var summitDocument: JSONDocument?
  private var base: Summit?
  private var proposals: [Proposal]?
  private var speakers: [Speaker]?
  private var assignments: [Identifier: [ProposalID]] = [:]
  private var sheets: [Identifier: ReviewSheet] = [:]
  private var decisions: [Identifier: [ProposalID: Decision]] = [:]
  private var checks: [ParsedFile] = []

  /// Begins with an event and nothing else.
  init(event: Event) { self.event = event }

  /// Begins with what was read before.
  init(_ previous: LoadedFolder) {
    event = previous.summit.event
    files = previous.files
    base = previous.summit
    proposals = previous.summit.proposals
    speakers = previous.summit.speakers
    assignments = previous.summit.assignments
    sheets = previous.summit.sheets
    decisions = previous.decisionsByChair
  }

  /// Forgets what files said.
  mutating func forget(_ gone: Set<FolderFile>) {
    for file in gone {
      files[file] = nil
      switch file {
      case .summit: break
      case .proposals: (proposals, base) = (nil, nil)
      case .speakers: (speakers, base) = (nil, nil)
      case .assignments: assignments = [:]
      case .reviews(let person): sheets[person] = nil
      case .decisions(let person): decisions[person] = nil
      }
    }
  }

  /// Takes over what files say.
  mutating func take(_ parsed: [ParsedFile]) {
    for file in parsed {
      files[file.file] = file.state
      switch (file.content, file.file) {
      case (.proposals(let read), _): proposals = read
      case (.speakers(let read), _): speakers = read
      case (.assignments(let read), _): assignments = read
      case (.sheet(let read), _): sheets[read.reviewer] = read
      case (.decisions(let read), .decisions(let chair)): decisions[chair] = read
      default: break
      }
    }
    checks = parsed
  }

  /// Puts it all together, and notes what does not fit together.
  mutating func loaded(
    from folder: ReviewFolder, strayFaults: [Fault]
  ) -> LoadedFolder {
    var summit = base ?? Summit(event: event, proposals: proposals ?? [], speakers: speakers)
    summit.sheets = sheets
    summit.assignments = assignments
    summit.decisions = [:]
    for member in event.committee {
      for (proposal, decision) in decisions[member.id] ?? [:] {
        summit.decisions[proposal, default: []].append(decision)
      }
    }
    let areKnown = proposals != nil || files[.proposals] == nil
    let check = CrossCheck(summit: summit, areProposalsKnown: areKnown)
    for file in checks {
      files[file.file]?.faults += check.faults(of: file).map { $0.ofEntry(in: file.file) }
    }
    if let summitDocument { files[.summit]?.faults += check.eventFaults(summitDocument) }
    return LoadedFolder(
      folder: folder, summit: summit, files: files, decisionsByChair: decisions,
      strayFaults: strayFaults)
  }
}
