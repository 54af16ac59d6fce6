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
      let fault = GitConflict.fault(of: content.bytes, in: file) ?? error
      return .broken(fault.inFile(file.relativePath), content.stamp)
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
      if let conflict = GitConflict.fault(of: bytes, in: nil) { throw conflict }
      throw Fault(
        position: error.position,
        problem: bytes.isEmpty ? "the file is empty" : error.problem,
        remedy: "Mend the file by hand, or put an older copy in its place; until then it is not "
          + "written")
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
