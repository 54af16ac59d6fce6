import ReviewCore
import SystemPackage

extension FolderSync {
  /// Commits what changed of the person's own files; a chair's also what changed of the files that
  /// the chairs write, where git has them already.
  ///
  /// The commit is made from an index of its own, so that what is staged stays staged, and hooks run
  /// as always. What is read is read under the store's lock; the hooks are not waited for under it.
  func commit(
    in place: SyncPlace, as identity: Identity, _ report: inout SyncReport
  ) async throws {
    try await commit(
      ownFiles, saying: "Reviews by \(member.id)", in: place, as: identity, isOwn: true, &report)
    if member.isChair {
      try await commit(
        FolderFile.topLevel, saying: "Summit files by \(member.id)", in: place, as: identity,
        isOwn: false,
        &report)
    }
  }

  private func commit(
    _ files: [FolderFile], saying message: String, in place: SyncPlace, as identity: Identity,
    isOwn: Bool, _ report: inout SyncReport
  ) async throws {
    let git = place.git
    let index = place.gitFolder.appending("\(SyncPlace.temporaryIndex)-commit")
    let locks = try lock(files)
    var paths: [String] = []
    do {
      defer { for lock in locks { lock.release() } }
      paths = try await changed(files, in: place, isOwn: isOwn, &report)
      if paths.isEmpty { return }
      try identity.use(&report)
      try await git.withIndex(index).call(["read-tree", "HEAD"])
      // What is ignored and new was refused before; what git has may be under an exclude.
      let added = try await git.withIndex(index).attempt(
        ["--literal-pathspecs", "add", "--force", "--"] + paths)
      guard added.status == 0 else { throw Self.notAdded(added, paths) }
    }
    let temporary = git.withIndex(index)
    let same = try await temporary.attempt(["diff-index", "--cached", "--quiet", "HEAD", "--"])
    if same.status != 0 {
      let made = try await temporary.attempt(["commit", "--quiet", "-m", message])
      guard made.status == 0 else { throw Self.notCommitted(made) }
    }
    try await git.call(["--literal-pathspecs", "reset", "--quiet", "HEAD", "--"] + paths)
  }

  /// Takes the locks of the folders that hold files, where they are there.
  func lock(_ files: [FolderFile]) throws -> [FolderLock] {
    var holders: [FilePath] = []
    for file in files where !holders.contains(folder.holder(of: file)) {
      holders.append(folder.holder(of: file))
    }
    var locks: [FolderLock] = []
    do throws(FileError) {
      for holder in holders {
        guard try folder.fileSystem.stamp(of: holder.isEmpty ? "." : holder) != nil else {
          continue
        }
        locks.append(try folder.fileSystem.lock(holder.isEmpty ? "." : holder))
      }
    } catch {
      for lock in locks { lock.release() }
      throw StoreError(error, doing: "opened")
    }
    return locks
  }

  /// The files that differ from what is committed and may be committed, as paths in the repository.
  private func changed(
    _ files: [FolderFile], in place: SyncPlace, isOwn: Bool, _ report: inout SyncReport
  ) async throws -> [String] {
    let states = try await place.states(of: files)
    var paths: [String] = []
    for file in files {
      guard let state = states[place.path(of: file)] else { continue }
      let name = file.relativePath
      guard let content = try folder.fileSystem.read(folder.path(of: file)) else {
        report.note("\(name) is gone here, and was left alone: git still has it")
        continue
      }
      if state == "!!" {
        guard isOwn else { continue }
        throw SyncProblem(
          "git is told to ignore \(name)",
          remedy: "Take the line that says so out of .gitignore: \"git check-ignore -v\" names it")
      }
      if state == "??", !isOwn {
        report.note("\(name) is not shared: \"git add\" it if the committee is to have it")
        continue
      }
      if try isLink(file) {
        report.note("\(name) is a link, and was left alone: git would share the link")
        continue
      }
      if isOwn {
        _ = try file.merging([content.bytes], at: folder.path(of: file))
        try await takeBack(file, content, in: place, &report)
      } else {
        try folder.checkReadable(content.bytes, as: file)
      }
      paths.append(place.path(of: file))
    }
    return paths
  }

  /// Merges what git has of one's own file into it: an entry that is taken back is `cleared` and stays,
  /// so that one which is missing got lost, with the whole file perhaps.
  private func takeBack(
    _ file: FolderFile, _ content: FileContent, in place: SyncPlace, _ report: inout SyncReport
  ) async throws {
    let path = folder.path(of: file)
    let committed = try await place.git.attempt(
      ["cat-file", "--filters", "HEAD:\(place.path(of: file))"])
    guard committed.status == 0,
      let merged = try? file.merging([content.bytes, committed.output], at: path),
      merged.bytes != content.bytes
    else { return }
    let replacement = FileReplacement(path, bytes: merged.bytes, previous: content)
    guard try folder.fileSystem.replace([replacement]) != nil else { return }
    report.note("\(file.relativePath) lacked something that git has, which is in it again")
  }

