import Glibc
import Testing

/// Where a person can be while something happens to the program.
enum Situation: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case split, list, reading, note, reason, filter, sortMenu, picker, rubric, help, palette
  case rank, shortlist, committee

  /// Those in which something lies over the screen.
  static let overlays: [Situation] = [.note, .reason, .filter, .sortMenu, .picker, .rubric, .help]

  var testDescription: String { rawValue }

  /// The size of a terminal in which it can be.
  var size: (columns: Int, rows: Int) { self == .list ? (80, 24) : (120, 36) }

  /// What a person types to be there, coming from the first screen.
  var keys: String {
    switch self {
    case .split: ""
    case .list: "\u{1b}"
    case .reading: "\r"
    case .note: "t"
    case .reason: "a"
    case .filter: "f"
    case .sortMenu: "S"
    case .picker: "I"
    case .rubric: "r"
    case .help: "?"
    case .palette: ":"
    case .rank: "gk"
    case .shortlist: "gs"
    case .committee: "gm"
    }
  }

  /// Whether the screen shows that the person is there.
  func isShown(on screen: TerminalScreen) -> Bool {
    switch self {
    case .split: screen.contains("Focus areas") && screen.contains("id 1")
    case .list: screen.contains("Focus areas") && !screen.contains("id 1")
    case .reading: !screen.contains("Focus areas") && screen.contains("id 1")
    case .note: screen.contains("Seen by the committee")
    case .reason: screen.contains("Never counted as a score")
    case .filter: screen.contains("Filter")
    case .sortMenu: screen.contains("Order the list by")
    case .picker: screen.contains("Who are you?")
    case .rubric: screen.contains("Rubric: ")
    case .help: screen.contains("Keys: ")
    case .palette: screen.contains("Commands and proposals")
    // What only they have.
    case .rank, .shortlist: screen.contains("Enter explain")
    case .committee: screen.contains("9 members")
    }
  }
}

extension RawTerminal {
  /// Starts `lectern` on the sample in a situation.
  static func started(
    in situation: Situation, _ scratch: Scratch, typing text: String = "",
    environment changes: [String: String?] = [:]
  ) async throws -> RawTerminal {
    let size = situation.size
    let terminal = try RawTerminal(
      ["summit"], in: scratch, columns: size.columns, rows: size.rows, environment: changes)
    try await terminal.waitFor("24 of 71")
    terminal.type(text)
    try await terminal.enter(situation)
    return terminal
  }

  /// Goes where a situation is, and waits until the screen shows it.
  func enter(_ situation: Situation) async throws {
    type(situation.keys)
    try await waitFor("\(situation)", situation.isShown)
  }

  /// The processor time of the program so far, in seconds. Also after its end, before it is waited
  /// for.
  var processorTime: Double {
    get throws {
      let text = try Files.text(of: "/proc/\(process)/stat") ?? ""
      // After the name, which is in brackets and may hold anything.
      let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
      guard fields.count > 13, let user = Double(fields[11]), let system = Double(fields[12])
      else { return 0 }
      return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
  }

  /// Whether the program has ended and nobody has asked how.
  var hasJustEnded: Bool {
    get throws {
      let text = try Files.text(of: "/proc/\(process)/stat") ?? ""
      return text.split(separator: ")").last?.hasPrefix(" Z") ?? true
    }
  }
}
