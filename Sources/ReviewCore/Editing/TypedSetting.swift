/// What a chair types into a setting of the event, read; and written so that it can be typed again.
package enum TypedSetting {
  /// Why what was typed is no value: what to type instead, in sentences.
  package struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The sentences.
    package let description: String

    init(_ description: String) { self.description = description }
  }

  /// A deadline: `2026-04-02` is the end of that day, `2026-04-02 18:00` that minute, both in UTC;
  /// or a whole time as it stands in the file. Nothing, or `none`, is no deadline.
  ///
  /// - Throws: `Problem` for anything else, and for a day or a time that does not exist.
  package static func deadline(_ text: String) throws(Problem) -> Timestamp? {
    let text = text.trimmed
    if isNothing(text) { return nil }
    if let time = Timestamp(text) { return time }
    var rest = Substring(text.uppercased())
    if let zone = ["UTC", "Z"].first(where: { rest.hasSuffix($0) }) { rest.removeLast(zone.count) }
    let parts = rest.split { $0 == " " || $0 == "T" }.map(String.init)
    guard (1...2).contains(parts.count) else { throw deadlineProblem(text) }
    guard let numbers = numbers(parts[0], "-", lengths: [4...4, 1...2, 1...2]) else {
      throw deadlineProblem(text)
    }
    guard let day = CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2]) else {
      throw Problem("\(parts[0].quoted) is no day of the calendar.")
    }
    guard parts.count == 2 else { return moment(of: day, 23, 59, 59) }
    let clock =
      self.numbers(parts[1], ":", lengths: [1...2, 2...2])
      ?? self.numbers(parts[1], ":", lengths: [1...2, 2...2, 2...2])
    guard let clock else { throw deadlineProblem(text) }
    let second = clock.count > 2 ? clock[2] : 0
    guard clock[0] < 24, clock[1] < 60, second < 60 else {
      throw Problem("\(parts[1].quoted) is no time of the day. Type it as 18:00, up to 23:59.")
    }
    return moment(of: day, clock[0], clock[1], second)
  }

  /// A deadline as it can be typed; empty for none.
  package static func text(of deadline: Timestamp?) -> String {
    guard let deadline else { return "" }
    let inDay = deadline.milliseconds - Int64(deadline.day.daysSince1970) * 86_400_000
    if inDay == 86_399_000 { return deadline.day.description }
    let text = deadline.description
    return inDay % 60_000 == 0 ? "\(deadline.day) \(text.dropFirst(11).prefix(5))" : text
  }

  /// A whole number; nothing, or `none`, is no rule.
  ///
  /// - Throws: `Problem` for anything else, and for less than `minimum`.
  package static func count(_ text: String, minimum: Int = 0) throws(Problem) -> Int? {
    let text = text.trimmed
    if isNothing(text) { return nil }
    guard let number = number(text), number >= minimum else {
      throw Problem(
        "\(text.quoted) is no whole number from \(minimum). Leave it empty for no limit.")
    }
    return number
  }

  /// Limits of an area or a format: `9` is at most 9, `4-9` also at least 4, `4-` at least 4 only.
  /// Nothing, or `none`, is no limit.
  ///
  /// - Throws: `Problem` for anything else, and where the least is more than the most.
  package static func slots(_ text: String) throws(Problem) -> SlotLimits {
    let text = text.trimmed
    if isNothing(text) { return SlotLimits() }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
      .map { String($0).trimmed }
    let numbers = parts.map { $0.isEmpty ? nil : number($0) }
    let isRead = zip(parts, numbers).allSatisfy { $0.isEmpty || $1 != nil }
    guard isRead, (1...2).contains(parts.count), numbers.contains(where: { $0 != nil }) else {
      throw Problem(
        "\(text.quoted) is no limit. Type 9 for at most 9, 4-9 for at least 4, 4- for no most.")
    }
    let limits =
      parts.count == 1
      ? SlotLimits(maximum: numbers[0]) : SlotLimits(minimum: numbers[0], maximum: numbers[1])
    do { try limits.check() } catch { throw Problem(error.description) }
    return limits
  }

  /// Limits as they can be typed; empty for none.
  package static func text(of limits: SlotLimits) -> String {
    let maximum = limits.maximum.map { String($0) } ?? ""
    return limits.minimum.map { "\($0)-\(maximum)" } ?? maximum
  }

  /// Focus areas by their ids, with commas between; each once.
  ///
  /// - Throws: `EventEditRefusal` for one that the event does not have.
  package static func focusAreas(
    _ text: String, in event: Event
  ) throws(EventEditRefusal) -> [Identifier] {
    var areas: [Identifier] = []
    for word in text.split(separator: ",").map({ String($0).trimmed }) {
      guard let area = Identifier(word), event.focusArea(area) != nil else {
        throw .unknown("focus area", word, among: event.focusAreas.map(\.id.text))
      }
      if !areas.contains(area) { areas.append(area) }
    }
    return areas
  }

  private static func isNothing(_ text: String) -> Bool {
    text.isEmpty || text == "-" || text.lowercased() == "none"
  }

  private static func deadlineProblem(_ text: String) -> Problem {
    Problem(
      "\(text.quoted) is no deadline. Type a day, 2026-04-02, or a day and a time in UTC, "
        + "2026-04-02 18:00; leave it empty for none.")
  }

  private static func moment(
    of day: CalendarDay, _ hour: Int, _ minute: Int, _ second: Int
  ) -> Timestamp {
    let seconds = ((day.daysSince1970 * 24 + hour) * 60 + minute) * 60 + second
    return Timestamp(milliseconds: Int64(seconds) * 1000)
  }

  /// Digits alone, at most nine of them.
  private static func number(_ text: some StringProtocol) -> Int? {
    guard (1...9).contains(text.utf8.count),
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int(text)
  }

  /// Numbers of so many digits each, with marks between; nil for anything else.
  private static func numbers(
    _ text: String, _ mark: Character, lengths: [ClosedRange<Int>]
  ) -> [Int]? {
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count == lengths.count else { return nil }
    let numbers = zip(parts, lengths).compactMap { part, length in
      length.contains(part.utf8.count) ? number(part) : nil
    }
    return numbers.count == lengths.count ? numbers : nil
  }
}
