/// What a person did at the terminal.
package enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(KeyPress)
  /// A text was pasted: verbatim, but for invalid UTF-8, which became U+FFFD.
  case paste(String)
  /// The mouse was used.
  case mouse(MouseEvent)
}

/// What was done with the mouse.
package struct MouseEvent: Hashable, Sendable {
  /// The kind of a mouse event.
  package enum Kind: Hashable, Sendable {
    /// A button went down.
    case press
    /// A button came up; X10 reports do not say which.
    case release
    /// The mouse moved with a button down.
    case drag
    /// The wheel turned away from the person.
    case wheelUp
    /// The wheel turned towards the person.
    case wheelDown
  }

  /// A button of the mouse.
  package enum Button: Hashable, Sendable {
    /// The left button.
    case left
    /// The middle button.
    case middle
    /// The right button.
    case right
    /// The wheel, or a release that does not name its button.
    case none
  }

  /// What was done.
  package let kind: Kind
  /// With which button.
  package let button: Button
  /// The cell under the mouse.
  package let position: Position
  /// What was held.
  package let modifiers: Modifiers

  /// Makes a mouse event.
  package init(kind: Kind, button: Button, position: Position, modifiers: Modifiers = []) {
    self.kind = kind
    self.button = button
    self.position = position
    self.modifiers = modifiers
  }

  /// Makes a mouse event from xterm's button code and 1-based coordinates.
  ///
  /// Nil for what the interface does not know: movement without a button, a wheel turned sideways,
  /// buttons above 3, a place outside the screen. Source: xterm's ctlseqs, "Mouse Tracking".
  init?(code: Int, column: Int, row: Int, isRelease: Bool) {
    guard code >= 0, code < 128, column >= 1, row >= 1 else { return nil }
    let low = code & 3
    let buttons: [Button] = [.left, .middle, .right, .none]
    if code & 64 != 0 {
      guard low < 2, !isRelease else { return nil }
      kind = low == 0 ? .wheelUp : .wheelDown
      button = .none
    } else if code & 32 != 0 {
      guard low < 3, !isRelease else { return nil }
      kind = .drag
      button = buttons[low]
    } else {
      kind = isRelease || low == 3 ? .release : .press
      button = buttons[low]
    }
    position = Position(column: column - 1, row: row - 1)
    var held: Modifiers = []
    if code & 4 != 0 { held.insert(.shift) }
    if code & 8 != 0 { held.insert(.alt) }
    if code & 16 != 0 { held.insert(.control) }
    modifiers = held
  }
}
