import LecternApp
import ReviewAnalysis
import ReviewCore
import ReviewStore

/// The review as a conversation in plain lines, for a screen reader or a terminal that can do
/// nothing else.
///
/// A line comes in, lines and at most one order come out; it knows no file and no clock. What it
/// says is not safe for a terminal yet.
struct Conversation {
  /// What the person may see.
  var seen: SeenSummit
  /// All that was read; only for seeing it anew.
  var summit: Summit
  /// The time of the newest event.
  var now: Timestamp
  /// What the next line answers.
  var stage = Stage.answering
  /// The proposals that one goes through.
  var list = ConversationList()
  /// The proposal that is talked of; nil where there is none.
  var current: ProposalID?
  /// Its text as it was read out.
  var heard: ContentDigest?
  /// The rubric whose question was asked last.
  var asked: Rubric?
  /// The question that a number answers, by its place in `questions`.
  var question = 0
  /// Where the person was before, the newest last.
  var visited: [ProposalID] = []
  /// What belongs to the person.
  var personal: PersonalRecord
  /// What can be undone and redone.
  var history = History()
  /// Parts that were not read out yet.
  var rest: [[String]] = []
  /// An order that is being carried out, and why.
  var pending: Pending?
  /// The draft that became a note, to be let go of once that stands on the disk.
  var spentDraft: DraftPlace?
  /// What could not be done the last time, for `retry`.
  var failed: Pending?
  /// The texts, made ready to be compared; nil until somebody asks.
  var similarity: SimilarityIndex?
  /// The proposals whose judgement was finished here.
  var finished: Set<ProposalID> = []
  /// What could not be read in the folder.
  var faults: [Fault] = []
  /// Why the folder could not be read the last time; nil where it could.
  var problem: String?
  /// What is said before the next turn.
  var notices: [String] = []
  /// What is said of the event that is being taken in.
  var turn = ConversationTurn()

  /// What a line is an answer to.
  enum Stage: Equatable {
    /// Who are you?
    case identity
    /// A question of the rubric, or any word.
    case answering
    /// Why do you abstain, or are in conflict?
    case reason(ConversationWord)
    /// A text of several lines.
    case text(NoteKind, [String])
    /// Nothing: it is over.
    case over
  }

  /// An order with what is said once it is carried out.
  struct Pending {
    let order: ConversationOrder
    let purpose: Purpose
  }

  /// Why something is ordered.
  enum Purpose {
    /// Something was said of a proposal; `name` is what undo calls it.
    case answer(name: String, wasFinished: Bool)
    /// A step is taken back, or done again.
    case undo(History.Step), redo(History.Step)
    /// A bookmark or a private note changes.
    case personal(History.Change, name: String)
    /// The person says who they are.
    case identity
    /// The folder and the server's branch come together.
    case syncing
    /// A draft that is no longer needed goes.
    case tidying
    /// A text that was begun is kept, while leaving.
    case leaving
  }

  /// Makes a conversation about a summit.
  init(_ summit: Summit, viewer: Identifier?, personal: PersonalRecord, now: Timestamp) {
    self.summit = summit
    self.personal = personal
    self.now = now
    seen = summit.seen(by: viewer, at: now)
  }

  // MARK: - What happens

  /// Begins.
  ///
  /// - Parameter faults: what could not be read in the folder.
  mutating func open(faults: [Fault]) -> ConversationTurn {
    self.faults = faults
    return take { conversation in
      conversation.say("Lectern. \(conversation.seen.event.name.asSentence)")
      let broken = faults.count { $0.severity == .error }
      if broken > 0 {
        conversation.say(
          "\(counted(broken, "thing")) in the folder cannot be read; `lectern check` names them.")
      }
      conversation.begin()
    }
  }

  /// Takes in the folder as it was read again. What changed is said when it matters; that a file
  /// cannot be read, with the next turn.
  mutating func take(_ summit: Summit, faults: [Fault], at now: Timestamp) {
    self.now = now
    self.summit = summit.keeping(self.summit, whereBroken: faults)
    let known = self.faults.seen(by: seen.viewer, in: summit.event)
    let told = faults.seen(by: seen.viewer, in: summit.event)
    if let new = told.first(where: { $0.severity == .error && !known.contains($0) }) {
      notices.append("Something in the folder cannot be read now: \(new.description)")
    }
    self.faults = faults
    problem = nil
    seeAnew()
  }

