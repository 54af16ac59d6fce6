package import ReviewCore
import SystemPackage

/// What a chair's decision did.
package struct DecideOutcome: Sendable {
  /// All that this chair decided, as it stands on the disk now.
  package var decisions: [ProposalID: Decision]
  /// What in the file cannot be read, with its path in the folder; it was kept as it is.
  package var faults: [Fault]
  /// What the file is now.
  package var stamp: FileStamp?
}

extension ReviewFolder {
  /// Records decisions of one chair, durably, each later than every chair's earlier one.
  ///
  /// - Parameters:
  ///   - decisions: what is decided; `at` and `chair` are set here: `at` is
  ///     max(now, every chair's time for the proposal + 1 ms).
  /// - Throws: `StoreError` where `chair` is no chair, where the file must not or cannot be written,
  ///   or where an entry of it is in the way that cannot be read; nothing is written then. A broken
  ///   file of another chair is *not* an error: its times are not known.
  package func decide(
    _ decisions: [ProposalID: Decision], by chair: Identifier, in event: Event, at now: Timestamp
  ) throws(StoreError) -> DecideOutcome {
    let file = FolderFile.decisions(chair)
    let path = path(of: file)
    do throws(Fault) { try event.checkChair(chair) } catch {
      throw StoreError(error, .notAllowed, in: path)
    }
    let (outcome, stamps) = try rewrite([file], failure: { $0 }) {
      contents throws(StoreError) -> Rewrite<DecideOutcome> in
      let current = try DecisionFile(contents[0], of: chair, at: path)
      try current.checkEntries(Set(decisions.keys))
      let latest = latestTimes(besides: chair)
      var tree = current.tree
      for (proposal, decision) in decisions {
        let times = [latest[proposal], current.decisions[proposal]?.at].compactMap(\.self)
        let decided = Decision(
          decision.outcome, reason: decision.reason,
          at: Timestamp.of(sayingAt: now, replacing: times.max()), chair: chair)
        tree = DecisionMerge.merge(tree, decided.file(for: proposal))
      }
      if decisions.isEmpty {
        return Rewrite(bytes: [nil], outcome: current.outcome)
      }
      let bytes = JSONValue.object(tree).fileBytes
      let merged = try DecisionFile(
        FileContent(bytes: bytes, stamp: .none), of: chair, at: path)
      return Rewrite(bytes: [bytes], outcome: merged.outcome)
    }
    var stamped = outcome
    stamped.stamp = stamps[0]
    return stamped
  }

  /// When each proposal was last decided, by the files of all other chairs that can be read.
  private func latestTimes(besides chair: Identifier) -> [ProposalID: Timestamp] {
    var latest: [ProposalID: Timestamp] = [:]
    let names = (try? fileSystem.list(path.appending(FolderFile.decisionsFolder))) ?? []
    for name in names {
      guard let other = FolderFile.person(ofFile: name), other != chair,
        case .document(let document, _) = read(.decisions(other)),
        let reading = try? DecisionReader.read(document, chair: other)
      else { continue }
      for (proposal, decision) in reading.value {
        guard let at = decision.at else { continue }
        latest[proposal] = max(at, latest[proposal] ?? at)
      }
    }
    return latest
  }
}

/// A decision file, known to be one that may be written.
private struct DecisionFile {
  let path: FilePath
  var tree: JSONObject
  var decisions: [ProposalID: Decision] = [:]
  var outcome = DecideOutcome(decisions: [:], faults: [])
  private var keys: [(id: ProposalID, position: SourcePosition)] = []

  init(_ content: FileContent?, of chair: Identifier, at path: FilePath) throws(StoreError) {
    self.path = path
    tree = JSONObject(members: [
      ("format", .int(FileHeader.currentFormat)), ("chair", .string(chair.text)),
    ])
    guard let content else { return }
    let document = try JSONDocument(writable: content.bytes, at: path)
    do throws(Fault) {
      let reading = try DecisionReader.read(document, chair: chair)
      decisions = reading.value
      let relativePath = FolderFile.decisions(chair).relativePath
      outcome = DecideOutcome(
        decisions: decisions, faults: reading.faults.map { $0.inFile(relativePath) })
    } catch {
      throw StoreError(error, .broken, in: path)
    }
    tree = JSONValue(document.root).object ?? tree
    for member in document.root["decisions"].map({ Array($0.members) }) ?? [] {
      if let id = ProposalID(member.key) { keys.append((id, member.keyElement.position)) }
    }
  }

  /// Refuses to write over entries that cannot be read, or stand there twice.
  func checkEntries(_ ids: Set<ProposalID>) throws(StoreError) {
    for id in ids.sorted() {
      let entries = keys.filter { $0.id == id }
      guard let last = entries.last, entries.count > 1 || decisions[id] == nil else { continue }
      throw StoreError(
        .notAllowed, path, position: last.position,
        problem: "the decision of \(id.text.quoted) that stands in the file "
          + (entries.count > 1 ? "stands there twice" : "cannot be read")
          + ", and is not written over",
        remedy: "Mend it by hand; \"lectern check\" says what is wrong", proposals: [id])
    }
  }
}

extension FileStamp {
  /// The stamp of bytes that are no file yet.
  static let none = FileStamp(inode: 0, size: 0, modified: 0, changed: 0, permissions: 0)
}
