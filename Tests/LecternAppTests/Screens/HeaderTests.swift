import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

/// What stands in the bar at the top, and what gives way first.
@Suite struct HeaderTests {
  private func header(columns: Int, name: String = "Beam Summit 2026") -> String {
    let summit = Fixture.summit { event in
      event.name = name
      for place in event.committee.indices where event.committee[place].id == ben {
        event.committee[place].name = "Benedikt Aurelio Castellanos"
      }
    }
    let state = Fixture.state(size: Size(columns: columns, rows: 36), summit: summit)
    return Script(state).screen.split(separator: "\n").first.map(String.init) ?? ""
  }

  @Test func aWideOneHoldsEverything() {
    let header = header(columns: 160)
    #expect(header.contains("Beam Summit 2026"))
    #expect(header.contains("Committee"))
    #expect(header.contains("Benedikt Aurelio Castellanos"))
  }

  @Test func theFurtherNamesOfThePersonGiveWayToTheSummit() {
    let header = header(columns: 124)
    #expect(header.contains("Beam Summit 2026"))
    #expect(header.contains("Committee"))
    #expect(header.contains("Benedikt "))
    #expect(!header.contains("Castellanos"))
  }

  @Test func aPieceOfANameOfASummitIsLeftOut() {
    let header = header(columns: 112, name: String(repeating: "Streaming ", count: 12))
    #expect(header.contains("Committee"))
    #expect(!header.contains("Strea…"))
  }

  @Test(arguments: 60...170) func nothingStandsOnSomethingElse(_ columns: Int) {
    let header = header(columns: columns)
    #expect(header.contains("Review"))
    #expect(header.contains("Benedikt"))
    #expect(DisplayWidth.of(header) <= columns)
  }
}
