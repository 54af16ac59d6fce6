internal import CNCurses
package import TerminalUI

extension CursesTerminal {
  /// Reads the size again and makes the screen that large: the answer to `Wake.isResized`.
  package func resized() -> Size {
    mayHaveResized = false
    let now = Self.currentSize()
    size = now
    forgetPresented()
    lectern_screen_resize(Int32(clamping: now.rows), Int32(clamping: now.columns))
    return now
  }

  /// Draws every cell again, for a screen that someone else has written on (Ctrl-L).
  package func redrawEverything() {
    lectern_screen_redraw()
    flush(cursor: presentedCursor)
  }

  /// Stops as Ctrl-Z does, and returns when the shell continues us (`fg`). Where no shell would,
  /// it does nothing. The next `wait` says `isResized`.
  package func suspend() {
    guard lectern_can_stop() else { return }
    lectern_screen_leave()
    lectern_stop()
    reenter()
  }

  /// Gives the terminal to a child (`$EDITOR`, `$PAGER`) until `takeBack()`. Prefer
  /// `whileSuspended`; this is for a child that is awaited.
  package func giveAway() {
    lectern_screen_leave()
    lectern_signals_yield_to_child()
  }

  /// Takes the terminal back after `giveAway()`. The next `wait` says `isResized`.
  package func takeBack() {
    lectern_signals_take_back()
    reenter()
  }

  /// Runs `body` with the terminal as it was before we opened it.
  package func whileSuspended<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    giveAway()
    defer { takeBack() }
    return try body()
  }

  // Shows what was there, so that something is there before the program has thought.
  func reenter() {
    lectern_screen_enter()
    redrawEverything()
    mayHaveResized = true
  }
}
