internal import CNCurses
package import TerminalUI

/// The terminal as a screen of cells and a source of bytes: the only code that touches ncurses.
///
/// One at a time, and always on the same thread: ncurses is not reentrant. ncurses only draws;
/// bytes are read as they come, for `InputDecoder`. While it is open the terminal is raw, stderr
/// is kept aside, and signals come out of `wait`. Whatever ends the program, the terminal is put
/// back.
package final class CursesTerminal {
  /// How to open the terminal.
  package struct Options: Sendable {
    /// The most colours to use, `nil` for what the terminal has. `.none` for `NO_COLOR`.
    package var colors: ColorDepth?
    /// Whether to ask for mouse reports. They take the terminal's own selection away.
    package var mouse: Bool
    /// `TERM` and the locale.
    package var environment: TerminalEnvironment
    /// The device to draw on: not stdout, which stays free for a pipe.
    package var path: String

    /// Makes options; what is left out is what most want.
    package init(
      colors: ColorDepth? = nil, mouse: Bool = true,
      environment: TerminalEnvironment = .current(), path: String = "/dev/tty"
    ) {
      self.colors = colors
      self.mouse = mouse
      self.environment = environment
      self.path = path
    }
  }

  /// Columns and rows, as of the opening or the last `resized()`.
  package internal(set) var size: Size
  /// Whether text may leave ASCII.
  package let isUTF8: Bool
  /// How many colours are drawn with: the terminal's, within `Options.colors`.
  package let colorDepth: ColorDepth
  /// A sentence for the person about how the terminal was opened, if there is anything to say.
  package let notice: String?
  /// What keys send on this terminal, as bytes, and the terminfo name of the key ("kcuu1").
  package let keySequences: [[UInt8]: String]
  /// Wakes `wait` from any thread.
  package let wakePipe: WakePipe
  /// Whether mouse reports are asked for.
  package private(set) var isMouseOn: Bool

  let environment: TerminalEnvironment
  let descriptor: Int32
  var presented: Canvas?
  var presentedCursor: Position?
  var hasHungUp = false
  var mayHaveResized = false
  /// What happened while a child had the terminal, for the next `wait`.
  var untold = Wake()
  /// The device that it is drawn on: what a child is given as its terminal.
  package let path: String
  private var isOpen = true

  /// Opens the terminal and shows an empty screen with the first `present`.
  ///
  /// Unsets `LINES` and `COLUMNS`, sets the character type of the locale, and catches signals;
  /// so, at the start, before other threads.
  ///
  /// - Throws: `TerminalError`, with nothing changed, when there is no terminal or it cannot be
  ///   drawn on. The command then ends with code 2.
  package init(options: Options = Options()) throws(TerminalError) {
    let opening = try Opening(options)
    descriptor = opening.descriptor
    isUTF8 = opening.isUTF8
    notice = opening.type.notice
    colorDepth = ColorDepth(colorCount: Int(lectern_screen_colors()), cap: options.colors)
    keySequences = KeySequences.read()
    wakePipe = WakePipe()
    isMouseOn = options.mouse
    environment = options.environment
    path = options.path
    size = Self.currentSize()
  }

  deinit { close() }

  /// Leaves the screen, shows what was written to stderr meanwhile, and gives signals back.
  /// A second call does nothing.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    lectern_screen_close()
    Opening.undo(descriptor)
    // Not to be polled, as its number may soon be another file's.
    hasHungUp = true
  }

  /// Puts the terminal back at once, from any thread, without ncurses: for code that must end the
  /// process on the spot. Idempotent.
  package static func restore() {
    lectern_restore()
  }

  /// Asks for mouse reports from now on, or gives the mouse back to the terminal's own selection.
  ///
  /// It stays so when the terminal is given away and taken back; leaving turns reports off.
  package func setMouse(_ isOn: Bool) {
    isMouseOn = isOn
    lectern_screen_set_mouse(isOn)
  }

  static func currentSize() -> Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    lectern_screen_size(&rows, &columns)
    return Size(columns: Int(columns), rows: Int(rows))
  }
}
