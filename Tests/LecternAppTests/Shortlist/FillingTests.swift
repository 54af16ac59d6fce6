import ReviewAnalysis
import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct FillingTests {
  private func shortlist(
    _ keys: String = "", viewer: Identifier? = ada, size: Size = Fixture.wide,
    _ change: (inout Event) -> Void = { _ in }
  ) -> Script {
    let summit = Fixture.decidingSummit { event in
      // None of its proposals has a score.
      event.focusAreas[1].slots = SlotLimits()
      change(&event)
    }
    var script = Fixture.deciding(viewer: viewer, on: "s", size: size, summit: summit)
    script.press(keys)
    return script
  }

  @Test func theRestIsWorkedOutBesideTheInterface() {
    var script = shortlist("o")
    #expect(
      script.effects == [
        .proposeShortlist(RankOrder(scoresVersion: script.state.scoresVersion, method: nil))
      ])
    #expect(script.state.overlays.isEmpty)
    script.answerFillings()
    #expect(script.page?.title == "Fill the rest?")
    #expect(script.state.context == .filling)
    #expect(script.effects.isEmpty)
  }

  @Test func aChairTakesItOverInOneStep() throws {
    var script = shortlist("o")
    script.answerFillings()
    let proposal = try #require(script.state.shortlist.filling).proposal
    script.press("Enter")
    #expect(script.state.overlays.isEmpty)
    #expect(!proposal.changes.isEmpty)
    for (id, outcome) in proposal.changes { #expect(script.outcome(id) == outcome) }
    #expect(
      script.state.seen.proposal(proposal.changes.first?.id ?? 1)?.decision?.reason
        == "proposed by the optimiser")
    #expect(script.toast.hasPrefix("Accepted "))
    #expect(script.state.shortlist.use?.total.used == proposal.selected.count)
    #expect(script.effects.count == 1)
    script.press("u")
    for (id, _) in proposal.changes { #expect(script.outcome(id) == .undecided) }
    #expect(script.outcome(1210) == .accept)
    #expect(script.outcome(1212) == .waitlist)
    script.press("Ctrl-R")
    for (id, outcome) in proposal.changes { #expect(script.outcome(id) == outcome) }
  }

  @Test(arguments: ["Esc", "q"]) func whoLeavesChangesNothing(_ key: String) {
    var script = shortlist("o")
    script.answerFillings()
    script.press(key)
    #expect(script.state.overlays.isEmpty)
    #expect(script.effects.isEmpty)
    #expect(script.outcome(1201) == nil)
  }

  @Test func othersLookOn() {
    var script = shortlist("o", viewer: ben)
    script.answerFillings()
    #expect(script.page?.title == "Fill the rest?")
    #expect(script.state.context == .page)
    #expect(script.pageText.contains("Only a chair takes it over"))
    script.press("Enter")
    #expect(script.state.overlays.isEmpty)
    #expect(script.effects.isEmpty)
  }

  @Test func whatChangedSinceIsNotOverridden() {
    var script = shortlist("o")
    script.answerFillings()
    var summit = script.state.summit
    summit.decisions[1201] = [Decision(.decline, at: Fixture.now, chair: chi)]
    script.send(.folderChanged(summit, faults: []))
    script.press("Enter")
    #expect(script.effects.isEmpty)
    #expect(script.outcome(1201) == .decline)
    #expect(script.toast.contains("changed since"))
  }

  @Test func whatCannotHoldIsSaid() {
    var script = shortlist("o") { $0.focusAreas[0].slots = SlotLimits(minimum: 4, maximum: 5) }
    script.answerFillings()
    #expect(script.page?.title == "No programme keeps all rules")
    #expect(script.pageText.contains("needs at least 4"))
    #expect(script.pageText.contains("All others would hold with"))
    script.press("Enter")
    #expect(script.effects.isEmpty)
  }

  @Test func withoutACutLineItSaysWhatToDo() {
    let script = shortlist("o") {
      $0.rules.slots = nil
      $0.rules.minutes = nil
      $0.formats[0].slots = SlotLimits()
    }
    #expect(script.effects.isEmpty)
    #expect(script.toast.contains("There is no cut line"))
  }

  @Test func escStopsIt() {
    var script = shortlist("o")
    script.send(.worked(Work(name: "Choosing")))
    _ = script.takeEffects()
    script.press("Esc")
    #expect(script.effects == [.stopWork])
    script.send(.shortlistFailed(problem: "Stopped; nothing was decided"))
    script.send(.worked(nil))
    #expect(script.toast == "Stopped; nothing was decided")
    script.send(.worked(Work(name: "Exporting")))
    _ = script.takeEffects()
    script.press("o")
    #expect(script.effects.isEmpty)
  }

  @Test func itInterruptsNobody() {
    var script = shortlist("o")
    let effects = script.takeEffects()
    script.press("g r")
    script.answer(effects)
    #expect(script.state.overlays.isEmpty)
    #expect(script.toast.contains("o on the screen Shortlist"))
  }

  @Test func theRowIsStillReadFromHere() {
    let script = shortlist("j l")
    #expect(script.state.screen == .review)
    #expect(script.selected == 1210)
  }

  @Test(arguments: SnapshotTests.sizes) func showsWhatIsProposed(_ size: Size) {
    var script = shortlist("o", size: size) {
      $0.focusAreas[2].slots = SlotLimits(minimum: 1, maximum: 3)
    }
    script.answerFillings()
    Snapshot(name: "filling").check(script.state)
  }

  @Test(arguments: SnapshotTests.sizes) func showsWhatCannotHold(_ size: Size) {
    var script = shortlist("o", size: size) {
      $0.focusAreas[0].slots = SlotLimits(minimum: 4, maximum: 5)
    }
    script.answerFillings()
    Snapshot(name: "filling-conflict").check(script.state)
  }
}

extension Script {
  /// Answers every order of a shortlist as the work beside the interface does.
  mutating func answerFillings() { answer(takeEffects()) }

  /// Answers those of some orders.
  mutating func answer(_ effects: [Effect]) {
    for case .proposeShortlist(let order) in effects {
      let ranking = Ranking(of: state.seen, by: order.method)
      guard let problem = ShortlistProblem(of: state.seen, ranking: ranking),
        let proposal = ShortlistProposal(for: problem, calibration: Calibration(of: state.seen))
      else {
        send(.shortlistFailed(problem: "none"))
        continue
      }
      send(.shortlistProposed(proposal, order))
    }
  }
}
