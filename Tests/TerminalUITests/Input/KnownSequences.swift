@testable import TerminalUI

/// Every sequence that the decoder knows, with what it means; nil for one that is swallowed.
enum KnownSequences {
  /// A sequence and the event that it stands for.
  struct Sample: CustomStringConvertible, Sendable {
    let bytes: [UInt8]
    let event: InputEvent?

    init(_ text: String, _ event: InputEvent?) {
      bytes = Array(text.utf8)
      self.event = event
    }

    init(_ text: String, _ key: Key, _ held: Modifiers = []) {
      self.init(text, .key(KeyPress(key, held)))
    }

    init(bytes: [UInt8], _ event: InputEvent?) {
      self.bytes = bytes
      self.event = event
    }

    var description: String {
      bytes.map { $0 == 0x1B ? "ESC" : String(Unicode.Scalar($0)) }.joined(separator: " ")
    }
  }

  static let all: [Sample] = keys + numbered + modified + rxvt + mouse + pastes + ignored

  private static let keys: [Sample] = {
    let finals: [(String, Key)] = [
      ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
    ]
    let functions = ["P", "Q", "R", "S"].enumerated().map {
      Sample("\u{1B}O\($1)", .function($0 + 1))
    }
    let console = ["A", "B", "C", "D", "E"].enumerated()
      .map { Sample("\u{1B}[[\($1)", .function($0 + 1)) }
    return finals.map { Sample("\u{1B}[\($0)", $1) } + finals.map { Sample("\u{1B}O\($0)", $1) }
      + functions + console + [
        Sample("\u{1B}[Z", .tab, [.shift]), Sample("\u{1B}OM", .enter), Sample("\u{1B}OI", .tab),
      ]
  }()

  private static let numbered: [Sample] = {
    let plain: [(Int, Key)] = [
      (1, .home), (2, .insert), (3, .delete), (4, .end), (5, .pageUp), (6, .pageDown), (7, .home),
      (8, .end), (11, .function(1)), (12, .function(2)), (13, .function(3)), (14, .function(4)),
      (15, .function(5)), (17, .function(6)), (18, .function(7)), (19, .function(8)),
      (20, .function(9)), (21, .function(10)), (23, .function(11)), (24, .function(12)),
      (25, .function(13)), (29, .function(16)), (34, .function(20)),
    ]
    return plain.flatMap { number, key in
      [
        Sample("\u{1B}[\(number)~", key), Sample("\u{1B}[\(number);5~", key, [.control]),
        Sample("\u{1B}[\(number)^", key, [.control]), Sample("\u{1B}[\(number)$", key, [.shift]),
        Sample("\u{1B}[\(number)@", key, [.control, .shift]),
      ]
    }
  }()

  private static let modified: [Sample] = [
    Sample("\u{1B}[1;5C", .right, [.control]), Sample("\u{1B}[1;2A", .up, [.shift]),
    Sample("\u{1B}[1;3B", .down, [.alt]), Sample("\u{1B}[1;8D", .left, [.shift, .alt, .control]),
    Sample("\u{1B}[1;9D", .left, [.alt]), Sample("\u{1B}[1;129D", .left),
    Sample("\u{1B}[5C", .right, [.control]), Sample("\u{1B}O5C", .right, [.control]),
    Sample("\u{1B}O1;5P", .function(1), [.control]),
    Sample("\u{1B}[1;5P", .function(1), [.control]),
    Sample("\u{1B}[1;5Q", .function(2), [.control]), Sample("\u{1B}[1;2R", .function(3), [.shift]),
    Sample("\u{1B}[1;6S", .function(4), [.shift, .control]),
    Sample("\u{1B}[27;5;9~", .tab, [.control]),
    Sample("\u{1B}[27;5;53~", .character("5"), [.control]),
    Sample("\u{1B}[97;5u", .character("a"), [.control]),
    Sample("\u{1B}[65;6u", .character("a"), [.shift, .control]),
    Sample("\u{1B}[97:65;5:1u", .character("a"), [.control]),
    Sample("\u{1B}[13;2u", .enter, [.shift]), Sample("\u{1B}[27u", .escape),
    Sample("\u{1B}[127;5u", .backspace, [.control]),
  ]

  private static let rxvt: [Sample] = [
    Sample("\u{1B}[a", .up, [.shift]), Sample("\u{1B}[d", .left, [.shift]),
    Sample("\u{1B}Oa", .up, [.control]), Sample("\u{1B}Oc", .right, [.control]),
  ]

