import ReviewCore
import TerminalUI

extension State {
  /// How long a session may differ from the one that is kept, in milliseconds.
  static let sessionPatience: Int64 = 5_000

  /// Takes in what belongs to the person who is at the terminal now.
  mutating func take(_ personal: Personal) {
    self.personal = personal
    let wanted = personal.theme ?? settings.theme
    if wanted != themeName { show(wanted) }
    dropFinishedDrafts()
    invalidate()
    if list.query.text.contains("bookmarked") || list.query.text.contains("unread") { refill() }
  }

  /// Forgets drafts that became notes just before the program was ended.
  mutating func dropFinishedDrafts() {
    personal.drafts = personal.drafts.filter { key, text in
      guard key.kind == .remark else { return text.trimmed != note(key) }
      let said = seen.proposal(key.proposal)?.discussion.filter(\.isMine) ?? []
      return !said.contains { $0.text == text.trimmed }
    }
  }

  // MARK: - Bookmarks

  /// Bookmarks what is chosen; where all of it is bookmarked, takes that away.
  mutating func toggleBookmark() -> [Effect] {
    let ids = chosen
    guard let first = ids.first.flatMap({ seen.proposal($0) }) else { return [] }
    let isSet = !ids.allSatisfy(personal.bookmarks.contains)
    let changed = ids.filter { personal.bookmarks.contains($0) != isSet }
    let what = isSet ? "Bookmarked" : "Bookmark taken away"
    history.add(
      History.Step(changed.map { .bookmark($0, after: isSet) }, name: what.lowercasedFirst))
    if changed.count == 1, ids.count == 1 {
      say(what, of: first.proposal, undoes)
    } else {
      say("\(what): \(changed.count) proposals\(undoes)")
      list.marks = []
    }
    return setBookmark(Set(changed), isSet)
  }

  /// Sets bookmarks, or takes them away.
  mutating func setBookmark(_ ids: Set<ProposalID>, _ isSet: Bool) -> [Effect] {
    if isSet { personal.bookmarks.formUnion(ids) } else { personal.bookmarks.subtract(ids) }
    return [.keep(.bookmarks(ids, isSet: isSet), of: seen.viewer?.id)]
  }

  // MARK: - The terminal

  /// Puts the id or the link of the proposal on the clipboard.
  mutating func copy(_ command: Command) -> [Effect] {
    guard let current else { return [] }
    if command == .copyID { return [.copy(current.id.text, name: "Id")] }
    let links = Links.all(of: current)
    switch links.count {
    case 0: say("There is no link in this proposal; \(key(of: .copyID)) copies its id", .note)
    case 1: return [.copy(links[0], name: "Link")]
    default:
      overlays.append(
        .menu(
          Menu(
            .links, title: "Copy which link?",
            items: links.map { Menu.Item(label: $0, action: .copy($0)) })))
    }
    return []
  }

  /// Listens to the mouse, or leaves it to the terminal.
  mutating func toggleMouse() -> [Effect] {
    personal.isMouseOn.toggle()
    say(
      personal.isMouseOn
        ? "The mouse works here; \(key(of: .mouse)) leaves it to the terminal"
        : "The mouse is left to the terminal, for selecting text; \(key(of: .mouse)) takes it back")
    return [
      .listenToMouse(personal.isMouseOn),
      .keep(.mouse(personal.isMouseOn), of: seen.viewer?.id),
    ]
  }

  // MARK: - The session

  /// Where the person is.
  package var session: Session {
    Session(
      screen: screen, proposal: selected?.id, query: list.query.text, area: list.area,
      sort: list.order, scroll: pane.offset, isReading: isReading)
  }

  /// Orders the session to be kept, some time after it changed and on leaving.
  mutating func keepSession() -> [Effect] {
    let session = session
    guard session != keptSession, seen.viewer != nil else {
      sessionChanged = nil
      return []
    }
    guard let changed = sessionChanged, changed <= now else {
      sessionChanged = now
      return []
    }
    guard now.milliseconds - changed.milliseconds >= Self.sessionPatience else { return [] }
    keptSession = session
    sessionChanged = nil
    return [.keep(.session(session), of: seen.viewer?.id)]
  }

  /// Goes where the person was the last time: the same filter and order; on the same proposal if it
  /// still waits for them, or if nothing of the list does. Else on the next one that waits.
  mutating func restoreSession() {
    defer { keptSession = session }
    guard let session = personal.session, seen.viewer != nil else { return }
    list.order = session.sort
    if let area = session.area, seen.event.focusArea(area) != nil { list.area = area }
    if let query = try? Query(session.query, for: seen.event) { list.query = query }
    list.fill(from: seen, marked: personal, keeping: selected?.id)
    if list.rows.isEmpty {
      (list.query, list.area) = (.everything, nil)
      list.fill(from: seen, marked: personal, keeping: selected?.id)
    }
    let row = session.proposal.flatMap { list.row(of: $0, in: seen) }
    let waits = list.rows.contains { ReviewQueue.isWaiting(seen.proposals[$0]) }
    if let row, !waits || ReviewQueue.isWaiting(seen.proposals[list.rows[row]]) {
      list.select(row)
      isReading = isReading || session.isReading
      fit()
      pane.scroll(by: session.scroll)
    } else if let next = ReviewQueue.firstWaiting(in: list.rows, from: 0, of: seen) {
      list.select(next)
    }
    proposalChanged()
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
