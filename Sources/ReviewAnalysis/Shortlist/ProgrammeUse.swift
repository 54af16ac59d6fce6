package import ReviewCore

/// How far the decisions use up the programme: slots, minutes, areas, formats, speakers,
/// organisations.
///
/// A pure function of what its viewer may see. Withdrawn proposals use nothing. Of speakers who are
/// hidden nothing is said: they are in no count.
package struct ProgrammeUse: Hashable, Sendable {
  /// How many proposals have each outcome; those that nobody decided are undecided.
  package let counts: [Decision.Outcome: Int]
  /// All slots.
  package let total: ProgrammeLimit
  /// All minutes.
  package let minutes: ProgrammeLimit
  /// The focus areas, in the order of the event, by the proposals' primary one.
  package let areas: [ProgrammeLimit]
  /// The formats, in the order of the event.
  package let formats: [ProgrammeLimit]
  /// The speakers with an accepted proposal, by name, where the rules limit them.
  package let speakers: [ProgrammeLimit]
  /// The organisations with an accepted proposal, by name, where the rules limit them.
  package let organizations: [ProgrammeLimit]
  /// The groups of which at most one is accepted, in the order of the rules. The subject names
  /// those that are accepted, or all where none is.
  package let groups: [ProgrammeLimit]
  /// How many accepted proposals have no known length, and so use no minutes.
  package let withoutLength: Int
  /// The proposals that were accepted and then withdrawn; they use nothing.
  package let withdrawn: [ProposalID]

  /// Counts a summit. O(proposals and their speakers).
  package init(of summit: SeenSummit) {
    var tally = ProgrammeTally(summit.event)
    for proposal in summit.proposals { tally.add(proposal) }
    let event = summit.event
    let rules = event.rules
    counts = tally.counts
    total = tally.all.limit(.total, "Programme", SlotLimits(maximum: event.slots))
    minutes = tally.minutes.limit(
      .minutes, "Minutes", SlotLimits(maximum: rules.minutes),
      smallestRoom: event.formats.compactMap(\.minutes).max() ?? 1)
    areas = event.focusAreas.map {
      tally.areas[$0.id, default: .init()].limit(.area($0.id), $0.short, $0.slots)
    }
    formats = event.formats.map {
      tally.formats[$0.id, default: .init()].limit(.format($0.id), $0.name, $0.slots)
    }
    speakers = tally.people(
      tally.speakers, atMost: rules.maxPerSpeaker, { .speaker($0) }, order: { $0 < $1 })
    organizations = tally.people(
      tally.organizations, atMost: rules.maxPerOrganization, { .organization($0) },
      order: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    groups = rules.atMostOne.map { Self.group($0, summit) }
    withoutLength = tally.withoutLength
    withdrawn = tally.withdrawn
  }

  /// All limits: the whole, areas, formats, speakers, organisations, groups.
  package var limits: [ProgrammeLimit] {
    [total, minutes] + areas + formats + speakers + organizations + groups
  }

  /// The broken limits, those with too much before those with not enough.
  package var broken: [ProgrammeLimit] {
    let limits = limits
    return limits.filter { $0.state == .over } + limits.filter { $0.state == .under }
  }

  /// The limits of the whole, of areas and of formats that the next proposal may break.
  package var near: [ProgrammeLimit] { ([total, minutes] + areas + formats).filter(\.isNear) }

  /// Whether there are too few free slots for the areas, or the formats, that have not enough yet:
  /// something has to go before all of them can have what they need.
  package var lacksRoom: Bool {
    guard let room = total.room else { return false }
    func missing(_ limits: [ProgrammeLimit]) -> Int {
      limits.reduce(0) { $0 + max(0, ($1.minimum ?? 0) - $1.used) }
    }
    return max(missing(areas), missing(formats)) > max(0, room)
  }

  private static func group(_ ids: [ProposalID], _ summit: SeenSummit) -> ProgrammeLimit {
    var (all, accepted, waitlisted): ([String], [String], Int) = ([], [], 0)
    for id in Set(ids).sorted() {
      guard let seen = summit.proposal(id), !seen.proposal.isWithdrawn else { continue }
      all.append(seen.proposal.title.quoted)
      if seen.decision?.outcome == .accept { accepted.append(seen.proposal.title.quoted) }
      if seen.decision?.outcome == .waitlist { waitlisted += 1 }
    }
    return ProgrammeLimit(
      kind: .atMostOne(ids),
      subject: (accepted.isEmpty ? all : accepted).joined(separator: ", "),
      used: accepted.count, waitlisted: waitlisted, minimum: nil, maximum: 1, smallestRoom: 1)
  }
}