  private static let mouse: [Sample] = [
    Sample(
      "\u{1B}[<0;12;5M",
      .mouse(MouseEvent(kind: .press, button: .left, position: Position(column: 11, row: 4)))),
    Sample(
      "\u{1B}[<2;1;1m",
      .mouse(MouseEvent(kind: .release, button: .right, position: Position(column: 0, row: 0)))),
    Sample(
      "\u{1B}[<32;300;5M",
      .mouse(MouseEvent(kind: .drag, button: .left, position: Position(column: 299, row: 4)))),
    Sample(
      "\u{1B}[<84;3;4M",
      .mouse(
        MouseEvent(
          kind: .wheelUp, button: .none, position: Position(column: 2, row: 3),
          modifiers: [.shift, .control]))),
    Sample(
      "\u{1B}[<65;3;4M",
      .mouse(MouseEvent(kind: .wheelDown, button: .none, position: Position(column: 2, row: 3)))),
    Sample(
      "\u{1B}[32;3;4M",
      .mouse(MouseEvent(kind: .press, button: .left, position: Position(column: 2, row: 3)))),
    Sample(
      "\u{1B}[M 15",
      .mouse(MouseEvent(kind: .press, button: .left, position: Position(column: 16, row: 20)))),
    Sample(
      "\u{1B}[M#55",
      .mouse(MouseEvent(kind: .release, button: .none, position: Position(column: 20, row: 20)))),
    Sample(
      bytes: [0x1B, 0x5B, 0x4D, 0x60, 0xFF, 0x21],
      .mouse(MouseEvent(kind: .wheelUp, button: .none, position: Position(column: 222, row: 0)))),
  ]

  private static let pastes: [Sample] = [
    Sample("\u{1B}[200~5q1dd\n\u{1B}[201~", .paste("5q1dd\n")),
    Sample("\u{1B}[200~\u{1B}[201~", .paste("")),
    Sample("\u{1B}[200~\u{1B}[20\u{1B}\u{1B}[201~", .paste("\u{1B}[20\u{1B}")),
    Sample("\u{1B}[200~1\u{1B}]2\u{3}\u{18}é漢\u{1B}[201~", .paste("1\u{1B}]2\u{3}\u{18}é漢")),
    Sample(
      bytes: Array("\u{1B}[200~1".utf8) + [0xFF] + Array("\u{1B}[201~".utf8), .paste("1\u{FFFD}")),
  ]

  private static let ignored: [Sample] =
    [
      "\u{1B}[I", "\u{1B}[O", "\u{1B}[?64;1;2c", "\u{1B}[>1;4000;15c", "\u{1B}[24;80R",
      "\u{1B}[1;1R", "\u{1B}[R", "\u{1B}[?1;2R", "\u{1B}[8;24;80t", "\u{1B}[?2026;2$y",
      "\u{1B}[4;2$y", "\u{1B}[0n", "\u{1B}[201~", "\u{1B}[99~", "\u{1B}[E", "\u{1B}[[5",
      "\u{1B}O5", "\u{1B}]11;rgb:1111/2222/3333\u{7}", "\u{1B}]11;rgb:1/2/3\u{1B}\\",
      "\u{1B}P1+r544e=787465726d\u{1B}\\", "\u{1B}_G1;OK\u{1B}\\", "\u{1B}^5\u{1B}\\",
      "\u{1B}X5\u{1B}\\", "\u{1B}[53u", "\u{1B}[53;1u", "\u{1B}[97;5:3u", "\u{1B}[27;2;53~",
      "\u{1B}Ou", "\u{1B}Oy", "\u{1B}[57400;5u", "\u{1B}[<35;5;5M", "\u{1B}[<66;5;5M",
      "\u{1B}[<0;0;5M", "\u{1B}[<;5;5M", "\u{1B}[1;5", "\u{1B}[12;34\u{18}", "\u{1B}]12\u{1A}",
      "\u{1B}[1é5C", "\u{1B}[99999999999999999999~", "\u{1B}[1;2;3;4;5;6;7;8;9;1;2;3;4;5;6;7;8~",
      "\u{1B}[1\r5C", "\u{1B}]é\u{7}", "\u{1B}P5\u{7}5\u{1B}\\",
    ].map { Sample($0, nil as InputEvent?) }
    + [
      Sample(bytes: Array("\u{1B}]1".utf8) + [0x9C], nil),
      Sample(bytes: Array("\u{1B}]Û".utf8) + [0x35, 0x9C], nil),
      Sample(bytes: Array("\u{1B}[".utf8) + Array(repeating: 0x35, count: 200) + [0x7E], nil),
    ]
}
