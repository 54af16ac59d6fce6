import ReviewCore
import TerminalUI

/// What an import would do, as lines to read: what needs a look, then every proposal that changes,
/// with what changes in it.
struct ImportText {
  let theme: Theme
  let glyphs: Glyphs
  let columns: Int
  let event: Event
  /// How many reviews of a proposal the viewer sees that are judged.
  let judgements: (ProposalID) -> Int

  /// The lines so far.
  private(set) var lines: [StyledLine] = []
  /// Where a part begins: what a key goes on to.
  private(set) var parts: [Int] = []

  init(
    _ outcome: ImportOutcome, theme: Theme, glyphs: Glyphs, columns: Int, event: Event,
    key: String, judgements: @escaping (ProposalID) -> Int
  ) {
    (self.theme, self.glyphs, self.columns) = (theme, glyphs, columns)
    (self.event, self.judgements) = (event, judgements)
    for (place, line) in outcome.report.enumerated() {
      let isSum = place == 0 && outcome.preview != nil
      add(line, isSum ? theme.title : outcome.preview == nil ? theme.text : theme.warning)
    }
    guard let preview = outcome.preview else { return }
    if preview.heldBack > 0 {
      add("\(key) tries it with \(preview.heldBack) that are missing withdrawn.", theme.faint)
    } else if outcome.order.withdrawsMissing {
      add("What is missing is withdrawn, however much; \(key) changes that.", theme.warning)
    }
    if preview.changes.isEmpty, preview.heldBack == 0 {
      add("All of it is in the folder already.", theme.faint)
    }
    let changed = preview.changes(.changed)
    if !changed.isEmpty {
      head("Changed")
      lines.append(DiffText(theme: theme, glyphs: glyphs, columns: columns).legend)
      for change in changed { add(change) }
    }
    let new = preview.changes(.new)
    list(new, "New", details: new.map { details(of: $0.after) })
    let withdrawn = preview.changes(.withdrawn)
    list(withdrawn, "Withdrawn", details: withdrawn.map { scores(of: $0, "stay") })
  }

  private mutating func add(_ text: String, _ style: Style) {
    lines += wrap(text, columns: columns).map { StyledLine($0, style) }
  }

  private mutating func head(_ text: String) {
    lines.append(.blank)
    parts.append(lines.count)
    add(text, theme.current)
  }

  /// A proposal of which something changed, and what.
  private mutating func add(_ change: ImportPreview.Change) {
    let after = change.after
    guard let before = change.before else { return }
    lines.append(.blank)
    parts.append(lines.count)
    add("\(after.id.text)  \(DisplayText.line(after.title))", theme.title)
    if let scores = scores(of: change, change.changesText ? "stay, and turn stale" : "stay") {
      add(scores, change.changesText ? theme.warning : theme.faint)
    }
    let start = lines.count
    let diff = DiffText(theme: theme, glyphs: glyphs, columns: columns)
    let texts =
      [
        ("Title", before.title, after.title), ("Abstract", before.abstract, after.abstract),
        ("Notes to the committee", before.notes, after.notes),
      ] + answers(before, after)
    for (name, old, new) in texts {
      let changed = diff.lines(from: old, to: new)
      if changed.isEmpty { continue }
      add("\(name):", theme.faint)
      lines += changed
    }
    for (name, old, new) in fields(before, after) where old != new {
      add(
        "\(name): \(old.isEmpty ? "none" : old), now \(new.isEmpty ? "none" : new)", theme.text)
    }
    if lines.count == start { add("Only what is not shown to reviewers.", theme.faint) }
  }

  /// Proposals in a line or two each.
  private mutating func list(
    _ changes: [ImportPreview.Change], _ name: String, details: [String?]
  ) {
    if changes.isEmpty { return }
    head(name)
    for (change, details) in zip(changes, details) {
      let title = "\(change.after.id.text)  \(DisplayText.line(change.after.title))"
      let shown = clipped(title, columns: columns, ellipsis: glyphs.ellipsis)
      lines.append(StyledLine(shown.text, theme.text))
      if let details { add("  \(details)", theme.faint) }
    }
  }

  /// Where it belongs, in a few words.
  private func details(of proposal: Proposal) -> String? {
    let known = [areas(of: proposal), format(of: proposal), proposal.level ?? ""].filter {
      !$0.isEmpty
    }
    return known.isEmpty ? nil : known.joined(separator: " \(glyphs.separator) ")
  }

  private func scores(of change: ImportPreview.Change, _ what: String) -> String? {
    let count = judgements(change.after.id)
    return switch count {
    case 0: nil
    case 1: "1 review: its scores \(what)"
    default: "\(count) reviews: their scores \(what)"
    }
  }

  private func fields(_ old: Proposal, _ new: Proposal) -> [(String, String, String)] {
    [
      ("Focus areas", areas(of: old), areas(of: new)),
      ("Format", format(of: old), format(of: new)),
      ("Level", old.level ?? "", new.level ?? ""),
      ("Round", old.round?.text ?? "", new.round?.text ?? ""),
      ("Tags", old.tags.joined(separator: ", "), new.tags.joined(separator: ", ")),
      ("Status", old.statusWord, new.statusWord),
    ]
  }

  private func areas(of proposal: Proposal) -> String {
    proposal.focusAreas.map { event.focusArea($0)?.short ?? $0.text }.joined(separator: ", ")
  }

  private func format(of proposal: Proposal) -> String {
    proposal.format.map { event.format($0)?.name ?? $0.text } ?? ""
  }

  /// The questions of which the answer changed, with both.
  private func answers(_ old: Proposal, _ new: Proposal) -> [(String, String?, String?)] {
    var questions: [String] = []
    for answer in new.answers + old.answers where !questions.contains(answer.question) {
      questions.append(answer.question)
    }
    return questions.map { question in
      func answer(_ proposal: Proposal) -> String? {
        proposal.answers.first { $0.question == question }?.answer
      }
      return (question, answer(old), answer(new))
    }
  }
}
