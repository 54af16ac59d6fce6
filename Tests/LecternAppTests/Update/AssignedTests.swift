import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct AssignedTests {
  private func script(size: Size = Fixture.wide) -> Script {
    var summit = Fixture.summit()
    summit.assignments = [ben: [1214, 1207, 1205, 1213], chi: [1201]]
    return Script(Fixture.state(size: size, summit: summit))
  }

  @Test func whatIsAskedForComesFirstAndIsCounted() {
    var script = script()
    #expect(script.listed.prefix(4) == [1205, 1207, 1215, 1201])
    #expect(script.selected == 1205)
    // A conflict with 1213 is declared already; 1214 was put off.
    #expect(script.screen.contains("1 of 4 assigned"))
    script.press("4 3 5 4")
    #expect(script.screen.contains("2 of 4 assigned"))
    #expect(script.selected == 1207)
    script.press("u")
    #expect(script.screen.contains("1 of 4 assigned"))
  }

  @Test func theFilterShowsWhatIsAskedFor() {
    var script = script()
    script.press("f")
    script.type("is:assigned")
    script.press("Enter")
    #expect(Set(script.listed) == [1205, 1207, 1213, 1214])
  }

  @Test(arguments: [Fixture.wide, Fixture.standard, Fixture.narrow])
  func thereIsRoomForIt(size: Size) {
    let first = script(size: size).screen.split(separator: "\n").first.map(String.init) ?? ""
    #expect(first.contains("1 of 4 assigned"))
    #expect(DisplayWidth.of(first) <= size.columns)
  }

  /// A plan that comes while one works moves no row under the cursor.
  @Test func aNewPlanKeepsTheOrderUntilOneFiltersAnew() {
    var script = Script(Fixture.state())
    let before = script.listed
    script.press("j j")
    let selected = script.selected
    var summit = Fixture.summit()
    summit.assignments = [ben: [1208]]
    script.send(.folderChanged(summit, faults: []))
    #expect(script.listed == before)
    #expect(script.selected == selected)
    #expect(script.screen.contains("0 of 1 assigned"))
    script.press("f")
    script.type("is:unscored")
    script.press("Enter")
    #expect(script.listed.first == 1208)
  }
}
