import ReviewCore

extension FolderCheck {
  private static let rootKeys = [
    "format", "id", "name", "theme", "focusAreas", "formats", "levels", "rubric", "committee",
    "rounds", "rules",
  ]
  private static let ruleKeys = [
    "speakers", "otherReviews", "reviewsPerProposal", "slots", "minutes", "maxPerSpeaker",
    "maxPerOrganization", "atMostOne",
  ]
  private static let memberKeys = ["id", "name", "role", "email", "organization", "expertise"]
  private static let criterionKeys = ["id", "name", "weight", "required", "question", "guide"]

  /// What is odd in `summit.json`.
  func eventFaults(_ root: JSONElement) -> [Fault] {
    // A key that is misspelt here is a rule that nobody keeps, and nobody is told of.
    var faults = keyFaults(root, Self.rootKeys) + keyFaults(root["rules"], Self.ruleKeys)
    faults += keyFaults(root["rubric"], ["scale", "criteria"])
    for criterion in root["rubric"]?["criteria"].values ?? [] {
      faults += keyFaults(criterion, Self.criterionKeys)
    }
    for member in root["committee"].values { faults += keyFaults(member, Self.memberKeys) }
    for round in root["rounds"].values { faults += keyFaults(round, ["id", "name", "closes"]) }
    return faults + committeeFaults(root) + roundFaults(root) + slotFaults(root)
      + atMostOneFaults(root)
  }

  private func committeeFaults(_ root: JSONElement) -> [Fault] {
    guard let list = root["committee"], !event.committee.isEmpty else { return [] }
    var faults: [Fault] = []
    if !event.committee.contains(where: \.isChair) {
      faults.append(
        warning(
          list, "nobody on the committee is a chair, so nobody can decide",
          "Give somebody the role \"chair\""))
    }
    var owners: [String: String] = [:]
    for member in list.elements {
      guard let id = member["id"]?.string, let element = member["email"],
        let email = element.string?.comparableEmail
      else { continue }
      if let other = owners[email] {
        faults.append(
          warning(
            element, "\(other.quoted) and \(id.quoted) have the same e-mail address",
            "Give each their own: by it git tells who is who, and who is a speaker"))
      } else {
        owners[email] = id
      }
    }
    return faults
  }

  private func roundFaults(_ root: JSONElement) -> [Fault] {
    var faults: [Fault] = []
    var last: (id: String, closes: Timestamp)?
    for round in root["rounds"].values {
      guard let id = round["id"]?.string, let element = round["closes"],
        let closes = element.string.flatMap({ Timestamp($0) })
      else { continue }
      if let last, closes < last.closes {
        faults.append(
          warning(
            element,
            "the round \(id.quoted) closes before the one that stands before it, "
              + last.id.quoted,
            "Put the rounds in the order in which they close: the last one is the default"))
      }
      last = (id, closes)
    }
    return faults
  }

  private func slotFaults(_ root: JSONElement) -> [Fault] {
    guard let total = event.slots else { return [] }
    let minima = [
      ("focusAreas", "focus areas", event.focusAreas.map(\.slots.minimum)),
      ("formats", "formats", event.formats.map(\.slots.minimum)),
    ]
    return minima.compactMap { key, what, minima in
      let sum = minima.reduce(0) { $0 + ($1 ?? 0) }
      guard sum > total, let list = root[key] else { return nil }
      return warning(
        list, "the \(what) want at least \(sum) proposals, but the programme has \(total) slots",
        "Lower a \"min\", or raise \"slots\" in \"rules\"")
    }
  }

  private func atMostOneFaults(_ root: JSONElement) -> [Fault] {
    root["rules"]?["atMostOne"].values.compactMap { group in
      let ids = Set(group.elements.compactMap { $0.string.flatMap { ProposalID($0) } })
      guard ids.count < 2 else { return nil }
      return warning(
        group, "a group of \"atMostOne\" names fewer than two proposals, so it says nothing",
        "Add the other proposals, or remove the group")
    } ?? []
  }
}

extension JSONElement? {
  /// The values of an array; empty for anything else and for nothing.
  var values: [JSONElement] { map { Array($0.elements) } ?? [] }
}
