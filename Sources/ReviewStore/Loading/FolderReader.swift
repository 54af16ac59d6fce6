import ReviewCore

/// Reads files of a folder side by side.
struct FolderReader: Sendable {
  let folder: ReviewFolder
  let event: Event
  var files: Set<FolderFile> = []
  let onProgress: LoadProgress.Handler?

  init(folder: ReviewFolder, event: Event, onProgress: LoadProgress.Handler? = nil) {
    self.folder = folder
    self.event = event
    self.onProgress = onProgress
  }

  /// Reads them all. O(bytes), divided by the cores.
  ///
  /// - Throws: `CancellationError` where the task was cancelled; a file that is being read is read
  ///   to its end before that.
  func readAll() async throws -> [ParsedFile] {
    var progress = LoadProgress(read: 0, total: files.count)
    onProgress?(progress)
    return try await withThrowingTaskGroup(of: ParsedFile?.self) { group in
      // The two large files first, each on a core of its own.
      for file in FolderFile.topLevel where files.contains(file) {
        group.addTask { try parseUnlessCancelled(file) }
      }
      for file in files.subtracting(FolderFile.topLevel) {
        group.addTask { try parseUnlessCancelled(file) }
      }
      var parsed: [ParsedFile] = []
      for try await file in group {
        if let file { parsed.append(file) }
        progress.read += 1
        onProgress?(progress)
      }
      // Else what was left out would look as if it were not there.
      try Task.checkCancellation()
      return parsed
    }
  }

  private func parseUnlessCancelled(_ file: FolderFile) throws -> ParsedFile? {
    try Task.checkCancellation()
    return parse(file)
  }

  /// Reads one file; nil where it is missing.
  func parse(_ file: FolderFile) -> ParsedFile? {
    switch folder.read(file) {
    case .missing: return nil
    case .broken(let fault, let stamp):
      return ParsedFile(file: file, state: .init(stamp: stamp, faults: [fault], refusal: fault))
    case .document(let document, let stamp):
      var parsed = ParsedFile(file: file, state: .init(stamp: stamp), document: document)
      do throws(Fault) {
        try parsed.read(document, event)
      } catch {
        let fault = error.inFile(file.relativePath)
        parsed.content = .nothing
        parsed.state.faults = [fault]
        parsed.state.refusal = fault
      }
      return parsed
    }
  }
}

/// One file as it was read, with its text as long as places in it are looked for.
struct ParsedFile: Sendable {
  let file: FolderFile
  var state: LoadedFile
  var content = Content.nothing
  var document: JSONDocument?

  /// What was read.
  enum Content: Sendable {
    case nothing
    case proposals([Proposal])
    case speakers([Speaker])
    case assignments([Identifier: [ProposalID]])
    case sheet(ReviewSheet)
    case decisions([ProposalID: Decision])
  }

  fileprivate mutating func read(_ document: JSONDocument, _ event: Event) throws(Fault) {
    switch file {
    case .summit: break
    case .proposals: content = .proposals(take(try ProposalReader.read(document)))
    case .speakers: content = .speakers(take(try SpeakerReader.read(document)))
    case .assignments: content = .assignments(take(try AssignmentReader.read(document)))
    case .reviews(let reviewer):
      try event.checkMembership(of: reviewer)
      content = .sheet(
        take(try ReviewSheetReader.read(document, reviewer: reviewer, rubric: event.rubric)))
    case .decisions(let chair):
      try event.checkChair(chair)
      content = .decisions(take(try DecisionReader.read(document, chair: chair)))
    }
    state.refusal = document.writingRefusal?.inFile(file.relativePath)
  }

  private mutating func take<Value>(_ reading: Reading<Value>) -> Value {
    state.faults += reading.faults.map { $0.inFile(file.relativePath).ofEntry(in: file) }
    return reading.value
  }
}

extension JSONDocument {
  /// Why a file that can be read is not written: it is of a newer version, or holds what cannot be
  /// written back as it was.
  var writingRefusal: Fault? {
    guard let header = try? FileHeader(root) else { return nil }
    if let fault = header.newerFormatFault(root) { return fault }
    guard let key = illFormedKey else { return nil }
    return Fault(
      position: key.position,
      problem: "a key holds half of a surrogate pair, so the file cannot be written back as it was",
      remedy: "Mend the key by hand; until then the file is only read")
  }
}

extension Event {
  /// Refuses the review file of somebody who is not on the committee.
  func checkMembership(of reviewer: Identifier) throws(Fault) {
    if member(reviewer) != nil { return }
    let near = NearestWord.suggestion(for: reviewer.text, among: committee.map(\.id.text))
    throw Fault(
      problem: "\"\(reviewer)\" is not on the committee\(near), so their reviews do not count",
      remedy: "Add them to \"committee\" in summit.json, or take the file away")
  }

  /// Refuses the decision file of somebody who is no chair.
  func checkChair(_ chair: Identifier) throws(Fault) {
    if member(chair)?.isChair == true { return }
    let what = member(chair) == nil ? "not on the committee" : "no chair"
    throw Fault(
      problem: "\"\(chair)\" is \(what), so their decisions do not count",
      remedy: "Give them the role \"chair\" in summit.json, or take the file away")
  }
}

extension Fault {
  /// The same fault, marked where what it is about may be hidden from somebody.
  func ofEntry(in file: FolderFile) -> Fault {
    var fault = self
    switch file {
    case .reviews, .speakers: fault.isOfEntry = true
    case .summit, .proposals, .assignments, .decisions: break
    }
    return fault
  }
}
