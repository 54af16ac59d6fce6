import ReviewCore
import TerminalUI

extension State {
  /// Opens the note for the committee, or the draft that was begun last.
  mutating func openNote() {
    guard let selected else { return }
    guard seen.viewer != nil else { return openReviewerMenu() }
    if selected.proposal.isWithdrawn {
      say("Not possible: the proposal was withdrawn", .problem)
      return
    }
    let begun = NoteKind.notes.first { personal.drafts[NoteKey(selected.id, $0)] != nil }
    overlays.append(.note(editor(of: NoteKey(selected.id, begun ?? .committee))))
  }

  /// Opens the note in the person's own editor.
  mutating func editNote() -> [Effect] {
    let count = overlays.count
    openNote()
    guard overlays.count > count, case .note(var editor)? = overlays.last else { return [] }
    editor.isBesideEditor = true
    replaceOverlay(.note(editor))
    return [.openEditor(editor.key, text: editor.area.text)]
  }

  private func editor(of key: NoteKey) -> NoteEditor {
    NoteEditor(key, saved: note(key), draft: personal.drafts[key])
  }

  /// A note as it stands; empty where there is none.
  func note(_ key: NoteKey) -> String {
    let review = seen.proposal(key.proposal)?.myReview
    return switch key.kind {
    case .committee: review?.comment ?? ""
    case .speaker: review?.feedback ?? ""
    case .private: personal.notes[key.proposal] ?? ""
    // A remark that was said is no text that one goes on writing.
    case .remark: ""
    }
  }

  /// Takes in a key in a note.
  mutating func press(
    _ key: KeyPress, _ command: Command?, in editor: NoteEditor
  ) -> [Effect] {
    var editor = editor
    switch command {
    case .accept: return accept(editor)
    case .cancel: return putOff(editor)
    case .otherKind:
      let kinds = NoteKind.notes
      let place = kinds.firstIndex(of: editor.key.kind) ?? 0
      let other = NoteKey(editor.key.proposal, kinds[(place + 1) % kinds.count])
      replaceOverlay(.note(self.editor(of: other)))
      return []
    case .external: return [.openEditor(editor.key, text: editor.area.text)]
    case .newLine: editor.area.insert("\n")
    default: guard editor.area.handle(key) else { return [] }
    }
    editor.problem = editor.area.isFull ? NoteEditor.isFull : nil
    replaceOverlay(.note(editor))
    return keepDraft(of: editor)
  }

  /// Orders what is being written to be kept, so that a crash does not lose it.
  mutating func keepDraft(of editor: NoteEditor) -> [Effect] {
    let draft = editor.isChanged ? editor.area.text : nil
    guard personal.drafts[editor.key] != draft else { return [] }
    personal.drafts[editor.key] = draft
    return [.keep(.draft(editor.key, draft), of: seen.viewer?.id)]
  }

  /// Closes the editor; what is not finished is found again.
  private mutating func putOff(_ editor: NoteEditor) -> [Effect] {
    overlays.removeLast()
    if editor.isChanged {
      say("Not saved yet; the draft is kept, and t finds it again", .note)
    }
    return keepDraft(of: editor)
  }

  /// Saves the note.
  private mutating func accept(_ editor: NoteEditor) -> [Effect] {
    let key = editor.key
    guard let seen = seen.proposal(key.proposal) else {
      var editor = editor
      editor.problem = "The proposal is not in the folder just now; your text stays here"
      replaceOverlay(.note(editor))
      return []
    }
    let text = editor.area.text.trimmed
    if text != note(key), let refusal = refusal(of: key.kind, for: seen) {
      var editor = editor
      editor.problem = "Not possible: \(refusal)"
      replaceOverlay(.note(editor))
      return []
    }
    overlays.removeLast()
    var effects = write(note: text, key, of: seen)
    if personal.drafts.removeValue(forKey: key) != nil {
      // The draft stays on the disk until the note stands there.
      if key.kind != .private, !effects.isEmpty {
        savingDrafts[key] = saving.revision
      } else {
        effects.append(.keep(.draft(key, nil), of: self.seen.viewer?.id))
      }
    }
    return effects
  }

  private func refusal(of kind: NoteKind, for seen: SeenProposal) -> String? {
    switch kind {
    case .committee: ReviewEdit.comment("").refusal(for: seen)
    case .speaker: ReviewEdit.feedback("").refusal(for: seen)
    case .private: nil
    case .remark: self.seen.refusal(ofRemarkOn: seen.id)
    }
  }

  private mutating func write(note text: String, _ key: NoteKey, of seen: SeenProposal) -> [Effect]
  {
    let old = note(key)
    guard text != old else { return [] }
    let noun =
      switch key.kind {
      case .committee: "Comment"
      case .speaker: "Feedback"
      case .private: "Private note"
      case .remark: "Remark"
      }
    let what = "\(noun) \(text.isEmpty ? "taken back" : "saved")"
    let effects: [Effect]?
    switch key.kind {
    case .committee: effects = apply(.comment(text), to: seen, name: "the comment")
    case .speaker: effects = apply(.feedback(text), to: seen, name: "the feedback")
    case .private:
      history.add(
        History.Step([.note(seen.id, before: old, after: text)], name: "the private note"))
      effects = setPrivateNote(text, of: seen.id)
    // Said in the discussion, which has a line of its own.
    case .remark: return []
    }
    if effects != nil { say(what, of: seen.proposal, undoes) }
    return effects ?? []
  }

  /// Puts a private note in place of the one that is there; empty for none.
  mutating func setPrivateNote(_ text: String, of id: ProposalID) -> [Effect] {
    let old = personal.notes.updateValue(text, forKey: id) ?? ""
    if text.isEmpty { personal.notes[id] = nil }
    invalidate()
    return [.keep(.note(id, text, replacing: old), of: seen.viewer?.id)]
  }

  /// Takes in what the person's own editor left.
  mutating func edited(_ key: NoteKey, _ note: EditedNote) -> [Effect] {
    guard case .note(var editor)? = overlays.last, editor.key == key else { return [] }
    switch note {
    case .finished(let text):
      editor.take(text.trimmed)
      return accept(editor)
    case .unfinished(let text, let problem):
      say(problem, .problem)
      editor.take(text)
      replaceOverlay(.note(editor))
      return keepDraft(of: editor)
    case .unchanged(let problem):
      if editor.isBesideEditor { overlays.removeLast() }
      if let problem { say(problem, .note) }
      return []
    }
  }

  /// Lets go of the drafts of notes that stand on the disk now.
  mutating func letGoOfDrafts() -> [Effect] {
    let saved = savingDrafts.filter { $0.value <= saving.savedRevision }.map(\.key)
    for key in saved { savingDrafts[key] = nil }
    return saved.filter { personal.drafts[$0] == nil }
      .map { .keep(.draft($0, nil), of: seen.viewer?.id) }
  }
}
