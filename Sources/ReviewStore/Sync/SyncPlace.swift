import ReviewCore
import SystemPackage

/// Where a sync works: the repository around a review folder, and the branch one is on.
struct SyncPlace: Sendable {
  /// git at the top of the working tree.
  let git: Git
  /// The repository's own folder, of this working tree.
  let gitFolder: FilePath
  /// What stands before the path of a file of the review folder; empty, or with a `/` at its end.
  let prefix: String
  /// The branch's short name.
  let branch: String
  /// The commit that the branch is at.
  let head: String
  /// Where the branch comes from.
  let upstream: Upstream

  /// A branch of a server.
  struct Upstream: Sendable {
    /// The remote's name.
    let remote: String
    /// The branch on the remote, as a full name.
    let remoteBranch: String
    /// What keeps here what it was the last time: `refs/remotes/origin/main`.
    let tracking: String

    /// As people write it: `origin/main`.
    var name: String { "\(remote)/\(remoteBranch.withoutHeads)" }
  }

  /// The path of a file in the repository.
  func path(of file: FolderFile) -> String { prefix + file.relativePath }
}

extension SyncPlace {
  /// Finds out where one is.
  ///
  /// - Throws: `SyncProblem` where one cannot sync from here, `GitError`.
  static func find(_ folder: ReviewFolder, by runner: @escaping GitRunner) async throws -> SyncPlace
  {
    let here = Git(in: folder.path.isEmpty ? "." : folder.path, by: runner)
    let found = try await here.attempt([
      "rev-parse", "--is-bare-repository", "--absolute-git-dir", "--show-prefix", "--show-toplevel",
    ])
    let lines = found.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard found.status == 0, lines.count >= 4, lines[0] == "false" else {
      throw try noRepository(found, folder)
    }
    let git = here.moved(to: FilePath(lines[3]))
    let gitFolder = FilePath(lines[1])
    try refuseWorkInProgress(gitFolder, folder.fileSystem)
    let branches = try await git.call([
      "for-each-ref",
      "--format=%(HEAD)%00%(refname)%00%(objectname)%00%(upstream)%00%(upstream:remotename)%00"
        + "%(upstream:remoteref)%00", "refs/heads",
    ])
    let fields = branches.fields
    guard
      let mark = stride(from: 0, to: fields.count - 5, by: 6).first(where: {
        fields[$0].hasSuffix("*")
      })
    else { throw try await noBranch(git) }
    let branch = fields[mark + 1].withoutHeads
    let upstream = Upstream(
      remote: fields[mark + 4], remoteBranch: fields[mark + 5], tracking: fields[mark + 3])
    if upstream.remoteBranch.isEmpty || upstream.tracking.isEmpty {
      throw try await noUpstream(git, branch)
    }
    if upstream.remote == "." {
      throw SyncProblem(
        "The branch \(branch) follows another branch of this same repository, not a server's",
        remedy: "Let it follow the server's with \"git branch --set-upstream-to=REMOTE/BRANCH\"")
    }
    let place = SyncPlace(
      git: git, gitFolder: gitFolder, prefix: lines[2], branch: branch, head: fields[mark + 2],
      upstream: upstream)
    try await place.refuseOtherName()
    return place
  }

  /// Refuses a branch that goes by another name on the server, as git's own `push` does: a branch
  /// that was made for something else must not come into the committee's by the way.
  private func refuseOtherName() async throws {
    let theirs = upstream.remoteBranch.withoutHeads
    if theirs == branch { return }
    let way = try await git.attempt(["config", "--get", "push.default"]).line
    if way == "upstream" || way == "tracking" { return }
    throw SyncProblem(
      "You are on the branch \(branch), which follows \(upstream.name)",
      remedy:
        "Go to the committee's branch with \"git switch \(theirs)\"; if it is meant so, say so "
        + "with \"git config push.default upstream\"")
  }

  private static func noRepository(
    _ output: GitOutput, _ folder: ReviewFolder
  ) throws -> SyncProblem {
    if output.errors.contains("dubious ownership") {
      return SyncProblem(.failed("rev-parse", output), doing: "looked at")
    }
    let place = folder.path.isEmpty ? "." : folder.path.string
    return SyncProblem(
      "\(place) is in no git repository",
      remedy: "Clone the committee's repository and work there; a new one begins with \"git init\"")
  }

  private static func noBranch(_ git: Git) async throws -> SyncProblem {
    let name = try await git.attempt(["symbolic-ref", "--quiet", "--short", "HEAD"])
    if name.status == 0 {
      return SyncProblem(
        "Nothing was ever committed in this repository, on \(name.line)",
        remedy: "Commit the summit with \"git add\" and \"git commit\", and \"git push -u\" it")
    }
    return SyncProblem(
      "You are on no branch (git calls it a detached HEAD)",
      remedy: "Go to the committee's branch with \"git switch main\", or whatever its name is")
  }

  private static func noUpstream(_ git: Git, _ branch: String) async throws -> SyncProblem {
    let remotes = try await git.call(["remote"]).text.split(separator: "\n")
    guard let remote = remotes.first(where: { $0 == "origin" }) ?? remotes.first else {
      return SyncProblem(
        "This repository knows of no server (git calls it a remote)",
        remedy:
          "Name it with \"git remote add origin ADDRESS\", then \"git push -u origin \(branch)\"")
    }
    return SyncProblem(
      "The branch \(branch) follows no branch of a server",
      remedy:
        "Put it there with \"git push -u \(remote) \(branch)\", or go to the committee's branch "
        + "with \"git switch\"")
  }

  /// What git leaves in its folder while it waits for a person, and what it is.
  private static let works: [(name: String, work: String)] = [
    ("rebase-merge", "rebase"), ("rebase-apply", "rebase"), ("MERGE_HEAD", "merge"),
    ("CHERRY_PICK_HEAD", "cherry-pick"), ("REVERT_HEAD", "revert"),
  ]

  private static func refuseWorkInProgress(
    _ gitFolder: FilePath, _ fileSystem: any FileSystem
  ) throws {
    for (name, work) in works
    where try fileSystem.stamp(of: gitFolder.appending(name)) != nil {
      throw SyncProblem(
        "A \(work) waits in this repository for you to end it",
        remedy:
          "Make the files as you want them, \"git add\" them, then \"git \(work) --continue\", and "
          + "sync again (\"--abort\" would take back what you saved since it began)"
      )
    }
  }
}

extension String {
  /// A branch without `refs/heads/`.
  var withoutHeads: String { hasPrefix("refs/heads/") ? String(dropFirst(11)) : self }
}
