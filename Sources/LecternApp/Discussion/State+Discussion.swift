import ReviewCore
import TerminalUI

extension State {
  // MARK: - Opening

  /// Opens the discussion of the proposal that one looks at, or of the one that a message just named.
  mutating func openDiscussion() {
    guard let id = toast?.discussed ?? current?.id, seen.proposal(id) != nil else { return }
    toast = nil
    overlays.append(
      .thread(ThreadPage(id, draft: personal.drafts[NoteKey(id, .remark)])))
  }

  /// What a proposal's discussion holds, as far as the viewer may see; nothing where it is gone.
  func thread(of id: ProposalID) -> [DiscussionThread.Entry] {
    seen.proposal(id).map { DiscussionThread(of: $0, viewer: seen.viewer?.id).entries } ?? []
  }

  // MARK: - Keys

  /// Takes in a key in a discussion.
  mutating func press(_ key: KeyPress, _ command: Command?, in page: ThreadPage) -> [Effect] {
    if page.isWriting { return write(key, command, in: page) }
    var page = page
    switch command {
    case .cancel:
      overlays.removeLast()
      return []
    case .write:
      guard mayWrite(in: page) else { return [] }
      page.isWriting = true
    case .clear: return takeRemarkBack(in: page)
    case .undo: return undo()
    case .redo: return redo()
    case .itemDown: page.move(by: 1)
    case .itemUp: page.move(by: -1)
    case .pageDown: page.scroll(by: max(1, page.height - 2))
    case .pageUp: page.scroll(by: -max(1, page.height - 2))
    case .first: page.select(last: false)
    case .last: page.select(last: true)
    default: return []
    }
    replaceOverlay(.thread(page))
    return []
  }

  /// Whether one may answer; says why not, and asks who one is where nobody is known.
  private mutating func mayWrite(in page: ThreadPage) -> Bool {
    guard seen.viewer != nil else {
      // The discussion is another one for somebody else.
      overlays.removeLast()
      openReviewerMenu()
      return false
    }
    guard let refusal = seen.refusal(ofRemarkOn: page.proposal) else { return true }
    say("Not possible: \(refusal)", .problem)
    return false
  }

  /// Takes in a key while a remark is written.
  private mutating func write(
    _ key: KeyPress, _ command: Command?, in page: ThreadPage
  ) -> [Effect] {
    var page = page
    switch command {
    case .accept: return say(page)
    case .cancel:
      page.isWriting = false
      page.editor.problem = nil
      replaceOverlay(.thread(page))
      if page.editor.isChanged {
        say("Not said yet; the draft is kept, and T finds it again", .note)
      }
      return keepDraft(of: page.editor)
    case .pageDown: page.scroll(by: max(1, page.height - 2))
    case .pageUp: page.scroll(by: -max(1, page.height - 2))
    case .newLine: page.editor.area.insert("\n")
    default: guard page.editor.area.handle(key) else { return [] }
    }
    page.editor.problem = page.editor.area.isFull ? NoteEditor.isFull : nil
    replaceOverlay(.thread(page))
    return keepDraft(of: page.editor)
  }

  /// Puts a pasted text into the remark that is written.
  mutating func paste(_ text: String, in page: ThreadPage) -> [Effect] {
    guard page.isWriting else {
      say("Pasted text was dropped: there is no line to put it in", .note)
      return []
    }
    var page = page
    page.editor.problem = page.editor.area.insert(text) ? nil : NoteEditor.isFull
    replaceOverlay(.thread(page))
    return keepDraft(of: page.editor)
  }

  // MARK: - Saying

  /// Says what was written.
  private mutating func say(_ page: ThreadPage) -> [Effect] {
    var page = page
    let text = page.editor.area.text.trimmed
    guard let viewer = seen.viewer else { return [] }
    let problem =
      if seen.proposal(page.proposal) == nil {
        "The proposal is not in the folder just now; your text stays here"
      } else if let refusal = seen.refusal(ofRemarkOn: page.proposal) {
        "Not possible: \(refusal)"
      } else {
        text.isEmpty ? "There is nothing to say yet" : nil
      } as String?
    if let problem {
      page.editor.problem = problem
      replaceOverlay(.thread(page))
      return []
    }
    let known = summit.sheets[viewer.id]?.discussion ?? [:]
    let new = Remark.said(text, of: page.proposal, by: viewer.id, at: now, among: known)
    history.add(
      History.Step(
        [
          .remark(RemarkPlace(proposal: page.proposal, id: new.id), before: nil, after: new.remark)
        ],
        name: "the remark"))
    var effects = [write(new.remark, id: new.id, by: viewer.id)]
    let key = page.editor.key
    page.editor = NoteEditor(key, saved: "", draft: nil)
    page.isWriting = false
    page.select(last: true)
    replaceOverlay(.thread(page))
    if personal.drafts.removeValue(forKey: key) != nil {
      // The draft stays on the disk until the remark stands there.
      savingDrafts[key] = saving.revision
    } else {
      effects.append(.keep(.draft(key, nil), of: viewer.id))
    }
    if let seen = seen.proposal(page.proposal) {
      say("Said", of: seen.proposal, undoes)
    }
    return effects
  }

  /// Takes the selected remark back, where it is the viewer's own.
  private mutating func takeRemarkBack(in page: ThreadPage) -> [Effect] {
    guard let entry = page.selected, let viewer = seen.viewer else { return [] }
    guard entry.isMine else {
      say("Only what you said yourself can be taken back", .problem)
      return []
    }
    guard entry.kind == .remark else {
      say("It is the comment of your review: t on the review screen changes it", .note)
      return []
    }
    guard let old = summit.sheets[viewer.id]?.discussion[entry.id] else { return [] }
    let new = old.takenBack(at: now)
    history.add(
      History.Step(
        [.remark(RemarkPlace(proposal: page.proposal, id: entry.id), before: old, after: new)],
        name: "taking the remark back"))
    if let seen = seen.proposal(page.proposal) {
      say("Taken back", of: seen.proposal, undoes)
    }
    return [write(new, id: entry.id, by: viewer.id)]
  }

  // MARK: - Fitting

  /// Makes the discussion fit the screen and what is said. O(1) where nothing changed.
  mutating func fit(_ page: ThreadPage) {
    var page = page
    let columns = ThreadLayout(size, lines: 0, isWriting: page.isWriting).text.columns
    let made = ThreadPage.Made(columns: columns, version: version, unread: page.unread)
    if page.needs(made) {
      let entries = thread(of: page.proposal)
      let text = DiscussionText(
        event: seen.event, theme: theme, glyphs: glyphs, columns: made.columns)
      page.show(entries, text.lines(of: entries, unread: page.unread), made: made)
    }
    let layout = ThreadLayout(size, lines: page.lines.count, isWriting: page.isWriting)
    if page.height != layout.text.rows { page.fit(height: layout.text.rows) }
    if page.editor.room != layout.editor.size {
      page.editor.room = layout.editor.size
      page.editor.area.resize(layout.editor.size)
    }
    replaceOverlay(.thread(page))
  }
}
