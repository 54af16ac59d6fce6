import Glibc
import ReviewCore

/// A server with a summit on it, and clones of it, for the real program and the real git.
final class SharedScratch: Sendable {
  let scratch: Scratch
  /// The people, in the order of the committee.
  let people: [String]

  /// Makes a server whose summit has so many reviewers and proposals.
  init(people count: Int, proposals: Int) async throws {
    let people = (1...count).map { "r\($0)" }
    self.people = people
    scratch = try Scratch.withSummit(
      of: (1...proposals).map { proposal("\($0)", "Proposal \($0)") })
    let path = "\(scratch.summit)/summit.json"
    var summit =
      JSONValue(try JSONDocument(Files.bytes(of: path) ?? []).root).object ?? JSONObject()
    summit["committee"] = .array(
      people.map {
        [
          "id": .string($0), "name": .string($0), "role": "reviewer",
          "email": .string("\($0)@x.org"),
        ]
      })
    try Files.write(JSONValue.object(summit).fileBytes, to: path)
    try await git("init", "--quiet", "--bare", "server.git")
    try await git("init", "--quiet", "summit")
    try await git("-C", "summit", "add", ".")
    try await git("-C", "summit", "commit", "--quiet", "-m", "The summit")
    try await git("-C", "summit", "push", "--quiet", "../server.git", "main")
  }

  /// Makes a clone.
  func clone(_ name: String) async throws {
    try await git("clone", "--quiet", "server.git", name)
  }

  /// The settings of git that the machine has no part in.
  static let settings: [String: String?] = [
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_CONFIG_COUNT": "3",
    "GIT_CONFIG_KEY_0": "init.defaultBranch", "GIT_CONFIG_VALUE_0": "main",
    "GIT_CONFIG_KEY_1": "user.name", "GIT_CONFIG_VALUE_1": "Somebody",
    "GIT_CONFIG_KEY_2": "user.email", "GIT_CONFIG_VALUE_2": "somebody@example.org",
  ]

  /// Calls git in the test's folder.
  @discardableResult
  func git(_ arguments: String...) async throws -> String {
    let result = try await scratch.run(
      "git", arguments, environment: scratch.environment(Self.settings))
    guard result.code == 0 else {
      throw NeverHappened(what: "git \(arguments)", evidence: "\(result)")
    }
    return result.output
  }

  /// Runs `lectern` in a clone.
  func lectern(_ arguments: [String], as person: String, in clone: String) async throws
    -> CommandResult
  {
    try await scratch.run(
      Place.program, arguments + ["-C", clone, "--as", person],
      environment: scratch.environment(
        Self.settings.merging(["XDG_STATE_HOME": "\(scratch.state)/\(clone)"]) { $1 }))
  }

  /// What a clone says of a person: the scores of `relevance`, by proposal.
  func scores(of person: String, in clone: String) throws -> [String: String] {
    let path = "\(scratch.path)/\(clone)/reviews/\(person).json"
    let root = JSONValue(try JSONDocument(Files.bytes(of: path) ?? Array("{}".utf8)).root).object
    var scores: [String: String] = [:]
    for (id, review) in root?["reviews"]?.object?.members ?? [] {
      scores[id] = review.object?.scores["relevance"]
    }
    return scores
  }
}
