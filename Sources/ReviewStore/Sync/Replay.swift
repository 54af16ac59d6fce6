import ReviewCore
import SystemPackage

/// Makes commits anew behind those of the server, without touching the files: git's objects and an
/// index of its own are all that it writes.
struct Replay {
  let place: SyncPlace
  let upstream: String
  let own: [FolderFile]
  let folder: ReviewFolder
  let index: FilePath
  /// Whether the person signs commits.
  let isSigned: Bool
  /// Texts that lost against newer ones.
  var lost: [LostText] = []
  /// Whether two versions of an own file became one.
  var mergedOwn = false

  /// What the own files are at the tip, by path: the id of their content.
  var blobs: [String: String] = [:]
  var tip = ""

  init(
    place: SyncPlace, upstream: String, own: [FolderFile], folder: ReviewFolder,
    isSigned: Bool
  ) {
    (self.place, self.upstream, self.own) = (place, upstream, own)
    (self.folder, self.isSigned) = (folder, isSigned)
    index = place.gitFolder.appending("\(SyncPlace.temporaryIndex)-join")
  }

  var git: Git { place.git.withIndex(index) }

  /// Makes all commits anew that are here and not on the server.
  ///
  /// - Returns: the last of them; the server's where none is left.
  /// - Parameter isKnown: whether the server was at the base when it was last asked.
  /// - Throws: `SyncProblem` where one does not fit.
  mutating func run(
    from base: String, isKnown: Bool, saying message: String
  ) async throws -> String {
    tip = upstream
    let theirs = try await ownBlobs(at: upstream)
    let mine = try await ownBlobs(at: place.head)
    blobs = theirs
    if base != place.head {
      if !isKnown { try await refuseRewritten(base) }
      try await git.call(["read-tree", upstream])
      for commit in try await commits() { try await replay(commit) }
    }
    try await restore(mine, theirs, saying: message)
    return tip
  }

  /// A commit with its parents.
  struct Commit {
    let id: String
    let parents: [String]
  }

  /// What is only here, oldest first.
  private func commits() async throws -> [Commit] {
    let lines = try await git.call([
      "rev-list", "--reverse", "--topo-order", "--parents", place.head, "^\(upstream)",
    ]).text
    return lines.split(separator: "\n").map { line in
      let ids = line.split(separator: " ").map(String.init)
      return Commit(id: ids[0], parents: Array(ids.dropFirst()))
    }
  }

  /// Refuses to bring back what the server's history had and has no more.
  private func refuseRewritten(_ base: String) async throws {
    let fork = try await git.attempt([
      "merge-base", "--fork-point", place.upstream.tracking, place.head,
    ])
    guard fork.status == 0, !fork.line.isEmpty, fork.line != base else { return }
    throw SyncProblem(
      "The history of \(place.upstream.name) was written anew on the server",
      remedy: "Ask who did it; then take it over with \"git pull --rebase\", and sync again")
  }

  // MARK: - One commit

  private mutating func replay(_ commit: Commit) async throws {
    guard let parent = commit.parents.first else {
      throw SyncProblem(
        "The commit \(commit.id.prefix(8)) of yours has no commit before it",
        remedy: "Bring it in by hand with \"git pull\", then sync again")
    }
    if commit.parents.count > 1 { return try await checkMerge(commit) }
    let changes = try await changes(parent, commit.id)
    if changes.allSatisfy({ ownPaths.contains($0.path) }) {
      let before = blobs
      for change in changes { try await applyOwn(change, of: commit.id) }
      if blobs == before { return }
      try await record(commit, tree: git.call(["write-tree"]).line)
    } else {
      try await replayOther(commit, parent, changes)
    }
  }

  var ownPaths: Set<String> { Set(own.map(place.path(of:))) }

  /// A file that a commit changed; nil stands for none.
  struct Change {
    let path: String
    let old: String?
    let new: String?
    let isPlain: Bool
  }

  private func changes(_ old: String, _ new: String) async throws -> [Change] {
    let fields = try await git.call(["diff-tree", "-r", "-z", "--raw", "--no-renames", old, new])
      .fields
    return stride(from: 0, to: fields.count - 1, by: 2).map { place in
      let words = fields[place].split(separator: " ").map(String.init)
      func id(_ text: String) -> String? { text.allSatisfy { $0 == "0" } ? nil : text }
      return Change(
        path: fields[place + 1], old: id(words[2]), new: id(words[3]),
        isPlain: words[1].hasPrefix("100") || words[1] == "000000")
    }
  }

