import LecternApp
import ReviewCore
import ReviewStore

extension Conversation {
  /// Does what a word says.
  ///
  /// - Parameter text: what stands behind the word.
  mutating func carryOut(_ word: ConversationWord, _ text: String) {
    switch (word.argument, text.isEmpty) {
    case (.none, false):
      return say(
        "Nothing stands behind \(word.rawValue); \(text.quoted) was not understood, and nothing "
          + "was done.")
    case (.required, true): return say("Something is missing: \(word.meaning)")
    default: break
    }
    switch word {
    case .again: if proposal == nil { say("There is no proposal here.") } else { read() }
    case .paragraph: readParagraph(text)
    case .more: readOn(all: false)
    case .all: readOn(all: true)
    case .guide: explainQuestion(text)
    case .abstain, .conflict: judge(word, text)
    case .skip:
      if proposal?.myState == .scored {
        say(
          "Your review was finished; skipped, it no longer counts until you score again. undo "
            + "takes the skip back.")
      }
      save(
        [.skip(reason: text.isEmpty ? nil : text)],
        name: text.isEmpty ? "skipped for now" : "skipped for now, \(text)")
    case .clear: clearJudgement()
    case .overall: scoreOverall(text)
    case .note: write(.committee, text)
    case .feedback: write(.speaker, text)
    case .private: write(.private, text)
    case .bookmark: toggleBookmark()
    case .undo: undo()
    case .redo: redo()
    case .retry: retry()
    case .next: goNext()
    case .back: goBack()
    case .go: go(text)
    case .list: tellList(text)
    case .filter: filter(text)
    case .search: search(text)
    case .mine: tellMine()
    case .others: tellOthers()
    case .discussion: tellDiscussion()
    case .say: discuss(text)
    case .speakers: tellSpeakers()
    case .similar: tellSimilar()
    case .progress: tellProgress()
    case .sync: sync()
    case .who: tellWho(text)
    case .help: tellHelp(text)
    case .quit: leave()
    }
  }

  private mutating func explainQuestion(_ text: String) {
    if text.isEmpty { return explain(questions[question]) }
    guard case .criterion(let place) = ConversationWord.find(text, among: seen.rubric) else {
      let names = seen.rubric.criteria.map(\.name).joined(separator: ", ")
      return say("There is no question \(text.quoted). They are \(names).")
    }
    explain(seen.rubric.criteria[place])
  }

  private mutating func tellWho(_ text: String) {
    guard text.isEmpty else {
      guard let member = member(text) else { return }
      return order(.become(member.id), for: .identity)
    }
    guard let viewer = seen.viewer else {
      if seen.event.committee.isEmpty { return say("Nobody is on the committee yet.") }
      return askWho()
    }
    say("You are \(viewer.name), id \(viewer.id), \(viewer.role.rawValue). who ID changes that.")
  }

  private mutating func sync() {
    guard let viewer = seen.viewer else { return askWho() }
    say("Syncing. This may take a while.")
    order(.sync(viewer), for: .syncing)
  }

  private mutating func tellHelp(_ text: String) {
    if !text.isEmpty {
      switch ConversationWord.find(text, among: seen.rubric) {
      case .word(let word): return say(word.meaning.beginningUppercase)
      case .criterion(let place): return explain(seen.rubric.criteria[place])
      case .several(let names): return say("It may be \(names.joined(separator: ", ")).")
      case .unknown(let nearest):
        let hint = nearest.map { " Did you mean \($0)?" } ?? ""
        return say("There is no word \(text.quoted).\(hint) help alone names all.")
      }
    }
    say("A number answers the question; several, such as 4 3 5 4, answer the next ones too.")
    let example = seen.rubric.criteria.first?.name ?? "overall"
    say("\(example) 3: the score of one question, whichever is asked.")
    say(ConversationWord.allCases.map { $0.meaning.beginningUppercase })
    say("The beginning of a word is enough where no other word begins so.")
  }

  // MARK: - What came of orders

  /// Takes in what came of an order.
  mutating func hear(_ news: ConversationNews) {
    guard let pending else { return }
    self.pending = nil
    switch news {
    case .failed(let problem): return fail(problem, pending)
    case .saved(let before, let after, let remarks, let summit):
      failed = nil
      self.summit = summit.keeping(self.summit, whereBroken: faults)
      seeAnew()
      heard = proposal?.proposal.digest
      switch pending.purpose {
      case .answer(let name, let wasFinished):
        saved(name, wasFinished: wasFinished, before: before, after: after, remarks: remarks)
        dropSpentDraft()
      case .undo(let step): turned(step, into: after, back: true, remarks)
      case .redo(let step): turned(step, into: after, back: false, remarks)
      default: break
      }
    case .discussed(let summit):
      failed = nil
      self.summit = summit.keeping(self.summit, whereBroken: faults)
      seeAnew()
      kept(pending.purpose)
    case .kept(let remark):
      failed = nil
      kept(pending.purpose)
      if let remark { say(remark) }
    case .synced(let lines): say(lines)
    case .became(let id, let record, let remark):
      become(id, record)
      if let remark { say(remark) }
      begin()
    }
  }

  private mutating func become(_ id: Identifier, _ record: PersonalRecord) {
    seen = summit.seen(by: id, at: now)
    personal = record
    history = History()
    visited = []
    (current, similarity, failed) = (nil, nil, nil)
    list = ConversationList(list.query, in: seen, bookmarks: personal.bookmarks)
  }

  private mutating func fail(_ problem: String, _ pending: Pending) {
    switch pending.purpose {
    case .undo(let step): history.pushDone(step)
    case .redo(let step): history.pushUndone(step)
    case .leaving:
      say("What you began to write could not be kept: \(problem.asSentence)")
      return leave()
    default: failed = pending
    }
    say("Not saved: \(problem.asSentence)")
    if failed != nil { say("retry tries again.") }
  }

  /// Tries once more what could not be saved.
  private mutating func retry() {
    guard let failed else { return say("Everything you said is saved.") }
    if case .save(let id, _) = failed.order, id != current {
      if let current { visited.append(current) }
      current = id
      rest = []
    }
    order(failed.order, for: failed.purpose)
  }
}
