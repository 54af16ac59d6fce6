extension InputDecoder {
  mutating func beginSequence(isAlt: Bool, isApplication: Bool) {
    raw = [0x1B, UInt8(ascii: isApplication ? "O" : "[")]
    isUnknown = false
    state = .sequence(isApplication: isApplication, isAlt: isAlt)
  }

  /// A byte of `ESC [ …` or `ESC O …`.
  mutating func takeInSequence(
    _ byte: UInt8, isApplication: Bool, isAlt: Bool, into events: inout [InputEvent]
  ) {
    if takeControl(byte, into: &events) { return }
    keepRaw(byte)
    switch byte {
    case UInt8(ascii: "[") where !isApplication && raw.count == 3:
      state = .linuxFunction
    case UInt8(ascii: "M") where !isApplication && raw.count == 3:
      raw = []
      state = .oldMouse
    case 0x20...0x2F where isApplication, 0x40...0x7E:
      finish(byte, isApplication: isApplication, isAlt: isAlt, into: &events)
    case UInt8(ascii: "$") where isShiftedKey:
      finish(byte, isApplication: false, isAlt: isAlt, into: &events)
    default:
      break
    }
  }

  /// The controls that mean something inside a sequence or a control string; any other is a part
  /// of it, and swallowed. True if the byte was one.
  private mutating func takeControl(_ byte: UInt8, into events: inout [InputEvent]) -> Bool {
    guard byte < 0x20 || byte >= 0x7F else { return false }
    isUnknown = true
    switch byte {
    case 0x1B:
      state = .escape(Escape(time: now))
    case 0x18, 0x1A:
      state = .ground
    case 0x03:
      events.append(.key(KeyPress(.character("c"), [.control])))
    default:
      break
    }
    return true
  }

  private mutating func keepRaw(_ byte: UInt8) {
    if raw.count < Self.longestSequence { raw.append(byte) } else { isUnknown = true }
  }

  /// Whether what came so far is rxvt's `ESC [ 7 $`, where `$` is the last byte although the
  /// standard knows it as an intermediate one.
  private var isShiftedKey: Bool {
    let digits = raw.dropFirst(2).dropLast()
    return (1...2).contains(digits.count) && digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private mutating func finish(
    _ final: UInt8, isApplication: Bool, isAlt: Bool, into events: inout [InputEvent]
  ) {
    state = .ground
    guard !isUnknown else { return }
    let alt: Modifiers = isAlt ? [.alt] : []
    if let press = terminfo[raw] {
      events.append(.key(press.adding(alt)))
      return
    }
    let sequence = ControlSequence(body: raw.dropFirst(2).dropLast(), final: final)
    if isApplication {
      if let press = KeySequences.applicationKey(sequence) {
        events.append(.key(press.adding(alt)))
      }
    } else if raw == Array("\u{1B}[200~".utf8) {
      state = .paste(PasteCollector(at: now))
    } else if let event = Self.mouse(sequence) {
      events.append(.mouse(event))
    } else if let press = KeySequences.key(sequence) {
      events.append(.key(press.adding(alt)))
    }
  }

  /// SGR reports (`ESC [ < b ; x ; y M` or `m`) and urxvt's (`ESC [ b ; x ; y M`).
  private static func mouse(_ sequence: ControlSequence) -> MouseEvent? {
    let isPress = sequence.final == UInt8(ascii: "M")
    guard isPress || sequence.final == UInt8(ascii: "m"), !sequence.hasIntermediates,
      sequence.parameters.count == 3, !sequence.parameters.contains(nil)
    else { return nil }
    let isStandard = sequence.prefix == UInt8(ascii: "<")
    guard isStandard || (sequence.prefix == nil && isPress) else { return nil }
    return MouseEvent(
      code: sequence.parameter(0) - (isStandard ? 0 : 32), column: sequence.parameter(1),
      row: sequence.parameter(2), isRelease: !isPress)
  }

  /// One of the three bytes of an X10 report. They are its own, whatever they are.
  mutating func takeOldMouse(_ byte: UInt8, into events: inout [InputEvent]) {
    raw.append(byte)
    guard raw.count == 3 else { return }
    state = .ground
    let values = raw.map { Int($0) - 32 }
    if let event = MouseEvent(
      code: values[0], column: values[1], row: values[2], isRelease: false)
    {
      events.append(.mouse(event))
    }
  }

  /// The byte after `ESC [ [`.
  mutating func takeLinuxFunction(_ byte: UInt8, into events: inout [InputEvent]) {
    if takeControl(byte, into: &events) { return }
    state = .ground
    if byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "E") {
      events.append(.key(KeyPress(.function(Int(byte - UInt8(ascii: "A")) + 1))))
    }
  }

  /// A byte of a control string. Nothing of it is kept.
  mutating func takeInString(
    _ byte: UInt8, endsWithBell: Bool, into events: inout [InputEvent]
  ) {
    switch byte {
    case 0x1B:
      utf8 = UTF8Decoder()
      state = .escape(Escape(time: now, endsString: true))
    case 0x07 where endsWithBell, 0x9C where !utf8.isPending:
      state = .ground
    case 0x80...:
      if case .broken = utf8.take(byte) { _ = utf8.take(byte) }
    default:
      utf8 = UTF8Decoder()
      _ = takeControl(byte, into: &events)
    }
  }
}
