import ReviewCore
import ReviewStore
import SystemPackage

extension OpenSummit {
  /// Takes a rescued file back in, durably, and moves it away after that.
  ///
  /// - Throws: `CommandFailure` where the words are somebody else's, or it cannot be read;
  ///   `StoreError` where something cannot be saved: the file stays where it is then.
  func restore(_ kept: KeptFile, in state: StateFolder) throws {
    let viewer = try requireViewer(to: "take it back in")
    guard kept.file.writer == viewer.id else {
      let whose = kept.file.writer.map { "These are words of \($0)" } ?? "Nobody knows whose words"
      throw CommandFailure.cannot(
        "\(kept.path.string): \(whose)\(kept.file.writer == nil ? " these are" : ""). "
          + "Only who said them takes them back in; to read them, open the file.")
    }
    let personal = state.personal(of: viewer.id)
    let old = RescueStanding(
      of: viewer.id, in: seen, sheet: loaded.summit.sheets[viewer.id], personal)
    var new = old
    for saying in kept.file.sayings { new.take(saying, at: now) }
    if new.decisions != old.decisions, !viewer.isChair {
      throw CommandFailure.cannot("\(viewer.id) is a reviewer. Only a chair decides.")
    }
    if new.change(over: old, by: viewer.id) != nil {
      _ = try folder.update(viewer.id, in: event, rescue: state.rescue, at: now) {
        // By what the file says at this moment, which another terminal may have changed.
        sheet -> SheetChange in
        let standing = RescueStanding(of: viewer.id, in: seen, sheet: sheet, personal)
        var taken = standing
        for saying in kept.file.sayings { taken.take(saying, at: now) }
        return taken.change(over: standing, by: viewer.id) ?? SheetChange(viewer.id, reviews: [:])
      }
    }
    let decisions = new.decisions.filter { old.decisions[$0.key] != $0.value }
    if !decisions.isEmpty {
      _ = try folder.decide(
        DecisionChange(viewer.id, decisions: decisions), in: event, rescue: state.rescue, at: now)
    }
    for (id, text) in new.notes.sorted(by: { $0.key < $1.key }) where old.notes[id] != text {
      _ = try state.keep(
        .note(text, on: id, replacing: old.notes[id], at: now, of: viewer.id), at: now)
    }
    for (key, text) in new.drafts where old.drafts[key] != text {
      let place = DraftPlace(key.proposal, key.kind)
      _ = try state.keep(.draft(text, at: place, written: now, of: viewer.id), at: now)
    }
    try state.rescue.putAway(kept)
  }

  /// What was rescued and what stands in its place, in words.
  func rescueWords(_ state: StateFolder) -> RescueWords {
    let viewer = seen.viewer?.id
    let standing = RescueStanding(
      of: viewer, in: seen, sheet: viewer.flatMap { loaded.summit.sheets[$0] },
      state.personal(of: viewer))
    let seen = seen
    return RescueWords(standing: standing, rubric: event.rubric, now: now) {
      seen.proposal($0)?.proposal.title
    }
  }
}
