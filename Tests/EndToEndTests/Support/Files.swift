import Glibc

/// Files as a test reads and writes them, apart from the program's own ways.
enum Files {
  struct Failed: Error, CustomStringConvertible {
    let path: String
    let reason = String(cString: strerror(errno))

    var description: String { "\(path): \(reason)" }
  }

  /// The content of a file; nil where there is none.
  static func bytes(of path: String) throws -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw Failed(path: path)
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 { throw Failed(path: path) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  static func text(of path: String) throws -> String? {
    try bytes(of: path).map { String(decoding: $0, as: UTF8.self) }
  }

  static func write(_ bytes: some Collection<UInt8>, to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failed(path: path) }
    defer { close(descriptor) }
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Failed(path: path) }
      rest = rest.dropFirst(count)
    }
  }

  static func makeFolder(_ path: String) throws {
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw Failed(path: path) }
  }

  static func move(_ path: String, to target: String) throws {
    guard rename(path, target) == 0 else { throw Failed(path: path) }
  }

  /// The names in a folder, sorted; empty where there is none.
  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The paths of all files in a folder and in those below it.
  static func all(below folder: String) -> [String] {
    names(in: folder).flatMap { name in
      let path = "\(folder)/\(name)"
      return isFolder(path) ? all(below: path) : [path]
    }
  }

  /// Where a symbolic link leads; nil where there is none.
  static func target(of path: String) -> String? {
    var target = [CChar](repeating: 0, count: 4096)
    let count = readlink(path, &target, target.count)
    guard count > 0 else { return nil }
    return String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func copy(_ path: String, to target: String) throws {
    guard isFolder(path) else {
      guard let bytes = try bytes(of: path) else { throw Failed(path: path) }
      return try write(bytes, to: target)
    }
    try makeFolder(target)
    for name in names(in: path) { try copy("\(path)/\(name)", to: "\(target)/\(name)") }
  }

  static func remove(_ path: String) {
    if isFolder(path) {
      for name in names(in: path) { remove("\(path)/\(name)") }
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}
