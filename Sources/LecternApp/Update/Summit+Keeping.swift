package import ReviewCore

extension Summit {
  /// This summit with what an older one had of the files that cannot be read just now: half a file,
  /// as a sync or a pull leaves it for a moment, must not empty the screen.
  package func keeping(_ old: Summit, whereBroken faults: [Fault]) -> Summit {
    let broken = Set(faults.filter { $0.severity == .error }.compactMap(\.path))
    let keepsProposals = broken.contains("proposals.json") && proposals.isEmpty
    let keepsSpeakers = broken.contains("speakers.json") && (speakers ?? []).isEmpty
    var kept = self
    if keepsProposals || keepsSpeakers {
      kept = Summit(
        event: event, proposals: keepsProposals ? old.proposals : proposals,
        speakers: keepsSpeakers ? old.speakers : speakers)
      kept.sheets = sheets
      kept.decisions = decisions
      kept.assignments = assignments
    }
    for (reviewer, sheet) in old.sheets where broken.contains("reviews/\(reviewer).json") {
      if kept.sheets[reviewer] == nil { kept.sheets[reviewer] = sheet }
    }
    for (proposal, decisions) in old.decisions {
      let lost = decisions.filter { decision in
        broken.contains("decisions/\(decision.chair).json")
          && !(kept.decisions[proposal] ?? []).contains { $0.chair == decision.chair }
      }
      if !lost.isEmpty { kept.decisions[proposal, default: []] += lost }
    }
    return kept
  }
}
