import ReviewCore
import Testing

@Suite struct TypedSettingTests {
  @Test(arguments: [
    ("2026-04-02", "2026-04-02T23:59:59.000Z"), (" 2026-4-2 ", "2026-04-02T23:59:59.000Z"),
    ("2026-04-02 18:00", "2026-04-02T18:00:00.000Z"),
    ("2026-04-02  8:05", "2026-04-02T08:05:00.000Z"),
    ("2026-04-02 18:00 UTC", "2026-04-02T18:00:00.000Z"),
    ("2026-04-02T18:00Z", "2026-04-02T18:00:00.000Z"),
    ("2026-04-02t18:00:30", "2026-04-02T18:00:30.000Z"),
    ("2026-04-02T10:11:12.345Z", "2026-04-02T10:11:12.345Z"),
    ("2024-02-29", "2024-02-29T23:59:59.000Z"),
  ])
  func aDeadlineIsRead(text: String, time: String) throws {
    #expect(try TypedSetting.deadline(text)?.description == time)
  }

  @Test(arguments: ["", "  ", "none", "NONE", "-"])
  func nothingIsNoDeadlineAndNoLimit(text: String) throws {
    #expect(try TypedSetting.deadline(text) == nil)
    #expect(try TypedSetting.count(text) == nil)
    #expect(try TypedSetting.slots(text) == SlotLimits())
  }

  @Test(arguments: [
    ("2026-02-30", "no day of the calendar"), ("2025-02-29", "no day of the calendar"),
    ("2026-13-01", "no day of the calendar"), ("2026-04-02 24:00", "no time of the day"),
    ("2026-04-02 18:60", "no time of the day"), ("2026-04-02 1800", "no deadline"),
    ("02.04.2026", "no deadline"), ("26-04-02", "no deadline"), ("tomorrow", "no deadline"),
    ("2026-04-02T18:00+02:00", "no deadline"), ("2026-04-02 18:00 CET", "no deadline"),
    ("2026-04-02 18:00 x y", "no deadline"), ("2026--2", "no deadline"), ("T", "no deadline"),
    ("٢٠٢٦-٠٤-٠٢", "no deadline"), ("-2026-04-02", "no deadline"),
  ])
  func whatIsNoDeadlineIsSaidInWords(text: String, words: String) {
    let problem = #expect(throws: TypedSetting.Problem.self) { try TypedSetting.deadline(text) }
    #expect(problem?.description.contains(words) == true)
  }

  @Test(arguments: [
    "2026-04-02", "2026-04-02 18:00", "1969-12-31", "0000-01-01 00:00",
    "2026-04-02T10:11:12.345Z", "",
  ])
  func aDeadlineIsWrittenAsItIsTyped(text: String) throws {
    #expect(TypedSetting.text(of: try TypedSetting.deadline(text)) == text)
  }

  @Test func countsAreRead() throws {
    #expect(try TypedSetting.count("0") == 0)
    #expect(try TypedSetting.count(" 36 ", minimum: 1) == 36)
  }

  @Test(arguments: ["-1", "1.5", "x", "9999999999", "٣", "+3"])
  func whatIsNoCountIsSaidInWords(text: String) {
    #expect(throws: TypedSetting.Problem.self) { try TypedSetting.count(text) }
    #expect(throws: TypedSetting.Problem.self) { try TypedSetting.count("0", minimum: 1) }
  }

  @Test(
    arguments: [
      ("9", nil, 9), ("4-9", 4, 9), ("4 – 9", 4, 9), ("4-", 4, nil), ("-9", nil, 9), ("0", nil, 0),
    ] as [(String, Int?, Int?)])
  func slotsAreRead(text: String, minimum: Int?, maximum: Int?) throws {
    let limits = SlotLimits(minimum: minimum, maximum: maximum)
    #expect(try TypedSetting.slots(text) == limits)
    #expect(try TypedSetting.slots(TypedSetting.text(of: limits)) == limits)
  }

  @Test(arguments: ["x", "9-4", "1-2-3", "4-x", "--", "1.5"])
  func whatIsNoLimitIsSaidInWords(text: String) {
    #expect(throws: TypedSetting.Problem.self) { try TypedSetting.slots(text) }
  }

  @Test func focusAreasAreRead() throws {
    var event = Event(name: "x")
    event.focusAreas = [FocusArea(id: "lake", name: "Lakes"), FocusArea(id: "ml", name: "ML")]
    #expect(try TypedSetting.focusAreas("ml, lake,ml", in: event) == ["ml", "lake"])
    #expect(try TypedSetting.focusAreas("", in: event) == [])
    #expect(throws: EventEditRefusal.unknown("focus area", "L!", among: ["lake", "ml"])) {
      try TypedSetting.focusAreas("L!", in: event)
    }
  }
}
