import Glibc
import ReviewCore

/// Rounds of kills over one folder: each says something with the real program, which is killed at a
/// random call or after a random time, and looks what the folder says then.
struct KillRounds {
  /// What came of many rounds.
  struct Figures: Sendable {
    var rounds = 0
    var kills = 0
    /// How often the program said that something was saved.
    var saves = 0
    /// What should never happen, in words.
    var findings: [String] = []

    mutating func add(_ other: Figures) {
      rounds += other.rounds
      kills += other.kills
      saves += other.saves
      findings += other.findings
    }
  }

  private let lane: UInt64
  private var random: Seeded
  private var scratch: Scratch
  private var facts: FolderFacts
  private var figures = Figures()
  /// How long a whole run takes, in microseconds: kills by time fall within it.
  private var duration: UInt32 = 100_000

  /// How many rounds one folder serves before a new one is begun.
  private static let folderLife = 400
  /// One round in so many is one of the interface.
  private static let interfaceShare = 40

  init(seed: UInt64, lane: UInt64) throws {
    self.lane = lane
    random = Seeded(seed &* 1_000_003 &+ lane)
    scratch = try Self.folder()
    facts = try FolderFacts(of: scratch)
  }

  private static func folder() throws -> Scratch {
    let scratch = try Scratch.withSummit(
      of: (1...30).map { proposal("p\($0)", "Talk \($0)", abstract: "Some text of talk \($0).") })
    try Files.makeFolder("\(scratch.summit)/decisions")
    return scratch
  }

  /// Makes rounds.
  mutating func run(_ count: Int, tells: Bool) throws -> Figures {
    for round in 0..<count {
      if round % Self.folderLife == Self.folderLife - 1 {
        try checkByTheProgram("before a new folder")
        scratch = try Self.folder()
        facts = try FolderFacts(of: scratch)
      }
      do {
        if Int.random(in: 0..<Self.interfaceShare, using: &random) == 0 {
          try interfaceRound(round)
        } else {
          try commandRound(round)
        }
      } catch {
        // A file that does not parse, for one.
        figures.findings.append("lane \(lane), round \(round): \(error)")
        scratch = try Self.folder()
        facts = try FolderFacts(of: scratch)
      }
      figures.rounds += 1
      if figures.findings.count > 5 { break }
      if tells, round % 250 == 249 {
        print("lane \(lane): \(round + 1) rounds, \(figures.kills) kills, \(figures.saves) saves")
      }
    }
    try checkByTheProgram("at the end")
    return figures
  }

  private mutating func checkByTheProgram(_ when: String) throws {
    let check = try QuickRun(["check", scratch.summit], in: scratch)
    if check.code != 0 { figures.findings.append("lane \(lane), check \(when): \(check.errors)") }
  }

  // MARK: - Commands

  private mutating func commandRound(_ round: Int) throws {
    let deed = self.deed(round)
    var environment: [String: String?] = ["LECTERN_REVIEWER": deed.person]
    var delay: UInt32?
    if Int.random(in: 0..<5, using: &random) > 0 {
      let mishap = Mishap.kill(at: Int.random(in: 1...10, using: &random), under: scratch.summit)
      environment.merge(try mishap.environment) { $1 }
    } else {
      delay = UInt32.random(in: 0...duration, using: &random)
    }
    let start = ContinuousClock.now
    let run = try QuickRun(
      deed.arguments, in: scratch, environment: environment, killAfter: delay)
    if run.code == 0, delay == nil {
      let taken = (ContinuousClock.now - start).components.attoseconds / 1_000_000_000_000
      duration = UInt32(clamping: taken)
    }
    figures.kills += run.code == -SIGKILL ? 1 : 0
    let isSaved = run.code == 0 || run.errors.contains("Saved: ")
    figures.saves += isSaved ? 1 : 0
    func find(_ what: String) {
      figures.findings.append(
        "lane \(lane), round \(round), \(deed.arguments.joined(separator: " ")), code \(run.code): "
          + what + " " + run.errors)
    }
    if run.code != 0, run.code != -SIGKILL { find("ended otherwise") }
    let after = try FolderFacts(of: scratch, knowing: facts)
    let changes = after.changes(since: facts)
    let old = changes.isEmpty ? [:] : facts.facts
    for (key, fact) in changes.sorted(by: { $0.key < $1.key }) {
      if key != deed.key, !(deed.isPrefix && key.hasPrefix(deed.key)) {
        find("\(key) changed too")
      } else if let fact {
        if let old = old[key], fact.at < old.at { find("\(key) went back to \(fact.at)") }
        if !deed.words.allSatisfy(fact.words.contains) { find("\(key) holds \(fact.words)") }
      } else {
        find("\(key) is gone")
      }
    }
    if isSaved, deed.mustChange, changes.isEmpty { find("shown as saved, and is not there") }
    facts = after
  }

