import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct SettingsInStateTests {
  private func script(
    _ text: String, personal: Personal = Personal(), faults: [Fault] = []
  ) -> Script {
    Script(
      State(
        summit: Fixture.plain(proposals: 3), faults: faults, viewer: ben, personal: personal,
        size: Fixture.wide, now: Fixture.now,
        settings: SettingsReader.read(Array(text.utf8), path: "/home/ben/config.json")))
  }

  @Test func afterTheLastScoreTheNextProposalIsShownUnlessThatIsTurnedOff() {
    var script = script("{}")
    script.press("4 4")
    #expect(script.selected == 1001)
    script = self.script(#"{"advance": false}"#)
    script.press("4 4")
    #expect(script.selected == 1000)
    #expect(script.mine(1000)?.status == .scored)
    #expect(script.toast.contains("undoes"))
    script.press("U")
    #expect(script.selected == 1001)
  }

  @Test func aFaultOfTheSettingsIsShownAsOthersAre() {
    var script = script(#"{"theme": "lite"}"#)
    #expect(script.toast.hasPrefix("1 fault (! shows it): config.json:1:11:"))
    script.press("!")
    #expect(script.pageText.contains("It is one of dark, high-contrast, light, monochrome"))
    script.press("Esc")
    let other = Fault(path: "reviews/chi.json", problem: "oops", remedy: "mend it")
    script.send(.folderChanged(Fixture.plain(proposals: 3), faults: [other]))
    #expect(script.state.faults.count == 2)
    script.send(.folderChanged(Fixture.plain(proposals: 3), faults: []))
    #expect(script.state.faults.count == 1)
  }

  @Test func themesAreGoneThroughAtOnceAndRemembered() {
    var script = script(#"{"theme": "light"}"#)
    #expect(script.state.theme == .light)
    for theme in [ThemeName.monochrome, .dark, .highContrast, .light] {
      script.press("g t")
      #expect(script.state.theme == .named(theme))
      #expect(script.takeEffects() == [.keep(.theme(theme, over: .light), of: ben)])
    }
  }

  @Test func whatWasChangedInTheInterfaceHolds() {
    let script = script(#"{"theme": "light"}"#, personal: Personal(theme: .monochrome))
    #expect(script.state.theme == .monochrome)
  }

  @Test func anotherPersonHasTheirOwnTheme() {
    var script = script("{}")
    script.send(.personal(Personal(theme: .light), of: ben))
    #expect(script.state.theme == .light)
    script.send(.personal(Personal(), of: ben))
    #expect(script.state.theme == .standard)
  }

  @Test func noTextKeepsTheColoursOfTheThemeBefore() {
    var script = Script(Fixture.state())
    script.press("g t g t g t")
    let canvas = Interface.draw(script.state).canvas
    for row in 0..<canvas.size.rows {
      for column in 0..<canvas.size.columns {
        #expect(canvas[column: column, row: row].style.foreground == nil)
      }
    }
  }
}
