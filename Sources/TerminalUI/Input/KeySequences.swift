/// What the control sequences of keyboards mean: xterm, vt, linux, rxvt and tmux forms.
///
/// No sequence ever yields a character without Control or Alt, since digits are scores: the
/// numeric keys of the keypad's application mode and unmodified keys in CSI u are ignored.
/// Sources: xterm's ctlseqs; rxvt(7) "Key Codes"; console_codes(4).
enum KeySequences {
  /// The key of a sequence `ESC [ … final`; nil for one that is none.
  static func key(_ sequence: ControlSequence) -> KeyPress? {
    guard sequence.prefix == nil, !sequence.hasIntermediates else { return nil }
    switch sequence.final {
    case UInt8(ascii: "~"):
      return tildeKey(sequence)
    case UInt8(ascii: "^"):
      return numbered(sequence, [.control])
    case UInt8(ascii: "@"):
      return numbered(sequence, [.control, .shift])
    case UInt8(ascii: "$"):
      return numbered(sequence, [.shift])
    case UInt8(ascii: "u"):
      guard sequence.eventType != 3 else { return nil }
      return coded(sequence.parameter(0), modifier: sequence.parameter(1, default: 1))
    case UInt8(ascii: "Z"):
      return KeyPress(.tab, [.shift])
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      guard sequence.parameters.isEmpty else { return nil }
      return arrow(sequence.final - 0x20).map { KeyPress($0, [.shift]) }
    case UInt8(ascii: "R"):
      // `ESC [ 1 ; 5 R` is Ctrl-F3, but any other is the answer to "where is the cursor?".
      guard sequence.parameter(0) == 1, (2...8).contains(sequence.parameter(1)) else { return nil }
      return modified(.function(3), sequence)
    case UInt8(ascii: "P"), UInt8(ascii: "Q"), UInt8(ascii: "S"):
      return modified(.function(Int(sequence.final - 0x4F)), sequence)
    default:
      return arrow(sequence.final).flatMap { modified($0, sequence) }
    }
  }

  /// The key of a sequence `ESC O … final`; nil for one that is none.
  static func applicationKey(_ sequence: ControlSequence) -> KeyPress? {
    switch sequence.final {
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      return arrow(sequence.final - 0x20).map { KeyPress($0, [.control]) }
    case UInt8(ascii: "P")...UInt8(ascii: "S"):
      return modified(.function(Int(sequence.final - 0x4F)), sequence)
    case UInt8(ascii: "M"):
      return modified(.enter, sequence)
    case UInt8(ascii: "I"):
      return modified(.tab, sequence)
    default:
      return arrow(sequence.final).flatMap { modified($0, sequence) }
    }
  }

  private static func arrow(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "H"): .home
    default: nil
    }
  }

  /// A key with its modifier in the last of at most two parameters: `1 ; 5` or, in older forms, `5`.
  private static func modified(_ key: Key, _ sequence: ControlSequence) -> KeyPress? {
    let parameters = sequence.parameters
    guard parameters.count <= 2, sequence.eventType != 3 else { return nil }
    if parameters.count == 2, sequence.parameter(0, default: 1) != 1 { return nil }
    let modifier = parameters.last.flatMap { $0 } ?? 1
    return Modifiers(parameter: modifier).map { KeyPress(key, $0) }
  }

  private static func tildeKey(_ sequence: ControlSequence) -> KeyPress? {
    let parameters = sequence.parameters
    if sequence.parameter(0) == 27, parameters.count == 3 {
      return coded(sequence.parameter(2), modifier: sequence.parameter(1, default: 1))
    }
    guard parameters.count <= 2, sequence.eventType != 3,
      let key = numberedKey(sequence.parameter(0)),
      let held = Modifiers(parameter: sequence.parameter(1, default: 1))
    else { return nil }
    return KeyPress(key, held)
  }

  private static func numbered(_ sequence: ControlSequence, _ held: Modifiers) -> KeyPress? {
    guard sequence.parameters.count == 1 else { return nil }
    return numberedKey(sequence.parameter(0)).map { KeyPress($0, held) }
  }

  /// The keys of a vt220 and what was added to them.
  private static func numberedKey(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }

  /// A key given by its code point, as in CSI u and in xterm's modifyOtherKeys.
  private static func coded(_ code: Int, modifier: Int) -> KeyPress? {
    guard let held = Modifiers(parameter: modifier) else { return nil }
    switch code {
    case 8, 127: return KeyPress(.backspace, held)
    case 9: return KeyPress(.tab, held)
    case 13: return KeyPress(.enter, held)
    case 27: return KeyPress(.escape, held)
    default: break
    }
    guard !held.isDisjoint(with: [.control, .alt]), code >= 0x20, !(0xE000...0xF8FF).contains(code),
      let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init),
      scalar.properties.generalCategory != .control
    else { return nil }
    let needsLowering = held.contains(.control) && scalar.isASCII
    let lower = needsLowering ? Character(String(scalar).lowercased()) : Character(scalar)
    return KeyPress(.character(lower), held)
  }
}
