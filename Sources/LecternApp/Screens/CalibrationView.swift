import ReviewAnalysis
import ReviewCore
import TerminalUI

/// The line under the rubric that says how the viewer has scored so far, and how the others have
/// where the viewer may see it: `You 3.4 of 25 ▁▃█▅▂   others 3.7 of the 80 you may see ▁▂█▆▃`.
struct CalibrationView {
  private let state: State

  init(_ state: State) { self.state = state }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty, state.shown != nil, state.seen.viewer != nil else { return }
    let spans = Self.spans(
      of: state.tally, theme: state.theme, glyphs: state.glyphs, columns: rect.columns - 3)
    var column = rect.left + 2
    for (text, style) in spans {
      column += canvas.write(text, column: column, row: rect.top, style: style)
    }
  }

  /// The words and bars that fit, the shorter words for the others where the longer do not.
  static func spans(
    of tally: ScoreTally, theme: Theme, glyphs: Glyphs, columns: Int
  ) -> [(String, Style)] {
    guard let mean = tally.mine.mean else { return [] }
    let mine = [
      ("You ", theme.faint), (mean.formatted(decimals: 1), theme.text),
      (" of \(tally.mine.count) ", theme.faint),
      (glyphs.histogram(tally.mine.histogram), theme.score),
    ]
    guard let others = tally.others.mean else { return fit([mine], columns) }
    let theirs = ["   others ", "  others "].map { name in
      [
        (name, theme.faint), (others.formatted(decimals: 1), theme.text),
        (" of the \(tally.others.count) you may see ", theme.faint),
        (glyphs.histogram(tally.others.histogram), theme.text),
      ]
    }
    let short = [
      ("  others ", theme.faint), (others.formatted(decimals: 1), theme.text),
      (" of \(tally.others.count)", theme.faint),
    ]
    return fit([mine + theirs[0], mine + theirs[1], mine + short, mine], columns)
  }

  /// The first of several that fits; nothing where none does.
  private static func fit(_ ways: [[(String, Style)]], _ columns: Int) -> [(String, Style)] {
    ways.first { $0.reduce(0) { $0 + DisplayWidth.of($1.0) } <= columns } ?? []
  }
}
