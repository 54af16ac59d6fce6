import ReviewCore
import TerminalUI

/// Numbers of more than one key, on scales beyond 9 or with parts of points. What was typed is never
/// lost without a word.
extension State {
  /// Ends a number that is being typed; one that is no score stays, to be mended.
  mutating func confirmNumber() -> [Effect] {
    guard let value = typedValue else { return [] }
    guard let scored = give(value) else {
      dropUnlessMendable(value)
      return []
    }
    typedNumber = ""
    scoreFollows(isFirstJudgement: scored.isFirstJudgement, name: scored.name)
    return scored.effects
  }

  /// Takes in the number that is being typed before one goes elsewhere.
  ///
  /// - Returns: What is to be done for it; nil, with a message, where it is no score, and so one
  ///   should stay.
  mutating func settleNumber() -> [Effect]? {
    guard !typedNumber.isEmpty else { return [] }
    guard let value = typedValue else { return nil }
    let proposal = selected?.proposal
    guard let scored = give(value) else {
      // Where nothing at all can be scored, nobody is kept by a number.
      dropUnlessMendable(value)
      return typedNumber.isEmpty ? [] : nil
    }
    typedNumber = ""
    if scored.isFirstJudgement, let selected, selected.myState == .scored {
      history.finishJudgement(of: selected.id, name: "the scores")
    }
    settled = proposal.map { Settled(name: scored.name, proposal: $0) }
    return scored.effects
  }

  /// Says what was scored on the way, where nothing else was to be said.
  mutating func saySettled() {
    guard let settled else { return }
    self.settled = nil
    if toast == nil || toast?.kind == .done {
      say(settled.name, of: settled.proposal, undoes)
    }
  }

  /// Drops the number that is being typed.
  mutating func dropNumber() {
    typedNumber = ""
    toast = nil
  }

  /// Whether a command leaves the number alone that is being typed, or is about it.
  func leavesNumber(_ command: Command) -> Bool {
    switch command {
    case .digit, .decimalPoint, .deleteDigit, .confirmNumber, .open, .nextCriterion, .back,
      .clearFilter, .undo, .help, .rubric, .redraw, .suspend, .mouse, .theme, .textDown, .textUp,
      .textLineDown, .textLineUp:
      true
    case .halfPageDown, .halfPageUp: isReading
    default: false
    }
  }

  private var typedValue: Double? {
    mutating get {
      guard !typedNumber.isEmpty else { return nil }
      if let value = Double(typedNumber) { return value }
      say("\(typedNumber) is no number; Backspace mends it, Esc drops it", .problem)
      return nil
    }
  }

  /// Drops a number where it is not its value that keeps it from being a score.
  private mutating func dropUnlessMendable(_ value: Double) {
    if seen.rubric.scale.score(value) != nil { typedNumber = "" }
  }
}

/// What was scored on the way elsewhere, to be said once one is there.
struct Settled: Hashable, Sendable {
  let name: String
  let proposal: Proposal
}

extension ScoreScale {
  /// Why a number is no score, and what to do.
  func refusal(of value: Double) -> String {
    let number = JSONNumber(value).text
    let isInside = value >= low && value <= high
    let problem =
      isInside
      ? "\(number) is between the steps of \(JSONNumber(step).text)"
      : "\(number) is off the scale: \(description)"
    return isOneDigit ? problem : "\(problem); Backspace mends it, Esc drops it"
  }
}
