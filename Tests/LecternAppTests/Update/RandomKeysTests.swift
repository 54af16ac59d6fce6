import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

/// Whatever is pressed, pasted and read, what stands in the state is true.
struct RandomKeysTests {
  private static let keys: [KeyPress] =
    Set(KeyMap.standard.bindings.flatMap(\.keys)).subtracting([KeyPress(named: "Ctrl-Z")!])
    .sorted { $0.label < $1.label } + [.left, .right, .delete, .tab].map { KeyPress($0) }
  private static let pastes = [
    "5q1dd\n", "\u{1B}[31m", "is:unscored", "area:lakehouse (", "👩‍👩‍👧‍👦\u{301}\r\nשלום", "",
    "\u{0}\u{9B}",
  ]

  private static func summit(using generator: inout SplitMix64) -> Summit {
    var summit = Fixture.summit()
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: summit.event.rubric.scale = ScoreScale(low: 0, high: 10, step: 0.5)!
    case 1: summit.event.rubric.criteria = []
    case 2:
      summit.event.rules.otherReviews = Rules.ReviewVisibility.allCases
        .randomElement(using: &generator)!
      summit.event.rules.speakers = Rules.SpeakerVisibility.allCases
        .randomElement(using: &generator)!
    default: break
    }
    if summit.event.rubric.criteria.isEmpty { summit.sheets = [:] }
    return summit
  }

  private func message(_ summit: Summit, using generator: inout SplitMix64) -> Message {
    switch Int.random(in: 0..<100, using: &generator) {
    case 0..<45: .input(.key(Self.keys.randomElement(using: &generator)!))
    case 45..<80:
      .input(.key(KeyPress(.character("123450.".randomElement(using: &generator)!))))
    case 80..<84: .input(.key(KeyPress([.enter, .escape].randomElement(using: &generator)!)))
    case 84..<88: .input(.paste(Self.pastes.randomElement(using: &generator)!))
    case 88..<94:
      .resized(
        Size(
          columns: Int.random(in: 1...200, using: &generator),
          rows: Int.random(in: 1...60, using: &generator)))
    case 94: .saveFailed(problem: "no space left")
    case 95: .folderChanged(summit, faults: [])
    case 96: .notice("a notice")
    case 97: .input(.mouse(.init(kind: .press, button: .left, position: .init(column: 3, row: 3))))
    default: .ticked
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func keysKeepTheStateTrue(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let summit = Self.summit(using: &generator)
    var script = Script(
      Fixture.state(viewer: [ada, ben, chi, nil].randomElement(using: &generator)!, summit: summit))
    var revision = 0
    for step in 0..<150 {
      script.send(message(summit, using: &generator))
      if Int.random(in: 0..<6, using: &generator) == 0 {
        script.send(.saved(revision: script.state.saving.revision, news: [:], notice: nil))
      }
      for number in script.revisions {
        #expect(number == revision + 1, "seed \(seed), step \(step)")
        revision = number
      }
      for saved in script.saves {
        try checkReading(of: saved, script.state.seen.rubric, "seed \(seed), step \(step)")
      }
      _ = script.takeEffects()
      if step % 5 == 0 { check(script.state, "seed \(seed), step \(step)") }
    }
  }

  private func check(_ state: State, _ comment: Comment) {
    let canvas = Interface.draw(state).canvas
    #expect(canvas.size == state.size, comment)
    #expect(!canvas.text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" }, comment)
    let anew = state.summit.seen(by: state.seen.viewer?.id, at: state.seen.time)
    #expect(state.seen == anew, comment)
    #expect(state.progress == Progress(anew), comment)
    #expect(state.list.window.count == state.list.rows.count, comment)
    if let search = state.search, state.screen == .review {
      let index = SearchIndex(anew)
      let rows = state.list.rows.indices.filter {
        index.holds(search.needle, at: state.list.rows[$0])
      }
      #expect(search.rows == rows, comment)
    }
    #expect(Set(state.list.rows).count == state.list.rows.count, comment)
    #expect(state.criteria.indices.contains(state.criterion), comment)
    // Only the name of a view is asked for over something else: the list of views, the filter.
    let isAsked = if case .prompt? = state.overlays.last { true } else { false }
    #expect(state.overlays.count <= (isAsked ? 2 : 1), comment)
  }

  private func checkReading(
    of saved: Script.Saved, _ rubric: Rubric, _ comment: Comment
  ) throws {
    let file = ReviewSheet.file(of: saved.reviewer, reviews: [saved.proposal: saved.review])
    let document = try JSONDocument(JSONValue.object(file).fileBytes)
    let reading = try ReviewSheetReader.read(document, reviewer: saved.reviewer, rubric: rubric)
    #expect(reading.faults.isEmpty, comment)
    #expect(reading.value.reviews[saved.proposal] == saved.review, comment)
  }

  @Test(arguments: [
    "", "Enter", "?", "r", "f", "a", "!", "I", "G", "j 4 3 5 4", "/ e", "f Down Tab", "f a r", ":",
    ": e x",
  ])
  func drawingFitsEverySize(_ keys: String) {
    for glyphs in [Glyphs.unicode, .ascii] {
      var script = Script(
        Fixture.state(faults: [Fault(problem: "bad", remedy: "mend")], glyphs: glyphs))
      script.press(keys)
      for columns in [1, 2, 3, 19, 40, 59, 60, 61, 79, 99, 100, 101, 200] {
        for rows in [1, 2, 3, 15, 16, 17, 24, 60] {
          script.send(.resized(Size(columns: columns, rows: rows)))
          let frame = Interface.draw(script.state, isASCII: glyphs == .ascii)
          #expect(frame.canvas.size == script.state.size)
          if let cursor = frame.cursor { #expect(frame.canvas.bounds.contains(cursor)) }
        }
      }
    }
  }
}
