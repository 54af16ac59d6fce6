import ReviewCore
import Subprocess
import SystemPackage
import Testing

/// What a command said and how it ended.
struct CommandResult: Sendable, CustomStringConvertible {
  let code: Int
  let output: String
  let errors: String

  var description: String { "exit \(code)\n\(output)\(errors)" }

  /// The output as JSON.
  var json: JSONValue {
    get throws { JSONValue(try JSONDocument(Array(output.utf8)).root) }
  }
}

extension Scratch {
  /// Runs `lectern` without a terminal, in the test's folder.
  @discardableResult
  func lectern(
    _ arguments: String..., environment changes: [String: String?] = [:]
  ) async throws -> CommandResult {
    try await run(Place.program, arguments, environment: environment(changes))
  }

  /// What `check` finds wrong in the summit, without what is only odd.
  func errors() async throws -> [String] {
    let root = try await lectern("check", "summit", "--format", "json").json
    return try #require(root.object?["faults"]?.array).compactMap { fault in
      fault.object?["severity"] == "error" ? fault.object?["problem"]?.string : nil
    }
  }

  /// Runs a program in the test's folder and waits for its end.
  func run(
    _ program: String, _ arguments: [String], environment: [String: String]
  ) async throws -> CommandResult {
    var variables: [Environment.Key: String] = [:]
    for (name, value) in environment { variables[Environment.Key(stringLiteral: name)] = value }
    let record = try await Subprocess.run(
      program.hasPrefix("/") ? .path(FilePath(program)) : .name(program),
      arguments: Arguments(arguments), environment: .custom(variables),
      workingDirectory: FilePath(path), input: .none, output: .string(limit: 64 << 20),
      error: .string(limit: 1 << 20))
    var code = -1
    switch record.terminationStatus {
    case .exited(let status): code = Int(status)
    case .signaled(let signal): code = -Int(signal)
    }
    return CommandResult(
      code: code, output: record.standardOutput, errors: record.standardError)
  }
}
