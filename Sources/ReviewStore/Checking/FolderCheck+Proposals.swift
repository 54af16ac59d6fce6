import ReviewCore

extension FolderCheck {
  private static let proposalKeys = [
    "id", "title", "abstract", "notes", "format", "level", "round", "focusAreas", "tags", "status",
    "submittedAt", "updatedAt", "answers", "source", "earlier",
  ]

  /// What is odd in `proposals.json`.
  func proposalFaults(_ root: JSONElement) -> [Fault] {
    var faults = keyFaults(root, ["format", "proposals"])
    var sources: [String: String] = [:]
    for element in root["proposals"].values {
      guard let text = element["id"]?.string, let id = ProposalID(text) else { continue }
      faults += keyFaults(element, Self.proposalKeys)
      if let source = element["source"], let number = source["id"]?.string, !number.isEmpty {
        let key = "\(source["system"]?.string ?? "")\n\(number)"
        if let other = sources[key] {
          faults.append(
            warning(
              source,
              "\(other.quoted) and \(text.quoted) come from the same place, "
                + "\(number.quoted): an import changes only one of them",
              "Remove the one that is a copy, or its \"source\""))
        } else {
          sources[key] = text
        }
      }
      if summit.speakers != nil, summit.speakers(of: id).isEmpty,
        summit.proposal(id)?.isWithdrawn == false
      {
        faults.append(
          warning(
            element, "the proposal \(text.quoted) has no speaker in speakers.json",
            "Add the proposal to its speaker: conflicts and limits per speaker hang on it"))
      }
    }
    return faults
  }

  /// What is odd in `assignments.json`.
  func assignmentFaults(_ root: JSONElement) -> [Fault] {
    var faults = keyFaults(root, ["format", "assignments"])
    for member in root["assignments"].members {
      guard let person = Identifier(member.key), event.member(person) != nil else { continue }
      var met: Set<ProposalID> = []
      for element in member.value.elements {
        guard let id = element.string.flatMap({ ProposalID($0) }) else { continue }
        let what = "\"\(person)\" is to read \(id.text.quoted)"
        if !met.insert(id).inserted {
          faults.append(warning(element, "\(what) twice", "Keep one of the two"))
        } else if summit.proposal(id)?.isWithdrawn == true {
          faults.append(
            warning(
              element, "\(what), which has been withdrawn",
              "Take it out, or assign anew with \"lectern assign\""))
        } else if mayHear(of: person), isInConflict(person, with: id) {
          faults.append(
            warning(
              element, "\(what), and has a conflict with it",
              "Give it to somebody else, or assign anew with \"lectern assign\""))
        }
      }
    }
    return faults
  }

  /// Whether a member said so, or is one of its speakers by their e-mail address.
  private func isInConflict(_ person: Identifier, with id: ProposalID) -> Bool {
    if summit.sheets[person]?.reviews[id]?.status == .conflict { return true }
    guard let email = event.member(person)?.email?.comparableEmail else { return false }
    return summit.speakers(of: id).contains { $0.email?.comparableEmail == email }
  }
}
