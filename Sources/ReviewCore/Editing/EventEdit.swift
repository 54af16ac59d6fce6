/// One change to `summit.json` that a chair may make: what the interface and the commands both do.
package enum EventEdit: Hashable, Sendable {
  /// A new member, at a place in the committee; nil is the end.
  case addMember(Member, at: Int? = nil)
  case removeMember(Identifier)
  /// What a member is from now on. The id stays, since it is the name of their files; so do keys
  /// that this version does not know.
  case changeMember(Identifier, Member)
  /// A new round, at a place among the rounds; nil is before the last one, which is the round of
  /// all proposals that name none and so stays the last.
  case addRound(Round, at: Int? = nil)
  case removeRound(Identifier)
  case renameRound(Identifier, String)
  /// A round's deadline; nil is none.
  case setDeadline(round: Identifier, Timestamp?)
  case setRule(EventRule)
  /// How many proposals of a focus area are taken.
  case setAreaSlots(Identifier, SlotLimits)
  /// How many proposals of a format are taken.
  case setFormatSlots(Identifier, SlotLimits)
}

extension EventEdit {
  /// The event after the edit. O(members).
  ///
  /// - Throws: `EventEditRefusal` where the event cannot be so.
  package func applied(to event: Event) throws(EventEditRefusal) -> Event {
    var event = event
    switch self {
    case .addMember(let member, let place):
      guard event.member(member.id) == nil else { throw .memberIsThere(member.id) }
      try member.check()
      event.committee.insert(member, at: event.committee.place(place))
    case .removeMember(let id):
      let index = try event.placeOfMember(id)
      try event.checkChairIsLeft(without: id)
      event.committee.remove(at: index)
    case .changeMember(let id, var member):
      let index = try event.placeOfMember(id)
      guard member.id == id else { throw .idStays(id) }
      try member.check()
      if !member.isChair { try event.checkChairIsLeft(without: id) }
      member.unknown = event.committee[index].unknown
      event.committee[index] = member
    case .addRound(let round, let place):
      guard !event.rounds.contains(where: { $0.id == round.id }) else {
        throw .roundIsThere(round.id)
      }
      try round.name.checkName(of: "a round")
      let place = place ?? max(0, event.rounds.count - 1)
      event.rounds.insert(round, at: event.rounds.place(place))
    case .removeRound(let id): event.rounds.remove(at: try event.placeOfRound(id))
    case .renameRound(let id, let name):
      try name.checkName(of: "a round")
      event.rounds[try event.placeOfRound(id)].name = name
    case .setDeadline(let id, let time): event.rounds[try event.placeOfRound(id)].closes = time
    case .setRule(let rule):
      try rule.check()
      rule.set(in: &event.rules)
    case .setAreaSlots(let id, let limits):
      try limits.check()
      event.focusAreas[try event.placeOfArea(id)].slots = limits
    case .setFormatSlots(let id, let limits):
      try limits.check()
      event.formats[try event.placeOfFormat(id)].slots = limits
    }
    return event
  }
}

extension Event {
  /// Where a member stands in the committee.
  func placeOfMember(_ id: Identifier) throws(EventEditRefusal) -> Int {
    guard let index = committee.firstIndex(where: { $0.id == id }) else {
      throw .unknown("member", id.text, among: committee.map(\.id.text))
    }
    return index
  }

  /// Where a round stands among the rounds.
  func placeOfRound(_ id: Identifier) throws(EventEditRefusal) -> Int {
    guard let index = rounds.firstIndex(where: { $0.id == id }) else {
      throw .unknown("round", id.text, among: rounds.map(\.id.text))
    }
    return index
  }

  /// Where a focus area stands among the areas.
  func placeOfArea(_ id: Identifier) throws(EventEditRefusal) -> Int {
    guard let index = focusAreas.firstIndex(where: { $0.id == id }) else {
      throw .unknown("focus area", id.text, among: focusAreas.map(\.id.text))
    }
    return index
  }

  /// Where a format stands among the formats.
  func placeOfFormat(_ id: Identifier) throws(EventEditRefusal) -> Int {
    guard let index = formats.firstIndex(where: { $0.id == id }) else {
      throw .unknown("format", id.text, among: formats.map(\.id.text))
    }
    return index
  }

  /// Refuses to take the last chair away.
  fileprivate func checkChairIsLeft(without id: Identifier) throws(EventEditRefusal) {
    if committee.filter(\.isChair).map(\.id) == [id] { throw .lastChair(id) }
  }

  /// Refuses changes by who is no chair. Where there is no chair yet, anybody may.
  package func checkMayChange(_ viewer: Identifier?) throws(EventEditRefusal) {
    let chairs = committee.filter(\.isChair).map(\.id)
    if chairs.isEmpty { return }
    if let viewer, chairs.contains(viewer) { return }
    throw .notChair(viewer, chairs: chairs)
  }
}

extension Array {
  /// A place at which something can be inserted; nil is the end.
  fileprivate func place(_ place: Int?) -> Int { Swift.min(Swift.max(place ?? count, 0), count) }
}
