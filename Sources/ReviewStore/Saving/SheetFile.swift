import ReviewCore
import SystemPackage

/// A review file as a save finds it, known to be one that may be written.
struct SheetFile {
  let reviewer: Identifier
  let event: Event
  let path: FilePath
  /// All of it.
  var tree: JSONObject
  /// What of it can be read.
  var sheet: ReviewSheet
  /// What of it cannot.
  var faults: [Fault] = []
  /// Its bytes; nil where it is not there yet.
  var bytes: [UInt8]?
  private var document: JSONDocument?

  /// Reads a file; nil content is a file that is not there yet.
  ///
  /// - Throws: `StoreError` where it must not be written: it is broken, newer, of somebody else, or
  ///   of somebody who is not on the committee.
  init(
    _ content: FileContent?, of reviewer: Identifier, in event: Event, at path: FilePath
  ) throws(StoreError) {
    (self.reviewer, self.event, self.path) = (reviewer, event, path)
    do throws(Fault) { try event.checkMembership(of: reviewer) } catch {
      throw StoreError(error, .notAllowed, in: path)
    }
    tree = ReviewSheet.header(of: reviewer)
    sheet = ReviewSheet(reviewer: reviewer)
    guard let content else { return }
    let document = try JSONDocument(
      writable: content.bytes, at: path, as: .reviews(reviewer))
    do throws(Fault) {
      let reading = try ReviewSheetReader.read(document, reviewer: reviewer, rubric: event.rubric)
      (sheet, faults) = (reading.value, reading.faults)
    } catch {
      throw StoreError(error, .broken, in: path)
    }
    tree = JSONValue(document.root).object ?? tree
    self.document = document
    bytes = content.bytes
  }

  /// The file with a change merged in.
  ///
  /// - Throws: `StoreError` where the change meets an entry that cannot be read, or would not be
  ///   readable itself.
  func merged(with change: SheetChange) throws(StoreError) -> (file: SheetFile, lost: [LostText]) {
    try checkEntries(of: change)
    let result = SheetMerge.merge(tree, change.tree)
    let bytes = JSONValue.object(result.file).fileBytes
    var merged = try SheetFile(
      FileContent(bytes: bytes, stamp: .none), of: reviewer, in: event, at: path)
    merged.tree = result.file
    let unreadable = change.proposals.filter { merged.sheet.reviews[$0] == nil }
    if let id = unreadable.sorted().first {
      let why = merged.entryFault(of: id)?.problem ?? "it is no review"
      throw StoreError(
        .notAllowed, path, problem: "the review of \(id.text.quoted) is not saved: \(why)",
        remedy: "Mend the review", proposals: unreadable)
    }
    return (merged, change.unseen(result.lost))
  }

  /// Refuses a change of entries that stand in the file and cannot be read: whatever they say, it
  /// would be overwritten.
  private func checkEntries(of change: SheetChange) throws(StoreError) {
    guard let root = document?.root else { return }
    let stored = Set((root["reviews"]?.members.map(\.key) ?? []).compactMap { ProposalID($0) })
    let unreadable = change.proposals.filter { stored.contains($0) && sheet.reviews[$0] == nil }
    if let id = unreadable.sorted().first {
      let fault = entryFault(of: id)
      throw StoreError(
        .notAllowed, path, position: fault?.position,
        problem: "the review of \(id.text.quoted) that stands in the file cannot be read, and is "
          + "not written over: " + (fault?.problem ?? "it stands there twice"),
        remedy: fault?.remedy ?? "Keep one of the two", proposals: unreadable)
    }
    try checkComparisons(of: change, root)
    for member in change.tree["discussion"]?.object?.members ?? []
    where root["discussion"]?[member.key] != nil && sheet.discussion[member.key] == nil {
      throw hidden(root["discussion"]?[member.key], "the remark \(member.key.quoted)")
    }
  }

  private func checkComparisons(
    of change: SheetChange, _ root: JSONElement
  ) throws(StoreError) {
    for first in change.tree["comparisons"]?.object?.members ?? [] {
      if let group = root["comparisons"]?[first.key], group.kind != .object {
        var error = hidden(group, "the group of comparisons \(first.key.quoted)")
        error.pairs = change.pairs.filter { $0.first.text.isSameBytes(as: first.key) }
        throw error
      }
      for second in first.value.object?.members ?? [] {
        guard let stored = root["comparisons"]?[first.key]?[second.key] else { continue }
        let pair = ProposalPair(first.key, second.key)
        if pair.flatMap({ sheet.comparisons[$0] }) == nil {
          var error = hidden(
            stored, "the comparison of \(first.key.quoted) and \(second.key.quoted)")
          if let pair { error.pairs = [pair] }
          throw error
        }
      }
    }
  }

  private func hidden(_ element: JSONElement?, _ what: String) -> StoreError {
    StoreError(
      .notAllowed, path, position: element?.position,
      problem: "\(what) that stands in the file cannot be read, and is not written over",
      remedy: "Mend it by hand; \"lectern check\" says what is wrong")
  }

  /// What is wrong with the entry of a proposal, or nil where only its key is.
  private func entryFault(of id: ProposalID) -> Fault? {
    guard let entry = document?.root["reviews"]?[id.text] else { return nil }
    do throws(Fault) {
      if let key = entry.repeatedKey {
        throw Fault(
          position: key.position, problem: "the key \(key.key.quoted) stands twice in it",
          remedy: "Keep one of the two")
      }
      _ = try ReviewSheetReader.review(entry, event.rubric)
      return nil
    } catch {
      return error
    }
  }
}

extension JSONElement {
  /// The text of a key, for messages.
  fileprivate var key: String { string ?? "" }
}

extension JSONDocument {
  /// Reads a file that is about to be written over.
  ///
  /// - Parameter file: which file it is, where that is known: for what to do about a conflict.
  /// - Throws: `StoreError` where it is broken or of a newer version.
  convenience init(
    writable bytes: [UInt8], at path: FilePath, as file: FolderFile? = nil
  ) throws(StoreError) {
    do throws(Fault) {
      try self.init(reading: bytes)
      _ = try FileHeader(root)
    } catch {
      let error = GitConflict.fault(of: bytes, in: file) ?? error
      throw StoreError(error, .broken, in: path)
    }
    if let fault = writingRefusal { throw StoreError(fault, .notAllowed, in: path) }
  }
}
