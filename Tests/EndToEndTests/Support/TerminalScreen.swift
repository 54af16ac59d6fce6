import TerminalUI

/// What bytes make of the screen of an xterm: as much of it as programs of curses use.
struct TerminalScreen {
  private(set) var columns: Int
  private(set) var rows: Int
  /// Whether the program draws on the alternate screen.
  private(set) var isAlternate = false
  /// Whether the cursor is shown.
  private(set) var showsCursor = true
  /// Whether pastes come in brackets.
  private(set) var bracketsPastes = false

  private var cells: [[String]]
  private var row = 0
  private var column = 0
  private var saved = (row: 0, column: 0)
  private var region: ClosedRange<Int>
  private var parsing = Parsing.ground
  private var character: [UInt8] = []
  private var last = " "

  private enum Parsing {
    case ground, escape, charset
    case control([UInt8])
    case string(endsNext: Bool)
  }

  init(columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    region = 0...(rows - 1)
  }

  /// The lines, without spaces at their ends.
  var lines: [String] {
    cells.map { line in
      var text = line.joined()
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// The screen as one text.
  var text: String { lines.joined(separator: "\n") }

  func contains(_ text: String) -> Bool { self.text.contains(text) }

  mutating func resize(columns: Int, rows: Int) {
    let old = cells
    self = {
      var new = TerminalScreen(columns: columns, rows: rows)
      new.isAlternate = isAlternate
      new.showsCursor = showsCursor
      new.bracketsPastes = bracketsPastes
      return new
    }()
    for (line, content) in old.prefix(rows).enumerated() {
      for (place, cell) in content.prefix(columns).enumerated() { cells[line][place] = cell }
    }
  }

  /// Takes in a byte.
  mutating func take(_ byte: UInt8) {
    switch parsing {
    case .ground: takeInGround(byte)
    case .escape: takeAfterEscape(byte)
    case .charset: parsing = .ground
    case .control(let bytes):
      guard (0x40...0x7E).contains(byte) else {
        parsing = .control(bytes + [byte])
        return
      }
      parsing = .ground
      control(String(decoding: bytes, as: UTF8.self), byte)
    case .string(let endsNext):
      if byte == 0x07 || endsNext {
        parsing = .ground
      } else {
        parsing = .string(endsNext: byte == 0x1B)
      }
    }
  }

  private mutating func takeInGround(_ byte: UInt8) {
    switch byte {
    case 0x1B: parsing = .escape
    case 0x0D: column = 0
    case 0x0A: lineFeed()
    case 0x08: column = max(0, min(column, columns - 1) - 1)
    case 0x09: column = min(columns - 1, (column / 8 + 1) * 8)
    case 0..<0x20: break
    default:
      character.append(byte)
      let needed = character[0] < 0x80 ? 1 : character[0] < 0xE0 ? 2 : character[0] < 0xF0 ? 3 : 4
      if character.count == needed {
        write(String(decoding: character, as: UTF8.self))
        character = []
      }
    }
  }

  private mutating func takeAfterEscape(_ byte: UInt8) {
    parsing = .ground
    switch byte {
    case UInt8(ascii: "["): parsing = .control([])
    case UInt8(ascii: "]"), UInt8(ascii: "P"): parsing = .string(endsNext: false)
    case UInt8(ascii: "("), UInt8(ascii: ")"): parsing = .charset
    case UInt8(ascii: "7"): saved = (row, column)
    case UInt8(ascii: "8"): (row, column) = saved
    case UInt8(ascii: "M"):
      if row == region.lowerBound { scroll(in: region, by: -1) } else { row = max(0, row - 1) }
    default: break
    }
  }

  private mutating func write(_ text: String) {
    last = text
    let width = DisplayWidth.of(text)
    if width == 0 {
      cells[row][max(0, min(column, columns) - 1)] += text
      return
    }
    if column + width > columns {
      column = 0
      lineFeed()
    }
    cells[row][column] = text
    if width == 2, column + 1 < columns { cells[row][column + 1] = "" }
    column += width
  }

  private mutating func lineFeed() {
    if row == region.upperBound { scroll(in: region, by: 1) } else { row = min(rows - 1, row + 1) }
  }

  private mutating func scroll(in range: ClosedRange<Int>, by count: Int) {
    let blank = Array(repeating: " ", count: columns)
    for _ in 0..<min(abs(count), range.count) {
      cells.remove(at: count > 0 ? range.lowerBound : range.upperBound)
      cells.insert(blank, at: count > 0 ? range.upperBound : range.lowerBound)
    }
  }

  private mutating func erase(_ line: Int, _ range: Range<Int>) {
    for place in range.clamped(to: 0..<columns) { cells[line][place] = " " }
  }

  private mutating func control(_ parameters: String, _ final: UInt8) {
    if parameters.hasPrefix("?") { return mode(parameters.dropFirst(), isOn: final == 0x68) }
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    let first = numbers.first.flatMap(\.self)
    let count = max(1, first ?? 1)
    switch Unicode.Scalar(final) {
    case "H", "f":
      (row, column) = (count - 1, max(1, (numbers.count > 1 ? numbers[1] : nil) ?? 1) - 1)
    case "d": row = count - 1
    case "G", "`": column = count - 1
    case "A": row -= count
    case "B", "e": row += count
    case "C", "a": column += count
    case "D": column = min(column, columns - 1) - count
    case "J":
      let lines = first == 2 ? 0..<rows : first == 1 ? 0..<row : (row + 1)..<max(rows, row + 1)
      for line in lines { erase(line, 0..<columns) }
      if first != 2 { control(parameters, UInt8(ascii: "K")) }
    case "K":
      erase(row, first == 2 ? 0..<columns : first == 1 ? 0..<(column + 1) : column..<columns)
    case "X": erase(row, column..<(column + count))
    case "P":
      cells[row].removeSubrange(column..<min(columns, column + count))
      cells[row] += Array(repeating: " ", count: columns - cells[row].count)
    case "@":
      cells[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
      cells[row].removeLast(cells[row].count - columns)
    case "L": scroll(in: row...max(row, region.upperBound), by: -count)
    case "M": scroll(in: row...max(row, region.upperBound), by: count)
    case "S": scroll(in: region, by: count)
    case "T": scroll(in: region, by: -count)
    case "b": for _ in 0..<count { write(last) }
    case "r":
      let bottom = (numbers.count > 1 ? numbers[1] : nil) ?? rows
      region = (count - 1)...max(count - 1, min(rows, bottom) - 1)
      (row, column) = (0, 0)
    default: break
    }
    row = max(0, min(rows - 1, row))
    column = max(0, min(columns, column))
  }

  private mutating func mode(_ numbers: Substring, isOn: Bool) {
    for number in numbers.split(separator: ";") {
      switch number {
      case "1049":
        isAlternate = isOn
        if isOn { saved = (row, column) } else { (row, column) = saved }
        for line in 0..<rows { erase(line, 0..<columns) }
      case "25": showsCursor = isOn
      case "2004": bracketsPastes = isOn
      default: break
      }
    }
  }
}
