package import ReviewCore
import TerminalUI

extension State {
  // MARK: - Writing

  /// Puts a remark of the viewer's in place of the one that is there: at once on the screen, then on
  /// the disk.
  mutating func write(_ remark: Remark, id: String, by viewer: Identifier) -> Effect {
    let old = summit.sheets[viewer]?.discussion[id]
    put(remark, id: id, by: viewer)
    let revision = saving.change([:])
    discussing.change(id, remark, revision: revision)
    return .saveRemark(
      reviewer: viewer, id: id, remark: remark, replacing: old, revision: revision)
  }

  private mutating func put(_ remark: Remark, id: String, by viewer: Identifier) {
    let old = summit.sheets[viewer]?.discussion[id]
    summit.sheets[viewer, default: ReviewSheet(reviewer: viewer)].discussion[id] = remark
    seen.refresh(remark.proposal, from: summit)
    if let old, old.proposal != remark.proposal { seen.refresh(old.proposal, from: summit) }
    // No score and no order of the ranking depends on it.
    invalidateDecisions()
  }

  /// Takes in what the file said otherwise than we did, but for what we have said again since.
  mutating func adopt(_ news: [String: Remark]) {
    guard let viewer = seen.viewer?.id else { return }
    for (id, remark) in news where discussing.pending[id] == nil {
      if summit.sheets[viewer]?.discussion[id] != remark { put(remark, id: id, by: viewer) }
    }
  }

  // MARK: - Undoing

  /// Takes back what was done to a remark; nil where it changed elsewhere since.
  mutating func takeBack(
    _ place: RemarkPlace, before: Remark?, after: Remark?
  ) -> (change: History.Change, effects: [Effect])? {
    guard let viewer = seen.viewer?.id, let after,
      summit.sheets[viewer]?.discussion[place.id] == after, mayWrite(before, on: place)
    else { return nil }
    let restored = after.undone(to: before, at: now)
    return (
      .remark(place, before: restored, after: after),
      [write(restored, id: place.id, by: viewer)]
    )
  }

  /// Does again what was done to a remark; nil where it changed elsewhere since.
  mutating func doAgain(
    _ place: RemarkPlace, before: Remark?, after: Remark?
  ) -> (change: History.Change, effects: [Effect])? {
    guard let viewer = seen.viewer?.id, let after, let before,
      summit.sheets[viewer]?.discussion[place.id] == before, mayWrite(after, on: place)
    else { return nil }
    let again = before.undone(to: after, at: now)
    return (
      .remark(place, before: before, after: again),
      [write(again, id: place.id, by: viewer)]
    )
  }

  /// Whether what undo or redo would write may be said: somebody who is in conflict by now may only
  /// take back.
  private func mayWrite(_ remark: Remark?, on place: RemarkPlace) -> Bool {
    guard let remark, !remark.saysNothing else { return true }
    return seen.refusal(ofRemarkOn: place.proposal) == nil
  }

  // MARK: - Reading

  /// Whether there is a remark of another member that the viewer has not read.
  package func hasUnread(_ seen: SeenProposal) -> Bool { seen.hasUnread(besides: personal.read) }

  /// Notes what is read in the discussion that is open, and orders that to be kept.
  mutating func noteRead() -> [Effect] {
    guard case .thread(var page)? = overlays.last else { return [] }
    let keys = thread(of: page.proposal).filter { !$0.isMine }.map(\.key)
    let new = Set(keys).subtracting(personal.read)
    guard !new.isEmpty else { return [] }
    page.unread.formUnion(new)
    replaceOverlay(.thread(page))
    personal.read.formUnion(new)
    pane.invalidate()
    return [.keep(.read(new), of: seen.viewer?.id)]
  }

  /// Says quietly what others said since the folder was read last. What came into sight because the
  /// viewer judged is no news; a problem stays in sight.
  mutating func sayRemarks(since old: SeenSummit) {
    guard toast?.kind != .problem else { return }
    var news: [(proposal: SeenProposal, remark: SeenRemark)] = []
    for proposal in seen.proposals where !proposal.discussion.isEmpty {
      guard let before = old.proposal(proposal.id), before.areOtherReviewsVisible else { continue }
      let known = Set(before.discussion.map(\.key))
      news += proposal.discussion
        .filter { !$0.isMine && !known.contains($0.key) && !personal.read.contains($0.key) }
        .map { (proposal, $0) }
    }
    if case .thread(let page)? = overlays.last {
      news.removeAll { $0.proposal.id == page.proposal }
    }
    guard let first = news.first else { return }
    let proposals = Set(news.map(\.proposal.id))
    guard proposals.count == 1 else {
      return say("New remarks on \(proposals.count) proposals: F, then the unread ones", .note)
    }
    let authors = Set(news.map(\.remark.author))
    let name = seen.event.member(first.remark.author)?.name ?? first.remark.author.text
    let who = authors.count == 1 ? name : "\(authors.count) members"
    let end = ": T reads it"
    let room = size.columns - 12 - DisplayWidth.of(who) - DisplayWidth.of(end)
    let title = clipped(
      DisplayText.line(first.proposal.proposal.title), columns: max(12, room),
      ellipsis: glyphs.ellipsis)
    say("\(who) on \u{201C}\(title.text)\u{201D}\(end)", .note)
    toast?.discussed = first.proposal.id
  }
}
