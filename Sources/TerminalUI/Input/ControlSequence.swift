/// A finished control sequence (`ESC [ … final`), taken apart.
struct ControlSequence {
  /// The first byte if it is one of `<=>?`: a sequence that is not of the standard.
  let prefix: UInt8?
  /// The numbers; a missing one is nil. Of sub-parameters (`97:65`) the first counts.
  let parameters: [Int?]
  /// Whether there are bytes between the parameters and the final byte.
  let hasIntermediates: Bool
  /// The last byte.
  let final: UInt8
  /// The second sub-parameter of the second number: in CSI u, 3 says that a key came up.
  let eventType: Int?

  /// Takes apart what stands between the introducer and the final byte.
  init(body: some Collection<UInt8>, final: UInt8) {
    self.final = final
    var rest = body[...]
    var prefix: UInt8?
    if let first = rest.first, first >= 0x3C {
      prefix = first
      rest = rest.dropFirst()
    }
    self.prefix = prefix
    hasIntermediates = rest.contains { $0 < 0x30 }
    let fields = rest.isEmpty ? [] : rest.split(separator: 0x3B, omittingEmptySubsequences: false)
    parameters = fields.map { field in Self.number(field.prefix { $0 != 0x3A }) }
    eventType = fields.dropFirst().first.flatMap { field in
      Self.number(field.drop { $0 != 0x3A }.dropFirst().prefix { $0 != 0x3A })
    }
  }

  /// A parameter, or what stands for a missing one.
  func parameter(_ index: Int, default value: Int = 0) -> Int {
    index < parameters.count ? parameters[index] ?? value : value
  }

  private static func number(_ digits: some Sequence<UInt8>) -> Int? {
    var value: Int?
    for digit in digits {
      guard digit >= 0x30, digit <= 0x39 else { return nil }
      value = min((value ?? 0) * 10 + Int(digit - 0x30), 9_999_999)
    }
    return value
  }
}

extension Modifiers {
  /// Reads xterm's modifier parameter: 1 plus a bit for each key held.
  ///
  /// Super, Hyper and Meta count as Alt, to which nothing is bound; the two locks do not count.
  /// Nil for what is no such parameter.
  init?(parameter: Int) {
    guard parameter >= 1, parameter <= 256 else { return nil }
    let bits = parameter - 1
    self.init(rawValue: UInt8(bits & 7))
    if bits & 0b111000 != 0 { insert(.alt) }
  }
}
