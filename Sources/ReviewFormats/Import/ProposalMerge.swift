import ReviewCore

/// Merges what files say into the entries of `proposals.json`.
struct ProposalMerge {
  private var header: JSONObject
  private(set) var entries: [FileOfEntries.Entry<Proposal>] = []
  /// Entries that cannot be read, verbatim, and the ids that they have nevertheless.
  private var unreadable: [JSONValue] = []
  private var unreadableIDs: Set<String> = []
  private var places: [ProposalID: Int] = [:]
  private var placesBySource: [SourceKey: Int] = [:]
  private var states: [ProposalID: State] = [:]
  private let now: Timestamp
  private(set) var faults: [Fault] = []

  private struct SourceKey: Hashable {
    var system: String
    var id: [UInt8]

    init(_ system: String, _ id: String) {
      self.system = system
      self.id = Array(id.utf8)
    }
  }

  private enum State { case new, changed, withdrawn, unchanged }

  init(existing: JSONObject?, now: Timestamp) {
    self.now = now
    header = existing ?? FileOfEntries.empty("proposals")
    if let existing, let fault = FileOfEntries.fault(of: existing, key: "proposals") {
      faults.append(fault)
      return
    }
    for entry in existing?["proposals"]?.array ?? [] {
      guard let tree = entry.object,
        let proposal = FileOfEntries.read(entry, key: "proposals", by: ProposalReader.read),
        places[proposal.id] == nil
      else {
        unreadable.append(entry)
        if let id = entry.object?["id"]?.string { unreadableIDs.insert(id) }
        continue
      }
      enter(proposal, tree)
    }
  }

  private mutating func enter(_ proposal: Proposal, _ tree: JSONObject, isChanged: Bool = false) {
    places[proposal.id] = entries.count
    if let source = proposal.source {
      placesBySource[SourceKey(source.system, source.id ?? proposal.id.text)] = entries.count
    }
    entries.append(.init(value: proposal, tree: tree, isChanged: isChanged))
  }

  /// Whether the file differs from what there was.
  var hasChanges: Bool { entries.contains { $0.isChanged } }

  /// The file: entries in the order of ids, then what cannot be read.
  var file: JSONObject {
    var file = header
    let sorted = entries.sorted { $0.value.id < $1.value.id }
    file["proposals"] = .array(sorted.map { .object($0.tree) } + unreadable)
    return file
  }

  // MARK: - Files

  /// Merges the submissions of a file.
  mutating func merge(_ file: ImportedFile, event: Event, into report: inout ImportReport) {
    var matcher = FieldMatcher(file: file, event: event)
    for submission in file.submissions {
      merge(submission, matcher.fields(of: submission), of: file, matcher, into: &report)
    }
    report.unmapped += matcher.unmapped
  }

  private mutating func merge(
    _ submission: Submission, _ fields: MatchedFields, of file: ImportedFile,
    _ matcher: FieldMatcher, into report: inout ImportReport
  ) {
    if let place = placesBySource[SourceKey(file.system, submission.sourceID)] {
      let id = entries[place].value.id
      if states[id] != nil, !entries[place].value.title.isSameBytes(as: submission.title) {
        faults.append(
          .twoTitles(of: submission.sourceID, at: submission.position).inFile(file.path))
        return
      }
      var update = ProposalUpdate(entries[place].value, entries[place].tree, now: now)
      update.apply(submission, fields, of: file, matcher)
      report.notices += update.notices
      note(update, at: place, isWithdrawn: fields.isWithdrawn)
    } else if let fault = collision(of: submission, file) {
      faults.append(fault)
    } else {
      var proposal = Proposal(id: submission.id, title: submission.title)
      proposal.abstract = submission.abstract?.nonEmpty
      proposal.notes = fields.notes?.nonEmpty
      proposal.source = .init(system: file.system, id: submission.sourceID)
      var update = ProposalUpdate(proposal, proposal.json, now: now)
      update.apply(submission, fields, of: file, matcher)
      enter(update.proposal, update.tree, isChanged: true)
      states[proposal.id] = .new
    }
  }

  private mutating func note(_ update: ProposalUpdate, at place: Int, isWithdrawn: Bool) {
    let id = entries[place].value.id
    let wasWithdrawn = entries[place].value.isWithdrawn
    let isChanged = update.tree != entries[place].tree
    if isChanged {
      entries[place].value = update.proposal
      entries[place].tree = update.tree
      entries[place].isChanged = true
    }
    switch states[id] {
    case .new, .withdrawn: break
    case .changed where !isChanged: break
    default:
      states[id] = isWithdrawn && !wasWithdrawn ? .withdrawn : isChanged ? .changed : .unchanged
    }
  }

  /// What stands in the way of a new entry with this id.
  private func collision(of submission: Submission, _ file: ImportedFile) -> Fault? {
    let id = submission.id.text
    if unreadableIDs.contains(id) {
      return Fault(
        path: file.path, position: submission.position,
        problem: "proposals.json has an entry \(id.quoted) that cannot be read",
        remedy: "Run lectern check, and mend it first")
    }
    guard let place = places[submission.id] else { return nil }
    let owner = entries[place].value.source.map { "from \($0.system)" } ?? "without a source"
    return Fault(
      path: file.path, position: submission.position,
      problem: "proposals.json already has a proposal \(id.quoted), \(owner)",
      remedy: "Where both are the same, give that entry \"source\": {\"id\": "
        + "\(submission.sourceID.quoted), \"system\": \"\(file.system)\"}; else change its id")
  }

  /// The id of the entry that a submission became.
  func id(of submission: Submission, system: String) -> ProposalID? {
    placesBySource[SourceKey(system, submission.sourceID)].map { entries[$0].value.id }
  }

  // MARK: - Withdrawing

  /// Withdraws what is missing in the files of each system.
  mutating func withdraw(
    systems: [String], isForced: Bool, into report: inout ImportReport
  ) {
    for system in Set(systems).sorted() {
      let own = entries.indices.filter {
        let proposal = entries[$0].value
        guard proposal.source?.system.isSameBytes(as: system) == true else { return false }
        // What these files brought, or withdrew themselves, is not at stake.
        switch states[proposal.id] {
        case .new: return false
        case .withdrawn: return true
        default: return !proposal.isWithdrawn
        }
      }
      let missing = own.filter { states[entries[$0].value.id] == nil }
      if missing.isEmpty { continue }
      guard isForced || missing.count * 10 <= own.count else {
        report.heldBack += missing.count
        let ids = missing.map { entries[$0].value.id }.sorted().prefix(5).map(\.text.quoted)
        report.notices.append(
          "\(missing.count) of \(own.count) proposals from \(system) are not in the file "
            + "(\(ids.joined(separator: ", "))\(missing.count > 5 ? ", …" : "")); more than one in "
            + "ten, so none was withdrawn: if the file is complete, import it with "
            + "--withdraw-missing")
        continue
      }
      for place in missing {
        entries[place].value.isWithdrawn = true
        entries[place].tree["status"] = "withdrawn"
        entries[place].isChanged = true
        states[entries[place].value.id] = .withdrawn
      }
    }
  }

  /// Enters what became of each proposal of the files.
  func count(into report: inout ImportReport) {
    let ids = states.keys.sorted()
    report.new = ids.filter { states[$0] == .new }
    report.changed = ids.filter { states[$0] == .changed }
    report.withdrawn = ids.filter { states[$0] == .withdrawn }
    report.unchanged = ids.count { states[$0] == .unchanged }
  }
}
