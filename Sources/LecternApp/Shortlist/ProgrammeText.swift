import ReviewAnalysis
import ReviewCore
import TerminalUI

/// How full the programme is: a gauge for each limit, and in words what is broken or nearly so.
struct ProgrammeText {
  let use: ProgrammeUse
  let event: Event
  let theme: Theme
  let glyphs: Glyphs
  let columns: Int

  /// Everything, for a page of its own.
  var page: [StyledLine] {
    gauges + broken
  }

  // MARK: - Gauges

  /// The whole, the focus areas and the formats, a gauge each.
  var gauges: [StyledLine] {
    var whole = [(limit: use.total, name: "Slots", style: theme.text)]
    if use.minutes.isLimited { whole.append((use.minutes, "Minutes", theme.text)) }
    let areas = use.areas.enumerated().map { place, limit in
      (limit: limit, name: "\(glyphs.diamond) \(limit.subject)", style: theme.area(place))
    }
    let formats = use.formats.map { (limit: $0, name: $0.subject, style: theme.text) }
    let all = whole + areas + formats
    let shape = GaugeShape(
      names: all.map(\.name), numbers: all.map { $0.limit.numbers }, columns: columns)
    func lines(_ limits: [(limit: ProgrammeLimit, name: String, style: Style)]) -> [StyledLine] {
      limits.map { line(of: $0.limit, $0.name, $0.style, shape) }
    }
    var result = lines(whole)
    if !areas.isEmpty { result += [.blank, heading("Focus areas")] + lines(areas) }
    if !formats.isEmpty { result += [.blank, heading("Formats")] + lines(formats) }
    return result
  }

  private func heading(_ text: String) -> StyledLine { StyledLine(text, theme.faint) }

  private func line(
    of limit: ProgrammeLimit, _ name: String, _ style: Style, _ shape: GaugeShape
  ) -> StyledLine {
    let look = theme.style(of: limit, lacksRoom: use.lacksRoom)
    var line = StyledLine(
      padded(name, columns: shape.name, ellipsis: glyphs.ellipsis), style)
    if shape.gauge > 0 {
      let isLimited = limit.isLimited
      let whole = limit.maximum ?? limit.minimum ?? 0
      let bar =
        isLimited
        ? Gauge(limit.used, of: whole).text(columns: shape.gauge, glyphs: glyphs)
        : String(repeating: " ", count: shape.gauge)
      line.add(" \(bar)", limit.state == .over ? theme.bad : style)
      line.add(isLimited ? glyphs.rightEdge : " ", theme.line)
    }
    line.add(" " + padded(limit.numbers, columns: shape.numbers, alignment: .right), theme.text)
    line.add(" " + padded(limit.standing, columns: GaugeShape.standing), look)
    return line
  }

  // MARK: - In words

  /// What is broken, in words; with a heading, and empty where nothing is.
  var broken: [StyledLine] {
    let lines = brokenLines(use.broken) + remarks
    return lines.isEmpty ? [] : [.blank] + lines
  }

  /// What wants attention in words, the worst first: what is broken, what is nearly so, then what
  /// is still missing. The slots stand in the rule above it.
  var attention: [StyledLine] {
    var lines = brokenLines(use.broken.filter { $0.kind != .total }) + remarks
    let missing = use.lacksRoom ? [] : use.broken.filter { $0.state == .under }
    lines += use.near.filter { $0.kind != .total }.map { oneLine($0.words, theme.near) }
    lines += missing.map { oneLine($0.words, theme.faint) }
    if !lines.isEmpty { return lines }
    let hasLimits = use.limits.contains(where: \.isLimited)
    return [
      hasLimits
        ? StyledLine(
          use.broken.isEmpty ? "Every limit holds" : "Every other limit holds", theme.good)
        : StyledLine("This summit has no limits", theme.faint)
    ]
  }

  private func brokenLines(_ broken: [ProgrammeLimit]) -> [StyledLine] {
    var lines = broken.filter { $0.state == .over }.flatMap { wrapped($0.words, theme.bad) }
    guard use.lacksRoom else { return lines }
    let missing = broken.filter { $0.state == .under }
    if !missing.isEmpty {
      let room = max(0, use.total.room ?? 0)
      lines += wrapped(
        "Too few slots left (\(room)) for what is missing:", theme.bad)
      lines += missing.flatMap { wrapped($0.words, theme.bad) }
    }
    return lines
  }

  /// What the numbers do not say by themselves.
  private var remarks: [StyledLine] {
    var lines: [StyledLine] = []
    let gone = use.withdrawn.count
    if gone > 0 {
      let were = gone == 1 ? "1 accepted proposal was" : "\(gone) accepted proposals were"
      lines += wrapped("\(were) withdrawn and take no slot", theme.near)
    }
    if use.withoutLength > 0, use.minutes.isLimited {
      lines += wrapped(
        "\(use.withoutLength) accepted without a length: no minutes counted", theme.near)
    }
    return lines
  }

  private func wrapped(_ text: String, _ style: Style) -> [StyledLine] {
    wrap(text, columns: columns).map { StyledLine($0, style) }
  }

  private func oneLine(_ text: String, _ style: Style) -> StyledLine {
    StyledLine(clipped(text, columns: columns, ellipsis: glyphs.ellipsis).text, style)
  }
}

/// How wide the parts of a line with a gauge are.
struct GaugeShape {
  let name: Int
  let gauge: Int
  let numbers: Int
  /// `10 short`.
  static let standing = 7

  init(names: [String], numbers: [String], columns: Int) {
    let widest = names.map { DisplayWidth.of($0) }.max() ?? 0
    let numberColumns = numbers.map { DisplayWidth.of($0) }.max() ?? 0
    self.numbers = numberColumns
    let room = max(0, columns - numberColumns - Self.standing - 2)
    // A gauge, its edge and a space before it; the name keeps what tells it from the others.
    name = min(widest, max(10, room - 6 - 2), room)
    let left = room - name - 2
    gauge = left >= 4 ? min(left, 24) : 0
  }
}

extension ProgrammeLimit {
  /// How much of how much: `3 of 4-7`.
  var numbers: String {
    switch (minimum, maximum) {
    case (nil, nil): "\(used)"
    case (nil, let maximum?): "\(used) of \(maximum)"
    case (let minimum?, nil): "\(used) of \(minimum)+"
    case (let minimum?, let maximum?):
      minimum == maximum ? "\(used) of \(maximum)" : "\(used) of \(minimum)-\(maximum)"
    }
  }

  /// How it stands in a word or two; empty where there is nothing to say.
  var standing: String {
    switch state {
    case .over: "\(used - (maximum ?? used)) over"
    case .under: "\((minimum ?? used) - used) short"
    case .fine:
      if isNear, let room { room == 0 ? "full" : "\(room) left" } else { "" }
    }
  }
}

extension Theme {
  /// How a limit looks: red where it is broken, amber where it nearly is. Not enough is no fault as
  /// long as there are slots for it.
  func style(of limit: ProgrammeLimit, lacksRoom: Bool = false) -> Style {
    switch limit.state {
    case .over: bad
    case .under: lacksRoom ? bad : faint
    case .fine: limit.isNear ? near : text
    }
  }
}
