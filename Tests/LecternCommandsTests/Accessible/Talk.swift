import CursesTerminal
import LecternCommands
import ReviewCore
import Synchronization

/// What somebody does in a conversation.
enum Said: ExpressibleByStringLiteral, Sendable {
  /// They type a line.
  case line(String)
  /// They type bytes that are no text.
  case bytes([UInt8])
  /// Something happens beside the conversation.
  case meanwhile(@Sendable () throws -> Void)
  /// A signal asks for the end.
  case interruption

  init(stringLiteral line: String) { self = .line(line) }
}

/// Says what was written down before, then nothing more.
final class WrittenLines: LineSource, Sendable {
  private let rest: Mutex<[Said]>

  init(_ said: [Said]) { rest = Mutex(said) }

  func next() -> StandardInput.Event {
    while let said = rest.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
      switch said {
      case .line(let line): return .line(Array(line.utf8))
      case .bytes(let bytes): return .line(bytes)
      case .meanwhile(let body): do { try body() } catch { return .interrupted }
      case .interruption: return .interrupted
      }
    }
    return .ended
  }
}

extension TestFolder {
  /// Holds a conversation about the folder.
  func talk(
    _ said: Said..., as viewer: String? = "ben", in world: World = World()
  ) async -> CommandResult {
    await talk(said, as: viewer, in: world)
  }

  /// Holds a conversation about the folder.
  func talk(
    _ said: [Said], as viewer: String? = "ben", in world: World = World()
  ) async -> CommandResult {
    var world = world
    world.lines = { WrittenLines(said) }
    let who = viewer.map { ["--as", $0] } ?? []
    return await run(["review", "--accessible"] + who, in: world)
  }

  /// What a member says of a proposal.
  func review(_ id: String, by member: String = "ben") throws -> JSONValue {
    try json("reviews/\(member).json")["reviews"][id]
  }
}

extension CommandResult {
  /// The lines that were said.
  var lines: [String] { output.split(separator: "\n").map(String.init) }
}
