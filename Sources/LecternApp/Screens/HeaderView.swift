import ReviewCore
import TerminalUI

/// The bar at the top: the summit, the screens, the reviewer, how far they are, the deadline.
struct HeaderView {
  private let state: State

  init(_ state: State) { self.state = state }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let theme = state.theme
    let line = HeaderLine(state, columns: rect.columns)
    canvas.write(line.summit, column: rect.left + 1, row: rect.top, style: theme.header)
    for tab in line.tabs {
      canvas.write(
        tab.screen.title, column: rect.left + tab.column, row: rect.top,
        style: tab.screen == state.screen ? theme.current : theme.faint)
    }
    var column = rect.right - 1 - line.right.columns
    for part in line.right.parts {
      column += canvas.write(part.text, column: column, row: rect.top, style: part.style)
    }
  }

  /// The screen whose tab is at a place; nil for none.
  func screen(at position: Position) -> ScreenKind? {
    HeaderLine(state, columns: state.size.columns).tabs.first { tab in
      (tab.column..<tab.column + DisplayWidth.of(tab.screen.title)).contains(position.column)
    }?.screen
  }
}

/// What stands in the bar at the top, and where: what tells least gives way first.
struct HeaderLine {
  /// The summit, as far as there is room; empty where there is none.
  let summit: String
  /// The names of the screens, each with the column where it begins.
  let tabs: [(screen: ScreenKind, column: Int)]
  /// Who, how far, until when.
  let right: Right

  struct Right {
    var parts: [(text: String, style: Style)] = []
    var columns = 0

    mutating func add(_ text: String, _ style: Style) {
      parts.append((text, style))
      columns += DisplayWidth.of(text)
    }
  }

  init(_ state: State, columns: Int) {
    let names = Tabs(state.screen, columns: columns)
    let summit = DisplayText.line(state.seen.event.name)
    // A column free at each side, and two between the pieces.
    let room = columns - 4 - names.width
    let sides = Self.sides(of: state, columns: columns)
    let whole = sides.first { $0.columns + DisplayWidth.of(summit) + 2 <= room }
    right = whole ?? sides.last { $0.columns <= room } ?? sides[sides.count - 1]
    let shown = clipped(
      summit, columns: max(0, room - right.columns - 2), ellipsis: state.glyphs.ellipsis)
    // A few letters of a name tell nobody anything.
    let isTold = whole != nil || shown.width >= min(12, DisplayWidth.of(summit))
    self.summit = isTold ? shown.text : ""
    let start = isTold ? shown.width + 3 : 1
    let end = columns - right.columns - 2
    tabs = names.entries.compactMap { tab in
      let column = start + tab.column
      return column + DisplayWidth.of(tab.screen.title) < end ? (tab.screen, column) : nil
    }
  }

  /// The right side, from all that may stand there to the least: first the person's further names
  /// go, then the bar.
  private static func sides(of state: State, columns: Int) -> [Right] {
    let name = DisplayText.line(state.seen.viewer?.name ?? "nobody")
    let first = name.split(separator: " ").first.map(String.init) ?? name
    let hasBar = columns >= 76
    return [(name, hasBar), (first, hasBar), (first, false)].map { name, hasBar in
      side(of: state, name: name, columns: columns, hasBar: hasBar)
    }
  }

  private static func side(of state: State, name: String, columns: Int, hasBar: Bool) -> Right {
    let (theme, glyphs, progress) = (state.theme, state.glyphs, state.progress)
    var side = Right()
    let shown = clipped(name, columns: max(8, columns / 5), ellipsis: glyphs.ellipsis)
    side.add(shown.text, theme.text.with(.bold))
    guard state.seen.viewer != nil else { return side }
    let task = progress.task
    let word = progress.assigned.total > 0 ? " assigned" : ""
    side.add("  \(task.judged) of \(task.total)\(word)", theme.text)
    if hasBar, task.total > 0 {
      let bar = Gauge(task.judged, of: task.total)
      side.add(" \(bar.text(columns: columns >= 130 ? 16 : 8, glyphs: glyphs))", theme.good)
      side.add(glyphs.rightEdge, theme.line)
    }
    if columns >= 76, task.total > 0 {
      side.add(" \(task.judged * 100 / task.total) %", theme.text)
    }
    if let deadline = Deadline(state.seen.event, at: state.now) {
      let text = columns >= 130 ? deadline.long : deadline.short
      side.add("  \(text)", deadline.isNear ? theme.warning : theme.faint)
    }
    return side
  }
}

/// The names of the screens beside each other; on a narrow screen only of the one that is shown.
struct Tabs {
  /// The screens with the columns at which they stand.
  let entries: [(screen: ScreenKind, column: Int)]
  /// The columns that they take.
  let width: Int

  init(_ shown: ScreenKind, columns: Int) {
    let screens = columns >= 110 ? ScreenKind.allCases : [shown]
    var entries: [(ScreenKind, Int)] = []
    var column = 0
    for screen in screens {
      entries.append((screen, column))
      column += DisplayWidth.of(screen.title) + 2
    }
    self.entries = entries.map { (screen: $0.0, column: $0.1) }
    width = max(0, column - 2)
  }
}

/// The deadline that comes next, in words.
struct Deadline {
  let long: String
  let short: String
  let isNear: Bool

  /// The deadline of the first round that is still open, else of the last one; nil without any.
  init?(_ event: Event, at now: Timestamp) {
    let dated = event.rounds.compactMap { round in round.closes.map { (round: round, closes: $0) } }
      .sorted { $0.closes < $1.closes }
    guard let next = dated.first(where: { $0.closes >= now }) ?? dated.last else { return nil }
    let day: Int64 = 86_400_000
    let left = next.closes.milliseconds - now.milliseconds
    let prefix = event.rounds.count > 1 ? "\(next.round.name) " : ""
    if left < 0 {
      // One may still score: the rest says what it is past.
      (long, short, isNear) = ("\(prefix)deadline was \(next.closes.day)", "past deadline", false)
    } else {
      let days = left / day
      let text = days == 0 ? "closes today" : days == 1 ? "1 day left" : "\(days) days left"
      (long, short, isNear) = (prefix + text, text, days < 3)
    }
  }
}
