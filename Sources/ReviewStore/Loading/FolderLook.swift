import ReviewCore
import SystemPackage

/// What a look at the folder shows without reading any file: cheap enough for every second, on a
/// network folder too.
struct FolderLook: Sendable {
  /// The files that are there, with their stamps.
  var stamps: [FolderFile: FileStamp] = [:]
  /// Faults about names: what stands in the folder and is not read, and what cannot be looked at.
  var faults: [Fault] = []
  /// Copies of files, as their names say, by path.
  var copies: [FileCopy] = []
}

extension ReviewFolder {
  /// Looks at the folder. O(files).
  func look() -> FolderLook {
    var look = FolderLook()
    let names = Set(self.names(in: nil, &look))
    noteStrayNames(names, in: nil, &look)
    for file in FolderFile.topLevel where names.contains(file.name) { stamp(file, &look) }
    for subfolder in [FolderFile.reviewsFolder, FolderFile.decisionsFolder] {
      let names = Set(self.names(in: subfolder, &look))
      noteStrayNames(names, in: subfolder, &look)
      for name in names.sorted() {
        guard let person = FolderFile.person(ofFile: name) else { continue }
        let isReview = subfolder == FolderFile.reviewsFolder
        stamp(isReview ? .reviews(person) : .decisions(person), &look)
      }
    }
    return look
  }

  private func names(in subfolder: String?, _ look: inout FolderLook) -> [String] {
    let folder = subfolder.map { path.appending($0) } ?? path
    do throws(FileError) {
      return try fileSystem.list(folder) ?? []
    } catch {
      let error = StoreError(error, doing: "listed")
      look.faults.append(
        Fault(path: subfolder ?? ".", problem: error.problem, remedy: error.remedy))
      return []
    }
  }

  private func stamp(_ file: FolderFile, _ look: inout FolderLook) {
    do throws(FileError) {
      if let stamp = try fileSystem.stamp(of: path(of: file)) {
        look.stamps[file] = stamp
      } else {
        look.faults.append(
          Fault(
            path: file.relativePath, problem: "this is a link that leads nowhere",
            remedy: "Put back what it leads to, or remove the link"))
      }
    } catch {
      let error = StoreError(error, doing: "looked at")
      look.faults.append(
        Fault(path: file.relativePath, problem: error.problem, remedy: error.remedy))
    }
  }
}

extension FolderFile {
  /// Whose file it is, from its name in `reviews` or `decisions`; nil for what is no such file.
  static func person(ofFile name: String) -> Identifier? {
    name.hasSuffix(".json") ? Identifier(String(name.dropLast(5))) : nil
  }
}

extension ReviewFolder {
  /// Names what stands beside the files and looks as if somebody meant it to be read.
  private func noteStrayNames(
    _ names: Set<String>, in subfolder: String?, _ look: inout FolderLook
  ) {
    for name in names.sorted() where !name.hasPrefix(".") {
      let isRead =
        subfolder == nil
        ? FolderFile.topLevel.contains { $0.name == name } : FolderFile.person(ofFile: name) != nil
      if isRead { continue }
      let path = subfolder.map { "\($0)/\(name)" } ?? name
      if let original = FolderFile.original(ofCopy: name, in: subfolder) {
        let stamp = (try? fileSystem.stamp(of: self.path.pushing(FilePath(path)))) ?? nil
        look.copies.append(FileCopy(path: path, original: original, stamp: stamp))
        continue
      }
      let fault =
        subfolder == nil
        ? FolderLook.topLevelFault(name) : FolderLook.personFault(name, among: names)
      if let fault { look.faults.append(fault.inFile(path)) }
    }
  }
}

extension FolderLook {
  fileprivate static func topLevelFault(_ name: String) -> Fault? {
    if CopyName.hasMark(name), name.hasSuffix(".json") { return copyFault }
    let known = FolderFile.topLevel.map(\.name)
    guard name.hasSuffix(".json"), let meant = NearestWord.of(name, among: known) else {
      return nil
    }
    return Fault(
      severity: .warning, problem: "the file is not read (did you mean \"\(meant)\"?)",
      remedy: "Rename it, or take it out of the folder")
  }

  fileprivate static func personFault(_ name: String, among names: Set<String>) -> Fault {
    if CopyName.hasMark(name) { return copyFault }
    guard name.hasSuffix(".json") else {
      return Fault(
        severity: .warning, problem: "the file is not read: its name does not end in .json",
        remedy: "Rename it, or take it out of the folder")
    }
    let (person, small) = (String(name.dropLast(5)), name.lowercased())
    if small != name, names.contains(small) {
      return Fault(
        problem:
          "the name differs from \(small) only in capital letters, so the file does not count",
        remedy: "Merge the two by hand: some computers take them for one file, and lose the other")
    }
    let rename = FolderFile.person(ofFile: small).map { "Rename it to \($0).json" }
    return Fault(
      problem: "the name \(person.quoted) is no id, so the file does not count",
      remedy: rename ?? "Name the file for a committee member; an id is \(Identifier.rule)")
  }

  private static var copyFault: Fault {
    Fault(
      severity: .warning,
      problem: "this looks like a copy that a sync program, an editor or git left; it is not read",
      remedy: "See whether something in it is missing from the file itself, then remove it")
  }
}
