package import ReviewAnalysis
import ReviewCore
import TerminalUI

/// What the optimiser proposed.
package struct Filling: Equatable, Sendable {
  /// What it proposed, and why.
  package let proposal: ShortlistProposal
  /// What it was made of.
  package let order: RankOrder
}

extension State {
  /// Has the best programme worked out, beside the interface.
  mutating func proposeFilling() -> [Effect] {
    guard seen.event.slots != nil || seen.event.rules.minutes != nil else {
      say("There is no cut line: a chair sets slots or minutes on the screen Committee", .problem)
      return []
    }
    guard work == nil else {
      say("\(work?.name ?? "Work") goes on; Esc stops it", .note)
      return []
    }
    toast = nil
    return [.proposeShortlist(RankOrder(scoresVersion: scoresVersion, method: rank.method))]
  }

  /// Shows what was worked out, unless the person is in the middle of something else.
  mutating func shortlistProposed(_ proposal: ShortlistProposal, _ order: RankOrder) {
    shortlist.filling = Filling(proposal: proposal, order: order)
    guard screen == .shortlist, overlays.isEmpty, prefix == nil else {
      let fill = key(of: .fill, in: .shortlist)
      say("The shortlist is worked out; \(fill) on the screen Shortlist shows it anew", .note)
      return
    }
    toast = nil
    let isOffered = seen.viewer?.isChair == true && !proposal.changes.isEmpty
    overlays.append(.page(Page(kind: .filling(isOffered: isOffered), title: proposal.title)))
  }

  /// Decides as it was proposed, in one step; nothing where something changed since.
  mutating func takeOverFilling() -> [Effect] {
    overlays.removeLast()
    guard let filling = shortlist.filling else { return [] }
    guard filling.order.scoresVersion == scoresVersion,
      filling.proposal.problem.hasDecisions(of: seen)
    else {
      say("Scores, rules or decisions changed since: o proposes anew", .problem)
      return []
    }
    let changes = filling.proposal.changes
    let accepted = changes.count { $0.outcome == .accept }
    let waiting = changes.count - accepted
    return decide(
      changes.map { ($0.id, $0.outcome) }, reason: ShortlistProposal.reason,
      name: "Accepted \(accepted), waitlisted \(waiting)")
  }

  /// What was proposed, as lines of a page.
  func fillingLines(columns: Int) -> [StyledLine] {
    guard let filling = shortlist.filling else { return [] }
    return FillingText(
      filling: filling, seen: seen, theme: theme, glyphs: glyphs, columns: columns
    ).lines
  }
}

extension ShortlistProposal {
  /// The title of its page.
  var title: String {
    switch status {
    case .infeasible: "No programme keeps all rules"
    case .optimal, .feasible: changes.isEmpty ? "Nothing is left to fill" : "Fill the rest?"
    case .unknown, .cancelled: "No programme was found"
    }
  }
}
