/// The looks that one can choose.
package enum ThemeName: String, CaseIterable, Hashable, Sendable {
  /// For a dark background.
  case dark
  /// For a dark background, each colour at least seven times as bright.
  case highContrast = "high-contrast"
  /// For a light background.
  case light
  /// Without colours, for any background.
  case monochrome

  /// Its name for people.
  package var title: String {
    switch self {
    case .highContrast: "high contrast"
    default: rawValue
    }
  }

  /// The next one, around.
  var next: ThemeName {
    let all = Self.allCases
    let place = all.firstIndex(of: self) ?? 0
    return all[(place + 1) % all.count]
  }
}