  /// Brings a change of an own file in: by the merge rule where the server's is another one.
  mutating func applyOwn(_ change: Change, of commit: String) async throws {
    // Nothing is deleted by absence.
    guard let new = change.new else { return }
    guard change.isPlain else { throw Self.link(change.path, commit) }
    let current = blobs[change.path]
    if current == new { return }
    let wanted: String
    if let current, current != change.old {
      wanted = try await merged(change.path, current, new)
    } else {
      wanted = new
    }
    try await set(change.path, wanted)
  }

  mutating func set(_ path: String, _ blob: String) async throws {
    blobs[path] = blob
    try await git.call(["update-index", "--add", "--cacheinfo", "100644,\(blob),\(path)"])
  }

  /// Two versions of an own file made one.
  private mutating func merged(
    _ path: String, _ first: String, _ second: String
  ) async throws -> String {
    guard let file = own.first(where: { place.path(of: $0) == path }) else { return second }
    let (one, other) = (try await git.blob(first), try await git.blob(second))
    do throws(StoreError) { _ = try file.merging([one], at: folder.path(of: file)) } catch {
      throw SyncProblem(
        "The server's \(path) cannot be read: \(error.problem)",
        remedy:
          "Yours here is whole. \"git log -1 @{upstream} -- \(path)\" names who changed it: ask "
          + "them to \"git revert\" that and push, then sync again")
    }
    let result = try file.merging([one, other], at: folder.path(of: file))
    for text in result.lost where !lost.contains(text) { lost.append(text) }
    mergedOwn = true
    if result.bytes == other { return second }
    return result.bytes == one ? first : try await git.keep(result.bytes)
  }

  /// Makes a commit with a tree behind the tip, as its author wrote it.
  mutating func record(_ commit: Commit, tree: String) async throws {
    let raw = try await git.call(["cat-file", "commit", commit.id]).output
    let old = RawCommit(raw)
    var command = git
    if let encoding = old.encoding { command.settings.append("i18n.commitEncoding=\(encoding)") }
    tip = try await command.call(
      ["commit-tree", tree, "-p", tip, "-F", "-"] + signing, input: old.message,
      environment: old.author
    ).line
  }

  /// The option that signs, where the person's commits are signed.
  private var signing: [String] { isSigned ? ["-S"] : [] }

  private static func link(_ path: String, _ commit: String) -> SyncProblem {
    SyncProblem(
      "\(path) is no plain file in the commit \(commit.prefix(8))",
      remedy: "Find out who made a link of it (\"git log\" names them), and put the file back")
  }

  // MARK: - What others did to the own files

  /// The own files at a commit.
  private func ownBlobs(at commit: String) async throws -> [String: String] {
    let output = try await git.call(
      ["ls-tree", "-z", "-r", commit, "--"] + own.map(place.path(of:)))
    var blobs: [String: String] = [:]
    for field in output.fields {
      let parts = field.split(separator: "\t", maxSplits: 1)
      let words = parts[0].split(separator: " ")
      guard parts.count == 2, words.count == 3 else { continue }
      guard words[0].hasPrefix("100") else { throw Self.link(String(parts[1]), commit) }
      blobs[String(parts[1])] = String(words[2])
    }
    return blobs
  }

  /// Adds a commit where the tip says less of the own files than either side.
  private mutating func restore(
    _ mine: [String: String], _ theirs: [String: String], saying message: String
  ) async throws {
    var wanted: [(path: String, blob: String)] = []
    for path in ownPaths.sorted() {
      guard let ours = mine[path], ours != blobs[path] else { continue }
      guard let current = blobs[path] else {
        wanted.append((path, ours))
        continue
      }
      let blob = try await merged(path, current, ours)
      if blob != current { wanted.append((path, blob)) }
    }
    if wanted.isEmpty { return }
    mergedOwn = true
    try await git.call(["read-tree", tip])
    for (path, blob) in wanted { try await set(path, blob) }
    let tree = try await git.call(["write-tree"]).line
    tip = try await git.call(
      ["commit-tree", tree, "-p", tip, "-m", message] + signing
    ).line
  }
}
