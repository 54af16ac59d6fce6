import Glibc
import LecternCommands
import ReviewCore
import Testing
import TwinSummits

@testable import LecternCommands

/// What is hidden from somebody changes no byte of what any command prints for them.
@Suite struct HiddenTests {
  private static let ids = ["100", "101", "102", "103", "104", "105", "106", "107"]

  /// What each command is asked, those that change something last. A new command needs its line.
  private static let questions: [String: [[String]]] = [
    "review": [],  // Needs a terminal; in plain lines below, its screens in LecternAppTests.
    "list": ListOrder.Key.allCases.flatMap { key in
      ["", "-"].map { ["list", "--sort", "\($0)\(key.rawValue)", "--format", "json"] }
    } + ["table", "csv", "ndjson"].map { ["list", "--format", $0] }
      + filters.map { ["list", "--format", "json", "--filter", $0] },
    "show": ids.flatMap { [["show", $0], ["show", $0, "--format", "json"]] },
    "next": [["next"]],
    "score": [["score", "106", "content=3", "form=4"], ["score", "101", "form=4"]],
    "abstain": [["abstain", "206", "--reason", "R"]],
    "conflict": [["conflict", "201", "--reason", "R"]],
    "skip": [["skip", "205"]],
    "clear": [["clear", "204"]],
    "discuss": ids.flatMap { [["discuss", $0], ["discuss", $0, "--format", "json"]] }
      + [["discuss", "101", "--say", "A word"]],
    "compare": [["compare"], ["compare", "--format", "json"]],
    "keys": [["keys"]],
    "rank": RankingMethodNames.all.flatMap { method in
      [
        ["rank", "--method", method], ["rank", "--method", method, "--format", "json"],
        ["rank", "--method", method, "--explain", "100"],
        ["rank", "--method", method, "--explain", "101", "--format", "json"],
      ]
    } + [["rank"], ["rank", "--slots", "3", "--format", "csv"]],
    "insights": [["insights"], ["insights", "--format", "json"]],
    "similar": [["similar"], ["similar", "--format", "json"]]
      + ids.map { ["similar", $0, "--format", "json"] },
    "shortlist": [
      ["shortlist"], ["shortlist", "--format", "json"], ["shortlist", "--slots", "2"],
    ],
    "decide": [["decide", "100", "decline"]],
    "export": Export.allCases.flatMap { what in
      TableFormat.allCases.map {
        ["export", "--what", what.rawValue, "--format", $0.rawValue, "--with-emails"]
      }
    },
    "new": [["new"]],
    "committee": [["committee", "list"]],
    "import": [["import"]],
    "assign": [["assign", "--dry-run"], ["assign", "--dry-run", "--format", "json"]],
    "check": [["check"], ["check", "--format", "json"]],
    "sync": [["sync"]],
    "rescue": [["rescue"], ["rescue", "list", "--format", "json"]],
    "config": [["config", "show"]],
  ]

  private static let filters = [
    "score:>=1", "score:<3", "n:>0", "n:0", "spread:>0", "my:>=1", "by:ada", "by:ben", "by:dan",
    "by:cleo", "speaker:ann", "speaker:zoe", "org:limited", "ann", "zoe", "zebras", "strong",
    "weak",
    "word", "is:discussed", "is:unread", "is:stale", "is:conflict", "is:assigned", "state:accept",
  ]

  /// Every question of every command.
  static var everyQuestion: [[String]] {
    RootCommand.commandNames.flatMap { questions[$0] ?? [] }
  }

  /// What is asked of the program alone knows no person.
  static func knowsNobody(_ question: [String]) -> Bool {
    ["keys", "config", "new", "import"].contains(question[0])
  }

  static let talk: [Said] = ["list", "next", "read", "discussion", "101", "read", "quit"]

