import ReviewCore

/// Finds what each file says of things that another file does not have. Nothing is left out for it:
/// all are warnings.
///
/// Values are compared first; only where one does not fit is its place looked for in the text.
struct CrossCheck {
  let event: Event
  let proposals: [ProposalID: Int]
  /// False where `proposals.json` is broken: then nobody knows which proposals there are.
  let areProposalsKnown: Bool
  /// What each speaker offers, by their e-mail address.
  private let talks: [String: Set<ProposalID>]

  init(summit: Summit, areProposalsKnown: Bool) {
    event = summit.event
    let members = Set(summit.event.committee.compactMap { $0.email?.trimmed.lowercased() })
    var talks: [String: Set<ProposalID>] = [:]
    for speaker in summit.speakers ?? [] {
      guard let email = speaker.email?.trimmed.lowercased(), members.contains(email) else {
        continue
      }
      talks[email, default: []].formUnion(speaker.proposals)
    }
    self.talks = talks
    proposals = summit.index
    self.areProposalsKnown = areProposalsKnown
  }

  /// What does not fit in one file. O(values).
  func faults(of file: ParsedFile) -> [Fault] {
    guard let root = file.document?.root else { return [] }
    let faults: [Fault] =
      switch file.content {
      case .nothing: []
      case .proposals(let read): self.faults(read, root)
      case .speakers(let read):
        read.contains { $0.proposals.contains(where: isUnknown) } ? speakerFaults(root) : []
      case .assignments(let read): assignmentFaults(read, root)
      case .sheet(let sheet):
        keyFaults(sheet.reviews.keys, root["reviews"], "a review") + ownTalkFaults(sheet, root)
      case .decisions(let read): keyFaults(read.keys, root["decisions"], "a decision")
      }
    return faults.map { $0.inFile(file.file.relativePath) }
  }

  /// What does not fit in `summit.json`.
  func eventFaults(_ document: JSONDocument) -> [Fault] {
    var faults: [Fault] = []
    for group in document.root["rules"]?["atMostOne"].contents ?? [] {
      for element in group.elements where isUnknownProposal(element) {
        faults.append(unknownProposal(element, "\"atMostOne\""))
      }
    }
    for member in document.root["committee"].contents {
      for element in member["expertise"].contents {
        faults += areaFaults(element, "\"expertise\"")
      }
    }
    return faults.map { $0.inFile(FolderFile.summit.relativePath) }
  }

  // MARK: - Proposals

  private func isUnknown(_ id: ProposalID) -> Bool { areProposalsKnown && proposals[id] == nil }

  private func isUnknownProposal(_ element: JSONElement) -> Bool {
    element.string.flatMap { ProposalID($0) }.map(isUnknown) ?? false
  }

  private func unknownProposal(_ element: JSONElement, _ who: String) -> Fault {
    Fault(
      position: element.position, severity: .warning,
      problem: "\(who) names the proposal \((element.string ?? "").quoted), which proposals.json "
        + "does not have",
      remedy: "Mend the id, or import the proposal; what is said is kept")
  }

  private func keyFaults(
    _ ids: some Sequence<ProposalID>, _ list: JSONElement?, _ what: String
  ) -> [Fault] {
    guard let list, ids.contains(where: isUnknown) else { return [] }
    return list.members.map(\.keyElement).filter(isUnknownProposal)
      .map { unknownProposal($0, what) }
  }

  /// Finished reviews of one's own talks: they count, as their status says, but they should not.
  private func ownTalkFaults(_ sheet: ReviewSheet, _ root: JSONElement) -> [Fault] {
    guard let email = event.member(sheet.reviewer)?.email?.trimmed.lowercased(),
      let own = talks[email],
      own.contains(where: { sheet.reviews[$0]?.status == .scored }), let list = root["reviews"]
    else { return [] }
    return list.members.map(\.keyElement).filter { key in
      key.string.flatMap { ProposalID($0) }
        .map { own.contains($0) && sheet.reviews[$0]?.status == .scored } ?? false
    }.map { key in
      Fault(
        position: key.position, severity: .warning,
        problem:
          "\"\(sheet.reviewer)\" scored \((key.string ?? "").quoted), which is their own talk",
        remedy: "Make the status \"conflict\", so that it no longer counts")
    }
  }

  private func speakerFaults(_ root: JSONElement) -> [Fault] {
    root["speakers"].contents.flatMap { $0["proposals"].contents }
      .filter(isUnknownProposal).map { unknownProposal($0, "a speaker") }
  }

  private func assignmentFaults(
    _ assignments: [Identifier: [ProposalID]], _ root: JSONElement
  ) -> [Fault] {
    let fits = assignments.allSatisfy { reviewer, ids in
      event.member(reviewer) != nil && !ids.contains(where: isUnknown)
    }
    guard !fits, let list = root["assignments"] else { return [] }
    var faults: [Fault] = []
    for member in list.members {
      if let reviewer = Identifier(member.key), event.member(reviewer) == nil {
        let near = NearestWord.suggestion(for: member.key, among: event.committee.map(\.id.text))
        faults.append(
          Fault(
            position: member.keyElement.position, severity: .warning,
            problem: "\"\(reviewer)\" is not on the committee\(near)",
            remedy: "Mend the id, or add them to \"committee\" in summit.json"))
      }
      faults += member.value.elements.filter(isUnknownProposal)
        .map { unknownProposal($0, "an assignment") }
    }
    return faults
  }

  // MARK: - The event

  private func faults(_ read: [Proposal], _ root: JSONElement) -> [Fault] {
    let areas = Set(event.focusAreas.map(\.id))
    let formats = Set(event.formats.map(\.id))
    let rounds = Set(event.rounds.map(\.id))
    let fits = read.allSatisfy { proposal in
      proposal.focusAreas.allSatisfy { areas.isEmpty || areas.contains($0) }
        && (proposal.format.map { formats.isEmpty || formats.contains($0) } ?? true)
        && (proposal.round.map { rounds.isEmpty || rounds.contains($0) } ?? true)
    }
    if fits { return [] }
    return root["proposals"].contents.flatMap { proposal -> [Fault] in
      let id = "the proposal \((proposal["id"]?.string ?? "").quoted)"
      var faults: [Fault] = []
      for element in proposal["focusAreas"].contents { faults += areaFaults(element, id) }
      if let format = proposal["format"] {
        faults += nameFaults(format, id, "format", event.formats.map(\.id))
      }
      if let round = proposal["round"] {
        faults += nameFaults(round, id, "round", event.rounds.map(\.id))
      }
      return faults
    }
  }

  private func areaFaults(_ element: JSONElement, _ who: String) -> [Fault] {
    nameFaults(element, who, "focus area", event.focusAreas.map(\.id))
  }

  /// A warning where an element names nothing of a list; none where the event has no such list.
  private func nameFaults(
    _ element: JSONElement, _ who: String, _ what: String, _ known: [Identifier]
  ) -> [Fault] {
    guard !known.isEmpty, let name = element.string, let id = Identifier(name),
      !known.contains(id)
    else { return [] }
    let near = NearestWord.suggestion(for: name, among: known.map(\.text))
    return [
      Fault(
        position: element.position, severity: .warning,
        problem: "\(who) names the \(what) \"\(name)\", which the summit does not have\(near)",
        remedy: "Mend the name, or add the \(what) to summit.json")
    ]
  }
}

extension JSONElement? {
  /// The values of an array; empty for anything else and for nothing.
  fileprivate var contents: [JSONElement] { map { Array($0.elements) } ?? [] }
}
