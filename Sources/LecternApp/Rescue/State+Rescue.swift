package import ReviewCore
import TerminalUI

extension State {
  /// The files that the viewer may take back in or put away: their own, and those that cannot be
  /// read, of which nobody knows whose they are.
  package var offered: [RescuedFile] {
    guard let viewer = seen.viewer?.id else { return [] }
    return rescued.files.filter { $0.writer == viewer || $0.writer == nil }
  }

  /// Takes in what was found, and offers it unless the person is in the middle of something.
  mutating func rescuedFound(_ files: [RescuedFile]) -> [Effect] {
    rescued.files = files.filter { !rescued.restored.contains($0.name) }
    // What stands in the folder by now, since the save had come through after all, is no news.
    let held = offered.filter { standing(for: $0).holds($0, at: now) }.map(\.name)
    rescued.files.removeAll { held.contains($0.name) }
    if !offered.isEmpty {
      if overlays.isEmpty, prefix == nil, typedNumber.isEmpty {
        overlays.append(.rescue(RescuePage()))
      } else {
        say("Something of yours was not saved; \(key(of: .rescued)) shows it", .note)
      }
    }
    return held.isEmpty ? [] : [.putAway(held)]
  }

  /// Opens what is on offer.
  mutating func openRescued() {
    guard !offered.isEmpty else {
      let others = rescued.files.count
      say(
        others == 0
          ? "Everything that was ever said is saved" : "\(others) of somebody else, none of yours",
        .note)
      return
    }
    overlays.append(.rescue(RescuePage()))
  }

  /// Takes in a key on the page.
  mutating func press(_ command: Command?, in page: RescuePage) -> [Effect] {
    var page = page
    let files = offered
    guard files.indices.contains(page.place), command != .cancel else {
      overlays.removeLast()
      if !files.isEmpty {
        say("Kept as it is; \(key(of: .rescued)) shows it again", .note)
      }
      return []
    }
    let file = files[page.place]
    switch command {
    case .accept: return restore(file)
    case .clear:
      remove(file)
      say("Put away, not deleted: \(file.name) is in the folder kept", .note)
      return [.putAway([file.name])]
    case .otherKind:
      page.place = (page.place + 1) % files.count
      page.offset = 0
    default: page.offset = scrolled(page.offset, of: page.lines.count, by: command)
    }
    replaceOverlay(.rescue(page))
    return []
  }

  /// Makes the lines of the page fit. O(1) where nothing changed.
  mutating func fit(_ page: RescuePage) {
    var page = page
    let files = offered
    guard !files.isEmpty else { return }
    page.place = min(page.place, files.count - 1)
    let file = files[page.place]
    let made = RescuePage.Made(
      columns: PageView.columns(in: size), version: version, file: file.name)
    if page.made != made {
      page.lines = lines(of: file, columns: made.columns)
      page.made = made
    }
    page.offset = scrolled(page.offset, of: page.lines.count, by: nil)
    replaceOverlay(.rescue(page))
  }

  // MARK: - Words

  /// What a file holds, in a few words.
  func summary(of file: RescuedFile) -> String { words(for: file).summary(of: file) }

  private func words(for file: RescuedFile) -> RescueWords {
    let titles = file.proposals.reduce(into: [ProposalID: String]()) { titles, id in
      titles[id] = seen.proposal(id)?.proposal.title
    }
    return RescueWords(standing: standing(for: file), rubric: seen.rubric, now: now) { titles[$0] }
  }

  private func lines(of file: RescuedFile, columns: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    for line in words(for: file).lines(of: file) {
      let style =
        switch line.kind {
        case .heading: theme.title
        case .kept: theme.text
        case .standing: theme.faint
        case .outcome: theme.good
        case .problem: theme.warning
        }
      if line.kind == .heading, !lines.isEmpty { lines.append(.blank) }
      lines += wrap(line.text, columns: columns).map { StyledLine($0, style) }
    }
    let others = rescued.files.count - offered.count
    if others > 0 {
      lines.append(.blank)
      lines.append(
        StyledLine("\(others) more of somebody else, for them to take back", theme.faint))
    }
    return lines
  }

  // MARK: - Taking back in

