import TerminalUI

extension Theme {
  /// How a piece of a rendered text looks. Without colours too, emphasis can be told from the rest.
  func look(of role: MarkdownRole, in text: Style) -> Style {
    if role.contains(.ornament) { return line }
    if role.contains(.address) { return faint }
    var style = role.contains(.code) ? code : text
    if role.contains(.heading) || role.contains(.strong) { style = style.with(.bold) }
    if role.contains(.emphasis) { style = style.with(.italic) }
    return style
  }
}

extension StyledLine {
  /// Makes a line of one of a rendered text.
  init(_ line: MarkdownLine, _ theme: Theme, _ text: Style) {
    self.init(
      spans: line.runs.map { .init(text: $0.text, style: theme.look(of: $0.role, in: text)) })
    margin = line.margin
    joint = line.joint
  }
}
