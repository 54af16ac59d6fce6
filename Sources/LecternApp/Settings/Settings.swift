package import ReviewCore

/// What a person set for every summit, in `lectern/config.json` of their configuration folder.
package struct Settings: Equatable, Sendable {
  /// The looks.
  package var theme = ThemeName.dark
  /// The most colours to use.
  package var colors = ColorChoice.automatic
  /// Whether to draw in ASCII also where the terminal could do more.
  package var isASCII = false
  /// Whether the mouse is listened to, where the person did not say otherwise in the interface.
  package var usesMouse = true
  /// The columns that a line of running text has at most.
  package var measure = 76
  /// Whether the next proposal is shown by itself after the last score of one.
  package var advances = true
  /// Whether the hints of the first run are shown.
  package var showsHints = true
  /// Whether `lectern review` starts the line mode.
  package var isAccessible = false
  /// The keys that were changed, in the order of the file; only those that hold.
  package internal(set) var changedKeys: [KeyChange] = []
  /// The keys as they are now.
  package internal(set) var keys = KeyMap.standard
  /// What is wrong with the file, in the order of the text.
  package internal(set) var faults: [Fault] = []

  /// What `measure` may be.
  package static let measures = 72...80

  /// Makes the settings of somebody who set nothing.
  package init() {}
}

/// How many colours to use at most.
package enum ColorChoice: String, CaseIterable, Hashable, Sendable {
  /// As many as the terminal has; none under `NO_COLOR`.
  case automatic = "auto"
  /// None.
  case none
  /// The eight of ANSI.
  case eight = "8"
  /// The eight and their bright forms.
  case sixteen = "16"
  /// The palette of 256.
  case many = "256"
}

/// A command with the keys that a person gave it.
package struct KeyChange: Hashable, Sendable {
  /// The command.
  package let command: Command
  /// Its keys, the one to show first; empty takes its keys away.
  package let strokes: [KeyStroke]
}