  private static func notAdded(_ output: GitOutput, _ paths: [String]) -> SyncProblem {
    let problem = SyncProblem(.failed("add", output), doing: "committed")
    guard output.errors.contains("beyond a symbolic link") else { return problem }
    return SyncProblem(
      "\(paths[0]) stands behind a link, which git does not follow",
      remedy: "Put the folder itself in its place", gitWords: output.words)
  }

  private static func notCommitted(_ output: GitOutput) -> SyncProblem {
    let problem = SyncProblem(.failed("commit", output), doing: "committed")
    guard problem.problem.hasPrefix("It could not be") else { return problem }
    return SyncProblem(
      "git does not take the commit; a hook of your repository may refuse it",
      remedy: "See what it says; what you said is saved in the folder as before",
      gitWords: output.words)
  }

  // MARK: - Who commits

  /// How commits are made.
  struct Identity {
    /// The member's name and e-mail, where git has none of the person.
    var settings: [String] = []
    /// Whether the person signs commits.
    var signs = false
    /// What the person should know of it once something is committed.
    var notice: String?
    /// Why nothing can be committed; what others sent comes in all the same.
    var refusal: SyncProblem?

    /// Makes sure that commits can be made.
    func use(_ report: inout SyncReport) throws(SyncProblem) {
      if let refusal { throw refusal }
      if let notice { report.note(notice) }
    }
  }

  /// How commits are made. Variables such as `GIT_AUTHOR_EMAIL` go before any setting.
  func identity(in place: SyncPlace) async throws -> Identity {
    let asked = try await place.git.attempt([
      "config", "--null", "--get-regexp", "^(user\\.(name|email)|commit\\.gpgsign)$",
    ])
    var values: [String: String] = [:]
    for field in asked.fields {
      let parts = field.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      values[String(parts[0])] = parts.count > 1 ? parts[1].lowercased() : "true"
    }
    let signs = values["commit.gpgsign"].map { ["true", "yes", "on", "1"].contains($0) } ?? false
    let (hasName, hasEmail) = (values["user.name"] != nil, values["user.email"] != nil)
    if hasName, hasEmail { return Identity(signs: signs) }
    var settings = hasName ? [] : ["user.name=\(member.name.withoutControls)"]
    let email = member.email?.withoutControls ?? ""
    if !hasEmail { settings.append("user.email=\(email)") }
    var probe = place.git
    probe.settings += ["user.name=lectern-probe", "user.email=lectern-probe"]
    let ident = try await probe.call(["var", "GIT_AUTHOR_IDENT"]).line
    if !ident.contains("lectern-probe") { return Identity(settings: settings, signs: signs) }
    var identity = Identity(settings: settings, signs: signs)
    identity.notice = "git does not know who you are; what is committed is by \(member.name)"
    if !hasEmail, email.isEmpty {
      identity.refusal = SyncProblem(
        "git does not know who you are, and the committee has no e-mail of \(member.id)",
        remedy: "Say it once with \"git config --global user.email ADDRESS\"")
    }
    return identity
  }
}

extension SyncReport {
  /// Notes something once.
  mutating func note(_ notice: String) {
    if !notices.contains(notice) { notices.append(notice) }
  }
}

extension SyncPlace {
  /// What the names of temporary indexes begin with.
  static let temporaryIndex = "lectern-index"

  /// How files stand against what is committed and staged, by git's two letters; one that does not
  /// differ is not named.
  func states(of files: [FolderFile]) async throws -> [String: String] {
    let output = try await git.call(
      [
        "--literal-pathspecs", "status", "--porcelain=v1", "-z", "--no-renames",
        "--untracked-files=all", "--ignored=matching", "--",
      ] + files.map(path(of:)))
    var states: [String: String] = [:]
    for field in output.fields where field.utf8.count > 3 {
      let (state, path) = (String(field.prefix(2)), String(field.dropFirst(3)))
      states[path] = state
      // Of a folder that is ignored as a whole only the folder is named.
      guard path.hasSuffix("/") else { continue }
      for file in files where self.path(of: file).hasPrefix(path) {
        states[self.path(of: file)] = state
      }
    }
    return states
  }

  /// Takes away what a sync that was killed left in the repository's folder.
  func tidy(on fileSystem: any FileSystem) throws(FileError) {
    for name in try fileSystem.list(gitFolder) ?? [] where name.hasPrefix(Self.temporaryIndex) {
      try fileSystem.remove(gitFolder.appending(name))
    }
  }
}

extension String {
  /// The text on one line, without what git does not take in a name.
  fileprivate var withoutControls: String {
    String(unicodeScalars.filter { $0.value >= 0x20 && $0 != "<" && $0 != ">" && $0 != "\u{7F}" })
  }
}
