extension InputDecoder {
  /// A byte outside any sequence.
  mutating func takeInGround(_ byte: UInt8, into events: inout [InputEvent]) {
    if byte >= 0x80 || utf8.isPending {
      // As the first byte it is the one-byte form of `ESC [`; inside a character it is text.
      if byte == 0x9B, !utf8.isPending { return beginSequence(isAlt: false, isApplication: false) }
      switch utf8.take(byte) {
      case .pending:
        return
      case .scalar(let scalar):
        return type(scalar, into: &events)
      case .broken:
        type("\u{FFFD}", into: &events)
        return takeInGround(byte, into: &events)
      }
    }
    switch byte {
    case 0x1B:
      state = .escape(Escape(time: now))
    case 0x20...0x7E:
      type(Unicode.Scalar(byte), into: &events)
    default:
      events.append(.key(Self.controlKey(byte)))
    }
  }

  /// A byte after an ESC. It may come late, when the ESC has already been reported.
  mutating func takeAfterEscape(
    _ byte: UInt8, _ escape: Escape, into events: inout [InputEvent]
  ) {
    var escape = escape
    switch byte {
    case UInt8(ascii: "["):
      beginSequence(isAlt: escape.isDouble, isApplication: false)
    case UInt8(ascii: "O"):
      beginSequence(isAlt: escape.isDouble, isApplication: true)
    case UInt8(ascii: "]"):
      state = .string(endsWithBell: true)
    case UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      state = .string(endsWithBell: false)
    case UInt8(ascii: "\\") where escape.endsString:
      state = .ground
    case 0x1B where !escape.isReported:
      if escape.isDouble { events.append(.key(KeyPress(.escape))) }
      state = .escape(Escape(time: now, isDouble: !escape.endsString))
    default:
      state = .ground
      takeChord(byte, &escape, into: &events)
    }
  }

  /// A byte after an ESC that begins no sequence: by its haste an Alt chord, or a key by itself.
  private mutating func takeChord(
    _ byte: UInt8, _ escape: inout Escape, into events: inout [InputEvent]
  ) {
    let isFast = !escape.isReported
    if isFast, let press = terminfo[[0x1B, byte]] {
      events.append(.key(press))
    } else if isFast, byte >= 0x20, byte != 0x7F, byte != 0x9B {
      if escape.isDouble { events.append(.key(KeyPress(.escape))) }
      isAltCharacter = true
      takeInGround(byte, into: &events)
    } else {
      report(&escape, into: &events)
      takeInGround(byte, into: &events)
    }
  }

  /// A code point that was typed. Controls in their two-byte form are no text.
  private mutating func type(_ scalar: Unicode.Scalar, into events: inout [InputEvent]) {
    let held: Modifiers = isAltCharacter ? [.alt] : []
    isAltCharacter = false
    if scalar.value >= 0x80 && scalar.value < 0xA0 { return }
    events.append(.key(KeyPress(.character(Character(scalar)), held)))
  }

  private static func controlKey(_ byte: UInt8) -> KeyPress {
    switch byte {
    case 0x00: KeyPress(.character(" "), [.control])
    case 0x08, 0x7F: KeyPress(.backspace)
    case 0x09: KeyPress(.tab)
    case 0x0D: KeyPress(.enter)
    case 0x0A: KeyPress(.character("j"), .control)
    case 0x01...0x1A: KeyPress(.character(Character(Unicode.Scalar(byte + 0x60))), [.control])
    default: KeyPress(.character(Character(Unicode.Scalar(byte + 0x40))), [.control])
    }
  }
}
