import ReviewCore
import TerminalUI

extension State {
  /// Changes to the next looks, at once and for the next time.
  mutating func changeTheme() -> [Effect] {
    show(themeName.next)
    personal.theme = themeName
    say(
      "Theme: \(themeName.title) \(glyphs.separator) \(key(of: .theme)) goes on to "
        + themeName.next.title)
    return [.keep(.theme(themeName, over: settings.theme), of: seen.viewer?.id)]
  }

  /// Shows everything in other looks.
  mutating func show(_ name: ThemeName) {
    themeName = name
    theme = .named(name)
    // Lines are kept with their looks; the texts themselves are the same.
    invalidateLooks()
  }
}
