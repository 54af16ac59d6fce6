import LecternApp
import ReviewCore
import ReviewStore

extension Conversation {
  /// Writes a note; without a text it takes several lines.
  mutating func write(_ kind: NoteKind, _ text: String) {
    guard let proposal else { return say("There is no proposal here.") }
    if !text.isEmpty { return keep(text == "-" ? "" : text, kind) }
    if seen.viewer == nil { return say("Not possible: you only read; who says who you are.") }
    let draft = personal.drafts[DraftPlace(proposal.id, kind.rawValue)]?.text
    say("\(kind.title). \(kind.readers)")
    say(
      "Write as many lines as you like. A full stop alone on a line saves them; cancel alone on a "
        + "line throws them away.")
    if let draft, !draft.isEmpty {
      say("You began it before, with these words; go on behind them:")
      sayInParts(SpokenText.paragraphs(of: draft))
    }
    stage = .text(kind, draft.map { [$0] } ?? [])
  }

  /// Takes in a line of a note.
  mutating func write(_ line: String, _ kind: NoteKind, _ lines: [String]) {
    switch line.trimmed.folded {
    case ".":
      stage = .answering
      let place = current.map { DraftPlace($0, kind.rawValue) }
      spentDraft = place.flatMap { personal.drafts.removeValue(forKey: $0) == nil ? nil : $0 }
      keep(lines.joined(separator: "\n").trimmed, kind)
    case "cancel":
      stage = .answering
      say("Thrown away; what stood there before stays.")
      dropDraft(kind)
    default: stage = .text(kind, lines + [line])
    }
  }

  private mutating func keep(_ text: String, _ kind: NoteKind) {
    guard let proposal else {
      return say("The proposal is no longer in the folder. Nothing was saved.")
    }
    let old = note(kind, of: proposal)
    guard text != old else {
      say(text.isEmpty ? "There is no \(kind.noun) to take back." : "It stands there already.")
      return dropSpentDraft()
    }
    let what = text.isEmpty ? "the \(kind.noun) is taken back" : "\(kind.noun)"
    switch kind {
    case .remark: discuss(text)
    case .committee: save([.comment(text)], name: what)
    case .speaker: save([.feedback(text)], name: what)
    case .private:
      order(
        .keep(
          .note(
            text, on: proposal.id, replacing: old.isEmpty ? nil : old, at: now,
            of: seen.viewer?.id)),
        for: .personal(.note(proposal.id, before: old, after: text), name: what))
    }
  }

  private func note(_ kind: NoteKind, of proposal: SeenProposal) -> String {
    switch kind {
    case .remark: ""
    case .committee: proposal.myReview?.comment ?? ""
    case .speaker: proposal.myReview?.feedback ?? ""
    case .private: personal.notes[proposal.id]?.text ?? ""
    }
  }

  // MARK: - Drafts

  /// Keeps what was begun, while leaving.
  mutating func keepDraft(_ lines: [String], _ kind: NoteKind) {
    guard let current else { return leave() }
    say("What you began to write is kept; \(kind.word) alone goes on with it.")
    order(
      .keep(
        .draft(
          lines.joined(separator: "\n"), at: DraftPlace(current, kind.rawValue), written: now,
          of: seen.viewer?.id)), for: .leaving)
  }

  private mutating func dropDraft(_ kind: NoteKind) {
    guard let current else { return }
    let place = DraftPlace(current, kind.rawValue)
    guard personal.drafts.removeValue(forKey: place) != nil, turn.order == nil else { return }
    order(.keep(.draft(nil, at: place, written: now, of: seen.viewer?.id)), for: .tidying)
  }

  /// Lets go of the draft of a note that stands on the disk now.
  mutating func dropSpentDraft() {
    guard let place = spentDraft, turn.order == nil else { return }
    spentDraft = nil
    order(.keep(.draft(nil, at: place, written: now, of: seen.viewer?.id)), for: .tidying)
  }

  // MARK: - What is the person's alone

  mutating func toggleBookmark() {
    guard let proposal else { return say("There is no proposal here.") }
    let isSet = !personal.bookmarks.contains(proposal.id)
    order(
      .keep(.bookmark(proposal.id, isSet, of: seen.viewer?.id)),
      for: .personal(
        .bookmark(proposal.id, after: isSet), name: isSet ? "bookmark" : "no bookmark"))
  }

  /// Takes in that something stands on the disk that is the person's alone.
  mutating func kept(_ purpose: Purpose) {
    switch purpose {
    case .personal(let change, let name):
      take(change, back: false)
      history.add(History.Step([change], name: name))
      say("Saved: \(name.asSentence)")
      dropSpentDraft()
    case .undo(let step), .redo(let step):
      let isBack = if case .undo = purpose { true } else { false }
      for change in step.changes { take(change, back: isBack) }
      if isBack { history.pushUndone(step) } else { history.pushDone(step) }
      sayTurned(step, back: isBack)
    case .leaving: leave()
    default: break
    }
  }

  private mutating func take(_ change: History.Change, back: Bool) {
    switch change {
    case .bookmark(let id, let isSet):
      if isSet != back { personal.bookmarks.insert(id) } else { personal.bookmarks.remove(id) }
    case .note(let id, let before, let after):
      let text = back ? before : after
      personal.notes[id] = text.isEmpty ? nil : PrivateNote(text, at: now)
    default: break
    }
  }
}

extension NoteKind {
  /// What it is called in a sentence.
  fileprivate var noun: String {
    switch self {
    case .remark: "remark"
    case .committee: "comment for the committee"
    case .speaker: "feedback for the speaker"
    case .private: "private note"
    }
  }

  /// The word that writes it.
  fileprivate var word: String {
    switch self {
    case .remark: "say"
    case .committee: "note"
    case .speaker: "feedback"
    case .private: "private"
    }
  }
}
