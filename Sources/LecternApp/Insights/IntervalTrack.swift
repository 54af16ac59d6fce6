import TerminalUI

/// A number with its interval, on a line from one end of a range to the other.
struct IntervalTrack {
  /// The number.
  let value: Double
  /// Its interval.
  let interval: ClosedRange<Double>
  /// What the line stands for; what is outside stands at its end.
  let range: ClosedRange<Double>
  /// What is marked on the line, such as 0.
  let mark: Double

  func draw(on canvas: inout Canvas, in rect: Rect, theme: Theme, glyphs: Glyphs, style: Style) {
    guard rect.columns > 0 else { return }
    canvas.fill(rect, style: theme.line, character: Character(glyphs.horizontal))
    let (low, high) = (place(interval.lowerBound, rect), place(interval.upperBound, rect))
    canvas.fill(
      Rect(column: low, row: rect.top, columns: high - low + 1, rows: 1), style: style,
      character: Character(glyphs.horizontal))
    canvas.write(
      glyphs.vertical, column: place(mark, rect), row: rect.top, style: theme.line)
    canvas.write(glyphs.diamond, column: place(value, rect), row: rect.top, style: style)
  }

  /// The column of a number. Ranges that are no numbers were never drawn.
  private func place(_ number: Double, _ rect: Rect) -> Int {
    let width = range.upperBound - range.lowerBound
    guard width > 0, number.isFinite else { return rect.left }
    let share = min(max((number - range.lowerBound) / width, 0), 1)
    return rect.left + Int(share * Double(rect.columns - 1) + 0.5)
  }
}
