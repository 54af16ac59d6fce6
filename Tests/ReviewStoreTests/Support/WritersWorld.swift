import ReviewCore
import ReviewStore
import SystemPackage

/// A review folder, all that write into it, and what each of them said: one seed, one story.
///
/// Each writer has a clock of its own, which may be wrong, and sees what it saw last. What a step
/// says is noted; at the end the files must hold what merging all that was said gives.
final class WritersWorld {
  /// What can happen.
  enum Step: CaseIterable {
    /// Somebody at a terminal says something, and it is saved.
    case say
    /// Two things are said before the first is saved, as a queue has them.
    case sayTwice
    /// A terminal takes back what it said.
    case undo
    /// A script changes what the file says at that moment.
    case script
    /// A chair decides.
    case decide
    /// The program is killed at some call of a save, and what was said is said again.
    case kill
    /// git puts another version in the file's place: older, newer, or one that it merged.
    case pull
    /// A sync program leaves a copy, with what was said on another computer.
    case copy
    /// git leaves markers.
    case conflict
    /// What can be mended is mended.
    case mend
    /// The mending is killed.
    case killMend
  }

  private(set) var taken: Set<Step> = []
  private(set) var story: [String] = []
  private let temporary = TemporaryFolder()
  private var random: SplitMix64
  private let event: Event
  private var folder: ReviewFolder { ReviewFolder(temporary.path) }
  private let chairs = [ada, ben]
  private let proposals = [p1, p2]
  /// What each terminal saw last, and by how much its clock is wrong.
  private var seen: [[ProposalID: Review]] = [[:], [:], [:]]
  private let clockErrors: [Int64]
  private var minutes: Int64 = 0
  private var sayings = 0
  /// What was said, as files that hold nothing else.
  private var said: [FolderFile: [[UInt8]]] = [:]
  /// Versions that git has.
  private var history: [FolderFile: [[UInt8]]] = [:]
  /// Texts that somebody said, and those that whoever replaced them had seen.
  private var texts: Set<String> = []
  private var replaced: Set<String> = []
  /// What could not be saved yet: of each terminal, and of the chairs.
  private var waiting: [[SheetChange]] = [[], [], []]
  private var waitingDecisions: [DecisionChange] = []

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    clockErrors = [0, -86_400_000, 3_600_000]
    let summit = Sample.summit.replacing("reviewer\"}", with: "chair\"}")
    temporary.write(summit, to: "summit.json")
    temporary.write(Sample.proposals, to: "proposals.json")
    guard let document = try? JSONDocument(Array(summit.utf8)),
      let reading = try? EventReader.read(document)
    else { preconditionFailure("the sample is well-formed") }
    event = reading.value
    // What a newer version or a script put there stays through all of it.
    let base = Array(#"{"format": 1, "reviewer": "ada", "later": {"kept": true}}"#.utf8)
    said[.reviews(ada)] = [base]
    temporary.write(base, to: "reviews/ada.json")
  }

  private func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

  private func now(of terminal: Int) -> Timestamp {
    minutes += 1
    return Sample.time(minutes * 60_000 + clockErrors[terminal])
  }

  private func text() -> String {
    sayings += 1
    texts.insert("said \(sayings)")
    return "said \(sayings)"
  }

  // MARK: - Steps

  func step() throws {
    let step = Step.allCases[pick(Step.allCases.count)]
    taken.insert(step)
    let before = sayings
    defer { story.append("\(step) \(before + 1)...\(sayings)") }
    switch step {
    case .say: try say(times: 1, at: pick(3))
    case .sayTwice: try say(times: 2, at: pick(3))
    case .undo: try undo(at: pick(3))
    case .script: try script()
    case .decide: try decide(decision(by: chairs[pick(2)]))
    case .kill: try kill()
    case .pull: try pull()
    case .copy: try leaveCopy()
    case .conflict: try leaveConflict()
    case .mend: try mend()
    case .killMend:
      try? mend(on: RealFileSystem(gate: killing()))
    }
  }

  private func say(
    times: Int, at terminal: Int, on fileSystem: any FileSystem = RealFileSystem()
  ) throws {
    for _ in 0..<times { waiting[terminal].append(say(at: terminal)) }
    try save(of: terminal, on: fileSystem)
  }

  /// One register of one review, or a remark, said over what the terminal sees.
  private func say(at terminal: Int) -> SheetChange {
    let (id, time) = (proposals[pick(proposals.count)], now(of: terminal))
    let old = seen[terminal][id]
    if pick(6) == 0 {
      let remark = Remark(proposal: id, text: text(), at: time)
      return noted(SheetChange(ada, remarks: ["d-\(sayings)": remark]))
    }
    var review = old ?? Review(.draft)
    switch pick(3) {
    case 0:
      review.status = .skipped
      review.reason = text()
      review.at = .of(sayingAt: time, replacing: old?.at)
    case 1:
      review.comment = text()
      review.commentAt = .of(sayingAt: time, replacing: old?.commentAt)
    default:
      review.feedback = text()
      review.feedbackAt = .of(sayingAt: time, replacing: old?.feedbackAt)
    }
    return noted(change(to: review, of: id, over: old, at: terminal))
  }

