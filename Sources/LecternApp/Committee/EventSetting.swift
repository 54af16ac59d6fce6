package import ReviewCore

/// A setting of the event that is typed: a number, a deadline, limits.
package enum EventSetting: Hashable, Sendable {
  /// The deadline of a round.
  case deadline(Identifier)
  /// A rule that is a number; which number stands in the case is of no matter.
  case rule(EventRule)
  /// The slots of a focus area.
  case areaSlots(Identifier)
  /// The slots of a format.
  case formatSlots(Identifier)
}

extension EventSetting {
  /// What it is called, as a beginning of a sentence.
  func title(in event: Event) -> String { cleared.title(in: event).capitalizedFirst }

  /// The edit that leaves the setting empty.
  var cleared: EventEdit {
    switch self {
    case .deadline(let id): .setDeadline(round: id, nil)
    case .rule(let rule): .setRule(rule.with(nil))
    case .areaSlots(let id): .setAreaSlots(id, SlotLimits())
    case .formatSlots(let id): .setFormatSlots(id, SlotLimits())
    }
  }

  /// What holds, as it can be typed; empty for nothing.
  func text(in event: Event) -> String {
    switch self {
    case .deadline(let id): TypedSetting.text(of: event.round(id)?.closes)
    case .rule(let rule): rule.value(in: event.rules).number.map { String($0) } ?? ""
    case .areaSlots(let id): event.focusArea(id).map { TypedSetting.text(of: $0.slots) } ?? ""
    case .formatSlots(let id): event.format(id).map { TypedSetting.text(of: $0.slots) } ?? ""
    }
  }

  /// The edit that makes it what was typed.
  ///
  /// - Throws: `TypedSetting.Problem` for what is no value.
  func edit(typed text: String) throws(TypedSetting.Problem) -> EventEdit {
    switch self {
    case .deadline(let id): .setDeadline(round: id, try TypedSetting.deadline(text))
    case .rule(let rule):
      .setRule(rule.with(try TypedSetting.count(text, minimum: rule.minimum)))
    case .areaSlots(let id): .setAreaSlots(id, try TypedSetting.slots(text))
    case .formatSlots(let id): .setFormatSlots(id, try TypedSetting.slots(text))
    }
  }

  /// What to type.
  var remark: String {
    switch self {
    case .deadline:
      "2026-04-02 is the end of that day, 2026-04-02 18:00 that minute, in UTC. "
        + "Empty is no deadline."
    case .rule: "A whole number. Empty is no rule."
    case .areaSlots, .formatSlots:
      "9 is at most 9, 4-9 also at least 4, 4- at least 4 only. Empty is no limit."
    }
  }
}

extension EventRule {
  /// The same rule with another number; a rule without a number stays as it is.
  func with(_ number: Int?) -> EventRule {
    switch self {
    case .speakers, .otherReviews: self
    case .reviewsPerProposal: .reviewsPerProposal(number)
    case .slots: .slots(number)
    case .minutes: .minutes(number)
    case .maxPerSpeaker: .maxPerSpeaker(number)
    case .maxPerOrganization: .maxPerOrganization(number)
    }
  }

  /// Every rule, without a value that means anything, in the order of the screen.
  static let all: [EventRule] = [
    .otherReviews(.afterMine), .speakers(.shown), .reviewsPerProposal(nil), .slots(nil),
    .minutes(nil), .maxPerSpeaker(nil), .maxPerOrganization(nil),
  ]
}

extension String {
  /// The text with a capital letter at its beginning.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
