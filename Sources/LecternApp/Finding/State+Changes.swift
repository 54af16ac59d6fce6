import ReviewCore
import TerminalUI

extension State {
  /// Shows what changed in the text since the viewer judged it.
  mutating func openChanges() {
    guard let selected else { return }
    guard selected.isStale else {
      say(
        selected.myReview?.digest == nil || selected.myReview?.status == .cleared
          ? "You have not judged it yet, so nothing has changed since"
          : "The text has not changed since you judged it", .note)
      return
    }
    overlays.append(
      .page(Page(kind: .changes(selected.id), title: "What changed since you judged it")))
  }

  /// What changed in a proposal since the viewer judged it, as lines.
  func changedLines(of id: ProposalID, columns: Int) -> [StyledLine] {
    guard let seen = seen.proposal(id) else {
      return wrapped("The proposal is not in the folder just now.", columns)
    }
    let proposal = seen.proposal
    var lines = wrap(proposal.title, columns: columns).map { StyledLine($0, theme.title) }
    guard let digest = seen.myReview?.digest, seen.isStale else {
      return lines + [.blank] + wrapped("The text is the one that you judged.", columns)
    }
    guard let old = proposal.earlier.last(where: { $0.digest == digest }) else {
      return lines + [.blank] + unknownChange(of: seen, columns)
    }
    if let until = old.until {
      lines += wrapped("Replaced on \(until.day)\(judged(seen)).", columns, theme.faint)
    }
    let text = DiffText(theme: theme, glyphs: glyphs, columns: columns)
    lines.append(text.legend)
    let parts = [
      ("Title", old.title, proposal.title), ("Abstract", old.abstract, proposal.abstract),
      ("Notes to the committee", old.notes, proposal.notes),
    ]
    for (name, before, after) in parts {
      let changed = text.lines(from: before, to: after)
      guard !changed.isEmpty else { continue }
      lines += [.blank, StyledLine(name, theme.current)] + changed
    }
    return lines
  }

  /// What is known where the text that was judged is not kept.
  private func unknownChange(of seen: SeenProposal, _ columns: Int) -> [StyledLine] {
    let day = seen.myReview?.at.map { " on \($0.day)" } ?? ""
    var lines = wrapped(
      "The text changed after you judged it\(day), but the one that you judged is not kept, "
        + "so what changed cannot be shown.", columns)
    if let updated = seen.proposal.updatedAt {
      lines += wrapped("It was last changed on \(updated.day).", columns)
    }
    let days = seen.proposal.earlier.compactMap { $0.until.map { "\($0.day)" } }
    if !days.isEmpty {
      lines += wrapped(
        "Other earlier texts are kept, replaced on \(days.joined(separator: ", ")).", columns)
    }
    return lines + [.blank]
      + wrapped(
        "Your judgement still counts; scoring again says that you have read this text.", columns)
  }

  private func judged(_ seen: SeenProposal) -> String {
    seen.myReview?.at.map { "; you judged it on \($0.day)" } ?? ""
  }

  private func wrapped(_ text: String, _ columns: Int, _ style: Style? = nil) -> [StyledLine] {
    wrap(text, columns: columns).map { StyledLine($0, style ?? theme.text) }
  }
}
