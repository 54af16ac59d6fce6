import ReviewAnalysis
import TerminalUI

/// Where the columns of a ranking stand. What there is no room for is nil: the spread goes first,
/// then the area, the deviation, the movement, one's own score, the probability, the word for the
/// state.
struct RankColumns {
  /// A column of the table.
  struct Column: Equatable {
    let start: Int
    let columns: Int
  }

  let number: Column
  let movement: Column?
  let title: Column
  let area: Column?
  let score: Column
  /// The deviation of a calibrated score.
  let deviation: Column?
  /// nil where the mark of few stands behind the score.
  let count: Column?
  let spread: Column?
  /// The probability of being among the slots.
  let probability: Column?
  let mine: Column?
  let state: Column
  /// Whether the state is a sign with its word.
  let hasStateWord: Bool

  /// What a screen would like to show.
  struct Wishes {
    var count = true
    var movement = false
    /// The widest name of an area, with its sign; 0 for none.
    var area = 0
    var spread = 0
    var deviation = false
    var probability = false
    var mine = false
  }

  /// Puts the columns beside each other.
  ///
  /// - Parameters:
  ///   - columns: the columns of the table.
  ///   - rows: how many rows the ranking has, for the width of their numbers.
  ///   - wishes: what is shown where there is room.
  init(columns: Int, rows: Int, _ wishes: Wishes) {
    let digits = max(2, String(rows).count)
    // The edge and the bookmark at the left, the number; score and count, the sign of the state
    // and the mark of scrolling at the right.
    let fixed = 2 + digits + 2 + (2 + Self.score) + (2 + 1) + 2
    var room = columns - fixed - (wishes.count ? 2 + Self.count : 0)
    var isShort = false
    /// Whether a wish is fulfilled: each only where all before it were.
    func takes(_ width: Int, leaving least: Int) -> Bool {
      guard width > 0, !isShort else { return false }
      isShort = room - width < least
      if !isShort { room -= width }
      return !isShort
    }
    hasStateWord = takes(Self.stateWord - 1, leaving: 24)
    let hasProbability = wishes.probability && takes(2 + Self.probability, leaving: 24)
    let hasMine = wishes.mine && takes(2 + Self.mine, leaving: 24)
    let hasMovement = wishes.movement && takes(2 + Self.movement, leaving: 28)
    let hasDeviation = wishes.deviation && takes(2 + Self.deviation, leaving: 26)
    let areaColumns = min(wishes.area, max(12, columns / 6))
    let hasArea = takes(wishes.area > 0 ? 2 + areaColumns : 0, leaving: 26)
    let hasSpread = takes(wishes.spread > 0 ? 2 + max(6, wishes.spread) : 0, leaving: 36)

    var start = 2
    func next(_ width: Int) -> Column {
      defer { start += width + 2 }
      return Column(start: start, columns: width)
    }
    number = next(digits)
    movement = hasMovement ? next(Self.movement) : nil
    title = next(max(1, room))
    area = hasArea ? next(areaColumns) : nil
    score = next(Self.score)
    deviation = hasDeviation ? next(Self.deviation) : nil
    count = wishes.count ? next(Self.count) : nil
    spread = hasSpread ? next(max(6, wishes.spread)) : nil
    probability = hasProbability ? next(Self.probability) : nil
    mine = hasMine ? next(Self.mine) : nil
    state = next(hasStateWord ? Self.stateWord : 1)
  }

  private static let score = 6
  /// Three digits, and the mark of few.
  private static let count = 4
  private static let mine = 4
  private static let deviation = 4
  /// `>99 %`.
  private static let probability = 5
  private static let movement = 4
  private static let stateWord = 12
}
