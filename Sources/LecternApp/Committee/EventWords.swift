import ReviewCore

/// What the event says, in words.
enum EventWords {
  /// What a rule rules: a value of it, or that there is none.
  static func value(of rule: EventRule) -> String {
    switch rule {
    case .otherReviews(let visibility): value(of: visibility)
    case .speakers(let visibility): value(of: visibility)
    default: rule.number.map { String($0) } ?? "no rule"
    }
  }

  static func value(of visibility: Rules.ReviewVisibility) -> String {
    switch visibility {
    case .always: "always"
    case .afterMine: "after one's own review"
    case .afterDeadline: "after the deadline"
    case .never: "never"
    }
  }

  static func value(of visibility: Rules.SpeakerVisibility) -> String {
    switch visibility {
    case .shown: "everybody"
    case .hidden: "chairs only"
    case .afterScoring: "everybody, after their own review"
    }
  }

  /// What a rule does, in a sentence.
  static func meaning(of rule: EventRule) -> String {
    switch rule {
    case .otherReviews:
      "When a reviewer sees what others say of a proposal. Chairs see it always, but where they "
        + "are in conflict."
    case .speakers: "Who sees who submitted a proposal."
    case .reviewsPerProposal: "How many finished reviews each proposal is to have."
    case .slots:
      "How many proposals are accepted: where the ranking has its cut line. Without it the sum of "
        + "the formats counts."
    case .minutes: "How many minutes the accepted proposals may take together."
    case .maxPerSpeaker: "How many accepted proposals one speaker may have."
    case .maxPerOrganization: "How many accepted proposals the people of one organisation may have."
    }
  }

  /// Limits: `4 to 9`, `up to 9`, `at least 4`, `no limit`.
  static func value(of limits: SlotLimits) -> String {
    switch (limits.minimum, limits.maximum) {
    case (nil, nil): "no limit"
    case (let minimum?, nil): "at least \(minimum)"
    case (nil, let maximum?): "up to \(maximum)"
    case (let minimum?, let maximum?):
      minimum == maximum ? "\(minimum)" : "\(minimum) to \(maximum)"
    }
  }

  /// A deadline: `2026-04-02 23:59 UTC`, or that there is none.
  static func value(of deadline: Timestamp?) -> String {
    guard let deadline else { return "no deadline" }
    return deadline.minute
  }

  /// How far away a deadline is: `13 days left`, `closed 5 days ago`.
  static func distance(to deadline: Timestamp, at now: Timestamp) -> String {
    let left = deadline.milliseconds - now.milliseconds
    if left < 0 { return "closed \(age(of: deadline, at: now))" }
    let days = left / day
    if days > 0 { return days == 1 ? "1 day left" : "\(days) days left" }
    let hours = left / hour
    return hours == 0
      ? "closes within the hour" : hours == 1 ? "1 hour left" : "\(hours) hours left"
  }

  /// How long ago something was: `2 days ago`.
  static func age(of time: Timestamp, at now: Timestamp) -> String {
    let age = now.milliseconds - time.milliseconds
    let units: [(length: Int64, name: String)] = [
      (365 * day, "year"), (30 * day, "month"), (day, "day"), (hour, "hour"), (60_000, "minute"),
    ]
    for unit in units where age >= unit.length {
      let count = age / unit.length
      return "\(count) \(unit.name)\(count == 1 ? "" : "s") ago"
    }
    return "just now"
  }

  private static let day: Int64 = 86_400_000
  private static let hour: Int64 = 3_600_000

  /// What an edit did, as a message.
  ///
  /// - Parameters:
  ///   - event: the event after it.
  ///   - before: the event before it, for the names that are gone.
  static func said(of edit: EventEdit, in event: Event, before: Event) -> String {
    switch edit {
    case .addMember(let member, _): "\(member.name) added as \(member.role.rawValue)"
    case .removeMember, .removeRound: edit.title(in: before).capitalizedFirst
    case .changeMember, .addRound, .renameRound: edit.title(in: event).capitalizedFirst
    case .setDeadline(_, let time): "\(edit.title(in: event).capitalizedFirst): \(value(of: time))"
    case .setRule(let rule): "\(rule.title.capitalizedFirst): \(value(of: rule))"
    case .setAreaSlots(_, let limits), .setFormatSlots(_, let limits):
      "\(edit.title(in: event).capitalizedFirst): \(value(of: limits))"
    }
  }
}
