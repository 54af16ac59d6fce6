import Subprocess
import SystemPackage

/// What git knows of the person.
enum GitSettings {
  /// How long git may take: it reads a few small files.
  private static let patience = Duration.seconds(2)

  /// The value of a key such as `user.email` in a folder; nil where git has none, or is not there.
  static func value(of key: String, in folder: FilePath) async -> String? {
    await withTaskGroup(of: String?.self) { group in
      group.addTask { await ask(key, folder) }
      group.addTask {
        try? await Task.sleep(for: patience)
        return nil
      }
      defer { group.cancelAll() }
      return await group.next() ?? nil
    }
  }

  private static func ask(_ key: String, _ folder: FilePath) async -> String? {
    let result = try? await Subprocess.run(
      .name("git"), arguments: ["-C", folder.string, "config", "--get", key],
      output: .string(limit: 4096), error: .discarded)
    guard let result, result.terminationStatus.isSuccess else { return nil }
    let lines = result.standardOutput.split(whereSeparator: \.isNewline)
    return lines.first.map(String.init)
  }
}
