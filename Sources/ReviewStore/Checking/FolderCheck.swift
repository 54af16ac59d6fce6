import ReviewCore

/// Looks for what can be read and counts, or is kept, and yet is hardly meant so: warnings all.
struct FolderCheck {
  let summit: Summit
  let viewer: Member?
  let now: Timestamp
  private let areProposalsKnown: Bool

  /// A clock may be wrong by a day before anybody is told.
  private static let tolerance: Int64 = 86_400_000

  init(loaded: LoadedFolder, viewer: Identifier?, now: Timestamp) {
    summit = loaded.summit
    self.viewer = viewer.flatMap { loaded.summit.event.member($0) }
    self.now = now
    let proposals = loaded.files[.proposals]
    areProposalsKnown =
      proposals == nil || proposals?.refusal == nil || !loaded.summit.proposals.isEmpty
  }

  var event: Event { summit.event }

  /// What is odd in one file. O(its size).
  func faults(of file: FolderFile, _ root: JSONElement) -> [Fault] {
    switch file {
    case .summit: eventFaults(root)
    case .proposals: proposalFaults(root)
    case .speakers: []
    case .assignments: assignmentFaults(root)
    case .reviews(let person):
      mayHear(of: person) ? summit.sheets[person].map { sheetFaults($0, root) } ?? [] : []
    case .decisions(let chair): decisionFaults(chair, root)
    }
  }

  // MARK: - What several files have

  func warning(_ element: JSONElement, _ problem: String, _ remedy: String) -> Fault {
    Fault(position: element.position, severity: .warning, problem: problem, remedy: remedy)
  }

  /// A time that nobody can have said anything at yet: it would stand over all that is said until
  /// then.
  func futureFaults(_ entry: JSONElement, _ keys: [String], _ what: String) -> [Fault] {
    keys.compactMap { key in
      guard let element = entry[key], let time = element.string.flatMap({ Timestamp($0) }),
        time.milliseconds > now.milliseconds + Self.tolerance
      else { return nil }
      return warning(
        element,
        "\(what) has a time in the future, \(time.minute): it stands over all that is said "
          + "before then",
        "Set the clock of that computer right, and the time here to one that has been")
    }
  }

  /// An entry without a time, which any other version replaces.
  func timelessFault(_ element: JSONElement, _ what: String, _ key: String) -> Fault {
    warning(
      element, "\(what) has no time, so that any other version of it replaces it",
      "Add \"\(key)\" with the UTC time at which it was said")
  }

  /// Something that names a proposal that there is none of.
  func unknownFault(_ element: JSONElement, _ what: String) -> [Fault] {
    guard areProposalsKnown, let text = element.string, let id = ProposalID(text),
      summit.proposal(id) == nil
    else { return [] }
    return [
      warning(
        element,
        "\(what) names the proposal \(text.quoted), which proposals.json does not have",
        "Mend the id, or import the proposal; what is said is kept")
    ]
  }

  /// Keys that this version does not know, and that look like one that it does.
  func keyFaults(_ element: JSONElement?, _ known: [String]) -> [Fault] {
    guard let element else { return [] }
    return element.members.compactMap { member in
      if known.contains(where: { $0.isSameBytes(as: member.key) }) { return nil }
      guard let near = NearestWord.of(member.key, among: known), element[near] == nil else {
        return nil
      }
      return warning(
        member.keyElement,
        "the key \(member.key.quoted) says nothing here (did you mean \"\(near)\"?)",
        "Mend the key; until then its value is kept and not read")
    }
  }

  /// Whether a member may hear of what somebody says: what others say may be hidden from them.
  func mayHear(of person: Identifier) -> Bool {
    viewer?.isChair == true || viewer?.id == person
  }
}
