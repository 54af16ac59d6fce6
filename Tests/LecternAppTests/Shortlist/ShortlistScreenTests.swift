import ReviewAnalysis
import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct ShortlistScreenTests {
  private func shortlist(
    _ keys: String = "", viewer: Identifier? = ada, size: Size = Fixture.wide,
    _ change: (inout Event) -> Void = { _ in }
  ) -> Script {
    var script = Fixture.deciding(
      viewer: viewer, on: "s", size: size, summit: Fixture.decidingSummit(change))
    script.press(keys)
    return script
  }

  private func selected(_ script: Script) -> ProposalID? { script.state.shortlist.selectedProposal }

  @Test func aChairGoesDownTheListWithOneKeyAProposal() {
    let script = shortlist("a a w d")
    #expect(
      [1201, 1210, 1203, 1204].map { script.outcome($0) } == [
        .accept, .accept, .waitlist, .decline,
      ])
    #expect(selected(script) == 1211)
    #expect(script.toast.hasPrefix("Declined: "))
  }

  @Test func undoTakesBackOneAfterTheOther() {
    var script = shortlist("j j a w d u")
    #expect(selected(script) == 1211)
    #expect(script.outcome(1211) == .undecided)
    script.press("u u")
    #expect(selected(script) == 1203)
    #expect([1203, 1204, 1211].allSatisfy { script.outcome($0) == .undecided })
    script.press("Ctrl-R Ctrl-R Ctrl-R")
    #expect([1203, 1204, 1211].map { script.outcome($0) } == [.accept, .waitlist, .decline])
  }

  @Test func whatIsSoAlreadyGoesOnAndSaysSo() {
    let script = shortlist("j a")
    #expect(script.effects.isEmpty)
    #expect(script.toast == "It is so already")
    #expect(selected(script) == 1203)
  }

  @Test func theLastRowKeepsTheCursor() {
    let script = shortlist("G d d")
    #expect(script.outcome(1216) == .decline)
    #expect(selected(script) == 1216)
  }

  @Test func decisionsMoveTheGaugesAtOnce() {
    var script = shortlist()
    #expect(script.screen.contains("1 of 4"))
    script.press("a")
    #expect(script.screen.contains("2 of 4"))
    #expect(script.state.shortlist.use == ProgrammeUse(of: script.state.seen))
    script.press("k x")
    #expect(script.outcome(1201) == .undecided)
    #expect(script.state.shortlist.use?.total.used == 1)
    script.press("u")
    #expect(script.state.shortlist.use?.total.used == 2)
  }

  @Test(arguments: SnapshotTests.sizes) func whatIsBrokenIsSaidInWords(_ size: Size) {
    var script = shortlist("a g 4 Enter a a", size: size)
    script.send(.ticked)
    #expect(script.outcome(1211) == .accept)
    #expect(script.screen.contains("Lakehouses has 4 of at most 2"))
  }

  @Test func missingIsNoFaultWhileThereAreSlots() {
    let few = shortlist { $0.rules.slots = 40 }
    #expect(!few.screen.contains("Too few slots left"))
    let full = shortlist("a a") { $0.rules.slots = 2 }
    #expect(full.screen.contains("Too few slots left (0) for what is missing"))
  }

  @Test func aDecisionRanksNothingAnew() {
    var script = shortlist("j")
    let made = script.state.rank.made
    script.press("a w x")
    #expect(script.state.rank.made == made)
    #expect(script.state.rank.table == RankingTable(of: script.state.seen))
  }

  @Test func othersLookOn() {
    var script = shortlist("j a", viewer: ben)
    #expect(script.effects.isEmpty)
    #expect(script.toast == "Only a chair decides; you are a reviewer")
    #expect(script.state.shortlist.window.selection == 1)
    script.press("p")
    #expect(script.page?.kind == .programme)
    script.press("p")
    #expect(script.state.overlays.isEmpty)
  }

  @Test func whatAnotherChairDecidesMovesTheGaugesToo() {
    var script = shortlist()
    var summit = script.state.summit
    summit.decisions[1203] = [Decision(.accept, at: Fixture.now, chair: chi)]
    script.send(.folderChanged(summit, faults: []))
    #expect(script.state.shortlist.use?.total.used == 2)
  }

  @Test(arguments: ["g k", "g s"]) func clicksHitTheRowBelowTheCutToo(_ screen: String) {
    var script = Fixture.deciding(on: String(screen.suffix(1)))
    func click(_ row: Int) {
      script.send(
        .input(.mouse(.init(kind: .press, button: .left, position: .init(column: 20, row: row)))))
      script.time = script.time.adding(milliseconds: 1_000)
    }
    let top = script.state.tableRows.top
    click(top + 3)
    #expect(script.state.current?.id == 1204)
    click(top + 4)
    #expect(script.state.current?.id == 1204)
    click(top + 5)
    #expect(script.state.current?.id == 1211)
  }

  @Test(arguments: 0..<10 as Range<UInt64>) func keysKeepTheTableTrue(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let keys = "j k a w d x u Ctrl-R m > < Esc G Home PgDn PgUp Enter o p * Ctrl-D g".split(
      separator: " ")
    var script = Fixture.deciding(
      viewer: [ada, ben].randomElement(using: &generator), on: seed % 2 == 0 ? "k" : "s")
    for step in 0..<80 {
      if step % 9 == 0 {
        // Where there is no room, no key closes anything.
        script.send(.resized(Fixture.wide))
        while !script.state.overlays.isEmpty { script.press("Esc") }
        script.press(["g k", "g s"].randomElement(using: &generator)!)
      }
      if step % 7 == 0 {
        script.send(
          .resized(
            Size(
              columns: Int.random(in: 55...140, using: &generator),
              rows: Int.random(in: 14...40, using: &generator))))
      }
      script.press(String(keys.randomElement(using: &generator)!))
      let state = script.state
      if step % 4 == 0 { _ = Interface.draw(state) }
      guard state.screen == .rank || state.screen == .shortlist, let table = state.rank.table else {
        continue
      }
      let shown = state.list.isFiltered ? Set(state.list.rows) : nil
      let anew = RankingTable(of: state.seen, by: state.rank.method) { proposal in
        shown?.contains(state.seen.index[proposal.id]!) ?? true
      }
      #expect(table == anew, "seed \(seed), step \(step)")
      let rows = state.screen == .rank ? state.rank.rows : state.shortlist.rows
      #expect(rows.window.count == table.rows.count, "seed \(seed), step \(step)")
      #expect(
        rows.selectedProposal == (table.rows.isEmpty ? nil : table.rows[rows.window.selection].id),
        "seed \(seed), step \(step)")
      if state.screen == .shortlist {
        #expect(state.shortlist.use == ProgrammeUse(of: state.seen), "seed \(seed), step \(step)")
      }
    }
  }

  @Test func drawingFitsEverySize() {
    for glyphs in [Glyphs.unicode, .ascii] {
      for screen in ["k", "s"] {
        var script = Fixture.deciding(on: screen, glyphs: glyphs)
        for columns in [1, 20, 59, 60, 61, 79, 99, 100, 115, 116, 200] {
          for rows in [1, 3, 15, 16, 21, 22, 60] {
            script.send(.resized(Size(columns: columns, rows: rows)))
            let frame = Interface.draw(script.state, isASCII: glyphs == .ascii)
            #expect(frame.canvas.size == Size(columns: columns, rows: rows))
            if glyphs == .ascii {
              #expect(!frame.canvas.text.unicodeScalars.contains { !$0.isASCII })
            }
          }
        }
      }
    }
  }
}
