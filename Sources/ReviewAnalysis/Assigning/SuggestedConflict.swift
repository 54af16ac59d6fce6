package import ReviewCore

/// A conflict of interest that there may be, for a chair to judge. It is never taken for one by
/// itself.
package struct SuggestedConflict: Hashable, Sendable {
  /// The member who may be in conflict.
  package let reviewer: Identifier
  /// The proposal.
  package let proposal: ProposalID
  /// What speaks for it, the strongest first.
  package let reasons: [Reason]

  /// What speaks for a conflict.
  package enum Reason: Hashable, Sendable {
    /// They offer another talk together with this speaker.
    case coSpeaker(String)
    /// They work for the same company as a speaker.
    case organization(String)
    /// Their address has the domain of a speaker's, which is no public provider's.
    case domain(String)

    /// The reason in a few words.
    package var words: String {
      switch self {
      case .coSpeaker(let name): "offers a talk together with \(name)"
      case .organization(let name): "also of \(name)"
      case .domain(let domain): "also at \(domain)"
      }
    }
  }

  /// Looks for conflicts, in the order of the committee, then of the proposals. Withdrawn proposals
  /// and one's own talks are left out. What the viewer may not see of the speakers says nothing.
  /// O(members + speakers + what is found).
  package static func all(in summit: SeenSummit) -> [SuggestedConflict] {
    let links = SpeakerLinks(summit)
    return summit.event.committee.flatMap { member in
      links.proposals(linkedTo: member).map { place, reasons in
        SuggestedConflict(
          reviewer: member.id, proposal: summit.proposals[place].id, reasons: reasons)
      }
    }
  }
}

/// Which proposals have speakers with a mark: a domain, a company, an address.
struct SpeakerLinks {
  private let summit: SeenSummit
  /// By domain and by what it is a part of: the proposals of speakers there.
  private var byDomain: [String: [Int]] = [:]
  /// By domain alone.
  private var byExactDomain: [String: [Int]] = [:]
  private var byOrganization: [String: [Int]] = [:]
  private var byEmail: [String: [Int]] = [:]
  private var bySpeaker: [ProposalID: [Int]] = [:]

  init(_ summit: SeenSummit) {
    self.summit = summit
    for (place, seen) in summit.proposals.enumerated() where !seen.proposal.isWithdrawn {
      for speaker in seen.speakers ?? [] {
        bySpeaker[speaker.id, default: []].append(place)
        if let email = speaker.email?.comparableEmail { byEmail[email, default: []].append(place) }
        if let name = EmployerMarks.organization(speaker.organization) {
          byOrganization[name, default: []].append(place)
        }
        guard let domain = EmployerMarks.domain(of: speaker.email) else { continue }
        byExactDomain[domain, default: []].append(place)
        for parent in EmployerMarks.parents(of: domain) {
          byDomain[parent, default: []].append(place)
        }
      }
    }
  }

  /// The places of a member's own talks. O(talks).
  func ownTalks(of member: Member) -> Set<Int> {
    Set(member.email?.comparableEmail.flatMap { byEmail[$0] } ?? [])
  }

  /// The places of proposals whose speakers have something to do with a member, with the reasons.
  func proposals(linkedTo member: Member) -> [(Int, [SuggestedConflict.Reason])] {
    let own = ownTalks(of: member)
    var found: [Int: [SuggestedConflict.Reason]] = [:]
    func add(_ places: [Int]?, _ reason: SuggestedConflict.Reason) {
      for place in places ?? [] where !own.contains(place) {
        if found[place]?.contains(reason) != true { found[place, default: []].append(reason) }
      }
    }
    for talk in own.sorted() {
      // By id: the order of the file says nothing.
      for speaker in (summit.proposals[talk].speakers ?? []).sorted(by: { $0.id < $1.id }) {
        guard speaker.email?.comparableEmail != member.email?.comparableEmail else { continue }
        add(bySpeaker[speaker.id], .coSpeaker(speaker.name))
      }
    }
    if let name = EmployerMarks.organization(member.organization) {
      add(byOrganization[name], .organization(member.organization?.trimmed ?? ""))
    }
    if let domain = EmployerMarks.domain(of: member.email) {
      add(byDomain[domain], .domain(domain))
      for parent in EmployerMarks.parents(of: domain) {
        add(byExactDomain[parent], .domain(parent))
      }
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