  /// Something to say, and what it makes of the folder.
  private struct Deed {
    var person: String
    var arguments: [String]
    /// The key of the fact that it may change.
    var key: String
    /// Whether all facts that begin so may change.
    var isPrefix = false
    /// What these facts must hold then.
    var words: [String]
    /// Whether it changes something whatever stood there.
    var mustChange = true
  }

  private mutating func deed(_ round: Int) -> Deed {
    let id = "p\(Int.random(in: 1...30, using: &random))"
    let words = "words of round \(lane)-\(round)"
    let place = ["-C", scratch.summit]
    switch Int.random(in: 0..<10, using: &random) {
    case 0:
      return Deed(
        person: "ines", arguments: ["abstain", id, "--reason", words] + place,
        key: "reviews/ines.json reviews \(id)", words: ["abstained", words])
    case 1:
      return Deed(
        person: "ines", arguments: ["discuss", id, "--say", words] + place,
        key: "reviews/ines.json discussion ", isPrefix: true, words: [words])
    case 2:
      return Deed(
        person: "ada", arguments: ["decide", id, "accept", "--reason", words] + place,
        key: "decisions/ada.json decisions \(id)", words: ["accept", words])
    case 3:
      return Deed(
        person: "ada", arguments: ["assign", scratch.summit, "--per-proposal", "1"],
        key: "assignments.json ", isPrefix: true,
        words: [],
        mustChange: false)
    case 4:
      let new = "new-\(lane)-\(round)"
      let csv = "id,title,abstract,speaker\n\(new),\(words),Text,Somebody\n"
      try? Files.write(csv.utf8, to: "\(scratch.path)/new.csv")
      return Deed(
        person: "ada", arguments: ["import", "\(scratch.path)/new.csv", "--into", scratch.summit],
        key: "proposals.json proposals new-", isPrefix: true, words: [words])
    default:
      let scores = (1...2).map { _ in Int.random(in: 1...5, using: &random) }
      return Deed(
        person: "ines",
        arguments: [
          "score", id, "relevance=\(scores[0])", "content=\(scores[1])", "--comment", words,
        ] + place,
        key: "reviews/ines.json reviews \(id)",
        words: [
          "scored", "\"relevance\":\(scores[0])", "\"content\":\(scores[1])", words,
        ].map { $0 })
    }
  }

  // MARK: - The interface

  /// A person scores, notes and takes back over a terminal until the program is killed.
  private mutating func interfaceRound(_ round: Int) throws {
    let scratch = try Self.folder()
    var environment: [String: String?] = [:]
    if Bool.random(using: &random) {
      let call = Int.random(in: 1...120, using: &random)
      environment = try Mishap.kill(at: call, under: scratch.summit).environment
    }
    let terminal = try RawTerminal(["summit"], in: scratch, environment: environment)
    let witness = Witness()
    terminal.watcher = witness.look
    let takesBack = Bool.random(using: &random)
    let end = Int.random(in: 2_000...40_000, using: &random)
    let limit = ContinuousClock.now + .seconds(30)
    while !terminal.screen.contains("0 of 30"), terminal.isRunning, ContinuousClock.now < limit {
      terminal.takeOutput()
      usleep(2_000)
    }
    var typed = 0
    while terminal.output.count < end, typed < 300, terminal.isRunning {
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let isOther = takesBack && Int.random(in: 0..<6, using: &random) == 0
        let other = ["u", "U", "tnote \(typed)\r", "j"].randomElement(using: &random) ?? "u"
        terminal.type(isOther ? other : "\(Int.random(in: 1...5, using: &random))")
        typed += 1
      }
      terminal.takeOutput()
      usleep(UInt32.random(in: 0...3_000, using: &random))
    }
    terminal.send(SIGKILL)
    while terminal.isRunning {
      terminal.takeOutput()
      usleep(500)
    }
    terminal.takeOutput()
    figures.kills += 1
    figures.saves += witness.saves
    let facts = try FolderFacts(of: scratch)
    let scored = facts.facts.values.count { $0.words.contains("\"status\":\"scored\"") }
    if !takesBack, scored < witness.judged {
      figures.findings.append(
        "lane \(lane), round \(round): \(witness.judged) shown as saved, \(scored) are there")
    }
  }

  /// How far the person was when the screen said for the last time that all is saved.
  private final class Witness {
    var judged = 0
    var saves = 0

    func look(_ terminal: RawTerminal, _ byte: UInt8) {
      // The last byte of ✓: the corner is drawn after the header of the same frame.
      guard byte == 0x93, terminal.screen.lines.last?.hasSuffix("saved ✓") == true else { return }
      saves += 1
      let words = terminal.screen.lines[0].split(separator: " ")
      guard let place = words.firstIndex(of: "30"), place >= 2 else { return }
      judged = Int(words[place - 2]) ?? judged
    }
  }
}
