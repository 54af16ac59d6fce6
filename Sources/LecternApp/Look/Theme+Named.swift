import TerminalUI

extension Theme {
  /// The looks of a name.
  package static func named(_ name: ThemeName) -> Theme {
    switch name {
    case .dark: .standard
    case .light: .light
    case .highContrast: .highContrast
    case .monochrome: .monochrome
    }
  }

  /// For a white background: what is bright on black is dark here.
  static let light: Theme = {
    let blue = Color(palette: 25, basic: 4)
    let red = Color(palette: 124, basic: 1)
    let magenta = Color(palette: 90, basic: 5)
    let amber = Color(palette: 94, basic: 5)
    var theme = Theme()
    theme.faint = Style(foreground: Color(palette: 242, basic: nil))
    theme.line = Style(foreground: Color(palette: 245, basic: 8))
    theme.key = Style(foreground: blue, attributes: .bold)
    theme.current = Style(foreground: blue, attributes: .bold)
    theme.score = Style(foreground: blue, attributes: [.bold, .reverse])
    theme.match = Style(foreground: amber, attributes: [.bold, .underline])
    theme.code = Style(foreground: blue)
    theme.good = Style(foreground: Color(palette: 22, basic: nil))
    theme.warning = Style(foreground: amber, attributes: .bold)
    theme.bad = Style(foreground: red, attributes: .bold)
    theme.areas = [
      blue, magenta, Color(palette: 28, basic: nil), Color(palette: 131, basic: 1), amber,
      Color(palette: 23, basic: 12), Color(palette: 61, basic: nil),
    ].map { Style(foreground: $0) }
    return theme
  }()

  /// For a dark background and eyes that need more: every text is at least seven times as bright as
  /// what is behind it.
  static let highContrast: Theme = {
    let cyan = Color(palette: 123, basic: 14)
    let yellow = Color(palette: 227, basic: 11)
    let green = Color(palette: 120, basic: 10)
    var theme = Theme()
    theme.text = Style(foreground: Color(palette: 231, basic: 15))
    theme.title = theme.text.with(.bold)
    theme.header = theme.text.with(.bold)
    theme.faint = Style(foreground: Color(palette: 252, basic: 7))
    theme.line = Style(foreground: Color(palette: 248, basic: 7))
    theme.key = Style(foreground: cyan, attributes: .bold)
    theme.current = Style(foreground: cyan, attributes: .bold)
    theme.score = Style(foreground: cyan, attributes: [.bold, .reverse])
    theme.match = Style(foreground: yellow, attributes: [.bold, .underline])
    theme.code = Style(foreground: cyan)
    theme.good = Style(foreground: green, attributes: .bold)
    theme.warning = Style(foreground: yellow, attributes: .bold)
    theme.bad = Style(
      foreground: Color(palette: 217, basic: 15), attributes: [.bold, .reverse])
    theme.areas = [
      cyan, Color(palette: 219, basic: nil), green, Color(palette: 216, basic: 15), yellow,
      Color(palette: 195, basic: 14), Color(palette: 189, basic: nil),
    ].map { Style(foreground: $0) }
    return theme
  }()

  /// Without a colour, for any background: bold, underlined and reversed tell what matters.
  static let monochrome: Theme = {
    var theme = Theme()
    theme.faint = .plain
    theme.line = .plain
    theme.key = Style(attributes: .bold)
    theme.current = Style(attributes: [.bold, .underline])
    theme.score = Style(attributes: [.bold, .reverse])
    theme.match = Style(attributes: [.bold, .underline])
    theme.code = Style(attributes: .underline)
    theme.good = .plain
    theme.warning = Style(attributes: .bold)
    theme.bad = Style(attributes: [.bold, .reverse])
    theme.areas = [.plain]
    return theme
  }()
}
