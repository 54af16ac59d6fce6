import ReviewCore

/// A text in which git left what it could not merge, in the style `merge`, `diff3` or `zdiff3`:
/// both sides are the whole file as each had it.
///
/// No line of JSON begins as a marker does, so that a marker cannot be meant as text.
struct GitConflict: Hashable, Sendable {
  /// Where a conflict begins and ends: the lines of its first and its last marker, from 1.
  private(set) var hunks: [ClosedRange<Int>] = []
  /// Ours and theirs, without markers.
  private(set) var sides: [Side] = [Side(), Side()]
  /// The line of a conflict that has no end, or of an end without a begin; nil where all is whole.
  private(set) var brokenLine: Int?

  /// One of the two versions.
  struct Side: Hashable, Sendable {
    /// The whole file.
    fileprivate(set) var bytes: [UInt8] = []
    /// Of each line of it the line in the text with the markers.
    fileprivate(set) var lines: [Int] = []

    /// The place in the text with the markers.
    func position(_ place: SourcePosition) -> SourcePosition {
      let line = lines.indices.contains(place.line - 1) ? lines[place.line - 1] : lines.last ?? 1
      return SourcePosition(line: line, column: place.column)
    }
  }

  /// Takes a text apart; nil where no line of it is a marker. O(bytes).
  init?(_ bytes: [UInt8]) {
    guard Self.mayHoldMarkers(bytes) else { return nil }
    /// What the line belongs to; in a conflict with the length of its markers.
    enum Part { case both, ours, base, theirs }
    var (part, begin, length) = (Part.both, 0, 0)
    for (place, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      let number = place + 1
      let marker = Marker(line)
      switch (part, marker?.letter) {
      case (.both, Marker.begin):
        (part, begin, length) = (.ours, number, marker?.length ?? 7)
        continue
      case (.both, Marker.end): brokenLine = brokenLine ?? number
      case (.ours, Marker.base) where marker?.length == length:
        part = .base
        continue
      case (.ours, Marker.middle) where marker?.length == length,
        (.base, Marker.middle) where marker?.length == length:
        part = .theirs
        continue
      case (.theirs, Marker.end) where marker?.length == length:
        part = .both
        hunks.append(begin...number)
        continue
      default: break
      }
      if part == .both || part == .ours { sides[0].add(line, number) }
      if part == .both || part == .theirs { sides[1].add(line, number) }
    }
    if part != .both { brokenLine = brokenLine ?? begin }
    if hunks.isEmpty, brokenLine == nil { return nil }
  }

  /// The lines of the conflicts, for a message: `lines 5 to 9 and 20 to 24`.
  var place: String {
    let shown = hunks.prefix(3).map { "\($0.lowerBound) to \($0.upperBound)" }
    let rest = hunks.count > 3 ? ["\(hunks.count - 3) more"] : []
    return "lines " + (shown + rest).joined(separator: " and ")
  }

  /// Where the first of it stands.
  var position: SourcePosition {
    SourcePosition(line: brokenLine ?? hunks.first?.lowerBound ?? 1, column: 1)
  }

  private static func mayHoldMarkers(_ bytes: [UInt8]) -> Bool {
    let runs: [[UInt8]] = [Marker.begin, Marker.end].map { Array(repeating: $0, count: 7) }
    return bytes.indices.contains { place in
      (bytes[place] == Marker.begin || bytes[place] == Marker.end)
        && (place == 0 || bytes[place - 1] == 0x0A)
        && runs.contains { bytes[place...].starts(with: $0) }
    }
  }

  /// A line of seven or more equal signs, with a space or nothing behind them.
  private struct Marker {
    static let begin = UInt8(ascii: "<")
    static let base = UInt8(ascii: "|")
    static let middle = UInt8(ascii: "=")
    static let end = UInt8(ascii: ">")
    let letter: UInt8
    let length: Int

    init?(_ line: ArraySlice<UInt8>) {
      guard let first = line.first,
        [Self.begin, Self.base, Self.middle, Self.end].contains(first)
      else { return nil }
      let run = line.prefix { $0 == first }
      let next = line.dropFirst(run.count).first
      guard run.count >= 7, next == nil || next == 0x20 || next == 0x0D else { return nil }
      (letter, length) = (first, run.count)
    }
  }
}

extension GitConflict.Side {
  fileprivate mutating func add(_ line: ArraySlice<UInt8>, _ number: Int) {
    if !lines.isEmpty { bytes.append(0x0A) }
    bytes += line
    lines.append(number)
  }
}
