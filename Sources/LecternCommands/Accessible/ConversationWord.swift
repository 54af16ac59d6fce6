import ReviewCore

/// A word that begins an answer in the line mode.
enum ConversationWord: String, CaseIterable {
  case again, paragraph, more, all
  case guide, abstain, conflict, skip, clear, overall
  case note, feedback, `private`, bookmark
  case undo, redo, retry
  case next, back, go, list, filter, search
  case mine, others, discussion, say, speakers, similar, progress, sync, who
  case help, quit

  /// Whether something stands behind the word.
  enum Argument {
    case none, optional, required
  }

  var argument: Argument {
    switch self {
    case .again, .more, .all, .clear, .bookmark, .undo, .redo, .retry, .next, .back, .mine, .others,
      .discussion, .speakers, .similar, .progress, .sync, .quit:
      .none
    case .paragraph, .guide, .abstain, .conflict, .skip, .note, .feedback, .private, .list, .filter,
      .who, .help:
      .optional
    case .overall, .go, .search, .say: .required
    }
  }

  /// Other words for it.
  var aliases: [String] {
    switch self {
    case .again: ["repeat", "read"]
    case .all: ["rest"]
    case .guide: ["?", "question"]
    case .skip: ["s"]
    case .note: ["comment"]
    case .undo: ["u"]
    case .next: ["n"]
    case .back: ["b", "previous"]
    case .others: ["reviews"]
    case .help: ["h"]
    case .quit: ["q", "exit"]
    default: []
    }
  }

  /// What it does, as a sentence that begins with the word as it is typed.
  var meaning: String {
    switch self {
    case .again: "again: the whole proposal once more."
    case .paragraph: "paragraph 2: the second paragraph; without a number, how many there are."
    case .more: "more, or an empty line: the next part of what is long."
    case .all: "all: the rest of what is long."
    case .guide: "guide, or a question mark: what is asked, and what each score means."
    case .abstain: "abstain REASON: you do not judge this proposal."
    case .conflict: "conflict REASON: you have a conflict of interest."
    case .skip: "skip: leave it for later; a reason may follow."
    case .clear: "clear: take your judgement back; comments stay."
    case .overall: "overall 4: one score for the whole proposal."
    case .note:
      "note TEXT: a comment for the committee. note alone takes several lines; note - takes the "
        + "comment back. The same holds for feedback and private."
    case .feedback: "feedback TEXT: what the speaker may read."
    case .private: "private TEXT: a note for yourself alone; it stays on this machine."
    case .bookmark: "bookmark: mark the proposal, or take the mark away."
    case .undo: "undo: take back what you did last, as often as you like."
    case .redo: "redo: do again what you undid last."
    case .retry: "retry: try once more to save what could not be saved."
    case .next: "next: the next proposal that waits for you."
    case .back: "back: the proposal where you were before."
    case .go: "go 3, or go ID: the third of the list, or the one with that id."
    case .list: "list: your list, ten at a time; list QUERY: what meets a query."
    case .filter:
      "filter QUERY: review only what meets it, such as area:lakehouse; filter alone takes it away."
    case .search: "search WORDS: proposals that have these words."
    case .mine: "mine: what you have said of this proposal."
    case .discussion: "discussion: what the committee says of the proposal, where you may see it."
    case .say: "say TEXT: your word in that discussion."
    case .others: "others: what the other reviewers say, where you may see it."
    case .speakers: "speakers: who offers it, where you may see it."
    case .similar: "similar: proposals that are like it."
    case .progress: "progress: how far you are."
    case .sync: "sync: share your reviews and take in the others', by git."
    case .who: "who: who you are; who ID: review as somebody else."
    case .help: "help: this; help WORD: about one word."
    case .quit: "quit: leave. Everything is saved already."
    }
  }

  /// What a typed word may be.
  enum Found: Equatable {
    case word(ConversationWord)
    case criterion(Int)
    /// Several begin so.
    case several([String])
    /// None does; the nearest one, if one is near.
    case unknown(nearest: String?)
  }

  /// Finds what a typed word means: a word or a criterion, whole or as a beginning that only one has.
  static func find(_ typed: String, among rubric: Rubric) -> Found {
    let typed = typed.folded
    for word in allCases where word.rawValue == typed || word.aliases.contains(typed) {
      return .word(word)
    }
    let criteria = rubric.criteria
    for (place, criterion) in criteria.enumerated() where criterion.answers(to: typed) {
      return .criterion(place)
    }
    var found: [(name: String, Found)] = []
    for word in allCases {
      let names = [word.rawValue] + word.aliases.filter { $0.count > 1 }
      if let name = names.first(where: { $0.hasPrefix(typed) }) {
        found.append((name, .word(word)))
      }
    }
    for (place, criterion) in criteria.enumerated()
    where criterion.name.folded.hasPrefix(typed) || criterion.id.text.hasPrefix(typed) {
      found.append((criterion.name, .criterion(place)))
    }
    if found.count == 1 { return found[0].1 }
    if found.count > 1, !typed.isEmpty { return .several(found.map(\.name)) }
    let known = allCases.flatMap { [$0.rawValue] + $0.aliases } + criteria.map(\.name)
    return .unknown(nearest: NearestWord.of(typed, among: known))
  }
}

extension Criterion {
  fileprivate func answers(to typed: String) -> Bool {
    name.folded == typed || id.text == typed
  }
}
