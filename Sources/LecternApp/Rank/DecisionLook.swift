import ReviewCore
import TerminalUI

extension Decision.Outcome {
  /// What a proposal is by it; empty for undecided.
  var word: String {
    switch self {
    case .accept: "accepted"
    case .waitlist: "waitlisted"
    case .decline: "declined"
    case .undecided: ""
    }
  }
}

extension Theme {
  /// How a decision looks.
  func style(of outcome: Decision.Outcome) -> Style {
    switch outcome {
    case .accept: good
    case .waitlist: near
    case .decline, .undecided: faint
    }
  }

  /// Not wrong, but soon: the colour of a warning without its weight.
  var near: Style { Style(foreground: warning.foreground) }
}

extension Glyphs {
  /// The sign of a decision.
  func sign(of outcome: Decision.Outcome) -> String {
    switch outcome {
    case .accept: check
    case .waitlist: half
    case .decline: times
    case .undecided: separator
    }
  }

  /// Bars for counts: the highest is whole, and what has none is not taken for what has some.
  func histogram(_ counts: [Int]) -> String {
    let most = max(1, counts.max() ?? 1)
    let last = verticalParts.count - 1
    return counts.map { count in
      verticalParts[count == 0 ? 0 : max(min(1, last), count * last / most)]
    }.joined()
  }
}
