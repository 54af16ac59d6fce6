import ReviewAnalysis
import ReviewCore
import TerminalUI

@testable import LecternApp

/// Presses keys on a state and keeps what it orders.
struct Script {
  private(set) var state: State
  /// What it ordered, but for the sessions, which come by themselves after a while.
  private(set) var effects: [Effect] = []
  /// The rankings that it ordered, and that were not made yet.
  private(set) var rankings: [RankOrder] = []
  /// The insights that it ordered, and that were not worked out yet.
  private(set) var insightOrders: [InsightsOrder] = []
  /// The texts that it ordered to be compared, and that were not.
  private(set) var textOrders: [TextsOrder] = []
  /// The levels that it ordered, and that were not worked out yet.
  private(set) var levels: [LevelOrder] = []
  /// The sessions that it ordered to be kept.
  private(set) var sessions: [Session] = []
  /// Whether the cursor rests after each key.
  var isPatient = true
  /// The time of the next message; each message takes a tenth of a second.
  var time: Timestamp

  init(_ state: State) {
    self.state = state
    time = state.now.adding(milliseconds: 100)
  }

  /// Presses keys given by their names, with spaces between: `4 3 Ctrl-R Enter`.
  mutating func press(_ keys: String) {
    for name in keys.split(separator: " ") {
      guard let key = KeyPress(named: name) else { fatalError("no key is named \(name)") }
      send(.input(.key(key)))
    }
  }

  /// Types a text, a character at a time.
  mutating func type(_ text: String) {
    for character in text { send(.input(.key(KeyPress(.character(character))))) }
  }

  mutating func send(_ message: Message) {
    for effect in state.update(message, at: time) {
      if case .rank(let order) = effect {
        rankings.append(order)
      } else if case .workOutInsights(let order) = effect {
        insightOrders.append(order)
      } else if case .compareTexts(let order) = effect {
        textOrders.append(order)
      } else if case .level(let order) = effect {
        levels.append(order)
      } else if case .keep(.session(let session), _) = effect {
        sessions.append(session)
      } else {
        effects.append(effect)
      }
    }
    time = time.adding(milliseconds: 100)
    if isPatient {
      rank()
      level()
      workOutInsights()
    }
    // The cursor rests between two keys, so that the text beside the list follows.
    if isPatient, state.textFollows != nil { send(.ticked) }
  }

  /// Ranks what was ordered to be ranked last, as the executable does it beside the interface.
  mutating func rank() {
    guard let order = rankings.last else { return }
    rankings = []
    send(.ranked(Ranking(of: state.seen, by: order.method), order))
  }

  /// Works out insights as they were ordered, as the executable does it beside the interface.
  mutating func workOutInsights() {
    guard let order = insightOrders.last else { return }
    insightOrders = []
    send(.insightsWorkedOut(Insights(of: state.seen), order))
  }

  /// Compares the texts as it was ordered, as the executable does it beside the interface.
  mutating func compareTexts() {
    guard let order = textOrders.last else { return }
    textOrders = []
    send(.textsCompared(SimilarityIndex(of: state.seen), order))
  }

  /// Works out what was ordered last before two are compared, as the executable does it beside the
  /// interface.
  mutating func level() {
    guard let order = levels.last else { return }
    levels = []
    let prior = ComparisonPrior(
      Calibration(of: state.seen), on: state.seen.rubric.scale)
    send(.leveled(prior, order))
  }

  /// Takes out what was ordered so far.
  mutating func takeEffects() -> [Effect] {
    defer { effects = [] }
    return effects
  }

  /// The reviews that were ordered to be saved.
  var saves: [Saved] {
    effects.compactMap { effect in
      guard case .save(let reviewer, let proposal, let review, let replacing, let revision) = effect
      else { return nil }
      return Saved(
        reviewer: reviewer, proposal: proposal, review: review, replacing: replacing,
        revision: revision)
    }
  }

  struct Saved: Equatable {
    let reviewer: Identifier
    let proposal: ProposalID
    let review: Review
    let replacing: Review?
    let revision: Int
  }

  var selected: ProposalID? { state.selected?.id }

  /// What I say of a proposal.
  func mine(_ id: ProposalID) -> Review? { state.seen.proposal(id)?.myReview }

  var toast: String { state.toast?.text ?? "" }

  var prompt: Prompt? {
    if case .prompt(let prompt)? = state.overlays.last { prompt } else { nil }
  }

  var filter: FilterLine? {
    if case .filter(let line)? = state.overlays.last { line } else { nil }
  }

  var searchLine: SearchLine? {
    if case .search(let line)? = state.overlays.last { line } else { nil }
  }

  var note: NoteEditor? {
    if case .note(let editor)? = state.overlays.last { editor } else { nil }
  }

  var menu: Menu? {
    if case .menu(let menu)? = state.overlays.last { menu } else { nil }
  }

  var page: Page? {
    if case .page(let page)? = state.overlays.last { page } else { nil }
  }

  /// The text of the page that is open.
  var pageText: String {
    (page?.lines ?? []).map { $0.spans.map(\.text).joined() }.joined(separator: "\n")
  }

  /// The titles of the list, from the top.
  var listed: [ProposalID] { state.list.rows.map { state.seen.proposals[$0].id } }

  /// The frame as text.
  var screen: String { Interface.draw(state).canvas.text }
}

extension KeyPress {
  /// A key by the name that help shows.
  init?(named name: some StringProtocol) {
    var modifiers: Modifiers = []
    var rest = Substring(name)
    for (prefix, modifier) in [("Ctrl-", Modifiers.control), ("Shift-", .shift), ("Alt-", .alt)]
    where rest.hasPrefix(prefix) && rest.count > prefix.count {
      modifiers.insert(modifier)
      rest = rest.dropFirst(prefix.count)
    }
    let named: [String: Key] = [
      "Enter": .enter, "Esc": .escape, "Tab": .tab, "Space": .character(" "),
      "Backspace": .backspace, "Delete": .delete, "Up": .up, "Down": .down, "Left": .left,
      "Right": .right, "Home": .home, "End": .end, "PgUp": .pageUp, "PgDn": .pageDown,
      "F1": .function(1),
    ]
    if let key = named[String(rest)] {
      self.init(key, modifiers)
    } else if rest.count == 1 {
      let text = modifiers.contains(.control) ? rest.lowercased() : String(rest)
      self.init(.character(Character(text)), modifiers)
    } else {
      return nil
    }
  }
}
