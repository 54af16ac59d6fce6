import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct ChangedKeysTests {
  private func settings(_ keys: String) -> Settings {
    let settings = SettingsReader.read(Array("{\"keys\": {\(keys)}}".utf8), path: "config.json")
    #expect(settings.faults.isEmpty, "\(settings.faults)")
    return settings
  }

  @Test func everyCommandHasANameOfItsOwn() {
    var commands: [String: Command] = [:]
    for binding in KeyMap.standard.bindings {
      let name = binding.command.name
      #expect(commands[name] ?? binding.command == binding.command, "\(name)")
      #expect(name.allSatisfy { $0.isLowercase || $0 == "-" || $0.isNumber }, "\(name)")
      #expect(KeyChangeReader.command(name) == binding.command)
      commands[name] = binding.command
    }
  }

  @Test func everyKeyIsReadBackFromItsLabel() {
    for stroke in KeyMap.standard.bindings.flatMap(\.strokes) {
      #expect(KeyStroke(label: stroke.label) == stroke, "\(stroke.label)")
    }
    for label in ["Ctrl-D", "Shift-Tab", "Space", "F5", "g r", "Ctrl-Left", "é", "-", "PgDn"] {
      #expect(KeyStroke(label: label)?.label == label)
    }
    for label in ["", " ", "Crtl-A", "Ctrl-", "a b c", "F99", "ab", "Shift-a", "\u{1B}x"] {
      #expect(KeyStroke(label: label) == nil, "\(label)")
    }
  }

  @Test(arguments: [
    #""quit": "Z""#, #""quit": ["q", "F10"]"#, #""item-down": "n""#, #""go-to": "z""#,
    #""next-proposal": ["n", "Down"], "next-match": "]""#.replacing("]\"", with: "F3\""),
    #""open": "z""#, #""rubric": "R""#, #""help": "F2""#, #""cancel": "z""#,
  ])
  func aChangedTableHasNoTwoCommandsOnAKeyAndAllThatIsFixed(_ keys: String) {
    let changed = settings(keys).keys
    #expect(changed.clash() == nil)
    for context in KeyContext.allCases {
      for key in [KeyPress(.escape), KeyPress(.enter), .control("c")]
        + (0...9).map({
          KeyPress.key(Character(String($0)))
        })
      {
        #expect(
          changed.command(for: key, in: context) == KeyMap.standard.command(for: key, in: context),
          "\(key.label) in \(context)")
      }
    }
  }

  @Test func aKeyThatTypesIsNoCommandWhereTextIsTyped() {
    let keys = settings(#""item-down": "z", "item-up": ["Z", "F7"]"#).keys
    #expect(keys.command(for: .key("z"), in: .menu) == nil)
    #expect(keys.command(for: .control("n"), in: .menu) == .itemDown)
    #expect(keys.command(for: .key("z"), in: .picker) == .itemDown)
    #expect(keys.command(for: .key("j"), in: .picker) == nil)
    #expect(keys.command(for: KeyPress(.function(7)), in: .menu) == .itemUp)
  }

  @Test func theKeyBeforeTheScreensMayChange() {
    let keys = settings(#""go-to": "z", "screen-rank": "z q""#).keys
    #expect(keys.command(for: .key("z"), in: .split) == .prefix)
    #expect(keys.command(for: .key("g"), in: .split) == nil)
    #expect(keys.command(for: .key("s"), after: .key("z"), in: .split) == .screen(.shortlist))
    #expect(keys.command(for: .key("q"), after: .key("z"), in: .split) == .screen(.rank))
    #expect(keys.command(for: .key("z"), after: .key("z"), in: .split) == .first)
  }

  @Test func aScreenMayHaveAKeyOfItsOwn() {
    let keys = settings(#""screen-rank": ["F5", "g k"]"#).keys
    #expect(keys.command(for: KeyPress(.function(5)), in: .compare) == .screen(.rank))
    #expect(keys.command(for: .key("k"), after: .key("g"), in: .compare) == .screen(.rank))
    #expect(keys.label(of: .screen(.rank)) == "F5")
  }

  @Test func hintsHelpPaletteAndMessagesNameTheChangedKeys() {
    let settings = settings(#""undo": "Z", "abstain": "A", "filter": "W", "clear-filter": "F9""#)
    var script = Script(
      State(
        summit: Fixture.summit(), faults: [], viewer: ben, size: Fixture.wide, now: Fixture.now,
        settings: settings))
    #expect(script.screen.contains("A abstain"))
    script.press("A")
    script.type("why not")
    script.press("Enter")
    #expect(script.toast.contains("Z undoes"))
    script.press("?")
    #expect(script.screen.contains("Undo what you did last"))
    script.press("Esc :")
    script.type("abstain")
    #expect(script.menu?.selected?.detail == "A")
    script.press("Esc Z")
    #expect(script.toast.contains("does it again"))
  }

  @Test func theKeyThatOpensAPageClosesIt() {
    let settings = settings(#""rubric": "R""#)
    var script = Script(
      State(
        summit: Fixture.summit(), faults: [], viewer: ben, size: Fixture.wide, now: Fixture.now,
        settings: settings))
    script.press("R")
    #expect(script.page != nil)
    script.press("r")
    #expect(script.page != nil)
    script.press("R")
    #expect(script.page == nil)
  }
}
