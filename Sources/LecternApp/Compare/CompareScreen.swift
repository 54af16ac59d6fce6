package import ReviewAnalysis
package import ReviewCore
import TerminalUI

/// Two proposals beside each other, and which of them is better.
package struct CompareScreen: Equatable, Sendable {
  /// The pair on the screen; nil where there is none.
  package internal(set) var pair: ShownPair?
  /// How settled the order is, and which pair tells most; nil until that is known.
  package internal(set) var next: NextComparison?
  /// The order of the proposals, of which that was made.
  package internal(set) var order: ComparisonOrder?
  /// Where there is room for one text only: whether it is the right one.
  package internal(set) var showsRight = false
  /// The two texts, the left one first.
  package internal(set) var panes = [ReadingPane(), ReadingPane()]
  /// The levels before any comparison.
  var prior: ComparisonPrior?
  /// Which levels were asked for last.
  var asked: LevelOrder?
  /// Which ones came.
  var leveled: LevelOrder?
  /// What the order was made of.
  var made: Made?
  /// A pair that was taken back, to be asked again before any other.
  var recalled: ProposalPair?

  /// Whether the levels are still being worked out.
  var isPending: Bool { leveled == nil || asked != leveled }

  /// What the order depends on.
  struct Made: Equatable, Sendable {
    var levels: LevelOrder
    var scoresVersion: Int
  }

  /// A pair as it stands on the screen.
  package struct ShownPair: Hashable, Sendable {
    /// The two proposals.
    package let pair: ProposalPair
    /// Whether the first of the pair stands on the left.
    package let isFirstLeft: Bool

    /// Puts a pair on the screen. Which one stands on the left follows from who looks and from the
    /// pair, as if by the toss of a coin: neither side is favoured, and it is the same every time.
    init(_ pair: ProposalPair, for viewer: Identifier) {
      self.pair = pair
      let text = [viewer.text, pair.first.text, pair.second.text].joined(separator: "\u{1E}")
      let digit = SHA256.hexadecimal(Array(text.utf8)).last?.hexDigitValue ?? 0
      isFirstLeft = digit % 2 == 0
    }

    /// The proposal on the left.
    package var left: ProposalID { isFirstLeft ? pair.first : pair.second }
    /// The proposal on the right.
    package var right: ProposalID { isFirstLeft ? pair.second : pair.first }
    /// Both, the left one first.
    var both: [ProposalID] { [left, right] }

    /// What an answer says of the pair.
    func outcome(of answer: Answer) -> Comparison.Outcome {
      switch answer {
      case .left: isFirstLeft ? .first : .second
      case .right: isFirstLeft ? .second : .first
      case .tied: .tied
      case .skipped: .skipped
      }
    }
  }

  /// What a person says of a pair.
  package enum Answer: String, CaseIterable, Hashable, Sendable {
    /// The one on the left is better.
    case left
    /// The one on the right is better.
    case right
    /// They cannot tell.
    case tied
    /// They would rather not say.
    case skipped
  }
}
