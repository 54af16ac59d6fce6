import ReviewCore
import TerminalUI

/// The bar at the top: the summit, the reviewer, how far they are, the deadline.
struct HeaderView {
  private let state: State

  init(_ state: State) { self.state = state }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let theme = state.theme
    let right = rightSide(columns: rect.columns)
    let rightStart = rect.right - right.width - 1
    for part in right.parts {
      canvas.write(
        part.text, column: rightStart + part.column, row: rect.top, style: part.style)
    }
    let name = name(columns: rect.columns)
    canvas.write(name.text, column: rect.left + 1, row: rect.top, style: theme.header)
    for tab in tabs(columns: rect.columns) {
      canvas.write(
        tab.screen.title, column: tab.column, row: rect.top,
        style: tab.screen == state.screen ? theme.current : theme.faint)
    }
  }

  /// The screen whose tab is at a place; nil for none.
  func screen(at position: Position) -> ScreenKind? {
    tabs(columns: state.size.columns).first { tab in
      (tab.column..<tab.column + tab.columns).contains(position.column)
    }?.screen
  }

  /// The name of the summit, as far as there is room beside the tabs.
  private func name(columns: Int) -> (text: String, width: Int) {
    let tabs = Tabs(state.screen, columns: columns)
    let room = max(0, columns - rightSide(columns: columns).width - 5 - tabs.width)
    let name = clipped(state.seen.event.name, columns: room, ellipsis: state.glyphs.ellipsis)
    return (name.text, name.width)
  }

  /// The names of the screens, each with the column where it begins and the columns that it takes.
  private func tabs(columns: Int) -> [(screen: ScreenKind, column: Int, columns: Int)] {
    let end = columns - rightSide(columns: columns).width - 2
    let start = name(columns: columns).width + 3
    return Tabs(state.screen, columns: columns).entries.compactMap { tab in
      let width = DisplayWidth.of(tab.screen.title)
      let column = start + tab.column
      return column + width < end ? (tab.screen, column, width) : nil
    }
  }

  private struct Part {
    var text: String
    var column: Int
    var style: Style
  }

  /// Who, how many of how many, a bar, the share, the deadline; less of it where there is no room.
  private func rightSide(columns: Int) -> (parts: [Part], width: Int) {
    let (theme, glyphs, progress) = (state.theme, state.glyphs, state.progress)
    let who = state.seen.viewer?.name ?? "nobody"
    let name = clipped(who, columns: max(8, columns / 5), ellipsis: glyphs.ellipsis)
    var parts: [Part] = []
    var width = 0
    func add(_ text: String, _ style: Style) {
      parts.append(Part(text: text, column: width, style: style))
      width += DisplayWidth.of(text)
    }
    add(name.text, theme.text.with(.bold))
    guard state.seen.viewer != nil else { return (parts, width) }
    let task = progress.task
    let word = progress.assigned.total > 0 ? "assigned " : ""
    add("  \(task.judged) of \(task.total) \(word)", theme.text)
    let bar = columns >= 130 ? 16 : 8
    if columns >= 76, task.total > 0 {
      add(Gauge(task.judged, of: task.total).text(columns: bar, glyphs: glyphs), theme.good)
      add(glyphs.rightEdge, theme.line)
      add(" \(task.judged * 100 / task.total) %", theme.text)
    }
    if let deadline = Deadline(state.seen.event, at: state.now) {
      let text = columns >= 130 ? deadline.long : deadline.short
      add("  \(text)", deadline.isNear ? theme.warning : theme.faint)
    }
    return (parts, width)
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
    width = column
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
      (long, short, isNear) = ("\(prefix)closed \(next.closes.day)", "review closed", false)
    } else {
      let days = left / day
      let text = days == 0 ? "closes today" : days == 1 ? "1 day left" : "\(days) days left"
      (long, short, isNear) = (prefix + text, text, days < 3)
    }
  }
}
