import ReviewCore
import SystemPackage

/// What came of reading one file of a folder.
enum FileReading: Sendable {
  /// There is no such file.
  case missing
  /// It cannot be read or is no JSON.
  case broken(Fault, FileStamp?)
  /// It is JSON.
  case document(JSONDocument, FileStamp)

  /// What it was when it was read.
  var stamp: FileStamp? {
    switch self {
    case .missing: nil
    case .broken(_, let stamp): stamp
    case .document(_, let stamp): stamp
    }
  }
}

extension ReviewFolder {
  /// Reads one file. O(bytes).
  func read(_ file: FolderFile) -> FileReading {
    let content: FileContent?
    do throws(FileError) {
      content = try fileSystem.read(path(of: file))
    } catch {
      let error = StoreError(error, doing: "read")
      return .broken(
        Fault(path: file.relativePath, problem: error.problem, remedy: error.remedy),
        (try? fileSystem.stamp(of: path(of: file))) ?? nil)
    }
    guard let content else { return .missing }
    do throws(Fault) {
      return .document(try JSONDocument(reading: content.bytes), content.stamp)
    } catch {
      return .broken(error.inFile(file.relativePath), content.stamp)
    }
  }
}

extension JSONDocument {
  /// Reads a JSON text, with an error that says what to do.
  ///
  /// - Throws: `Fault`, without a path, where the bytes are not JSON.
  convenience init(reading bytes: [UInt8]) throws(Fault) {
    do throws(JSONSyntaxError) {
      try self.init(bytes)
    } catch {
      let isConflict = Self.hasConflictMarkers(bytes)
      throw Fault(
        position: error.position,
        problem: bytes.isEmpty ? "the file is empty" : error.problem,
        remedy: isConflict
          ? "Git left a conflict here: keep what belongs between <<<<<<< and >>>>>>>, and take "
            + "the three marker lines out"
          : "Mend the file by hand, or put an older copy in its place; until then it is not written"
      )
    }
  }

  /// Whether a line begins as git marks the two sides of a conflict. O(bytes).
  private static func hasConflictMarkers(_ bytes: [UInt8]) -> Bool {
    let marker = Array("<<<<<<< ".utf8)
    return bytes.indices.contains { place in
      bytes[place] == marker[0] && (place == 0 || bytes[place - 1] == 0x0A)
        && bytes[place...].starts(with: marker)
    }
  }

  /// The first key that is no Unicode text, at any depth. Such a key cannot be written back as it
  /// was, so that a file with one is not written over. O(nodes) where there is one, else O(nodes)
  /// without any work.
  var illFormedKey: JSONElement? {
    root.illFormedString == nil ? nil : root.illFormedKey
  }
}

extension JSONElement {
  fileprivate var illFormedKey: JSONElement? {
    for member in members {
      if member.keyElement.string == nil { return member.keyElement }
      if let key = member.value.illFormedKey { return key }
    }
    for element in elements {
      if let key = element.illFormedKey { return key }
    }
    return nil
  }
}
