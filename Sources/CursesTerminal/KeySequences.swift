internal import CNCurses

/// The terminal's own strings for its keys, from terminfo.
enum KeySequences {
  /// Arrows, Home, End, Page Up and Down, Insert, Delete, Shift-Tab, Backspace, F1 to F12.
  static let names =
    ["kcuu1", "kcud1", "kcub1", "kcuf1", "khome", "kend", "kpp", "knp", "kich1", "kdch1", "kcbt"]
    + ["kbs"] + (1...12).map { "kf\($0)" }

  /// Those that the open terminal has. Where two keys send the same, the earlier name stays.
  static func read() -> [[UInt8]: String] {
    var sequences: [[UInt8]: String] = [:]
    for name in names {
      guard let text = lectern_terminal_string(name) else { continue }
      let bytes = Array(String(cString: text).utf8)
      if sequences[bytes] == nil { sequences[bytes] = name }
    }
    return sequences
  }
}