  /// Takes in that nothing changed in the folder; only time goes on, and with it deadlines.
  mutating func takeTime(_ now: Timestamp) {
    problem = nil
    let deadlines = seen.event.rounds.compactMap(\.closes)
    let (before, after) = (seen.time, now)
    guard deadlines.contains(where: { before <= $0 && $0 < after }) else { return }
    self.now = now
    seeAnew()
  }

  /// Takes in a line that is no text.
  mutating func refuseLine() -> ConversationTurn {
    take { $0.say("This line is no text in UTF-8. Nothing was done.") }
  }

  /// What the person's own review says; nil for nothing.
  func status(of id: ProposalID) -> Review.Status? { seen.proposal(id)?.myReview?.status }

  /// Takes in that the folder could not be read again.
  mutating func take(problem: String) {
    if problem != self.problem {
      notices.append("The folder cannot be read now; this is as it was before. \(problem)")
    }
    self.problem = problem
  }

  /// Takes in a line.
  mutating func take(line: String, at now: Timestamp) -> ConversationTurn {
    self.now = now
    return take { $0.answer(line) }
  }

  /// Takes in what came of the order.
  mutating func take(_ news: ConversationNews, at now: Timestamp) -> ConversationTurn {
    self.now = now
    return take { $0.hear(news) }
  }

  /// Ends, since there are no more lines or a signal asks for it; a text that was begun is kept.
  mutating func end(at now: Timestamp) -> ConversationTurn {
    self.now = now
    return take { conversation in
      if case .text(let kind, let lines) = conversation.stage, !lines.isEmpty {
        conversation.keepDraft(lines, kind)
      } else {
        conversation.leave()
      }
    }
  }

  private mutating func take(_ body: (inout Conversation) -> Void) -> ConversationTurn {
    turn = ConversationTurn(lines: notices)
    notices = []
    body(&self)
    if turn.order == nil {
      say(prompt)
      asked = seen.rubric
    }
    return turn
  }

  mutating func seeAnew() {
    seen = summit.seen(by: seen.viewer?.id, at: now)
    list.renew(in: seen, bookmarks: personal.bookmarks)
    question = min(question, questions.count - 1)
  }

  // MARK: - Saying and ordering

  mutating func say(_ lines: String...) { turn.lines += lines }

  mutating func say(_ lines: [String]) { turn.lines += lines }

  /// Says what may be long: the first part now, the others when asked for.
  mutating func sayInParts(_ lines: [String]) {
    say(parts: SpokenText.parts(of: lines))
  }

  mutating func say(parts: [[String]]) {
    say(parts.first ?? [])
    rest = Array(parts.dropFirst())
    sayThatMoreFollows()
  }

  mutating func sayThatMoreFollows() {
    if rest.isEmpty { return }
    say("\(counted(rest.count, "more part")): an empty line reads on, all reads the rest.")
  }

  mutating func order(_ order: ConversationOrder, for purpose: Purpose) {
    pending = Pending(order: order, purpose: purpose)
    turn.order = order
  }

  /// Says goodbye.
  mutating func leave() {
    stage = .over
    let judged = finished.count { seen.proposal($0)?.myState.isUnscored == false }
    let count = judged > 0 ? " \(counted(judged, "proposal")) judged in this session." : ""
    say(
      failed == nil
        ? "Everything you said is saved.\(count) Goodbye."
        : "What was said before is saved, but not the last thing.\(count) Goodbye.")
    turn.order = .leave
  }

  // MARK: - What is talked of

  /// The proposal that is talked of, as it is seen now.
  var proposal: SeenProposal? { current.flatMap { seen.proposal($0) } }

  /// What is asked of each proposal: the criteria, those that are required first; the overall score
  /// where there are none.
  var questions: [Criterion?] {
    let criteria = seen.rubric.criteria
    if criteria.isEmpty { return [nil] }
    return criteria.filter(\.isRequired) + criteria.filter { !$0.isRequired }
  }

  func name(of question: Criterion?) -> String { question?.name ?? "Overall" }

  /// The score that the person gave; nil for none.
  func score(of question: Criterion?, in proposal: SeenProposal) -> Double? {
    guard let review = proposal.myReview else { return nil }
    return question.map { review.scores[$0.id] } ?? review.overall
  }

  /// The first question without a score, from one on and around; nil where each has one.
  func openQuestion(from start: Int, of proposal: SeenProposal) -> Int? {
    let questions = questions
    return questions.indices.lazy.map { ($0 + start) % questions.count }
      .first { score(of: questions[$0], in: proposal) == nil }
  }
}
