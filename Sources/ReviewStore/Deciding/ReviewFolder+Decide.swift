package import ReviewCore
package import SystemPackage

/// What a chair's decision did.
package struct DecideOutcome: Sendable {
  /// Whose decisions these are.
  package var chair: Identifier
  /// All that this chair decided, as it stands on the disk now.
  package var decisions: [ProposalID: Decision]
  /// What in the file cannot be read, with its path in the folder; it was kept as it is.
  package var faults: [Fault]
  /// What the file is now.
  package var stamp: FileStamp?
  /// What of the change does not count, since somebody, another chair perhaps, decided later.
  package var overtaken: Set<ProposalID> = []
  /// Reasons that lost against newer decisions and that the chair did not mean to replace.
  package var lost: [LostText] = []
  /// Where those reasons were put; nil where there is none, or where that failed.
  package var rescued: FilePath?
  /// Why they could not be put anywhere: show them to the person.
  package var rescueError: StoreError?
}

extension ReviewFolder {
  /// Records decisions of one chair, durably, each later than every chair's earlier one: for
  /// commands and scripts.
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
    try decide(by: chair, in: event, rescue: nil, at: now) { mine, others in
      var timed: [ProposalID: Decision] = [:]
      for (proposal, decision) in decisions {
        let times = [others[proposal]?.at, mine[proposal]?.at].compactMap(\.self)
        timed[proposal] = Decision(
          decision.outcome, reason: decision.reason,
          at: Timestamp.of(sayingAt: now, replacing: times.max()), chair: chair)
      }
      return DecisionChange(chair, decisions: timed, replacing: mine)
    }
  }

  /// Merges decisions that were made a moment ago, or long ago, into a chair's file, durably: when
  /// this returns they outlive a power cut.
  ///
  /// Each keeps its time. So a decision that comes late, since the disk was full, does not replace
  /// one that another chair made meanwhile.
  ///
  /// - Parameters:
  ///   - rescue: where reasons go that lose against newer ones.
  ///   - now: the time, for the names of rescue files.
  /// - Throws: `StoreError` like the other one; `StoreError.proposals` names the entries that are in
  ///   the way. That somebody decided later is *not* an error: `DecideOutcome.overtaken` says so.
  package func decide(
    _ change: DecisionChange, in event: Event, rescue: RescueFolder, at now: Timestamp
  ) throws(StoreError) -> DecideOutcome {
    try decide(by: change.chair, in: event, rescue: rescue, at: now) { _, _ in change }
  }

  /// - Parameter body: gets what the chair decided before, and what stands of the others, by
  ///   proposal. It may be called more than once.
  private func decide(
    by chair: Identifier, in event: Event, rescue: RescueFolder?, at now: Timestamp,
    _ body: ([ProposalID: Decision], [ProposalID: Decision]) -> DecisionChange
  ) throws(StoreError) -> DecideOutcome {
    let file = FolderFile.decisions(chair)
    let path = path(of: file)
    do throws(Fault) { try event.checkChair(chair) } catch {
      throw StoreError(error, .notAllowed, in: path)
    }
    let (outcome, stamps) = try rewrite([file], failure: { $0 }) {
      contents throws(StoreError) -> Rewrite<DecideOutcome> in
      let current = try DecisionFile(contents[0], of: chair, at: path)
      let others = standing(besides: chair)
      let change = body(current.decisions, others)
      try current.checkEntries(Set(change.decisions.keys))
      guard let tree = change.rescueFile, !change.isEmpty else {
        return Rewrite(bytes: [nil], outcome: current.outcome)
      }
      let result = DecisionMerge.mergeKeepingLosses(current.tree, tree)
      let bytes = JSONValue.object(result.file).fileBytes
      var outcome = try DecisionFile(
        FileContent(bytes: bytes, stamp: .none), of: chair, at: path
      ).outcome
      outcome.overtaken = change.overtaken(in: outcome.decisions, by: others)
      outcome.lost = change.unseen(result.lost)
      if let rescue, !outcome.lost.isEmpty {
        do throws(StoreError) {
          outcome.rescued = try rescue.keep(outcome.lost, of: chair, at: now)
        } catch {
          outcome.rescueError = error
        }
      }
      // A file that says all of it already keeps its own spacing.
      let isThere = result.file == current.tree ? contents[0]?.bytes : nil
      return Rewrite(bytes: [isThere ?? bytes], outcome: outcome)
    }
    var stamped = outcome
    stamped.stamp = stamps[0]
    return stamped
  }

  /// What stands of each proposal by the files of all other chairs that can be read.
  private func standing(besides chair: Identifier) -> [ProposalID: Decision] {
    var standing: [ProposalID: Decision] = [:]
    let names = (try? fileSystem.list(path.appending(FolderFile.decisionsFolder))) ?? []
    for name in names {
      guard let other = FolderFile.person(ofFile: name), other != chair,
        case .document(let document, _) = read(.decisions(other)),
        let reading = try? DecisionReader.read(document, chair: other)
      else { continue }
      standing.merge(reading.value) { $0.stands(over: $1) ? $0 : $1 }
    }
    return standing
  }
}

extension DecisionChange {
  /// What of this change does not stand: by the chair's own file, or against other chairs.
  fileprivate func overtaken(
    in stored: [ProposalID: Decision], by others: [ProposalID: Decision]
  ) -> Set<ProposalID> {
    var overtaken: Set<ProposalID> = []
    for (id, decision) in decisions {
      if stored[id] != decision || others[id]?.stands(over: decision) ?? false {
        overtaken.insert(id)
      }
    }
    return overtaken
  }
}

/// A decision file, known to be one that may be written.
private struct DecisionFile {
  let path: FilePath
  var tree: JSONObject
  var decisions: [ProposalID: Decision] = [:]
  var outcome: DecideOutcome
  private var keys: [(id: ProposalID, position: SourcePosition)] = []

  init(_ content: FileContent?, of chair: Identifier, at path: FilePath) throws(StoreError) {
    self.path = path
    outcome = DecideOutcome(chair: chair, decisions: [:], faults: [])
    tree = JSONObject(members: [
      ("format", .int(FileHeader.currentFormat)), ("chair", .string(chair.text)),
    ])
    guard let content else { return }
    let document = try JSONDocument(writable: content.bytes, at: path, as: .decisions(chair))
    do throws(Fault) {
      let reading = try DecisionReader.read(document, chair: chair)
      decisions = reading.value
      let relativePath = FolderFile.decisions(chair).relativePath
      outcome = DecideOutcome(
        chair: chair, decisions: decisions,
        faults: reading.faults.map { $0.inFile(relativePath) })
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
