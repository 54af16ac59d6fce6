package import ReviewCore
import SystemPackage

extension LoadedFolder {
  /// Every fault in the folder, by path, then by place: those that opening it shows, and those that
  /// need a second look at all of it.
  ///
  /// O(bytes of the folder).
  ///
  /// - Parameters:
  ///   - viewer: who asks; who is in conflict with what is told to chairs and to whom it is about.
  ///   - now: the time, for what comes from the future.
  package func check(for viewer: Identifier?, at now: Timestamp) -> [Fault] {
    let check = FolderCheck(loaded: self, viewer: viewer, now: now)
    var all = faults + folder.placeFaults(self, now)
    for file in files.keys {
      guard case .document(let document, _) = folder.read(file) else { continue }
      all += check.faults(of: file, document.root).map { $0.inFile(file.relativePath) }
    }
    return all.inOrder
  }
}

extension ReviewFolder {
  /// What is wrong with where files are: links that lead out of the folder, temporary files.
  fileprivate func placeFaults(_ loaded: LoadedFolder, _ now: Timestamp) -> [Fault] {
    var faults = leftOvers(at: now).map { path in
      Fault(
        path: path, severity: .warning,
        problem: "a program that was ended while it wrote left this temporary file here",
        remedy: "\"lectern check --fix\" removes it; what was saved is in the file itself")
    }
    guard let root = try? fileSystem.realPath(of: path) else { return faults }
    for file in loaded.files.keys {
      guard let real = try? fileSystem.realPath(of: path(of: file)), !real.starts(with: root)
      else { continue }
      faults.append(
        Fault(
          path: file.relativePath, severity: .warning,
          problem: "a link leads out of the folder, to \(real.string.quoted), which is read, "
            + "and never written",
          remedy: "Remove the link and put the file itself here"))
    }
    return faults
  }
}

extension [Fault] {
  /// The faults by path, then by place. O(n log n).
  var inOrder: [Fault] {
    sorted { first, second in
      let (one, other) = (first.path ?? "", second.path ?? "")
      if one != other { return one.utf8.lexicographicallyPrecedes(other.utf8) }
      let (here, there) = (first.position, second.position)
      if here?.line != there?.line { return (here?.line ?? 0) < (there?.line ?? 0) }
      if here?.column != there?.column { return (here?.column ?? 0) < (there?.column ?? 0) }
      return first.problem < second.problem
    }
  }
}
