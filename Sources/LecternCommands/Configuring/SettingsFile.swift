import LecternApp
import ReviewCore
import ReviewStore
import SystemPackage

/// The file that holds what a person set for every summit.
struct SettingsFile {
  /// Where it is, or would be; nil where the environment names no home.
  let path: FilePath?

  /// Finds the file: `$XDG_CONFIG_HOME/lectern/config.json` where that is an absolute path, else
  /// `~/.config/lectern/config.json`.
  init(environment: [String: String]) {
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      path = FilePath(folder).appending("lectern/config.json")
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      path = FilePath(home).appending(".config/lectern/config.json")
    } else {
      path = nil
    }
  }

  /// What it says; without a file what holds for everybody. What is wrong with it is in the faults.
  func settings(on fileSystem: any FileSystem) -> Settings {
    guard let path else { return Settings() }
    do throws(FileError) {
      guard let content = try fileSystem.read(path) else { return Settings() }
      return SettingsReader.read(content.bytes, path: path.string)
    } catch {
      return SettingsReader.unreadable(error.reason, path: path.string)
    }
  }

  /// Whether there is such a file, also one that cannot be read.
  func isThere(on fileSystem: any FileSystem) -> Bool {
    guard let path else { return false }
    do throws(FileError) {
      return try fileSystem.read(path) != nil
    } catch {
      return true
    }
  }
}
