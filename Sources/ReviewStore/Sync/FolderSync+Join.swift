import ReviewCore
import SystemPackage

extension FolderSync {
  /// Puts what is only here behind what the server has, and moves the branch, the index and the
  /// files there.
  ///
  /// - Returns: what the branch is at now; the server's commit where there is nothing to send.
  /// - Throws: `SyncProblem`, a passing one where a file of the person's own was saved meanwhile.
  ///   Branch, index and files are then as they were.
  func join(
    _ place: SyncPlace, _ upstream: String, _ base: String, isKnown: Bool, as identity: Identity,
    _ report: inout SyncReport
  ) async throws -> String {
    if base == upstream { return place.head }
    let summit = "\(upstream):\(place.path(of: .summit))"
    guard try await place.git.attempt(["cat-file", "-e", summit]).status == 0 else {
      throw SyncProblem(
        "\(place.upstream.name) holds no \(place.path(of: .summit)): it is not the committee's branch, "
          + "or the summit was moved",
        remedy: "Ask a chair which branch it is, and go there with \"git switch\"")
    }
    var replay = Replay(
      place: place, upstream: upstream, own: ownFiles, folder: folder,
      isSigned: identity.signs)
    if base != place.head { try identity.use(&report) }
    let tip = try await replay.run(
      from: base, isKnown: isKnown, saying: "Reviews by \(member.id)")
    if !replay.lost.isEmpty {
      report.rescued = try rescue.keep(replay.lost, of: member.id, at: now())
    }
    try await move(place, to: tip)
    report.mergedOwn = report.mergedOwn || replay.mergedOwn
    return tip
  }

  /// The commit from which the branch and the server's went apart.
  func base(of place: SyncPlace, _ upstream: String) async throws -> String {
    if place.head == upstream { return upstream }
    let found = try await place.git.attempt(["merge-base", place.head, upstream])
    guard found.status == 0 else { throw Self.unrelated(place) }
    return found.line
  }

  private static func unrelated(_ place: SyncPlace) -> SyncProblem {
    SyncProblem(
      "Your branch \(place.branch) and \(place.upstream.name) have no commit in common",
      remedy:
        "If this clone is a shallow one, \"git fetch --unshallow\" may find it; else clone the "
        + "committee's repository anew and copy your file of reviews into it")
  }
}

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
  private var blobs: [String: String] = [:]
  private var tip = ""

  init(
    place: SyncPlace, upstream: String, own: [FolderFile], folder: ReviewFolder,
    isSigned: Bool
  ) {
    (self.place, self.upstream, self.own) = (place, upstream, own)
    (self.folder, self.isSigned) = (folder, isSigned)
    index = place.gitFolder.appending("\(SyncPlace.temporaryIndex)-join")
  }

  private var git: Git { place.git.withIndex(index) }

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
  private struct Commit {
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

  private var ownPaths: Set<String> { Set(own.map(place.path(of:))) }

  /// A file that a commit changed; nil stands for none.
  private struct Change {
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
  private mutating func applyOwn(_ change: Change, of commit: String) async throws {
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

  private mutating func set(_ path: String, _ blob: String) async throws {
    blobs[path] = blob
    try await git.call(["update-index", "--add", "--cacheinfo", "100644,\(blob),\(path)"])
  }

  /// Two versions of an own file made one.
  private mutating func merged(
    _ path: String, _ first: String, _ second: String
  ) async throws -> String {
    guard let file = own.first(where: { place.path(of: $0) == path }) else { return second }
    let (one, other) = (try await git.blob(first), try await git.blob(second))
    let result = try file.merging([one, other], at: folder.path(of: file))
    for text in result.lost where !lost.contains(text) { lost.append(text) }
    mergedOwn = true
    if result.bytes == other { return second }
    return result.bytes == one ? first : try await git.keep(result.bytes)
  }

  /// Makes a commit with a tree behind the tip, as its author wrote it.
  private mutating func record(_ commit: Commit, tree: String) async throws {
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

  // MARK: - The person's other work

  /// Makes a commit anew that changes other files too, if it fits.
  ///
  /// git of before 2.40 cannot be told the base of a merge, so a commit is made that has the base for
  /// its parent.
  private mutating func replayOther(
    _ commit: Commit, _ parent: String, _ changes: [Change]
  ) async throws {
    let tree = try await git.call(["rev-parse", "\(tip)^{tree}"]).line
    let side = try await git.call(
      ["commit-tree", tree, "-p", parent, "-m", "lectern sync"],
      environment: RawCommit.nobody
    ).line
    let result = try await merge(side, commit.id)
    let inTheWay = result.conflicts.subtracting(ownPaths)
    guard inTheWay.isEmpty else { throw conflict(inTheWay.sorted(), in: commit.id) }
    try await git.call(["read-tree", result.tree])
    for (path, blob) in blobs { try await set(path, blob) }
    for change in changes where ownPaths.contains(change.path) {
      try await applyOwn(change, of: commit.id)
    }
    let new = try await git.call(["write-tree"]).line
    if new != tree { try await record(commit, tree: new) }
  }

  /// What git makes of two commits: a tree, and the files whose two sides do not fit.
  private func merge(
    _ first: String, _ second: String
  ) async throws -> (tree: String, conflicts: Set<String>) {
    let output = try await git.attempt([
      "merge-tree", "--write-tree", "-z", "--no-messages", "--name-only", first, second,
    ])
    guard output.status == 0 || output.status == 1, let tree = output.fields.first else {
      if output.errors.contains("usage:") || output.status == 129 {
        throw SyncProblem(
          "There are other commits of yours that were not sent, and your git is too old to put them "
            + "behind those of the others",
          remedy: "Use git 2.38 or newer, or do it with \"git pull --rebase\", then sync again")
      }
      throw GitError.failed("merge-tree", output)
    }
    return (tree, Set(output.fields.dropFirst()))
  }

  /// Makes sure that nothing is lost where a merge of the person's own falls away, since its sides
  /// stand one behind the other now: it must hold nothing but what git makes of them.
  private func checkMerge(_ commit: Commit) async throws {
    var byHand = ownPaths
    if commit.parents.count == 2 {
      let result = try await merge(commit.parents[0], commit.parents[1])
      let names = try await git.call([
        "diff-tree", "-r", "-z", "--no-renames", "--name-only", result.tree, commit.id,
      ])
      byHand = Set(names.fields).subtracting(ownPaths)
      if byHand.isEmpty { return }
    }
    throw SyncProblem(
      "The merge \(commit.id.prefix(8)) of yours holds something that was put in by hand",
      remedy: "Send it yourself with \"git pull --rebase\" and \"git push\", then sync again")
  }

  private func conflict(_ paths: [String], in commit: String) -> SyncProblem {
    let names = paths.prefix(3).joined(separator: ", ") + (paths.count > 3 ? ", …" : "")
    return SyncProblem(
      "You and somebody else changed the same part of \(names) "
        + "(your commit \(commit.prefix(8)))",
      remedy: "Decide by hand with \"git pull --rebase\", then sync again; nothing was changed")
  }

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
