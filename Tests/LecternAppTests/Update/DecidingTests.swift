import ReviewCore
import Testing

@testable import LecternApp

struct DecidingTests {
  private func chair(_ keys: String) -> Script {
    var script = Script(Fixture.state(viewer: ada))
    script.press(keys)
    return script
  }

  private func decisions(_ script: Script) -> [[ProposalID: Decision]] {
    script.effects.compactMap {
      if case .decide(_, let decisions, _, _) = $0 { decisions } else { nil }
    }
  }

  private func outcome(_ id: ProposalID, _ script: Script) -> Decision.Outcome? {
    script.state.seen.proposal(id)?.decision?.outcome
  }

  @Test func aChairDecidesByTheMenu() throws {
    let script = chair("D Enter")
    let id = try #require(script.selected)
    #expect(outcome(id, script) == .accept)
    #expect(decisions(script).first?[id]?.chair == ada)
    #expect(script.toast.hasPrefix("Accepted: "))
    #expect(!script.state.isSaved)
  }

  @Test func othersDoNotDecide() {
    var script = Script(Fixture.state())
    script.press("D")
    #expect(script.state.overlays.isEmpty)
    #expect(script.effects.isEmpty)
    #expect(script.toast == "Only a chair decides; you are a reviewer")
  }

  @Test func whatIsMarkedIsDecidedAtOnceAndUndoneAtOnce() {
    var script = chair("v v v D j Enter")
    #expect(decisions(script).count == 1)
    let ids = decisions(script).first.map { Set($0.keys) } ?? []
    #expect(ids.count == 3)
    #expect(ids.allSatisfy { outcome($0, script) == .waitlist })
    #expect(script.state.list.marks.isEmpty)
    script.press("u")
    #expect(ids.allSatisfy { outcome($0, script) == .undecided })
    #expect(script.toast.contains("3 proposals"))
    script.press("Ctrl-R")
    #expect(ids.allSatisfy { outcome($0, script) == .waitlist })
    script.press("u")
    #expect(ids.allSatisfy { outcome($0, script) == .undecided })
  }

  @Test func whatAnotherChairDecidedSinceIsNotUndone() throws {
    var script = chair("D Enter")
    let id = try #require(script.selected)
    var summit = script.state.summit
    let later = script.time.adding(milliseconds: 60_000)
    summit.decisions[id, default: []].append(Decision(.decline, at: later, chair: chi))
    script.send(.decided(revision: 1, chair: ada, decisions: [:], notice: nil))
    script.send(.folderChanged(summit, faults: []))
    _ = script.takeEffects()
    script.press("u")
    #expect(script.effects.isEmpty)
    #expect(outcome(id, script) == .decline)
    #expect(script.toast.hasPrefix("Not undone"))
  }

  /// Two chairs within a second: the one who takes back does not take the other's decision along.
  @Test func whatAnotherChairDecidedJustBeforeComesBackByUndo() throws {
    var script = Script(Fixture.state(viewer: ada))
    let id = try #require(script.selected)
    let earlier = script.time
    script.time = script.time.adding(milliseconds: 300)
    script.press("D j j Enter")
    #expect(outcome(id, script) == .decline)
    var summit = script.state.summit
    summit.decisions[id, default: []].append(Decision(.accept, at: earlier, chair: chi))
    script.send(.decided(revision: 1, chair: ada, decisions: [:], notice: nil))
    script.send(.folderChanged(summit, faults: []))
    #expect(outcome(id, script) == .decline)
    script.press("u")
    #expect(outcome(id, script) == .accept)
  }

  @Test func aDecisionThatIsNotSavedYetOutlivesAReadOfTheFolder() throws {
    var script = chair("D Enter")
    let id = try #require(script.selected)
    script.send(.folderChanged(Fixture.summit(), faults: []))
    #expect(outcome(id, script) == .accept)
    script.send(.decideFailed(problem: "no space left"))
    #expect(script.screen.contains("NOT SAVED"))
    script.send(.decided(revision: 1, chair: ada, decisions: [:], notice: nil))
    #expect(script.state.isSaved)
  }

  /// The store writes a later time where another chair's stands in the way.
  @Test func theTimeThatTheFileHasDoesNotKeepFromUndoing() throws {
    var script = chair("D Enter")
    let id = try #require(script.selected)
    var stored = try #require(script.state.summit.decision(of: id))
    stored.at = stored.at?.adding(milliseconds: 5_000)
    script.send(.decided(revision: 1, chair: ada, decisions: [id: stored], notice: nil))
    #expect(script.state.summit.decision(of: id)?.at == stored.at)
    script.press("u")
    #expect(outcome(id, script) == .undecided)
    let undone = try #require(script.state.summit.decision(of: id)?.at)
    #expect(undone > stored.at!)
  }

  @Test func whatIsSoAlreadyIsNotDecidedAgain() {
    var script = chair("D Enter")
    _ = script.takeEffects()
    script.press("D Enter")
    #expect(script.effects.isEmpty)
    #expect(script.toast == "It is so already")
  }
}
