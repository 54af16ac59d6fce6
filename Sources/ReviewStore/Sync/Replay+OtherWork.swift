import ReviewCore

/// The person's other commits, which go along where they fit.
extension Replay {
  /// Makes a commit anew that changes other files too, if it fits.
  ///
  /// git of before 2.40 cannot be told the base of a merge, so a commit is made that has the base for
  /// its parent.
  mutating func replayOther(
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
  func checkMerge(_ commit: Commit) async throws {
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
}
