package import ReviewCore

/// One limit of the programme, with how much of it is used.
///
/// What nobody limits has a value too, so that its use can be shown.
package struct ProgrammeLimit: Hashable, Sendable {
  /// What is limited.
  package let kind: Kind
  /// Its name for people: the area's short one, the speaker's, the organisation's as it was first
  /// written. Foreign text, of whatever length.
  package let subject: String
  /// How much the accepted proposals use: proposals, or minutes.
  package let used: Int
  /// How much the waitlisted ones would use more.
  package let waitlisted: Int
  /// At least so much; nil is no limit.
  package let minimum: Int?
  /// At most so much; nil is no limit.
  package let maximum: Int?
  /// With less than this left of the maximum the limit is near, since the next proposal may not fit.
  package let smallestRoom: Int

  /// What a limit limits.
  package enum Kind: Hashable, Sendable {
    /// All accepted proposals.
    case total
    /// Their minutes.
    case minutes
    /// Those whose primary focus area it is.
    case area(Identifier)
    /// Those of a format.
    case format(Identifier)
    /// Those of a speaker whom the viewer may see; co-speakers count for each.
    case speaker(ProposalID)
    /// Those with a speaker of an organisation, as it is compared: folded, without white space at
    /// its ends.
    case organization(String)
    /// Those of a group of which at most one is accepted.
    case atMostOne([ProposalID])
  }

  /// How a limit stands.
  package enum State: Hashable, Sendable {
    /// Within it.
    case fine
    /// Not enough yet.
    case under
    /// Too much: the rule is broken.
    case over
  }

  /// How it stands.
  package var state: State {
    if let maximum, used > maximum { return .over }
    if let minimum, used < minimum { return .under }
    return .fine
  }

  /// How much is left of the maximum, negative where it is broken; nil without one.
  package var room: Int? { maximum.map { $0 - used } }

  /// Whether it is within its limits, but the next proposal may break it.
  package var isNear: Bool {
    guard state == .fine, let room, used > 0 else { return false }
    return room < smallestRoom
  }

  /// Whether anything is limited.
  package var isLimited: Bool { minimum != nil || maximum != nil }
}

// MARK: In words

extension ProgrammeLimit {
  /// How it stands, as a sentence without its full stop: `Lakehouses has 10 of at most 9`.
  package var words: String {
    switch kind {
    case .total:
      guard let maximum else { return "\(used) accepted" }
      return state == .over
        ? "\(used) accepted, at most \(counted(maximum, "slot", "slots"))"
        : "\(used) of \(counted(maximum, "slot", "slots")) used" + left("slot", "slots")
    case .minutes:
      guard let maximum else { return "\(counted(used, "minute", "minutes")) accepted" }
      return state == .over
        ? "\(counted(used, "minute", "minutes")) accepted, at most \(maximum)"
        : "\(used) of \(counted(maximum, "minute", "minutes")) used" + left("minute", "minutes")
    case .area, .format:
      if state == .under, let minimum {
        let more = waitlisted > 0 ? " (\(waitlisted) more waitlisted)" : ""
        return "\(subject) has \(used) of at least \(minimum)\(more)"
      }
      guard let maximum else { return "\(subject) has \(used)" }
      return "\(subject) has \(used) of at most \(maximum)"
        + (state == .over ? "" : left("slot", "slots"))
    case .speaker: return "\(subject) has \(talks), at most \(maximum ?? used) a speaker"
    case .organization: return "\(subject) has \(talks), at most \(maximum ?? used) an organisation"
    case .atMostOne:
      return state == .over
        ? "Only one of these may be accepted: \(subject)"
        : "At most one of these may be accepted: \(subject)"
    }
  }

  private var talks: String { counted(used, "accepted talk", "accepted talks") }

  private func left(_ one: String, _ several: String) -> String {
    guard isNear, let room else { return "" }
    return room == 0 ? ", none left" : ", \(counted(room, one, several)) left"
  }

  private func counted(_ count: Int, _ one: String, _ several: String) -> String {
    "\(count) \(count == 1 ? one : several)"
  }
}
