import TerminalUI

/// The decoder of what a terminal sends: the same events wherever the bytes are split.
enum InputTarget {
  @Sendable static func check(_ bytes: [UInt8]) throws {
    var whole = InputDecoder()
    let events = whole.decode(bytes, at: 0) + whole.timePassed(to: 10_000)
    for size in [1, 2, 7] {
      var split = InputDecoder()
      var found: [InputEvent] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        found += split.decode(bytes[start..<min(bytes.count, start + size)], at: 0)
      }
      found += split.timePassed(to: 10_000)
      try expect(found == events, "split by \(size) it says something else")
    }
    // Slowly, with all that time does: nothing but that it ends, and that Ctrl-C gets through.
    var slow = InputDecoder()
    var time: Int64 = 0
    for byte in bytes {
      time += Int64(byte % 40)
      _ = slow.decode([byte], at: time)
    }
    var last = slow.timePassed(to: time + 10_000)
    for _ in 0..<80 { last += slow.decode([0x03], at: time + 20_000) }
    try expect(
      last.contains(.key(KeyPress(.character("c"), .control))) || last.contains { $0.isPaste },
      "no way out")
  }
}

extension InputEvent {
  fileprivate var isPaste: Bool { if case .paste = self { true } else { false } }
}
