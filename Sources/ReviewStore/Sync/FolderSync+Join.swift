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
