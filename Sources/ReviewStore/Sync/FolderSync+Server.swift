import ReviewCore

/// What goes over the network, and what came of it.
extension FolderSync {
  /// Fetches the branch that this one follows, and returns the commit it is at.
  func fetch(_ place: SyncPlace, _ known: String?) async throws -> String {
    let upstream = place.upstream
    let output = try await place.git.attempt(
      [
        "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", upstream.remote,
        "+\(upstream.remoteBranch):\(upstream.tracking)",
      ])
    guard output.status == 0 else {
      throw SyncProblem(.failed("fetch", output), doing: "fetched from \(upstream.remote)")
    }
    let new = try await place.git.call(["rev-parse", "--verify", "\(upstream.tracking)^{commit}"])
      .line
    if let known, known != new {
      let isLater = try await place.git.attempt(["merge-base", "--is-ancestor", known, new])
      if isLater.status == 1 {
        throw SyncProblem(
          "The history of \(upstream.name) was written anew on the server",
          remedy: "Ask who did it; then take it over with \"git pull --rebase\", and sync again")
      }
    }
    return new
  }

  /// Sends a commit.
  ///
  /// - Throws: `SyncProblem`, a passing one where somebody was faster.
  func push(_ tip: String, _ place: SyncPlace) async throws {
    let upstream = place.upstream
    let output = try await place.git.attempt(
      [
        "push", "--porcelain", "--no-follow-tags", "--recurse-submodules=no", upstream.remote,
        "\(tip):\(upstream.remoteBranch)",
      ])
    if output.status == 0 { return }
    throw SyncProblem.pushing(output, to: upstream)
  }

  /// Notes what came in.
  func note(
    changes base: String, _ new: String, in place: SyncPlace, _ report: inout SyncReport
  ) async throws {
    if base == new { return }
    var people = Set(report.people)
    var received = Set(report.received)
    for path in try await place.changedPaths(base, new) {
      switch FolderFile(relativePath: path) {
      case .reviews(let person)?, .decisions(let person)?:
        if person != member.id { people.insert(person) }
      case let file?: received.insert(file.relativePath)
      case nil: break
      }
    }
    (report.people, report.received) = (people.sorted(), received.sorted())
  }

  /// Notes what went out.
  func note(
    sent old: String, _ new: String, in place: SyncPlace, _ report: inout SyncReport
  ) async throws {
    let paths = Set(try await place.changedPaths(old, new))
    report.sent = (ownFiles + FolderFile.topLevel).map(\.relativePath).filter(paths.contains)
  }
}

extension SyncPlace {
  /// The files of the review folder that differ between two commits, as paths in it.
  func changedPaths(_ old: String, _ new: String) async throws -> [String] {
    let names = try await git.call([
      "diff-tree", "-r", "-z", "--no-renames", "--name-only", old, new,
    ])
    return names.fields.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
  }

  /// The same place with settings for git.
  func with(_ settings: [String]) -> SyncPlace {
    var git = git
    git.settings = settings
    return SyncPlace(
      git: git, gitFolder: gitFolder, prefix: prefix, branch: branch, head: head,
      upstream: upstream)
  }
}

extension SyncProblem {
  /// Why a server did not take what was sent.
  static func pushing(_ output: GitOutput, to upstream: SyncPlace.Upstream) -> SyncProblem {
    let words =
      output.words
      + output.text.split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix("!") }.map { String($0.drop { $0 != "[" }) }
    let text = output.errors + "\n" + output.text
    // Somebody was faster: before we began, or while the server was about to take ours.
    let faster = [
      "[rejected] (fetch first)", "[rejected] (non-fast-forward)", "(cannot lock ref",
      "(failed to update ref", "(incorrect old value", "failed to lock", "cannot lock ref",
      "(stale info)", "reference already exists",
    ]
    if faster.contains(where: { text.contains($0) }) {
      var problem = SyncProblem(
        "Somebody else sent something at the same moment", remedy: "Sync again", gitWords: words)
      problem.isPassing = true
      return problem
    }
    let isProtected =
      text.contains("protected branch") || text.contains("GH006")
      || text.contains("not allowed to push")
    if isProtected {
      return SyncProblem(
        "The server protects \(upstream.name): nobody may send to it directly, or not you",
        remedy: "Ask a chair to let the committee send to it; all is committed here",
        gitWords: words)
    }
    if text.contains("[remote rejected]") {
      return SyncProblem(
        "The server refuses what was sent to \(upstream.name)",
        remedy: "See what it says; all is committed here, and the next sync sends it",
        gitWords: words)
    }
    if text.contains("failed to push some refs"), !text.contains("!") || text.contains("pre-push") {
      return SyncProblem(
        "A hook of your repository (pre-push) refuses to send", remedy: "See what it says",
        gitWords: words)
    }
    return SyncProblem(.failed("push", output), doing: "sent to \(upstream.remote)")
  }
}
