import Glibc
import Testing

/// What goes wrong in the system under a program, at a moment that a test chooses.
///
/// A small library (`mishaps.c`) stands between the program and the system. The program itself knows
/// nothing of it.
struct Mishap: Sendable {
  private let variables: [String: String]

  /// The process dies at the `call`th change of something under a path: in the middle of a write.
  static func kill(at call: Int, under path: String) -> Mishap {
    Mishap(variables: ["MISHAP": "kill", "MISHAP_AT": "\(call)", "MISHAP_UNDER": path])
  }

  /// There is no space left at the `call`th change of something under a path; nil: at any.
  static func fullDisk(at call: Int? = nil, under path: String) -> Mishap {
    Mishap("full", call, path)
  }

  /// What is under a path can be read only.
  static func readOnly(under path: String) -> Mishap { Mishap("readonly", nil, path) }

  /// The first thing that needs memory after Ctrl-G was read runs into an illegal instruction.
  static let trapAtControlG = Mishap(variables: ["MISHAP": "trap"])

  /// Nothing goes wrong; how long each lock under a path is held goes into a file.
  static func times(to file: String, under path: String) -> Mishap {
    Mishap(variables: ["MISHAP_TIMES": file, "MISHAP_UNDER": path])
  }

  /// The time of day is off by the seconds in a file, from whatever moment on it says so.
  static func clock(by file: String) -> Mishap { Mishap(variables: ["MISHAP_CLOCK": file]) }

  /// Only while there is a file.
  func `while`(_ file: String) -> Mishap {
    Mishap(variables: variables.merging(["MISHAP_WHILE": file]) { $1 })
  }

  /// The variables with which a program has the mishap.
  var environment: [String: String?] {
    get throws {
      var environment: [String: String?] = [:]
      for (name, value) in variables { environment[name] = value }
      environment["LD_PRELOAD"] = try Self.library.get()
      return environment
    }
  }

  private init(_ kind: String, _ call: Int?, _ path: String) {
    var variables = ["MISHAP": kind, "MISHAP_UNDER": path]
    if let call { variables["MISHAP_AT"] = "\(call)" }
    self.variables = variables
  }

  private init(variables: [String: String]) { self.variables = variables }

  // MARK: - The library

  private struct NotMade: Error {}

  /// Beside the program under test, made once for each run of the tests.
  private static let library = Result {
    let source = "\(Place.repository)/Tests/EndToEndTests/Support/mishaps.c"
    let path = "\(Place.repository)/.build/lectern-mishaps-\(getuid()).so"
    let new = "\(path).\(getpid())"
    for compiler in ["cc", "clang"] {
      let arguments = ["env", compiler, "-shared", "-fPIC", "-O1", "-o", new, source, "-ldl"]
      let words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
      defer { for word in words { free(word) } }
      var process: pid_t = 0
      guard posix_spawn(&process, "/usr/bin/env", nil, nil, words + [nil], environ) == 0 else {
        throw NotMade()
      }
      var status: Int32 = 0
      waitpid(process, &status, 0)
      if status == 0 {
        try Files.move(new, to: path)
        return path
      }
    }
    throw NotMade()
  }
}
