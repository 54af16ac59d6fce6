import TerminalUI
import Testing

@testable import LecternApp

/// Whether every look can be read on the backgrounds that it is for, by the contrast of WCAG 2.2.
struct ThemeTests {
  /// How many colours a terminal has.
  enum Depth: CaseIterable { case many, sixteen, eight }

  /// A theme with the backgrounds that it is for.
  struct Case: CustomStringConvertible {
    let name: ThemeName
    let depth: Depth
    var description: String { "\(name) \(depth)" }

    var backgrounds: [RGB] {
      switch name {
      case .dark, .highContrast: [RGB(0, 0, 0), RGB(0x1E, 0x1E, 0x1E)]
      case .light: [RGB(255, 255, 255)]
      case .monochrome: []
      }
    }
  }

  private static let cases = ThemeName.allCases.flatMap { name in
    Depth.allCases.map { Case(name: name, depth: $0) }
  }

  @Test(arguments: cases) func everyColourIsReadable(_ look: Case) {
    let theme = Theme.named(look.name)
    let text = look.name == .highContrast ? 7.0 : 4.5
    for (role, style) in theme.roles {
      #expect(style.background == nil, "\(role): the background is the terminal's own")
      guard let color = style.foreground, let rgb = look.color(color) else { continue }
      for background in look.backgrounds {
        let least = role == "line" ? 3 : text
        let contrast = rgb.contrast(to: background)
        #expect(contrast >= least, "\(role): \(contrast) on \(background)")
      }
    }
  }

  @Test func monochromeHasNoColour() {
    for (role, style) in Theme.monochrome.roles { #expect(style.foreground == nil, "\(role)") }
  }

  /// Without colours what matters is told by bold, underlined or reversed.
  @Test(arguments: ThemeName.allCases) func nothingReliesOnColourAlone(_ name: ThemeName) {
    let theme = Theme.named(name)
    for style in [
      theme.title, theme.key, theme.selected, theme.current, theme.score, theme.match,
      theme.warning, theme.bad,
    ] {
      #expect(!style.attributes.isEmpty)
    }
    #expect(theme.score.attributes != theme.current.attributes)
  }

  /// Of the published examples of the formula.
  @Test func contrastIsThatOfTheStandard() {
    #expect(RGB(0, 0, 0).contrast(to: RGB(255, 255, 255)) == 21)
    #expect(abs(RGB(0x77, 0x77, 0x77).contrast(to: RGB(255, 255, 255)) - 4.48) < 0.005)
    #expect(RGB(palette: 75) == RGB(0x5F, 0xAF, 0xFF))
    #expect(RGB(palette: 245) == RGB(0x8A, 0x8A, 0x8A))
  }
}

extension ThemeTests.Case {
  /// The colour that is shown; nil for the terminal's own.
  fileprivate func color(_ color: Color) -> RGB? {
    switch depth {
    case .many: RGB(palette: color.palette)
    case .sixteen: color.basic.map { RGB(palette: $0) }
    case .eight: color.eight.map { RGB(palette: $0) }
    }
  }
}

extension Theme {
  /// Every style with its role.
  fileprivate var roles: [(role: String, style: Style)] {
    [
      ("text", text), ("title", title), ("faint", faint), ("line", line), ("header", header),
      ("key", key), ("selected", selected), ("current", current), ("score", score),
      ("match", match), ("code", code), ("good", good), ("warning", warning), ("bad", bad),
    ] + areas.enumerated().map { ("area \($0.offset)", $0.element) }
  }
}

/// A colour in sRGB.
struct RGB: Equatable, CustomStringConvertible {
  let red, green, blue: UInt8

  init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// A colour of xterm's palette (256colres.h, and charproc's defaults for the first 16).
  init(palette index: UInt8) {
    let first: [(UInt8, UInt8, UInt8)] = [
      (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205),
      (0, 205, 205), (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
      (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ]
    let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    switch index {
    case 0..<16: self.init(first[Int(index)].0, first[Int(index)].1, first[Int(index)].2)
    case 16..<232:
      let place = Int(index) - 16
      self.init(steps[place / 36], steps[place / 6 % 6], steps[place % 6])
    default:
      let grey = 8 + (index - 232) * 10
      self.init(grey, grey, grey)
    }
  }

  var description: String { "(\(red), \(green), \(blue))" }

  /// The power of 2.4: the fifth root of the twelfth power, by Newton's method.
  private func power(_ base: Double) -> Double {
    let twelfth = (0..<12).reduce(1.0) { product, _ in product * base }
    var root = 1.0
    for _ in 0..<60 { root -= (root - twelfth / (root * root * root * root)) / 5 }
    return root
  }

  /// WCAG 2.2, "relative luminance".
  private var luminance: Double {
    func linear(_ value: UInt8) -> Double {
      let share = Double(value) / 255
      return share <= 0.04045 ? share / 12.92 : power(((share + 0.055) / 1.055))
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// WCAG 2.2, "contrast ratio".
  func contrast(to other: RGB) -> Double {
    let (first, second) = (luminance, other.luminance)
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }
}