  @Test(arguments: TwinSummits.all)
  func theTwinOfASummitIsToldFromItByNoCommand(twins: TwinSummits) async throws {
    #expect(Set(RootCommand.commandNames) == Set(Self.questions.keys), "each command has questions")
    let (one, other) = try Self.folders(twins)
    for name in RootCommand.commandNames {
      for question in Self.questions[name] ?? [] where Self.isAsked(question, of: twins) {
        guard Self.changing.contains(name) || question.contains("--say") else {
          try await Self.compare(question, in: one, other, twins)
          continue
        }
        // What one says may open what was hidden: nothing is asked of these two after it.
        let (first, second) = try Self.folders(twins)
        try await Self.compare(question, in: first, second, twins)
      }
    }
    if let viewer = twins.viewer.id {
      let (first, second) = (
        await one.talk(Self.talk, as: viewer), await other.talk(Self.talk, as: viewer)
      )
      #expect(first.output == second.output, "in plain lines, for \(twins)")
      #expect(Self.words(first, of: one) == Self.words(second, of: other))
    }
  }

  /// Whether a question is asked of some twins: each of a third of them, drawn by lot but always of the
  /// same, since all of all take minutes. `LECTERN_LONG` has all of all asked.
  private static func isAsked(_ question: [String], of twins: TwinSummits) -> Bool {
    if getenv("LECTERN_LONG") != nil { return true }
    let seed = (question + ["\(twins)"]).joined(separator: " ").utf8.reduce(UInt64(7)) {
      $0 &* 31 &+ UInt64($1)
    }
    var lot = SplitMix64(seed: seed)
    return lot.once(in: 3)
  }

  private static func compare(
    _ question: [String], in one: TestFolder, _ other: TestFolder, _ twins: TwinSummits
  ) async throws {
    let words =
      knowsNobody(question)
      ? question : question + (twins.viewer.id.map { ["--as", $0] } ?? [])
    let (first, second) = (await one.run(words), await other.run(words))
    let said = "\(question.joined(separator: " ")), for \(twins)"
    #expect(first.output == second.output, "\(said)")
    #expect(Self.words(first, of: one) == Self.words(second, of: other), "\(said)")
    #expect(first.code == second.code, "\(said)")
  }

  /// The twins differ, so that the test above can fail: who sees all is told other things.
  @Test func theTwinsDiffer() async throws {
    let twins = TwinSummits(.cleo, .never, .hidden)
    let one = try Self.folder(twins, isTwin: false)
    let other = try Self.folder(twins, isTwin: true)
    for question in [
      ["rank", "--format", "json"], ["insights"], ["show", "100"], ["discuss", "101"],
      ["export", "--what", "scores", "--format", "csv"], ["similar", "--format", "json"],
      ["list", "--filter", "speaker:zoe", "--format", "json"],
      ["rank", "--method", "comparison", "--format", "json"],
    ] {
      let (first, second) = (
        await one.run(question + ["--as", "ada"]), await other.run(question + ["--as", "ada"])
      )
      #expect(first.output != second.output, "\(question)")
    }
  }

  /// The commands that write into the folder.
  private static let changing: Set<String> = [
    "score", "abstain", "conflict", "skip", "clear", "decide", "rescue", "sync",
  ]

  private static func folders(_ twins: TwinSummits) throws -> (TestFolder, TestFolder) {
    (try folder(twins, isTwin: false), try folder(twins, isTwin: true))
  }

  private static func folder(_ twins: TwinSummits, isTwin: Bool) throws -> TestFolder {
    let folder = try TestFolder()
    for (name, text) in twins.files(isTwin: isTwin) { try folder.write(text, to: name) }
    return folder
  }

  private static func words(_ result: CommandResult, of folder: TestFolder) -> String {
    result.messages.split(separator: folder.path).joined(separator: "FOLDER")
  }
}

/// The names that `--method` takes.
private enum RankingMethodNames {
  static let all = ["mean", "median", "calibrated", "majority", "comparison"]
}
