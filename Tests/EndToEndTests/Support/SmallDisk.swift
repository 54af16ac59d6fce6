import Glibc
import ReviewCore

/// A small real disk of a test's own, with a copy of the sample summit on it: a file system in memory
/// that only programs in its namespace see, gone with the test.
final class SmallDisk {
  /// Where it is for programs that run on it.
  let path: String
  private let scratch: Scratch
  private let holder: pid_t

  /// The review folder, for programs that run on the disk.
  var summit: String { "\(path)/summit" }
  /// The review folder, as the test sees it.
  var seenSummit: String { "/proc/\(holder)/root\(summit)" }
  private var filler: String { "/proc/\(holder)/root\(path)/filler" }

  /// Whether this system lets somebody make such a disk.
  static let isPossible: Bool = {
    guard let scratch = try? Scratch() else { return false }
    let script = "mount -t tmpfs none '\(scratch.path)/home' && exec true"
    return (try? start(["unshare", "-Urm", "sh", "-c", script]).wait()) == 0
  }()

  /// Makes a disk of so many kilobytes.
  init(kilobytes: Int, in scratch: Scratch) async throws {
    self.scratch = scratch
    path = "\(scratch.path)/disk"
    try Files.makeFolder(path)
    let ready = "\(scratch.path)/disk-is-ready"
    let script = """
      mount -t tmpfs -o size=\(kilobytes)k none '\(path)' &&
      cp -r '\(Place.sampleData)/beam-summit-2026' '\(path)/summit' &&
      touch '\(ready)' && exec sleep 600
      """
    holder = try Self.start(["unshare", "-Urm", "sh", "-c", script])
    try await wait(for: "a small disk") { Files.names(in: scratch.path).contains("disk-is-ready") }
  }

  deinit {
    kill(holder, SIGKILL)
    _ = holder.wait()
  }

  /// The words that run a program on the disk.
  func entering(_ arguments: [String]) -> [String] {
    ["-t", "\(holder)", "-U", "-m", "--preserve-credentials"] + arguments
  }

  /// Runs a program on the disk and waits for its end.
  func run(_ arguments: String...) async throws -> CommandResult {
    try await scratch.run(
      "/usr/bin/nsenter", entering(arguments), environment: scratch.environment())
  }

  /// `lectern` on a terminal, on the disk.
  func terminal() throws -> RawTerminal {
    try RawTerminal("/usr/bin/nsenter", entering([Place.program, summit]), in: scratch)
  }

  /// Fills the disk to the last byte but for some kilobytes.
  func fill(leaving kilobytes: Int = 0) throws {
    let descriptor = open(filler, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Files.Failed(path: filler) }
    defer { close(descriptor) }
    let block = [UInt8](repeating: 0, count: 4096)
    var size = 0
    while true {
      let count = write(descriptor, block, block.count)
      if count <= 0 { break }
      size += count
    }
    ftruncate(descriptor, max(0, size - kilobytes * 1024))
  }

  /// Makes room again.
  func makeRoom() { Files.remove(filler) }

  /// The entries of a review file on the disk that are scored.
  func scored(by reviewer: String = "ines") throws -> [JSONObject] {
    let bytes = try Files.bytes(of: "\(seenSummit)/reviews/\(reviewer).json") ?? []
    let file = JSONValue(try JSONDocument(bytes).root).object
    let entries = file?["reviews"]?.object?.members.compactMap(\.value.object) ?? []
    return entries.filter { $0.status == "scored" }
  }

  private static func start(_ arguments: [String]) throws -> pid_t {
    let words = (["env"] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let code = posix_spawn(&process, "/usr/bin/env", &actions, nil, words + [nil], environ)
    guard code == 0 else { throw Launch.Failed(program: "unshare", code: code) }
    return process
  }
}

extension pid_t {
  /// Waits for the end of a process; returns its status.
  fileprivate func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(self, &status, 0) < 0, errno == EINTR {}
    return status
  }
}
