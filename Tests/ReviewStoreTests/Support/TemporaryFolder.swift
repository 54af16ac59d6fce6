import Glibc
import ReviewStore
import SystemPackage

/// A folder that is gone with all that is in it when the test is over.
final class TemporaryFolder: Sendable {
  let path: FilePath

  init(in base: String = "/tmp") {
    var template = Array("\(base)/lectern-store-XXXXXX".utf8CString)
    _ = mkdtemp(&template)
    path = FilePath(platformString: template)
  }

  /// One in memory where there is such a place: for tests that save a thousand times.
  static func inMemory() -> TemporaryFolder {
    TemporaryFolder(in: access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp")
  }

  deinit { Self.remove(path) }

  private static func remove(_ path: FilePath) {
    var information = stat()
    guard path.withPlatformString({ lstat($0, &information) }) == 0 else { return }
    if information.st_mode & S_IFMT == S_IFDIR {
      _ = path.withPlatformString { chmod($0, 0o700) }
      for name in (try? RealFileSystem().list(path)) ?? [] { remove(path.appending(name)) }
      _ = path.withPlatformString { rmdir($0) }
    } else {
      _ = path.withPlatformString { unlink($0) }
    }
  }

  /// Writes a file as any program would: in place, without a lock.
  func write(_ text: String, to name: String) {
    write(Array(text.utf8), to: name)
  }

  func write(_ bytes: [UInt8], to name: String) {
    let target = path.appending(name)
    try? RealFileSystem().makeFolder(target.containingFolder, isPrivate: false)
    let descriptor = try? FileDescriptor.open(
      target, .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWrite, .groupRead])
    _ = try? descriptor?.writeAll(bytes)
    try? descriptor?.close()
  }

  func text(of name: String) -> String? {
    guard let content = try? RealFileSystem().read(path.appending(name)) else { return nil }
    return String(decoding: content.bytes, as: UTF8.self)
  }

  /// The texts of all files here and below, by their paths in this folder.
  var allFiles: [String: String] {
    var files: [String: String] = [:]
    var folders = [""]
    while let folder = folders.popLast() {
      for name in names(in: folder) {
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        if let text = text(of: path) { files[path] = text } else { folders.append(path) }
      }
    }
    return files
  }

  func remove(_ name: String) { Self.remove(path.appending(name)) }

  func names(in name: String = "") -> [String] {
    let folder = name.isEmpty ? path : path.appending(name)
    return ((try? RealFileSystem().list(folder)) ?? []).sorted()
  }

  func mode(of name: String) -> mode_t {
    var information = stat()
    _ = path.appending(name).withPlatformString { stat($0, &information) }
    return information.st_mode & 0o7777
  }
}
