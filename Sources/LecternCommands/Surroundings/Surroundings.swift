import CursesTerminal
package import ReviewCore
package import ReviewStore
package import SystemPackage

/// The world that a command runs in: all that it reads and writes but its arguments.
package struct Surroundings: Sendable {
  /// Environment variables.
  package var environment: [String: String]
  /// What relative paths start from; empty is the folder of the process.
  package var workingFolder: FilePath = ""
  /// The disk.
  package var fileSystem: any FileSystem = RealFileSystem()
  /// The number of the person, for their private state.
  package var userID: UInt32 = 0
  /// The time.
  package var now: @Sendable () -> Timestamp
  /// Hexadecimal digits nobody can foresee, as many as asked for.
  package var randomDigits: @Sendable (Int) -> String
  /// What git says of the person in a folder: the value of a key such as `user.email`.
  package var gitSetting: @Sendable (_ key: String, _ folder: FilePath) async -> String?
  /// Where results and messages go.
  package var output: Output
  /// Where a conversation in plain lines gets its lines.
  package var lines: @Sendable () -> any LineSource = { StandardInput() }
  /// How long git may take to tell who committed what, before a check goes on without it.
  package var patience: Duration = .seconds(60)
  /// Whether remarks and progress are silenced.
  package var isQuiet = false

  /// Makes surroundings.
  package init(
    environment: [String: String], now: @escaping @Sendable () -> Timestamp,
    randomDigits: @escaping @Sendable (Int) -> String,
    gitSetting: @escaping @Sendable (_ key: String, _ folder: FilePath) async -> String?,
    output: Output, workingFolder: String = ""
  ) {
    self.workingFolder = FilePath(workingFolder)
    self.environment = environment
    self.now = now
    self.randomDigits = randomDigits
    self.gitSetting = gitSetting
    self.output = output
  }

  /// A path as a command may use it: a relative one starts from the working folder.
  func resolved(_ path: String) -> FilePath {
    workingFolder.pushing(FilePath(path))
  }

  /// Says something that is no error on stderr, unless it is to be quiet.
  func remark(_ message: String) {
    if !isQuiet { output.tell(message) }
  }

  /// Says what is wrong on stderr.
  func complain(_ message: String) { output.tell(message) }
}
