import Glibc
import ReviewCore

/// A folder of a test's own, with a home, a state folder and a summit in it; gone with the test.
final class Scratch: Sendable {
  let path: String

  /// The review folder of the test.
  var summit: String { "\(path)/summit" }
  /// `XDG_STATE_HOME`.
  var state: String { "\(path)/state" }
  /// What the person of the test set.
  var settings: String { "\(path)/config/lectern/config.json" }

  init() throws {
    var template = Array("/tmp/lectern-e2e-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Files.Failed(path: "/tmp") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    for name in ["home", "state", "config", "config/lectern"] {
      try Files.makeFolder("\(path)/\(name)")
    }
    // Whoever the tests are, they were here before: only a test of the first run is introduced.
    try Files.write(#"{"hints": false}"#.utf8, to: settings)
  }

  deinit { Files.remove(path) }

  /// A folder of its own with a copy of the sample summit.
  static func withSample() throws -> Scratch {
    let scratch = try Scratch()
    try Files.copy("\(Place.sampleData)/beam-summit-2026", to: scratch.summit)
    return scratch
  }

  /// A folder of its own with a small summit: `ines` and `ada`, two criteria.
  static func withSummit(of proposals: [JSONValue]) throws -> Scratch {
    let scratch = try Scratch()
    try Files.makeFolder(scratch.summit)
    try Files.makeFolder("\(scratch.summit)/reviews")
    // By this id the queue of Inés follows the ids, as far as "8".
    let summit: JSONValue = [
      "format": 1, "id": "small-87018", "name": "Small Summit",
      "focusAreas": [
        ["id": "lakehouse", "name": "Lakehouses"], ["id": "agentic", "name": "Agents"],
      ],
      "rubric": [
        "scale": ["low": 1, "high": 5, "step": 1],
        "criteria": [
          ["id": "relevance", "name": "Relevance"], ["id": "content", "name": "Content"],
        ],
      ],
      "committee": [
        ["id": "ada", "name": "Ada", "role": "chair"],
        ["id": "ines", "name": "Inés", "role": "reviewer"],
      ],
      "rules": ["otherReviews": "always", "speakers": "shown"],
    ]
    try Files.write(summit.fileBytes, to: "\(scratch.summit)/summit.json")
    let file: JSONValue = ["format": 1, "proposals": .array(proposals)]
    try Files.write(file.fileBytes, to: "\(scratch.summit)/proposals.json")
    return scratch
  }

  /// What a program of the test has for an environment; nil takes a variable away.
  func environment(_ changes: [String: String?] = [:]) -> [String: String] {
    var variables = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "\(path)/home", "XDG_STATE_HOME": state,
      "XDG_CONFIG_HOME": "\(path)/config", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
      "LECTERN_REVIEWER": "ines", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    for (name, value) in Sanitizer.options { variables[name] = value }
    for (name, value) in changes { variables[name] = value }
    return variables
  }

  // MARK: - What stands on the disk

  func sheetPath(of reviewer: String) -> String { "\(summit)/reviews/\(reviewer).json" }

  /// The review file of a person, as it is.
  func sheetBytes(of reviewer: String = "ines") throws -> [UInt8]? {
    try Files.bytes(of: sheetPath(of: reviewer))
  }

  /// The entries of a review file; none where there is no file.
  ///
  /// - Throws: `JSONSyntaxError` where the file does not parse.
  func reviews(of reviewer: String = "ines") throws -> JSONObject {
    guard let bytes = try sheetBytes(of: reviewer) else { return JSONObject() }
    return JSONValue(try JSONDocument(bytes).root).object?["reviews"]?.object ?? JSONObject()
  }

  /// One entry of a review file.
  func review(_ id: String, of reviewer: String = "ines") throws -> JSONObject? {
    try reviews(of: reviewer)[id]?.object
  }

  /// The proposals as the file has them.
  func proposals() throws -> [JSONObject] {
    guard let bytes = try Files.bytes(of: "\(summit)/proposals.json") else { return [] }
    let root = JSONValue(try JSONDocument(bytes).root).object
    return root?["proposals"]?.array?.compactMap(\.object) ?? []
  }

  /// One proposal as the file has it.
  func proposal(_ id: String) throws -> JSONObject {
    guard let proposal = try proposals().first(where: { $0["id"]?.string == id }) else {
      throw NeverHappened(what: "a proposal \(id)", evidence: "")
    }
    return proposal
  }
}

/// A proposal for a summit of a test.
func proposal(_ id: String, _ title: String, abstract: String = "Some text.") -> JSONValue {
  [
    "id": .string(id), "title": .string(title), "abstract": .string(abstract),
    "focusAreas": ["lakehouse"],
  ]
}

extension JSONObject {
  /// The status of a review.
  var status: String? { self["status"]?.string }

  /// The scores of a review, by criterion.
  var scores: [String: String] {
    var scores: [String: String] = [:]
    for (criterion, value) in self["scores"]?.object?.members ?? [] {
      if case .number(let number) = value { scores[criterion] = number.text }
    }
    return scores
  }
}

/// Where things are that are not the test's own.
enum Place {
  /// The repository.
  static let repository = #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" }

  static let sampleData = "\(repository)/SampleData"

  /// The program under test: `LECTERN_BINARY`, else the one beside the test bundle.
  static let program: String = {
    if let path = getenv("LECTERN_BINARY") { return String(cString: path) }
    let own = Files.target(of: "/proc/self/exe") ?? ""
    let beside = own.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/lectern"
    return access(beside, X_OK) == 0 ? beside : "\(repository)/.build/debug/lectern"
  }()
}
