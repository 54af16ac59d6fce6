package import ReviewCore
import SystemPackage

extension ReviewFolder {
  /// Merges a change into a review file, durably: when this returns it outlives a power cut.
  ///
  /// - Parameters:
  ///   - event: what scores are checked against, and who is on the committee.
  ///   - rescue: where texts go that lose against newer ones.
  ///   - now: the time, for the names of rescue files.
  /// - Throws: `StoreError` where the file must not or cannot be written; nothing is written then.
  ///   That the file holds something newer is *not* an error: `SaveOutcome.overtaken` says so.
  package func save(
    _ change: SheetChange, in event: Event, rescue: RescueFolder, at now: Timestamp
  ) throws(StoreError) -> SaveOutcome {
    let file = FolderFile.reviews(change.reviewer)
    let path = path(of: file)
    let (outcome, stamps) = try rewrite([file], failure: { $0 }) {
      contents throws(StoreError) -> Rewrite<SaveOutcome> in
      let current = try SheetFile(contents[0], of: change.reviewer, in: event, at: path)
      return try rewrite(current, with: change, rescue, now)
    }
    return outcome.stamped(stamps[0])
  }

  /// Changes reviews by what the file says at that moment: for commands and scripts.
  ///
  /// - Parameter body: gets the sheet as it is on the disk and returns the whole new reviews, with
  ///   the times that `Timestamp.of(sayingAt:replacing:)` gives. It may be called more than once.
  /// - Throws: `StoreError` like `save`, or what `body` throws; nothing is written then.
  package func update(
    _ reviewer: Identifier, in event: Event, rescue: RescueFolder, at now: Timestamp,
    _ body: (ReviewSheet) throws -> [ProposalID: Review]
  ) throws -> SaveOutcome {
    try update(reviewer, in: event, rescue: rescue, at: now) { sheet -> SheetChange in
      let reviews = try body(sheet)
      return SheetChange(
        reviewer, reviews: reviews, replacing: sheet.reviews.filter { reviews[$0.key] != nil })
    }
  }

  /// Changes anything in a review file by what it says at that moment.
  ///
  /// - Parameter body: gets the sheet as it is on the disk. It may be called more than once.
  /// - Throws: `StoreError` like `save`, or what `body` throws; nothing is written then.
  package func update(
    _ reviewer: Identifier, in event: Event, rescue: RescueFolder, at now: Timestamp,
    change body: (ReviewSheet) throws -> SheetChange
  ) throws -> SaveOutcome {
    let file = FolderFile.reviews(reviewer)
    let path = path(of: file)
    let (outcome, stamps) = try rewrite([file], failure: { $0 as any Error }) { contents in
      let current = try SheetFile(contents[0], of: reviewer, in: event, at: path)
      return try rewrite(current, with: body(current.sheet), rescue, now)
    }
    return outcome.stamped(stamps[0])
  }

  /// What the file is to hold, with the texts that lose already kept.
  private func rewrite(
    _ current: SheetFile, with change: SheetChange, _ rescue: RescueFolder, _ now: Timestamp
  ) throws(StoreError) -> Rewrite<SaveOutcome> {
    let (merged, lost) = try current.merged(with: change)
    let relativePath = FolderFile.reviews(change.reviewer).relativePath
    var outcome = SaveOutcome(
      sheet: merged.sheet, faults: merged.faults.map { $0.inFile(relativePath) },
      overtaken: change.overtaken(in: merged.tree), lost: lost)
    if !lost.isEmpty {
      do throws(StoreError) {
        outcome.rescued = try rescue.keep(lost, of: change.reviewer, at: now)
      } catch {
        outcome.rescueError = error
      }
    }
    if change.isEmpty { return Rewrite(bytes: [nil], outcome: outcome) }
    // A file that says all of it already keeps its own spacing.
    let isThere = merged.tree == current.tree
    let bytes = (isThere ? current.bytes : nil) ?? JSONValue.object(merged.tree).fileBytes
    return Rewrite(bytes: [bytes], outcome: outcome)
  }
}

extension SaveOutcome {
  fileprivate func stamped(_ stamp: FileStamp?) -> SaveOutcome {
    var outcome = self
    outcome.stamp = stamp
    return outcome
  }
}

extension SheetChange {
  /// What of this change does not stand in the merged file.
  fileprivate func overtaken(in merged: JSONObject) -> [ProposalID: Set<ReviewPart>] {
    let stored = merged["reviews"]?.object ?? JSONObject()
    var overtaken: [ProposalID: Set<ReviewPart>] = [:]
    for member in tree["reviews"]?.object?.members ?? [] {
      guard let id = ProposalID(member.key), let mine = member.value.object,
        let theirs = stored[member.key]?.object
      else { continue }
      for part in ReviewPart.allCases where part.isSaid(in: mine) {
        if part.of(mine) != part.of(theirs) { overtaken[id, default: []].insert(part) }
      }
    }
    return overtaken
  }
}

extension ReviewPart {
  private static let textKeys: Set<String> = ["comment", "commentAt", "feedback", "feedbackAt"]

  /// Whether an entry says anything of this part: a draft without a time is no judgement.
  fileprivate func isSaid(in entry: JSONObject) -> Bool {
    switch self {
    case .judgement: entry["at"] != nil
    case .comment, .feedback: entry[rawValue] != nil || entry[rawValue + "At"] != nil
    }
  }

  /// The members of an entry that make up this part.
  fileprivate func of(_ entry: JSONObject) -> JSONObject {
    switch self {
    case .judgement: entry.removing(Self.textKeys)
    case .comment, .feedback:
      JSONObject(
        members: entry.members.filter { $0.key == rawValue || $0.key == rawValue + "At" }
          .map { ($0.key, $0.value) })
    }
  }
}
