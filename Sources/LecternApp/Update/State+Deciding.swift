import ReviewCore
import TerminalUI

extension State {
  /// Decides of proposals, as a chair: at once on the screen, then on the disk.
  mutating func decide(_ outcome: Decision.Outcome, _ ids: [ProposalID]) -> [Effect] {
    guard let viewer = seen.viewer else {
      openReviewerMenu()
      return []
    }
    guard viewer.isChair else {
      say("Only a chair decides; you are a reviewer", .problem)
      return []
    }
    let wanted = ids.compactMap { seen.proposal($0) }
    let possible = wanted.filter {
      !$0.proposal.isWithdrawn && ($0.decision?.outcome ?? .undecided) != outcome
    }
    guard let first = possible.first else {
      sayNothingToDecide(outcome, wanted)
      return []
    }
    var decisions: [ProposalID: Decision] = [:]
    var changes: [History.Change] = []
    for seen in possible {
      let decision = newDecision(
        like: Decision(outcome, at: nil, chair: viewer.id), of: seen.id, by: viewer.id)
      decisions[seen.id] = decision
      changes.append(
        .decision(seen.id, before: summit.decision(of: seen.id), after: decision))
    }
    history.add(History.Step(changes, name: outcome.done))
    let effects = write(decisions, by: viewer.id)
    let end = undoes
    if possible.count == 1 {
      let conflict = first.myState == .conflict ? ", though you are in conflict with it" : ""
      say(outcome.done + overridden(first, by: viewer) + conflict, of: first.proposal, end)
    } else {
      say("\(outcome.done): \(possible.count) proposals\(conflicts(possible))\(end)")
      list.marks = []
    }
    return effects
  }

  /// Records decisions of several outcomes, as a chair, as one step for undo.
  mutating func decide(
    _ outcomes: [(ProposalID, Decision.Outcome)], reason: String, name: String
  ) -> [Effect] {
    guard let viewer = seen.viewer, viewer.isChair else {
      say("Only a chair decides; you are a reviewer", .problem)
      return []
    }
    var decisions: [ProposalID: Decision] = [:]
    var changes: [History.Change] = []
    var decided: [SeenProposal] = []
    for (id, outcome) in outcomes {
      guard let seen = seen.proposal(id), !seen.proposal.isWithdrawn,
        (seen.decision?.outcome ?? .undecided) != outcome
      else { continue }
      let decision = newDecision(
        like: Decision(outcome, reason: reason, at: nil, chair: viewer.id), of: id, by: viewer.id)
      decisions[id] = decision
      decided.append(seen)
      changes.append(.decision(id, before: summit.decision(of: id), after: decision))
    }
    guard !changes.isEmpty else {
      say("It is so already", .note)
      return []
    }
    history.add(History.Step(changes, name: name))
    say("\(name)\(conflicts(decided))\(undoes)")
    return write(decisions, by: viewer.id)
  }

  /// Whose decision is overridden, for the message; empty where it is nobody else's.
  private func overridden(_ seen: SeenProposal, by viewer: Member) -> String {
    guard let old = seen.decision, old.chair != viewer.id, old.outcome != .undecided else {
      return ""
    }
    let name = self.seen.event.member(old.chair)?.name ?? old.chair.text
    return " over \(old.outcome.rawValue) of \(name)"
  }

  /// How many of the proposals the chair who decides is in conflict with, for the message.
  private func conflicts(_ decided: [SeenProposal]) -> String {
    let count = decided.count { $0.myState == .conflict }
    return count == 0 ? "" : ", \(count) of them in conflict with you"
  }

  private mutating func sayNothingToDecide(_ outcome: Decision.Outcome, _ wanted: [SeenProposal]) {
    if let first = wanted.first, first.proposal.isWithdrawn {
      say("Not possible: the proposal was withdrawn", .problem)
    } else if !wanted.isEmpty {
      say(outcome == .undecided ? "Nothing was decided yet" : "It is so already", .note)
    }
  }

  /// A decision like another one, later than every chair's; undecided where there is none.
  func newDecision(like other: Decision?, of id: ProposalID, by chair: Identifier) -> Decision {
    let latest = summit.decisions[id]?.compactMap(\.at).max()
    return Decision(
      other?.outcome ?? .undecided, reason: other?.reason,
      at: Timestamp.of(sayingAt: now, replacing: latest), chair: chair)
  }

  /// Whether a decision is what stands, at whatever time it was written.
  func stands(_ decision: Decision, for id: ProposalID) -> Bool {
    guard let standing = summit.decision(of: id) else { return false }
    return standing.outcome == decision.outcome && standing.reason == decision.reason
      && standing.chair == decision.chair
  }

  /// Puts decisions of a chair in place of those that are there, and orders them to be written.
  mutating func write(_ decisions: [ProposalID: Decision], by chair: Identifier) -> [Effect] {
    let replacing = decisions.keys.reduce(into: [ProposalID: Decision]()) { seen, id in
      seen[id] = summit.decision(of: id)
    }
    for (id, decision) in decisions { put(decision, of: id) }
    invalidateDecisions()
    let revision = deciding.change(decisions)
    return [
      .decide(
        chair: chair, decisions: decisions, replacing: replacing, revision: revision)
    ]
  }

  /// Shows a decision in place of what its chair decided before.
  private mutating func put(_ decision: Decision, of id: ProposalID) {
    summit.decisions[id, default: []].removeAll { $0.chair == decision.chair }
    summit.decisions[id, default: []].append(decision)
    seen.refresh(id, from: summit)
  }

  /// Takes in what a chair's file says, but for what was decided again since.
  mutating func adopt(_ decisions: [ProposalID: Decision], of chair: Identifier) {
    var isNews = false
    for (id, decision) in decisions where deciding.pending[id] == nil {
      guard !(summit.decisions[id] ?? []).contains(decision) else { continue }
      put(decision, of: id)
      isNews = true
    }
    if isNews { invalidateDecisions() }
  }
}

extension Decision.Outcome {
  /// The outcome in a message: what was done.
  var done: String {
    switch self {
    case .accept: "Accepted"
    case .waitlist: "Waitlisted"
    case .decline: "Declined"
    case .undecided: "Undecided again"
    }
  }
}
