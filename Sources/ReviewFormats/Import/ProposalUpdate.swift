import ReviewCore

/// Brings one entry of `proposals.json` up to what its source says.
///
/// Only keys whose value differs are touched.
struct ProposalUpdate {
  private(set) var proposal: Proposal
  private(set) var tree: JSONObject
  private(set) var notices: [String] = []
  private let now: Timestamp

  init(_ proposal: Proposal, _ tree: JSONObject, now: Timestamp) {
    (self.proposal, self.tree, self.now) = (proposal, tree, now)
  }

  /// Applies what a file says.
  mutating func apply(
    _ submission: Submission, _ fields: MatchedFields, of file: ImportedFile,
    _ matcher: FieldMatcher
  ) {
    let before = proposal
    updateText(submission, fields, speaksOfNotes: matcher.speaks(of: .notes))
    keepEarlier(before)
    updateStatus(fields.isWithdrawn)
    updateTimes(submission)
    updateAnswers(fields.answers, of: file)
    updateSharedFields(fields, matcher)
  }

  private mutating func updateText(
    _ submission: Submission, _ fields: MatchedFields, speaksOfNotes: Bool
  ) {
    if !proposal.title.isSameBytes(as: submission.title) {
      proposal.title = submission.title
      tree.set("title", submission.title)
    }
    if let abstract = submission.abstract, !isSameText(abstract, proposal.abstract) {
      proposal.abstract = abstract.nonEmpty
      tree.set("abstract", abstract.nonEmpty)
    }
    if speaksOfNotes, !isSameText(fields.notes, proposal.notes) {
      proposal.notes = fields.notes?.nonEmpty
      tree.set("notes", proposal.notes)
    }
  }

  /// Keeps the text that was replaced, where a reader can see the difference.
  private mutating func keepEarlier(_ before: Proposal) {
    let isSame =
      before.title.isSameBytes(as: proposal.title) && isSameText(before.abstract, proposal.abstract)
      && isSameText(before.notes, proposal.notes)
    if isSame { return }
    let digest = before.digest
    guard digest != proposal.digest else { return }
    let text = Proposal.EarlierText(
      digest: digest, title: before.title, abstract: before.abstract, notes: before.notes,
      until: now)
    proposal.earlier.append(text)
    var members: [(String, JSONValue)] = [
      ("digest", .string(digest.text)), ("title", .string(before.title)),
      ("until", .string(now.description)),
    ]
    if let abstract = before.abstract { members.append(("abstract", .string(abstract))) }
    if let notes = before.notes { members.append(("notes", .string(notes))) }
    let entry = JSONValue.object(JSONObject(members: members))
    tree["earlier"] = .array((tree["earlier"]?.array ?? []) + [entry])
  }

  private mutating func updateStatus(_ isWithdrawn: Bool) {
    guard proposal.isWithdrawn != isWithdrawn else { return }
    proposal.isWithdrawn = isWithdrawn
    tree.set("status", isWithdrawn ? "withdrawn" : nil)
  }

  private mutating func updateTimes(_ submission: Submission) {
    if let time = submission.submittedAt, time != proposal.submittedAt {
      proposal.submittedAt = time
      tree.set("submittedAt", time.description)
    }
    if let time = submission.updatedAt, time != proposal.updatedAt {
      proposal.updatedAt = time
      tree.set("updatedAt", time.description)
    }
  }

  /// Answers to questions of the file are the file's; the others stay, behind them.
  private mutating func updateAnswers(_ answers: [Answer], of file: ImportedFile) {
    let asked = Set(file.columns.map(\.name))
    let answers = answers + proposal.answers.filter { !asked.contains($0.question) }
    guard !answers.isSame(as: proposal.answers) else { return }
    let old = tree["answers"]?.array ?? []
    proposal.answers = answers
    tree["answers"] = answers.isEmpty ? nil : answers.json(keeping: old)
  }

  // MARK: - Fields that a chair may change

  private mutating func updateSharedFields(_ fields: MatchedFields, _ matcher: FieldMatcher) {
    var source = tree["source"]?.object ?? JSONObject()
    let said = source["imported"]?.object ?? JSONObject()
    var imported = said

    func decide(
      _ key: String, _ role: SubmittedColumn.Role, _ new: [String], _ current: [String]
    ) -> [String]? {
      guard matcher.speaks(of: role) else { return nil }
      let old = said[key]?.array?.compactMap(\.string) ?? said[key]?.string.map { [$0] } ?? []
      if key == "focusAreas" || key == "tags" {
        imported.set(key, new)
      } else {
        imported.set(key, new.first)
      }
      if new.isSameTexts(as: current) || new.isSameTexts(as: old) { return nil }
      if current.isSameTexts(as: old) { return new }
      notices.append(
        "\(proposal.id.text.quoted): \(key) is \(current.shown) here, by hand, and stays so; the source "
          + "changed it from \(old.shown) to \(new.shown)")
      return nil
    }

    let areas = proposal.focusAreas.map(\.text)
    if let new = decide("focusAreas", .focusAreas, fields.focusAreas.map(\.text), areas) {
      proposal.focusAreas = fields.focusAreas
      tree.set("focusAreas", new)
    }
    if let new = decide("tags", .tags, fields.tags, proposal.tags) {
      proposal.tags = new
      tree.set("tags", new)
    }
    if let new = decide("format", .format, fields.format.list, proposal.format.list) {
      proposal.format = fields.format
      tree.set("format", new.first)
    }
    if let new = decide("round", .round, fields.round.list, proposal.round.list) {
      proposal.round = fields.round
      tree.set("round", new.first)
    }
    let (level, current) = (fields.level.map { [$0] } ?? [], proposal.level.map { [$0] } ?? [])
    if let new = decide("level", .level, level, current) {
      proposal.level = fields.level
      tree.set("level", new.first)
    }
    guard imported != said else { return }
    source["imported"] = imported.isEmpty ? nil : .object(imported)
    tree["source"] = .object(source)
  }
}

extension Identifier? {
  /// The id in a list, or an empty one.
  fileprivate var list: [String] { map { [$0.text] } ?? [] }
}

extension [String] {
  fileprivate func isSameTexts(as other: [String]) -> Bool {
    count == other.count && zip(self, other).allSatisfy { $0.isSameBytes(as: $1) }
  }

  fileprivate var shown: String { isEmpty ? "empty" : map(\.quoted).joined(separator: ", ") }
}
