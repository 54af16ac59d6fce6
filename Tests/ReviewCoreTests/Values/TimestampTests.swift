import ReviewCore
import Testing

@Suite struct TimestampTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00.000Z", 0), ("1970-01-01T00:00:00Z", 0),
      ("2026-03-20T10:11:12.345Z", 1_774_001_472_345), ("2024-02-29T00:00:00Z", 1_709_164_800_000),
      ("2000-02-29T23:59:59.999Z", 951_868_799_999), ("1969-12-31T23:59:59.999Z", -1),
      ("0000-01-01T00:00:00.000Z", -62_167_219_200_000),
      ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
    ] as [(String, Int64)])
  func aTimeIsReadAndWritten(text: String, milliseconds: Int64) {
    let time = Timestamp(text)
    #expect(time?.milliseconds == milliseconds)
    #expect(time.map { "\($0)" } == (text.utf8.count == 20 ? text.dropLast() + ".000Z" : text))
  }

  @Test(arguments: [
    "", "Z", "2026-02-30T00:00:00Z", "2025-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
    "2026-04-31T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z",
    "2026-01-01T24:00:00Z", "2026-01-01T25:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z",
    "2026-01-01T00:00:00", "2026-01-01T00:00:00+00:00", "2026-01-01 00:00:00Z", "2026-01-01",
    "2026-01-01T00:00:00z", "2026-01-01t00:00:00Z", "2026-01-01T00:00:00.00Z",
    "2026-01-01T00:00:00.0000Z", "2026-01-01T00:00:00,000Z", "-001-01-01T00:00:00Z",
    "+026-01-01T00:00:00Z", "2026-1-01T00:00:00.00Z", "２０-01-01T00:00:00Z", " 026-01-01T00:00:00Z",
  ])
  func whatIsNoTimeIsRefused(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func everyMomentReadsBackTheSame(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<2000 {
      let time = Timestamp(
        milliseconds: Int64(random.next() % 315_569_520_000_000) - 62_167_219_200_000)
      #expect(Timestamp("\(time)") == time, "seed \(seed), \(time.milliseconds)")
    }
  }

  @Test func daysFollowEachOther() {
    var day = CalendarDay(year: 1999, month: 12, day: 31)
    for number in 10_956..<11_500 {
      #expect(day?.daysSince1970 == number)
      let next = Timestamp(milliseconds: Int64(number + 1) * 86_400_000).day
      #expect("\(next)" > day.map { "\($0)" } ?? "")
      day = next
    }
  }

  @Test(arguments: [Int64.min, .min + 1, -1, .max])
  func noMomentTraps(milliseconds: Int64) {
    #expect("\(Timestamp(milliseconds: milliseconds))".hasSuffix("Z"))
  }

  @Test(
    arguments: [
      (100, nil, 100), (100, 50, 100), (100, 99, 100), (100, 100, 101), (100, 200, 201),
    ] as [(Int64, Int64?, Int64)])
  func whatReplacesIsLaterThanWhatItReplaces(now: Int64, replaced: Int64?, time: Int64) {
    let result = Timestamp.of(
      sayingAt: Timestamp(milliseconds: now),
      replacing: replaced.map { Timestamp(milliseconds: $0) })
    #expect(result == Timestamp(milliseconds: time))
  }

  @Test func aSaveAfterTheLastMomentCanStillBeRead() {
    let time = Timestamp.of(sayingAt: 0, replacing: .latest)
    #expect(Timestamp("\(time)") == time)
    #expect("\(Timestamp.latest)" == "9999-12-31T23:59:59.999Z")
  }
}
