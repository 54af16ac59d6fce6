import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct ChangesTests {
  /// 1211 with an earlier text, which Ben judged.
  static func summit(keepsText: Bool = true) -> Summit {
    let base = Fixture.summit()
    var proposals = base.proposals
    let place = proposals.firstIndex { $0.id == 1211 }!
    let filler = (1...80).map { "word\($0)" }.joined(separator: " ")
    let old = Proposal.EarlierText(
      digest: ContentDigest(
        title: "Schema evolution", abstract: "We \u{1B}[31mrename one field. \(filler)\n\nThe end.",
        notes: "Given before."),
      title: "Schema evolution", abstract: "We \u{1B}[31mrename one field. \(filler)\n\nThe end.",
      notes: "Given before.", until: Fixture.earlier(2))
    proposals[place].abstract = "We rename two fields. \(filler)\n\nThe end of it."
    proposals[place].notes = "Given before."
    proposals[place].updatedAt = Fixture.earlier(2)
    var other = old
    other.digest = ContentDigest(title: "x", abstract: nil, notes: nil)
    proposals[place].earlier = [keepsText ? old : other]
    var summit = Summit(event: base.event, proposals: proposals, speakers: base.speakers)
    summit.sheets = base.sheets
    summit.decisions = base.decisions
    summit.sheets[ben]?.reviews[1211]?.digest = old.digest
    return summit
  }

  static func script(
    keepsText: Bool = true, size: Size = Fixture.wide, glyphs: Glyphs = .unicode,
    at id: ProposalID = 1211
  ) -> Script {
    var script = Script(
      Fixture.state(size: size, summit: summit(keepsText: keepsText), glyphs: glyphs))
    for _ in 0..<40 where script.selected != id {
      script.press(script.state.isReading ? "l" : "j")
    }
    return script
  }

  @Test func theChangesAreShownWordByWord() {
    var script = Self.script()
    script.press("d")
    #expect(script.page?.kind == .changes(1211))
    let text = script.pageText
    #expect(text.contains("Schema evolution, live"))
    #expect(text.contains("rename [-one field-] two fields. word1"))
    #expect(text.contains("…"))
    #expect(!text.contains("word40"))
    #expect(text.contains("The end of it."))
    #expect(!text.contains("Notes to the committee"))
    #expect(text.contains("Replaced on 2026-03-18; you judged it on 2026-03-16."))
    #expect(!text.contains("[31m"))
  }

  @Test func whatWasAddedIsMarkedWithoutColoursToo() {
    var script = Self.script(glyphs: .ascii)
    script.press("d")
    #expect(script.pageText.contains("[-one field-] {+two fields+}"))
  }

  @Test func aTextThatIsNotKeptIsNamed() {
    var script = Self.script(keepsText: false)
    script.press("d")
    let text = script.pageText.split(separator: "\n").joined(separator: " ")
    #expect(text.contains("the one that you judged is not kept"))
    #expect(text.contains("It was last changed on 2026-03-18."))
  }

  @Test func digitsScoreNothingWhileTheChangesAreRead() {
    var script = Self.script()
    script.press("d 1 2 3 4 5")
    #expect(script.page != nil)
    #expect(script.effects.isEmpty)
    script.press("d")
    #expect(script.state.overlays.isEmpty)
  }

  @Test func withoutAChangeItSaysSo() {
    var script = Self.script(at: 1210)
    script.press("d")
    #expect(script.toast == "The text has not changed since you judged it")
    script = Self.script(at: 1201)
    script.press("d")
    #expect(script.toast == "You have not judged it yet, so nothing has changed since")
  }

  @Test func scoringAgainEndsIt() {
    var script = Self.script()
    script.press("3 d")
    #expect(script.page == nil)
    #expect(script.toast == "The text has not changed since you judged it")
  }

  // MARK: - Lines

  @Test(arguments: [1, 7, 20, 40, 84]) func linesAreNoWiderThanTheirRoom(_ columns: Int) {
    let text = DiffText(theme: .standard, glyphs: .unicode, columns: columns)
    let old = FixtureProposals.all.compactMap(\.abstract).joined(separator: "\n")
    let new = FixtureProposals.all.reversed().compactMap(\.abstract).joined(separator: "\n\n")
    for line in text.lines(from: old, to: new) {
      let width = line.spans.map { DisplayWidth.of($0.text) }.reduce(0, +)
      #expect(width <= max(columns, 2))
      #expect(!line.spans.contains { $0.text.unicodeScalars.contains { $0.value < 32 } })
    }
  }

  @Test func equalTextsHaveNoLines() {
    let text = DiffText(theme: .standard, glyphs: .unicode, columns: 40)
    #expect(text.lines(from: "a b", to: "a b").isEmpty)
    #expect(text.lines(from: nil, to: nil).isEmpty)
    #expect(text.lines(from: nil, to: "new").count == 1)
  }
}
