import TerminalUI

/// What a prefix leads to, over the bottom of the screen.
struct PrefixView {
  private let state: State
  private let prefix: Prefix

  init(_ state: State, _ prefix: Prefix) {
    self.state = state
    self.prefix = prefix
  }

  func draw(on canvas: inout Canvas) {
    let (theme, size) = (state.theme, canvas.size)
    let entries = self.entries
    let widest = entries.map { DisplayWidth.of($0.key) + 1 + DisplayWidth.of($0.name) }.max() ?? 0
    let perRow = max(1, (size.columns - 2) / (widest + 3))
    let rows = (entries.count + perRow - 1) / perRow
    let area = Rect(column: 0, row: size.rows - 2 - rows, columns: size.columns, rows: rows + 1)
    canvas.fill(area, style: theme.text)
    let line = Rect(column: 0, row: area.top, columns: area.columns, rows: 1)
    canvas.fill(line, style: theme.line, character: Character(state.glyphs.horizontal))
    canvas.write(
      " \(prefix.key.label) \(prefix.count)… ", column: 2, row: area.top, style: theme.current)
    for (place, entry) in entries.enumerated() {
      let column = 2 + place % perRow * (widest + 3)
      let row = area.top + 1 + place / perRow
      let used = canvas.write(entry.key, column: column, row: row, style: theme.key)
      canvas.write(" \(entry.name)", column: column + used, row: row, style: theme.text)
    }
  }

  private var entries: [(key: String, name: String)] {
    guard prefix.count.isEmpty else {
      return [
        ("Enter", "go to row \(prefix.count)"),
        (state.key(of: .nextProposal, in: .split), "\(prefix.count) rows down"),
        (state.key(of: .previousProposal, in: .split), "\(prefix.count) rows up"),
        ("Esc", "cancel"),
      ]
    }
    let bindings = state.keys.bindings(after: prefix.key, in: state.screenContext)
    return bindings.map { ($0.keys.first?.label ?? "", $0.name) } + [
      ("1-9", "a row, or so many rows")
    ]
  }
}
