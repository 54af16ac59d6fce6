/// What becomes of a code point on the screen.
///
/// The raw values are those that `Scripts/generate-width-table` writes.
enum ScalarClass: UInt32 {
  /// Shown in one column.
  case narrow = 0
  /// Shown in two columns.
  case wide = 1
  /// Drawn over the character before it: no column of its own.
  case mark = 2
  /// A control or an invisible character: left out.
  case removed = 3
  /// Shown as U+FFFD, since not every C library can print it.
  case replaced = 4
  /// Ends a line.
  case newline = 5

  /// Looks up a code point. O(1) for printable ASCII, else O(log n) in the size of the table.
  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value >= 0x20 && value < 0x7F {
      self = .narrow
      return
    }
    let key = value << 3 | 7
    self = DisplayWidthTable.runs.withUnsafeBufferPointer { runs in
      var low = 0
      var high = runs.count
      while low < high {
        let middle = (low + high) / 2
        if runs[middle] <= key { low = middle + 1 } else { high = middle }
      }
      return low == 0 ? .removed : ScalarClass(rawValue: runs[low - 1] & 7) ?? .replaced
    }
  }

  /// Columns that a code point of this class takes on the screen.
  var columns: Int {
    switch self {
    case .narrow, .replaced: 1
    case .wide: 2
    case .mark, .removed, .newline: 0
    }
  }
}

extension Unicode.Scalar {
  /// Whether two of these make a flag (regional indicators).
  var isRegionalIndicator: Bool { value >= 0x1F1E6 && value <= 0x1F1FF }

  /// Whether a zero-width joiner can glue it to a pictograph.
  ///
  /// Digits, `#` and `*` count as emoji in Unicode, but nothing is ever glued to them.
  var isJoinable: Bool { value > 0xFF && properties.isEmoji }
}
