import ReviewCore
import TerminalUI
import Testing
import TwinSummits

@testable import LecternApp

/// What is hidden from somebody changes no cell of any screen that is drawn for them.
@Suite struct HiddenTests {
  /// Keys that lead over every screen and most of what can stand over one, and what they change.
  private static let walk = [
    "j j j", "Enter", "Space Space", "Esc", "?", "Esc", "T", "Esc", "o", "Esc", "S", "j j Enter",
    "f", "Esc", "g g", "F", "Esc", "g k", "j j Enter", "Esc", "g k", "m", "j Enter", "m",
    "j j Enter",
    "m", "j j j j Enter", "g s", "j", "g i", "Tab Tab", "j j", "g c", "1", "g m", "j j j", "g r",
    "/", "Esc", ":", "Esc", "i", "Esc", "x", "Esc", "g 2 Enter", "b", "u", "T", "Esc", "a", "Esc",
  ]

  private static let words = [
    "score:>1", "by:ada", "n:>0", "speaker:ann", "is:discussed", "spread:>0",
  ]

  @Test(arguments: TwinSummits.all)
  func theTwinOfASummitIsToldFromItByNoScreen(twins: TwinSummits) throws {
    for size in [Fixture.wide, Fixture.standard] {
      var one = Script(try Self.state(twins, isTwin: false, size))
      var other = Script(try Self.state(twins, isTwin: true, size))
      func compare(_ what: String) {
        let (first, second) = (
          Interface.draw(one.state).canvas, Interface.draw(other.state).canvas
        )
        if first != second {
          Issue.record("after \(what), for \(twins):\n\(first.text)\n\n\(second.text)")
        }
      }
      compare("the start")
      // Who one is is asked first; nobody in particular stays nobody.
      if twins.viewer == .nobody {
        one.press("Esc")
        other.press("Esc")
      }
      for (number, keys) in Self.walk.enumerated() {
        one.press(keys)
        other.press(keys)
        compare(Self.walk[...number].joined(separator: ", "))
      }
      for text in Self.words {
        for keys in ["Esc", "Esc", "g r", "f"] {
          one.press(keys)
          other.press(keys)
        }
        one.type(text)
        other.type(text)
        compare("the filter \(text)")
        one.press("Enter")
        other.press("Enter")
        compare("the filter \(text), taken")
      }
    }
  }

  /// The screens differ for who sees all, so that the test above can fail.
  @Test func theTwinsDiffer() throws {
    let twins = TwinSummits(.cleo, .never, .hidden)
    let states = try [false, true].map { isTwin -> State in
      State(
        summit: try Self.summit(twins, isTwin: isTwin), faults: [], viewer: ada,
        size: Fixture.wide, now: try #require(Timestamp(TwinSummits.now)))
    }
    for keys in ["j", "g k", "g i", "T"] {
      let drawn = states.map { state -> Canvas in
        var script = Script(state)
        script.press(keys)
        return Interface.draw(script.state).canvas
      }
      #expect(drawn[0] != drawn[1], "\(keys)")
    }
  }

  private static func state(_ twins: TwinSummits, isTwin: Bool, _ size: Size) throws -> State {
    State(
      summit: try summit(twins, isTwin: isTwin), faults: [],
      viewer: twins.viewer.id.flatMap { Identifier($0) }, size: size,
      now: try #require(Timestamp(TwinSummits.now)))
  }

  private static func summit(_ twins: TwinSummits, isTwin: Bool) throws -> Summit {
    let files = twins.files(isTwin: isTwin)
    func document(_ name: String) throws -> JSONDocument {
      try JSONDocument(Array(try #require(files[name]).utf8))
    }
    let event = try EventReader.read(try document("summit.json")).value
    var summit = Summit(
      event: event, proposals: try ProposalReader.read(try document("proposals.json")).value,
      speakers: try SpeakerReader.read(try document("speakers.json")).value)
    for member in event.committee where files["reviews/\(member.id).json"] != nil {
      summit.sheets[member.id] = try ReviewSheetReader.read(
        try document("reviews/\(member.id).json"), reviewer: member.id, rubric: event.rubric
      ).value
    }
    let decided = try DecisionReader.read(try document("decisions/ada.json"), chair: ada).value
    for (id, decision) in decided { summit.decisions[id, default: []].append(decision) }
    return summit
  }
}