  /// What stands of all that a file is about.
  func standing(for file: RescuedFile) -> RescueStanding {
    let whole = seen.viewer.flatMap { summit.sheets[$0.id] }
    var standing = RescueStanding(of: seen.viewer?.id)
    for id in file.proposals {
      standing.reviews[id] = whole?.reviews[id]
      standing.decisions[id] = seen.proposal(id)?.decision
      standing.notes[id] = personal.notes[id]
      for kind in NoteKind.allCases {
        let key = RescueStanding.DraftKey(id, kind.rawValue)
        standing.drafts[key] = personal.drafts[NoteKey(id, kind)]
      }
    }
    for saying in file.sayings {
      switch saying {
      case .comparison(let pair, _): standing.comparisons[pair] = whole?.comparisons[pair]
      case .remark(let id, _): standing.remarks[id] = whole?.discussion[id]
      case .lost(let lost) where lost.kind == "remark":
        standing.remarks[lost.about] = whole?.discussion[lost.about]
      default: break
      }
    }
    return standing
  }

  /// Takes a file back in, in one step that can be undone; it is moved away once that is saved.
  private mutating func restore(_ file: RescuedFile) -> [Effect] {
    guard let viewer = seen.viewer, file.writer == viewer.id else {
      say("Read it by hand: nobody knows whose words these are", .problem)
      return []
    }
    let old = standing(for: file)
    var new = old
    for saying in file.sayings { new.take(saying, at: now) }
    if new.decisions != old.decisions, !viewer.isChair {
      say("Not taken back: only a chair decides, and you are no chair any more", .problem)
      return []
    }
    let what = summary(of: file)
    let (changes, effects) = write(new, over: old, by: viewer.id)
    remove(file)
    if !changes.isEmpty { history.add(History.Step(changes, name: "what was taken back in")) }
    rescued.restored.append(file.name)
    say(effects.isEmpty ? "Nothing to take back: it all stands" : "Taken back in: \(what)\(undoes)")
    return effects + putAwayRestored()
  }

  /// Writes what differs, each thing the way it is always written.
  private mutating func write(
    _ new: RescueStanding, over old: RescueStanding, by viewer: Identifier
  ) -> (changes: [History.Change], effects: [Effect]) {
    var (changes, effects): ([History.Change], [Effect]) = ([], [])
    for (id, review) in new.reviews.sorted(by: { $0.key < $1.key })
    where old.reviews[id] != review {
      changes.append(.review(id, before: old.reviews[id], after: review))
      effects.append(write(review, of: id, by: viewer))
    }
    for (id, decision) in new.decisions.sorted(by: { $0.key < $1.key })
    where old.decisions[id] != decision {
      changes.append(.decision(id, before: old.decisions[id], after: decision))
      effects += write([id: decision], by: viewer)
    }
    let pairs = new.comparisons.sorted {
      ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second)
    }
    for (pair, comparison) in pairs where old.comparisons[pair] != comparison {
      changes.append(
        .comparison(pair, before: old.comparisons[pair], after: comparison))
      effects.append(write(comparison, of: pair, by: viewer))
    }
    for (id, remark) in new.remarks.sorted(by: { $0.key < $1.key })
    where old.remarks[id] != remark {
      let place = RemarkPlace(proposal: remark.proposal, id: id)
      changes.append(.remark(place, before: old.remarks[id], after: remark))
      effects.append(write(remark, id: id, by: viewer))
    }
    for (id, text) in new.notes.sorted(by: { $0.key < $1.key }) where old.notes[id] != text {
      changes.append(.note(id, before: old.notes[id] ?? "", after: text))
      effects += setPrivateNote(text, of: id)
    }
    return (changes, effects + keepDrafts(new.drafts, over: old.drafts, of: viewer))
  }

  /// Keeps unfinished texts where the key of a note finds them.
  private mutating func keepDrafts(
    _ new: [RescueStanding.DraftKey: String], over old: [RescueStanding.DraftKey: String],
    of viewer: Identifier
  ) -> [Effect] {
    var effects: [Effect] = []
    let changed = new.filter { old[$0.key] != $0.value }
    for (key, text) in changed.sorted(by: {
      ($0.key.proposal, $0.key.kind) < ($1.key.proposal, $1.key.kind)
    }) {
      guard let kind = NoteKind(rawValue: key.kind) else { continue }
      let place = NoteKey(key.proposal, kind)
      personal.drafts[place] = text
      effects.append(.keep(.draft(place, text), of: viewer))
    }
    return effects
  }

  /// Orders the files that were taken back in to be moved away, once all of it is on the disk.
  mutating func putAwayRestored() -> [Effect] {
    guard isSaved, !rescued.restored.isEmpty else { return [] }
    defer { rescued.restored = [] }
    return [.putAway(rescued.restored)]
  }

  /// Takes a file out of what is on offer; the page goes on to the next, or closes.
  private mutating func remove(_ file: RescuedFile) {
    rescued.files.removeAll { $0.name == file.name }
    if offered.isEmpty, case .rescue? = overlays.last { overlays.removeLast() }
  }
}
