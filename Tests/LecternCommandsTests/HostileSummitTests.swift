import LecternCommands
import ReviewCore
import Testing
import TwinSummits

@testable import LecternCommands

/// No text of a summit commands the terminal that a command prints it on.
@Suite struct HostileSummitTests {
  /// A colour, a title of the window, a clipboard, C1, an override of direction, what erases.
  private static let hostile =
    "\u{1B}[31m\u{1B}]0;x\u{7}\u{1B}]52;c;eA==\u{7}\u{9B}2J\u{90}q\u{9C}\u{202E}\u{2066}\r\u{8}\u{7F}\0"

  /// The keys whose values are anybody's text.
  private static let texts: Set<String> = [
    "name", "title", "abstract", "notes", "question", "answer", "organization", "tagline", "bio",
    "links", "tags", "comment", "feedback", "reason", "text", "levels", "level", "theme", "summary",
    "short", "keywords", "guide",
  ]

  private static let files = TwinSummits(.chi, .always, .shown).files(isTwin: false)

  @Test func textOfAnyKindIsShownAsText() async throws {
    let folder = try TestFolder()
    for (name, text) in Self.files {
      var value = JSONValue(try JSONDocument(Array(text.utf8)).root)
      Self.spoil(&value, isText: false)
      try folder.write(String(decoding: value.fileBytes, as: UTF8.self), to: name)
    }
    for question in HiddenTests.everyQuestion where !HiddenTests.knowsNobody(question) {
      // JSON is printed the same everywhere.
      let isJSON = question.contains("json")
      for columns in isJSON ? [nil] : [nil, 100] {
        let result = await folder.run(
          question + ["--as", "chi"], in: TestFolder.World(terminalColumns: columns))
        Self.expectHarmless(result, question, isTerminal: columns != nil)
      }
    }
    let talk = await folder.talk(HiddenTests.talk, as: "chi")
    Self.expectHarmless(talk, ["plain lines"], isTerminal: true)
  }

  /// Every string in turn, the keys too (each 11th at once, so that it does not take minutes): what
  /// is said of a broken file is as harmless as it is.
  @Test(arguments: files.keys.sorted())
  func whereverItStandsWhatIsSaidOfItIsText(name: String) async throws {
    let folder = try TestFolder()
    for (name, text) in Self.files { try folder.write(text, to: name) }
    let document = try JSONDocument(Array(try #require(Self.files[name]).utf8))
    let value = JSONValue(document.root)
    let step = 11
    for place in 0..<step {
      let spoilt = Self.spoilt(value, at: place, of: step)
      try folder.write(String(decoding: spoilt.fileBytes, as: UTF8.self), to: name)
      for question in [["check"], ["show", "100"], ["list", "--filter", "is:scored"]] {
        let result = await folder.run(
          question + ["--as", "chi"], in: TestFolder.World(terminalColumns: 100))
        Self.expectHarmless(result, question + [name, "\(place)"], isTerminal: true)
      }
    }
  }

  private static func expectHarmless(
    _ result: CommandResult, _ question: [String], isTerminal: Bool
  ) {
    // A file in CSV holds what there is, byte for byte.
    let isFile = !isTerminal && question.contains("csv")
    for text in [isFile ? "" : result.output, result.messages] {
      let bad = text.unicodeScalars.filter { scalar in
        switch scalar {
        case "\n": false
        case "\r": !question.contains("csv")
        case "\u{202E}", "\u{2066}": !question.contains("json") && !question.contains("ndjson")
        default: scalar.properties.generalCategory == .control
        }
      }
      let values = bad.map { String($0.value, radix: 16) }
      #expect(values.isEmpty, "\(question.joined(separator: " ")) to a terminal: \(isTerminal)")
    }
  }

  /// The value with the hostile text in every text of a person.
  private static func spoil(_ value: inout JSONValue, isText: Bool) {
    switch value {
    case .string(let text): if isText { value = .string(text + hostile) }
    case .array(var values):
      for place in values.indices { spoil(&values[place], isText: isText) }
      value = .array(values)
    case .object(let object):
      value = .object(
        JSONObject(
          members: object.members.map { member in
            var value = member.value
            spoil(&value, isText: isText || texts.contains(member.key))
            return (member.key, value)
          }))
    default: break
    }
  }

  /// The value with the hostile text in one of so many of its strings and keys.
  private static func spoilt(_ value: JSONValue, at place: Int, of step: Int) -> JSONValue {
    var number = -1
    func spoilt(_ text: String) -> String {
      number += 1
      return number % step == place ? text + hostile : text
    }
    func spoilt(_ value: JSONValue) -> JSONValue {
      switch value {
      case .string(let text): .string(spoilt(text))
      case .array(let values): .array(values.map(spoilt))
      case .object(let object):
        .object(
          JSONObject(
            members: object.members.map { member in (spoilt(member.key), spoilt(member.value)) }))
      default: value
      }
    }
    return spoilt(value)
  }
}