  private func change(
    to review: Review, of id: ProposalID, over old: Review?, at terminal: Int
  ) -> SheetChange {
    seen[terminal][id] = review
    for (before, after) in [
      (old?.reason, review.reason), (old?.comment, review.comment),
      (old?.feedback, review.feedback),
    ] {
      if let before, before != after { replaced.insert(before) }
    }
    return SheetChange(ada, reviews: [id: review], replacing: old.map { [id: $0] } ?? [:])
  }

  private func noted(_ change: SheetChange) -> SheetChange {
    said[.reviews(ada), default: []].append(JSONValue.object(change.tree).fileBytes)
    return change
  }

  /// Saves what waits at a terminal, as its queue does.
  private func save(
    of terminal: Int, on fileSystem: any FileSystem = RealFileSystem()
  ) throws {
    guard let first = waiting[terminal].first else { return }
    let all = waiting[terminal].dropFirst().reduce(first) { $0.followed(by: $1) }
    do throws(StoreError) {
      let rescue = self.rescue(on: fileSystem)
      let outcome = try ReviewFolder(temporary.path, on: fileSystem)
        .save(all, in: event, rescue: rescue, at: Sample.time(0))
      waiting[terminal] = []
      seen[terminal] = outcome.sheet.reviews
      // Another terminal looks at the folder now, or has not looked yet.
      let other = pick(3)
      if waiting[other].isEmpty { seen[other] = outcome.sheet.reviews }
    } catch {
      // The file holds git's markers, or the program is gone: it stays with who said it.
      if case .broken = error.kind { return }
      if case .system = error.kind { return }
      throw error
    }
  }

  private func undo(at terminal: Int) throws {
    let id = proposals[pick(proposals.count)]
    guard let current = seen[terminal][id], current.at != nil else { return }
    var old = Review(.cleared)
    (old.comment, old.commentAt) = (current.comment, current.commentAt)
    (old.feedback, old.feedbackAt) = (current.feedback, current.feedbackAt)
    old.at = .of(sayingAt: now(of: terminal), replacing: current.at)
    waiting[terminal].append(noted(change(to: old, of: id, over: current, at: terminal)))
    try save(of: terminal)
  }

  private func script() throws {
    let (id, time) = (proposals[pick(proposals.count)], now(of: pick(3)))
    let words = text()
    var said: SheetChange?
    do throws(StoreError) {
      do {
        _ = try folder.update(ada, in: event, rescue: rescue(), at: time) { sheet in
          let old = sheet.reviews[id]
          var review = old ?? Review(.draft)
          review.comment = words
          review.commentAt = .of(sayingAt: time, replacing: old?.commentAt)
          if let before = old?.comment { replaced.insert(before) }
          let change = SheetChange(
            ada, reviews: [id: review], replacing: old.map { [id: $0] } ?? [:])
          said = change
          return change
        }
      } catch let error as StoreError {
        throw error
      } catch {
        preconditionFailure("\(error)")
      }
      if let said { _ = noted(said) }
    } catch {
      // A script tells its caller, who has it still.
      texts.remove(words)
    }
  }

  private func decision(by chair: Identifier) -> DecisionChange {
    let id = proposals[pick(proposals.count)]
    let decision = Decision(.accept, reason: text(), at: now(of: pick(3)), chair: chair)
    let change = DecisionChange(chair, decisions: [id: decision])
    if let tree = change.rescueFile {
      said[.decisions(chair), default: []].append(JSONValue.object(tree).fileBytes)
    }
    return change
  }

  private func decide(
    _ change: DecisionChange?, on fileSystem: any FileSystem = RealFileSystem()
  ) throws {
    if let change { waitingDecisions.append(change) }
    var left: [DecisionChange] = []
    for change in waitingDecisions {
      do throws(StoreError) {
        let rescue = self.rescue(on: fileSystem)
        _ = try ReviewFolder(temporary.path, on: fileSystem)
          .decide(change, in: event, rescue: rescue, at: Sample.time(0))
      } catch {
        left.append(change)
      }
    }
    waitingDecisions = left
  }

  private func kill() throws {
    if pick(2) == 0 {
      try say(times: 1, at: pick(3), on: RealFileSystem(gate: killing()))
    } else {
      try decide(decision(by: chairs[pick(2)]), on: RealFileSystem(gate: killing()))
    }
  }

  /// From some call on none is made: what a kill leaves.
  private func killing() -> FailingGate {
    let last = pick(30)
    return FailingGate { $1 >= last ? .ioError : nil }
  }

  // MARK: - Programs that know of no lock

  private func anyFile() -> FolderFile {
    [FolderFile.reviews(ada), .decisions(ada), .decisions(ben)][pick(3)]
  }

