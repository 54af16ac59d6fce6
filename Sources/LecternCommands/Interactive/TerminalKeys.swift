import TerminalUI

/// The keys of a terminal by their terminfo names.
enum TerminalKeys {
  /// What the terminal sends, as the keys that it stands for; names that mean no key are left out.
  static func presses(of sequences: [[UInt8]: String]) -> [[UInt8]: KeyPress] {
    sequences.compactMapValues(press)
  }

  private static func press(_ name: String) -> KeyPress? {
    switch name {
    case "kcuu1": KeyPress(.up)
    case "kcud1": KeyPress(.down)
    case "kcub1": KeyPress(.left)
    case "kcuf1": KeyPress(.right)
    case "khome": KeyPress(.home)
    case "kend": KeyPress(.end)
    case "kpp": KeyPress(.pageUp)
    case "knp": KeyPress(.pageDown)
    case "kich1": KeyPress(.insert)
    case "kdch1": KeyPress(.delete)
    case "kcbt": KeyPress(.tab, .shift)
    case "kbs": KeyPress(.backspace)
    default: name.hasPrefix("kf") ? Int(name.dropFirst(2)).map { KeyPress(.function($0)) } : nil
    }
  }
}
