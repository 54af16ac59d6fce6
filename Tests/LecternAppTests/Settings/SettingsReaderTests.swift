import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct SettingsReaderTests {
  private func read(_ text: String) -> Settings {
    SettingsReader.read(Array(text.utf8), path: "config.json")
  }

  private func faults(_ text: String) -> [String] { read(text).faults.map(\.description) }

  @Test func anEmptyObjectSetsNothing() {
    #expect(read("{}") == Settings())
    #expect(read(#"{"theme": null, "keys": null}"#) == Settings())
  }

  @Test func everySettingIsTaken() {
    let settings = read(
      """
      {"format": 1, "theme": "high-contrast", "colors": "16", "ascii": true, "mouse": false,
       "measure": 80, "advance": false, "hints": false, "accessible": true,
       "keys": {"abstain": "A", "note": ["t", "Ctrl-T"], "skip": []}}
      """)
    #expect(settings.faults.isEmpty)
    #expect(settings.theme == .highContrast)
    #expect(settings.colors == .sixteen)
    #expect(settings.isASCII && settings.isAccessible)
    #expect(settings.usesMouse == false && !settings.advances && !settings.showsHints)
    #expect(settings.measure == 80)
    #expect(settings.changedKeys.map(\.command) == [.abstain, .note, .skip])
    #expect(settings.keys.command(for: .key("A"), in: .split) == .abstain)
    #expect(settings.keys.command(for: .key("a"), in: .split) == nil)
    #expect(settings.keys.command(for: .control("t"), in: .reading) == .note)
    #expect(settings.keys.command(for: .key("s"), in: .split) == nil)
  }

  @Test func whatIsShownReadsBackAsTheSame() {
    let settings = read(
      #"{"theme": "light", "colors": 256, "keys": {"screen-rank": ["F5", "g x"], "skip": []}}"#)
    #expect(settings.faults.isEmpty)
    #expect(SettingsReader.read(settings.json.fileBytes, path: "config.json") == settings)
  }

  @Test(arguments: [
    (#"{"thme": "dark"}"#, ":1:2: there is no setting \"thme\" (did you mean \"theme\"?)"),
    (#"{"theme": "drak"}"#, ":1:11: \"theme\" is \"drak\" (did you mean \"dark\"?)"),
    (#"{"theme": 3}"#, ":1:11: \"theme\" is 3, but takes a string"),
    (#"{"ascii": "yes"}"#, ":1:11: \"ascii\" is a string, but takes true or false"),
    (#"{"measure": 90}"#, ":1:13: \"measure\" is 90, but takes a whole number from 72 to 80"),
    (#"{"colors": 32}"#, ":1:12: \"colors\" is no number of colours that terminals have"),
    (#"{"format": 2}"#, ":1:12: the file has format 2, which is newer"),
    (#"{"ascii": true, "ascii": false}"#, ":1:17: the key \"ascii\" stands twice"),
    ("[]", ":1:1: the file is an array, but an object is expected"),
    ("{\n \"ascii\": tru }", ":2:11: "),
    (#"{"keys": []}"#, ":1:10: \"keys\" is an array, but takes an object"),
    (
      #"{"keys": {"absatin": "A"}}"#,
      ":1:11: there is no command \"absatin\" (did you mean \"abstain\"?)"
    ),
    (
      #"{"keys": {"abstain": "Crtl-A"}}"#,
      ":1:22: there is no key \"Crtl-A\" (did you mean \"Ctrl-A\"?)"
    ),
    (#"{"keys": {"abstain": 7}}"#, ":1:22: the keys of \"abstain\" are a number"),
    (#"{"keys": {"abstain": "4"}}"#, ":1:22: 4 means the same for everybody"),
    (#"{"keys": {"abstain": "Esc"}}"#, ":1:22: Esc means the same for everybody"),
    (#"{"keys": {"abstain": "Enter"}}"#, ":1:22: Enter means the same for everybody"),
    (#"{"keys": {"abstain": "Ctrl-C"}}"#, ":1:22: Ctrl-C means the same for everybody"),
    (#"{"keys": {"abstain": "Ctrl-I"}}"#, "terminals send the same for it as for Tab"),
    (#"{"keys": {"abstain": "Alt-a"}}"#, "terminals send Alt as Esc"),
    (#"{"keys": {"abstain": "O"}}"#, "right after Esc"),
    (#"{"keys": {"abstain": "z a"}}"#, "only g waits for another one"),
    (#"{"keys": {"digit-3": "A"}}"#, ":1:11: digits are scores"),
    (#"{"keys": {"quit": []}}"#, ":1:19: \"quit\" may not lose its last key"),
    (#"{"keys": {"help": []}}"#, ":1:19: \"help\" may not lose its last key"),
    (#"{"keys": {"abstain": "c"}}"#, ":1:11: c would do both \"abstain\" and \"conflict\" (Review"),
    (
      #"{"keys": {"abstain": "Z", "skip": "Z"}}"#, ":1:27: Z would do both \"skip\" and \"abstain\""
    ),
  ])
  func aFaultNamesPlaceAndRemedy(_ text: String, _ expected: String) {
    let settings = read(text)
    let faults = settings.faults.map(\.description)
    #expect(faults.count == 1)
    #expect(faults.first?.contains(expected) == true, "\(faults)")
    #expect(faults.first?.hasPrefix("config.json:") == true)
    #expect(settings.faults.allSatisfy { !$0.remedy.isEmpty })
  }

  @Test func whatIsFaultyKeepsItsDefaultAndTheRestHolds() {
    let settings = read(
      #"{"theme": "lite", "ascii": true, "keys": {"abstain": "c", "skip": "z", "nothing": "y"}}"#)
    #expect(settings.faults.count == 3)
    #expect(settings.theme == .dark)
    #expect(settings.isASCII)
    #expect(settings.changedKeys.map(\.command) == [.skip])
    #expect(settings.keys.command(for: .key("a"), in: .split) == .abstain)
    #expect(settings.keys.command(for: .key("c"), in: .split) == .conflict)
    #expect(settings.keys.command(for: .key("z"), in: .split) == .skip)
  }

  @Test func brokenSyntaxLeavesEverythingAsItComes() {
    var settings = read(#"{"theme": "light", "ascii": tru"#)
    #expect(settings.faults.count == 1)
    settings.faults = []
    #expect(settings == Settings())
  }

  @Test func twoCommandsMayChangeTheirKeys() {
    let settings = read(#"{"keys": {"abstain": "c", "conflict": "a"}}"#)
    #expect(settings.faults.isEmpty)
    #expect(settings.keys.command(for: .key("a"), in: .reading) == .conflict)
    #expect(settings.keys.command(for: .key("c"), in: .reading) == .abstain)
  }

  @Test func anyBytesAreReadWithoutATrap() {
    var random = SplitMix64(seed: 5)
    let text = Array(
      #"{"keys":{"quit":["Ctrl-","g ","\ud800"]},"theme":[{}],"measure":-1e999}"#.utf8)
    for _ in 0..<200 {
      var bytes = text
      for _ in 0..<3 {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      let settings = SettingsReader.read(bytes, path: "c")
      #expect(settings.keys.clash() == nil)
    }
  }
}