  private func bytes(of file: FolderFile) -> [UInt8]? {
    (try? RealFileSystem().read(folder.path(of: file)))?.bytes
  }

  /// A version of a file as another clone or computer has it: an older one, with something new.
  private func elsewhere(_ file: FolderFile) throws -> [UInt8] {
    let old = history[file]?.first ?? said[file]?.first ?? bytes(of: file)
    let count = said[file]?.count ?? 0
    if case .decisions(let chair) = file {
      _ = decision(by: chair)
    } else {
      _ = say(at: pick(3))
    }
    let new = said[file]?[count...].first ?? []
    return try merged(file, (old.map { [$0] } ?? []) + [new])
  }

  private func pull() throws {
    let file = anyFile()
    // git commits, or refuses: what is in the folder is in the history first.
    guard let current = bytes(of: file), isWhole(current) else { return }
    history[file, default: []].append(current)
    let other = try elsewhere(file)
    history[file, default: []].append(other)
    let new: [UInt8]
    switch pick(3) {
    case 0: new = history[file]?.first ?? current
    case 1: new = other
    default: new = try merged(file, [current, other])
    }
    temporary.write(new, to: file.relativePath)
  }

  private func leaveCopy() throws {
    let file = anyFile()
    guard let writer = file.writer else { return }
    let name = "\(file.subfolder ?? "")/\(writer) (conflicted copy \(sayings)).json"
    temporary.write(try elsewhere(file), to: name)
  }

  private func leaveConflict() throws {
    let file = anyFile()
    guard let current = bytes(of: file), isWhole(current) else { return }
    let other = try elsewhere(file)
    let text =
      Array("<<<<<<< HEAD\n".utf8) + current + Array("\n=======\n".utf8) + other
      + Array(">>>>>>> theirs\n".utf8)
    temporary.write(text, to: file.relativePath)
  }

  private func isWhole(_ bytes: [UInt8]) -> Bool { (try? JSONDocument(bytes)) != nil }

  private func mend(on fileSystem: any FileSystem = RealFileSystem()) throws {
    for person in chairs {
      for mend in folder.mends(for: person, in: event, at: Sample.time(0)) {
        let rescue = self.rescue(on: fileSystem)
        _ = try ReviewFolder(temporary.path, on: fileSystem)
          .perform(mend, rescue: rescue, at: Sample.time(0))
      }
    }
  }

  private func merged(_ file: FolderFile, _ versions: [[UInt8]]) throws -> [UInt8] {
    let merged = try file.merging(versions, at: "merged")
    if !merged.lost.isEmpty {
      _ = try rescue().keep(merged.lost, of: file.writer, at: Sample.time(0))
    }
    return merged.bytes
  }

  private func rescue(on fileSystem: any FileSystem = RealFileSystem()) -> RescueFolder {
    RescueFolder([PrivatePlace(temporary.path.appending("state"))], on: fileSystem)
  }

  // MARK: - The end

  /// Everybody comes to an end: conflicts are mended, what waits is saved, clones are merged.
  func settle() throws {
    try mend()
    for terminal in waiting.indices { try save(of: terminal) }
    try decide(nil)
    for file in [FolderFile.reviews(ada), .decisions(ada), .decisions(ben)] {
      let versions = (bytes(of: file).map { [$0] } ?? []) + (history[file] ?? [])
      if versions.isEmpty { continue }
      temporary.write(try merged(file, versions), to: file.relativePath)
    }
  }

  /// What is not as it was promised; empty where all is well.
  func end() throws -> [String] {
    var wrong: [String] = []
    if waiting.contains(where: { !$0.isEmpty }) || !waitingDecisions.isEmpty {
      wrong.append("something still waits")
    }
    for file in [FolderFile.reviews(ada), .decisions(ada), .decisions(ben)] {
      guard var said = said[file] else { continue }
      for place in said.indices.reversed() { said.swapAt(place, pick(place + 1)) }
      let expected = try file.merging(said, at: "expected").bytes
      if try normal(bytes(of: file) ?? []) != normal(expected) {
        wrong.append("\(file.relativePath) is not what was said")
      }
    }
    let names = temporary.names(in: "reviews") + temporary.names(in: "decisions")
    wrong += names.filter { $0.contains("(") }.map { "\($0) is left" }
    wrong += unfound().map { "\($0) is lost" }
    return wrong
  }

  private func normal(_ bytes: [UInt8]) throws -> [UInt8] {
    JSONValue(try JSONDocument(bytes).root).fileBytes
  }

  /// Texts that are neither in the files, nor in the rescue folder, nor were replaced by somebody
  /// who had them before their eyes.
  private func unfound() -> [String] {
    var all = ""
    for folder in ["reviews", "decisions", "state"] {
      for name in temporary.names(in: folder) {
        all += temporary.text(of: "\(folder)/\(name)") ?? ""
      }
    }
    let pieces = Set(all.split(separator: "\"").map(String.init))
    return texts.subtracting(replaced).filter { !pieces.contains($0) }.sorted()
  }
}
