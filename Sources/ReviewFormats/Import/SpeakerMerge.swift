import ReviewCore

/// Merges the speakers of files into the entries of `speakers.json`.
///
/// A speaker is who has the source's id; else the same e-mail; else the same name by bytes, where one
/// of the two has no e-mail or both stand at one proposal. New ones without an id of their own get the
/// next free number: it says nothing of the person, and stays for as long as they are known.
/// Speakers without a proposal stay, since talks that were withdrawn have reviews.
struct SpeakerMerge {
  private var header: JSONObject
  private var entries: [FileOfEntries.Entry<Speaker>] = []
  private var unreadable: [JSONValue] = []
  private var usedIDs: Set<ProposalID> = []
  private var places: [ProposalID: Int] = [:]
  private var placesByEmail: [String: Int] = [:]
  private var placesByName: [[UInt8]: [Int]] = [:]
  private var nextNumber = 1
  private(set) var faults: [Fault] = []

  init(existing: JSONObject?) {
    header = existing ?? FileOfEntries.empty("speakers")
    if let existing, let fault = FileOfEntries.fault(of: existing, key: "speakers") {
      faults.append(fault)
      return
    }
    for entry in existing?["speakers"]?.array ?? [] {
      guard let tree = entry.object,
        let speaker = FileOfEntries.read(entry, key: "speakers", by: SpeakerReader.read),
        places[speaker.id] == nil
      else {
        unreadable.append(entry)
        if let id = entry.object?["id"]?.string.flatMap(ProposalID.init) { usedIDs.insert(id) }
        continue
      }
      enter(speaker, tree)
    }
  }

  /// Whether there is nobody.
  var isEmpty: Bool { entries.isEmpty }

  /// Whether the file differs from what there was.
  var hasChanges: Bool { entries.contains { $0.isChanged } }

  /// The file: entries in the order of ids, then what cannot be read.
  var file: JSONObject {
    var file = header
    let sorted = entries.sorted { $0.value.id < $1.value.id }
    file["speakers"] = .array(sorted.map { .object($0.tree) } + unreadable)
    return file
  }

  private mutating func enter(_ speaker: Speaker, _ tree: JSONObject, isChanged: Bool = false) {
    let place = entries.count
    entries.append(.init(value: speaker, tree: tree, isChanged: isChanged))
    usedIDs.insert(speaker.id)
    places[speaker.id] = place
    if let email = speaker.email.flatMap(SpeakerIdentity.email) {
      placesByEmail[email] = placesByEmail[email] ?? place
    }
    placesByName[SpeakerIdentity.name(speaker.name), default: []].append(place)
  }

  /// Merges the speakers of a file, whose submissions became the proposals that `idOf` says.
  mutating func merge(_ file: ImportedFile, idOf: (Submission) -> ProposalID?) {
    guard file.hasSpeakers else { return }
    var proposals = [[ProposalID]](repeating: [], count: file.speakers.count)
    for submission in file.submissions {
      guard let id = idOf(submission) else { continue }
      for place in submission.speakers { proposals[place].append(id) }
    }
    let spoken = Set(file.submissions.compactMap(idOf))
    let idsInFile = Set(file.speakers.compactMap(\.id))
    var given: Set<Int> = []
    for (index, speaker) in file.speakers.enumerated() where !proposals[index].isEmpty {
      let known = place(of: speaker, proposals: proposals[index], idsInFile, taken: given)
      let place = known ?? enterNew(speaker)
      update(place, speaker, proposals[index], spoken: given.contains(place) ? [] : spoken)
      given.insert(place)
    }
    // Who is no longer named at a proposal of the file no longer stands at it.
    for place in entries.indices where !given.contains(place) {
      let kept = entries[place].value.proposals.filter { !spoken.contains($0) }
      setProposals(kept, at: place)
    }
  }

  private func place(
    of speaker: SubmittedSpeaker, proposals: [ProposalID], _ idsInFile: Set<ProposalID>,
    taken: Set<Int>
  ) -> Int? {
    if let id = speaker.id, let place = places[id] { return place }
    // Somebody whom the file names by another id is somebody else.
    func isFree(_ place: Int) -> Bool {
      !taken.contains(place) && !idsInFile.contains(entries[place].value.id)
    }
    let email = speaker.email.flatMap(SpeakerIdentity.email)
    if let email, let place = placesByEmail[email], isFree(place) { return place }
    return placesByName[SpeakerIdentity.name(speaker.name)]?.first { place in
      let other = entries[place].value
      let hasEmail = other.email.flatMap(SpeakerIdentity.email) != nil
      return isFree(place)
        && (email == nil || !hasEmail || other.proposals.contains(where: proposals.contains))
    }
  }

  private mutating func enterNew(_ speaker: SubmittedSpeaker) -> Int {
    let new = Speaker(id: speaker.id ?? nextID(), name: speaker.name, proposals: [])
    enter(new, new.json, isChanged: true)
    return entries.count - 1
  }

  private mutating func nextID() -> ProposalID {
    while true {
      let digits = String(nextNumber)
      nextNumber += 1
      let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
      if let id = ProposalID("speaker-\(zeros)\(digits)"), !usedIDs.contains(id) { return id }
    }
  }

  private mutating func update(
    _ place: Int, _ speaker: SubmittedSpeaker, _ proposals: [ProposalID], spoken: Set<ProposalID>
  ) {
    var entry = entries[place]
    let before = entry.tree
    if !entry.value.name.isSameBytes(as: speaker.name) {
      entry.value.name = speaker.name
      entry.tree.set("name", speaker.name)
    }
    func change(_ key: String, _ new: String?, _ path: WritableKeyPath<Speaker, String?>) {
      guard let new, !isSameText(new, entry.value[keyPath: path]) else { return }
      entry.value[keyPath: path] = new.nonEmpty
      entry.tree.set(key, new.nonEmpty)
    }
    change("email", speaker.email, \.email)
    change("organization", speaker.organization, \.organization)
    change("tagline", speaker.tagline, \.tagline)
    change("bio", speaker.bio, \.bio)
    if let links = speaker.links, links != entry.value.links {
      entry.value.links = links
      entry.tree.set("links", links)
    }
    let asked = Set(speaker.answers.map(\.question))
    let answers = speaker.answers + entry.value.answers.filter { !asked.contains($0.question) }
    if !answers.isSame(as: entry.value.answers) {
      let old = entry.tree["answers"]?.array ?? []
      entry.value.answers = answers
      entry.tree["answers"] = answers.json(keeping: old)
    }
    entry.isChanged = entry.isChanged || entry.tree != before
    entries[place] = entry
    if let email = entry.value.email.flatMap(SpeakerIdentity.email) {
      placesByEmail[email] = placesByEmail[email] ?? place
    }
    let named = Set(proposals)
    let kept = entry.value.proposals.filter { named.contains($0) || !spoken.contains($0) }
    setProposals(kept + proposals.filter { !kept.contains($0) }, at: place)
  }

  private mutating func setProposals(_ proposals: [ProposalID], at place: Int) {
    guard proposals != entries[place].value.proposals else { return }
    entries[place].value.proposals = proposals
    entries[place].tree["proposals"] = .strings(proposals.map(\.text))
    entries[place].isChanged = true
  }
}
