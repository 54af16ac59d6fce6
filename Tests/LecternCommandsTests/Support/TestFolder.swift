import FoundationEssentials
import LecternCommands
import ReviewCore
import Synchronization

/// What a command printed and how it ended.
struct CommandResult {
  let code: Int32
  let output: String
  let messages: String

  /// The output as JSON; fails the test where it is none.
  var json: JSONValue {
    get throws { JSONValue(try JSONDocument(Array(output.utf8)).root) }
  }
}

/// A folder in which commands run, gone with the last reference.
final class TestFolder: Sendable {
  let path: String

  init() throws {
    path = "\(FileManager.default.temporaryDirectory.path)/lectern-commands-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
    try? FileManager.default.removeItem(atPath: "\(path)-state")
  }

  /// A folder that holds the small summit.
  static func summit() throws -> TestFolder {
    let folder = try TestFolder()
    for (name, text) in SmallSummit.files { try folder.write(text, to: name) }
    return folder
  }

  func write(_ text: String, to name: String) throws {
    let file = "\(path)/\(name)"
    try FileManager.default.createDirectory(
      atPath: String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)]),
      withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: file))
  }

  func copy(_ source: String, to name: String) throws {
    try FileManager.default.copyItem(atPath: source, toPath: "\(path)/\(name)")
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(name)") }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\(name)")), as: UTF8.self)
  }

  func json(_ name: String) throws -> JSONValue {
    JSONValue(try JSONDocument(Array(try text(name).utf8)).root)
  }

  /// Every file in it with its bytes, to see that nothing changed.
  func snapshot() throws -> [String: String] {
    var files: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      var isFolder = false
      _ = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
      if !isFolder { files[name] = try text(name) }
    }
    return files
  }

  /// What the world is like around a command.
  struct World {
    var environment: [String: String] = [:]
    var git: [String: String] = [:]
    var terminalColumns: Int?
    var time = "2026-04-01T12:00:00.000Z"
    var workingFolder: String?
    /// Whether what is private is there for the next command.
    var keepsState = false
    /// Where the lines of a conversation come from.
    var lines: (@Sendable () -> any LineSource)?
    /// How long a look at git's history may take. A machine full of tests is slow, not broken.
    var patience = Duration.seconds(3600)
  }

  /// Runs `lectern` in the folder.
  func run(_ arguments: String..., in world: World = World()) async -> CommandResult {
    await run(arguments, in: world)
  }

  func run(_ arguments: [String], in world: World = World()) async -> CommandResult {
    let (results, messages) = (Recorder(), Recorder())
    var environment = world.environment
    environment["XDG_STATE_HOME"] = "\(path)-state"
    let git = world.git
    let now = Timestamp(world.time) ?? Timestamp(milliseconds: 0)
    var surroundings = Surroundings(
      environment: environment, now: { now }, randomDigits: { String(repeating: "f", count: $0) },
      gitSetting: { key, _ in git[key] },
      output: Output(
        results: results.append, messages: messages.append,
        isTerminal: world.terminalColumns != nil, columns: world.terminalColumns),
      workingFolder: world.workingFolder ?? path)
    surroundings.patience = world.patience
    if let lines = world.lines { surroundings.lines = lines }
    let code = await Program.run(arguments, in: surroundings)
    if !world.keepsState { try? FileManager.default.removeItem(atPath: "\(path)-state") }
    return CommandResult(code: code, output: results.text, messages: messages.text)
  }
}

/// Keeps what is written.
final class Recorder: Sendable {
  private let bytes = Mutex<[UInt8]>([])

  func append(_ more: [UInt8]) { bytes.withLock { $0 += more } }

  var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }
}

extension JSONValue {
  /// The value of a key, or of a place in an array; null where there is none.
  subscript(key: String) -> JSONValue { object?[key] ?? .null }

  subscript(place: Int) -> JSONValue {
    guard let array, array.indices.contains(place) else { return .null }
    return array[place]
  }

  /// The strings that a key has in the objects of an array.
  func strings(of key: String) -> [String] { (array ?? []).compactMap { $0[key].string } }
}
