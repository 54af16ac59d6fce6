import ReviewCore
import SystemPackage

/// A file beside another one that holds a version of it: of a sync program, of an editor, of git.
struct FileCopy: Hashable, Sendable {
  /// Its path in the review folder.
  let path: String
  /// The file that it is a copy of.
  let original: FolderFile
  /// What it was when it was looked at.
  let stamp: FileStamp?
}

/// What a copy holds beside the file that it is a copy of.
enum CopyFinding: Hashable, Sendable {
  /// It cannot be read, or is no version of the file.
  case unreadable(Fault)
  /// It says the same.
  case same
  /// Its file is gone.
  case alone(entries: Int)
  /// Of a person's file: how many entries the file lacks, and how many are newer here. None of
  /// either: all that it says is there, or was replaced by something later.
  case version(missing: Int, newer: Int)
  /// Of a file without a single writer: in how many entries both differ.
  case different(entries: Int)
}

extension ReviewFolder {
  /// Compares a copy with its file. O(bytes of both).
  func finding(of copy: FileCopy) -> CopyFinding {
    let original = copy.original
    do throws(StoreError) {
      guard let bytes = try content(at: path.pushing(FilePath(copy.path)))?.bytes else {
        return .same
      }
      let file = try content(at: path(of: original))
      if let file, file.bytes == bytes { return .same }
      let document = try JSONDocument(writable: bytes, at: path(of: original))
      let tree = JSONValue(document.root)
      guard let file else {
        if original.writer != nil {
          _ = try original.merging([bytes], at: path(of: original))
        }
        return .alone(entries: tree.entries.count)
      }
      if original.writer == nil {
        guard let other = try? JSONDocument(file.bytes) else {
          return .different(entries: tree.entries.count)
        }
        let (mine, theirs) = (tree.entries, JSONValue(other.root).entries)
        let keys = Set(mine.keys).union(theirs.keys)
        let differing = keys.filter { mine[$0] != theirs[$0] }.count
        return differing == 0 ? .same : .different(entries: differing)
      }
      let versions = try FileMend(file.bytes, of: original, at: path(of: original))?.versions
      let before = try original.merging(versions ?? [file.bytes], at: path(of: original))
      let after = try original.merging([before.bytes, bytes], at: path(of: original))
      let (known, merged) = (Self.entries(before.bytes), Self.entries(after.bytes))
      if versions == nil, Self.entries(bytes) == known { return .same }
      let missing = merged.keys.filter { known[$0] == nil }.count
      let newer = merged.filter { known[$0.key] != nil && known[$0.key] != $0.value }.count
      return .version(missing: missing, newer: newer)
    } catch {
      return .unreadable(error.fault)
    }
  }

  /// Reads any file, with an error in words.
  func content(at path: FilePath) throws(StoreError) -> FileContent? {
    do throws(FileError) {
      return try fileSystem.read(path)
    } catch {
      throw StoreError(error, doing: "read")
    }
  }

  private static func entries(_ bytes: [UInt8]) -> [String: JSONValue] {
    (try? JSONDocument(bytes)).map { JSONValue($0.root).entries } ?? [:]
  }
}

extension FileCopy {
  /// What to say of it.
  func fault(_ finding: CopyFinding) -> Fault {
    let file = original.relativePath
    let what = "this is a copy of \(file) that a sync program or git left, and it is not read"
    func fault(
      _ severity: Fault.Severity, _ problem: String, _ remedy: String
    ) -> Fault {
      var fault = Fault(path: path, severity: severity, problem: problem, remedy: remedy)
      switch finding {
      case .same, .version, .alone: fault.mender = original.writer
      case .different, .unreadable: break
      }
      return fault
    }
    let merges = original.writer.map {
      "\($0) merges it into \(file) with \"lectern check --fix\", and nothing is lost"
    }
    switch finding {
    case .same:
      return fault(
        .warning, "\(what); it says the same as \(file)",
        "\"lectern check --fix\" takes it out of the folder")
    case .version(0, 0):
      return fault(
        .warning, "\(what); nothing in it is missing from \(file)", merges ?? "Remove it")
    case .version(let missing, let newer):
      var parts: [String] = []
      if missing > 0 { parts.append("\(Self.entries(missing)) missing from \(file)") }
      if newer > 0 {
        parts.append(
          parts.isEmpty ? "\(Self.entries(newer)) newer than there" : "\(newer) newer than there")
      }
      return fault(
        .error, "\(what); \(parts.joined(separator: ", "))", merges ?? "Remove it")
    case .alone(let entries):
      let count = entries == 1 ? "1 entry" : "\(entries) entries"
      return fault(
        .error, "\(what), though \(file) is not there; it has \(count)",
        merges ?? "Rename it to \(file), if it is the one that stands")
    case .different(let entries):
      let count = entries == 1 ? "1 entry" : "\(entries) entries"
      return fault(
        .warning, "\(what); the two differ in \(count)",
        "A chair looks at both, keeps in \(file) what stands, and removes the copy")
    case .unreadable(let reason):
      let line = reason.position.map { " (line \($0.line))" } ?? ""
      return fault(
        .warning,
        "this looks like a copy of \(file), and cannot be merged into it: \(reason.problem)\(line)",
        "See by hand whether something in it is missing from \(file), then remove it")
    }
  }

  private static func entries(_ count: Int) -> String {
    count == 1 ? "1 entry of it is" : "\(count) entries of it are"
  }
}

extension JSONValue {
  /// What a file of the folder holds, entry by entry: of reviews, comparisons, remarks, decisions,
  /// proposals, speakers and assignments each one, of a summit each key.
  var entries: [String: JSONValue] {
    var entries: [String: JSONValue] = [:]
    for member in object?.members ?? []
    where !["format", "reviewer", "chair"].contains(member.key) {
      switch (member.key, member.value) {
      case ("comparisons", .object(let groups)):
        for group in groups.members {
          for entry in group.value.object?.members ?? [] {
            entries["comparisons\n\(group.key)\n\(entry.key)"] = entry.value
          }
        }
      case ("reviews", .object(let list)), ("discussion", .object(let list)),
        ("decisions", .object(let list)), ("assignments", .object(let list)):
        for entry in list.members { entries["\(member.key)\n\(entry.key)"] = entry.value }
      case ("proposals", .array(let list)), ("speakers", .array(let list)):
        for (place, entry) in list.enumerated() {
          let id = entry.object?["id"]?.string ?? "at \(place)"
          entries["\(member.key)\n\(id)"] = entry
        }
      default: entries[member.key] = member.value
      }
    }
    return entries
  }
}
