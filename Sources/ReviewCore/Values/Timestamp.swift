/// A moment, in milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
///
/// Written as ISO 8601 in UTC with milliseconds: `2026-03-20T10:11:12.345Z`. Years 0 to 9999. Our
/// own, since the library's parser accepts February 30 and hour 25.
package struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  package var milliseconds: Int64

  /// Makes a moment from the milliseconds since 1970.
  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Reads `YYYY-MM-DDTHH:MM:SS.mmmZ`, or without `.mmm`; nil for anything else, and for a date or
  /// an hour that does not exist.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 || bytes.count == 24, bytes.last == UInt8(ascii: "Z") else {
      return nil
    }
    func number(_ start: Int, _ length: Int) -> Int? {
      var value = 0
      for byte in bytes[start..<(start + length)] {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
    let marks: [(Int, Unicode.Scalar)] = [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":")]
    guard marks.allSatisfy({ bytes[$0.0] == UInt8(ascii: $0.1) }),
      bytes.count == 20 || bytes[19] == UInt8(ascii: "."),
      let year = number(0, 4), let month = number(5, 2), let day = number(8, 2),
      let hour = number(11, 2), let minute = number(14, 2), let second = number(17, 2),
      let thousandth = bytes.count == 24 ? number(20, 3) : 0,
      let days = CalendarDay(year: year, month: month, day: day)?.daysSince1970,
      hour < 24, minute < 60, second < 60
    else { return nil }
    let seconds = (days * 24 + hour) * 3600 + minute * 60 + second
    milliseconds = Int64(seconds) * 1000 + Int64(thousandth)
  }

  /// The day on which it falls, in UTC.
  package var day: CalendarDay {
    CalendarDay(daysSince1970: Int(milliseconds.flooredQuotient(by: 86_400_000)))
  }

  /// `2026-03-20T10:11:12.345Z`.
  package var description: String {
    let remainder = Int(milliseconds % 86_400_000)
    let inDay = remainder < 0 ? remainder + 86_400_000 : remainder
    let seconds = inDay / 1000
    return "\(day)T\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2))"
      + ":\(padded(seconds % 60, 2)).\(padded(inDay % 1000, 3))Z"
  }

  /// `2026-03-20 10:11 UTC`: the minute, for people.
  package var minute: String { "\(day) \(description.dropFirst(11).prefix(5)) UTC" }

  /// The moment `milliseconds` later.
  package func adding(milliseconds: Int64) -> Timestamp {
    Timestamp(milliseconds: self.milliseconds &+ milliseconds)
  }

  /// The time of something said `now` that replaces what was said at `replaced`:
  /// max(now, replaced + 1 ms), so that a clock that jumps back does not make the new lose; but
  /// never after `latest`, which is the last that can be read again.
  package static func of(sayingAt now: Timestamp, replacing replaced: Timestamp?) -> Timestamp {
    min(max(now, replaced?.adding(milliseconds: 1) ?? now), latest)
  }

  /// 9999-12-31T23:59:59.999Z.
  package static let latest = Timestamp(milliseconds: 253_402_300_799_999)

  /// The order of time.
  package static func < (first: Timestamp, second: Timestamp) -> Bool {
    first.milliseconds < second.milliseconds
  }
}

/// A day of the proleptic Gregorian calendar.
///
/// Formulas: Howard Hinnant, "chrono-compatible low-level date algorithms" (days_from_civil).
package struct CalendarDay: Hashable, Sendable, CustomStringConvertible {
  /// Year, 0 to 9999.
  package let year: Int
  /// Month, 1 to 12.
  package let month: Int
  /// Day of the month, from 1.
  package let day: Int

  /// Makes a day, or nil for one that does not exist.
  package init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  init(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = Int(Int64(shifted).flooredQuotient(by: 146_097))
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01.
  package var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = Int(Int64(shiftedYear).flooredQuotient(by: 400))
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// `2026-03-20`.
  package var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

extension Int64 {
  /// The quotient rounded towards negative infinity.
  fileprivate func flooredQuotient(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}

/// A number with zeros before it, up to `width` digits.
private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
