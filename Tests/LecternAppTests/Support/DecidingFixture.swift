import LecternApp
import ReviewCore
import TerminalUI

extension Fixture {
  /// The summit of hard cases with a cut line, limits, ties and reviews enough to rank by.
  ///
  /// For Ada, the chair: 1201 (one review), 1210, 1203 and 1204 (the same score; the last two equal in all
  /// but the id), the cut, 1211, 1202, and without a score 1205 to 1208 and 1212 to 1216. 1210 is accepted, 1212 waitlisted.
  static func decidingSummit(_ change: (inout Event) -> Void = { _ in }) -> Summit {
    var summit = summitWithOthersScores { event in
      event.rules.slots = 4
      event.rules.minutes = 120
      event.rules.reviewsPerProposal = 2
      for place in event.focusAreas.indices {
        event.focusAreas[place].slots = SlotLimits(minimum: [1: 1, 2: 2][place], maximum: 2)
      }
      event.formats[0].slots = SlotLimits(maximum: 3)
      change(&event)
    }
    for id in [1203, 1204] as [ProposalID] {
      for reviewer in [ada, chi] {
        summit.sheets[reviewer]?.reviews[id] = scored([4, 4, 4, 4], of: id, daysAgo: 2)
      }
    }
    return summit
  }

  static func deciding(
    viewer: Identifier? = ada, on screen: String, size: Size = wide,
    summit: Summit = decidingSummit(), glyphs: Glyphs = .unicode
  ) -> Script {
    var script = Script(state(viewer: viewer, size: size, summit: summit, glyphs: glyphs))
    script.press("g \(screen)")
    return script
  }
}

extension Script {
  func outcome(_ id: ProposalID) -> Decision.Outcome? {
    state.seen.proposal(id)?.decision?.outcome
  }

}

extension Fixture {
  /// The summit to decide about, with enough scores to be calibrated: Ada is a point stricter than
  /// Chiara, and each proposal has two or three of three.
  static func calibratedSummit() -> Summit {
    var summit = decidingSummit()
    for (place, proposal) in summit.proposals.enumerated() where !proposal.isWithdrawn {
      let quality = Double(2 + place * 5 % 3)
      for (turn, reviewer) in [ada, ben, chi].enumerated() where place % 4 != turn {
        let score = min(5, max(1, quality + Double(turn) / 2 - 0.5 + Double((place + turn) % 2)))
        let whole = score.rounded(.down)
        summit.sheets[reviewer]?.reviews[proposal.id] = scored(
          [whole, whole, score.rounded(.up), whole], of: proposal.id, daysAgo: 2)
      }
    }
    return summit
  }
}
