extension EventEdit {
  /// What takes the edit back, by the event before it.
  ///
  /// A member who was removed comes back at their place, with the keys that this version does not
  /// know.
  ///
  /// - Throws: `EventEditRefusal` where the edit cannot be made there.
  package func inverse(in event: Event) throws(EventEditRefusal) -> EventEdit {
    _ = try applied(to: event)
    switch self {
    case .addMember(let member, _): return .removeMember(member.id)
    case .removeMember(let id):
      let place = try event.placeOfMember(id)
      return .addMember(event.committee[place], at: place)
    case .changeMember(let id, _):
      return .changeMember(id, event.committee[try event.placeOfMember(id)])
    case .addRound(let round, _): return .removeRound(round.id)
    case .removeRound(let id):
      let place = try event.placeOfRound(id)
      return .addRound(event.rounds[place], at: place)
    case .renameRound(let id, _):
      return .renameRound(id, event.rounds[try event.placeOfRound(id)].name)
    case .setDeadline(let id, _):
      return .setDeadline(round: id, event.rounds[try event.placeOfRound(id)].closes)
    case .setRule(let rule): return .setRule(rule.value(in: event.rules))
    case .setAreaSlots(let id, _):
      return .setAreaSlots(id, event.focusAreas[try event.placeOfArea(id)].slots)
    case .setFormatSlots(let id, _):
      return .setFormatSlots(id, event.formats[try event.placeOfFormat(id)].slots)
    }
  }

  /// Whether the event still is as this edit left it: undo asks, so that it takes back nothing that
  /// somebody changed since.
  package func stands(in event: Event) -> Bool {
    switch self {
    case .addMember(let member, _): return event.member(member.id) == member
    case .removeMember(let id): return event.member(id) == nil
    case .changeMember(let id, var member):
      guard let now = event.member(id) else { return false }
      member.unknown = now.unknown
      return now == member
    case .addRound(let round, _): return event.round(round.id) == round
    case .removeRound(let id): return event.round(id) == nil
    case .renameRound(let id, let name): return event.round(id)?.name == name
    case .setDeadline(let id, let time):
      guard let round = event.round(id) else { return false }
      return round.closes == time
    case .setRule(let rule): return rule.value(in: event.rules) == rule
    case .setAreaSlots(let id, let limits): return event.focusArea(id)?.slots == limits
    case .setFormatSlots(let id, let limits): return event.format(id)?.slots == limits
    }
  }

  /// What it is about, for messages: `deadline of Main`.
  ///
  /// - Parameter event: the event before or after it, for the names.
  package func title(in event: Event) -> String {
    func name(_ id: Identifier) -> String { event.member(id)?.name ?? id.text }
    func round(_ id: Identifier) -> String { event.round(id)?.name ?? id.text }
    switch self {
    case .addMember(let member, _): return "\(member.name) added"
    case .removeMember(let id): return "\(name(id)) removed"
    case .changeMember(_, let member): return "\(member.name) changed"
    case .addRound(let added, _): return "round \(added.name) added"
    case .removeRound(let id): return "round \(round(id)) removed"
    case .renameRound(let id, _): return "name of round \(id)"
    case .setDeadline(let id, _): return "deadline of \(round(id))"
    case .setRule(let rule): return rule.title
    case .setAreaSlots(let id, _): return "slots of \(event.focusArea(id)?.short ?? id.text)"
    case .setFormatSlots(let id, _): return "slots of \(event.format(id)?.name ?? id.text)"
    }
  }
}
