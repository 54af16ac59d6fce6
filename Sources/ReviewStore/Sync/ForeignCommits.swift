package import ReviewCore
import SystemPackage

extension ReviewFolder {
  /// Names the files of reviews and decisions that a commit of somebody else's changed, by the
  /// authors' e-mail addresses; `.mailmap` says which of them are one person's.
  ///
  /// A member without an e-mail cannot be checked, nor can anybody where no member ever committed a
  /// review under their address. The commit with which the summit began is nobody's change. What the member accepted in a commit of their own
  /// (a line `Accepts: COMMIT` in its message) is settled. One pass over the history of the two
  /// folders: O(commits).
  ///
  /// - Returns: a warning for each such file; none where there is no git, no repository, no commit.
  package func foreignCommits(of event: Event, by runner: @escaping GitRunner) async -> [Fault] {
    let here = Git(in: path.isEmpty ? "." : path, by: runner)
    guard let prefix = try? await here.call(["rev-parse", "--show-prefix"]).line,
      let log = try? await here.call(Self.history)
    else { return [] }
    let found = ForeignChange.all(in: log.fields, below: prefix, event)
    if found.isEmpty { return [] }
    let beginning = (try? await here.call(Self.beginning))?.text.lines.last
    let changes = found.filter { $0.commit != beginning }
    let words = (try? await here.call(Self.acceptances))?.fields ?? []
    let accepted = stride(from: 0, to: words.count - 1, by: 2).map { place in
      (email: words[place].trimmed.comparableEmail, commits: words[place + 1].acceptances)
    }
    func isSettled(_ change: ForeignChange) -> Bool {
      accepted.contains { acceptance in
        acceptance.email == change.member.email?.comparableEmail
          && acceptance.commits.contains { change.commit.hasPrefix($0) }
      }
    }
    var open: [FolderFile: [ForeignChange]] = [:]
    for change in changes where !isSettled(change) { open[change.file, default: []].append(change) }
    return open.values.compactMap { changes in
      changes.first.map { $0.fault(andMore: changes.count - 1) }
    }.sorted { $0.path ?? "" < $1.path ?? "" }
  }

  /// Every commit, newest first, with the files in the two folders that it changed; a merge with those
  /// that none of its sides had so.
  private static let history = [
    "log", "--date=short", "--full-history", "-c", "-z", "--no-renames", "--name-only",
    "--format=%x01%H%x00%aE%x00%aN%x00%ad%x00", "HEAD", "--", FolderFile.reviewsFolder,
    FolderFile.decisionsFolder,
  ]

  private static let beginning = [
    "log", "--diff-filter=A", "--no-renames", "--format=%H", "HEAD", "--", FolderFile.summit.name,
  ]

  private static let acceptances = [
    "log", "-z", "--grep=^Accepts: ", "--format=%aE%x00%B", "HEAD",
  ]
}

/// A commit that changed a file of somebody else's.
private struct ForeignChange {
  let file: FolderFile
  let member: Member
  let commit: String
  let author: String
  let email: String
  let date: String

  /// Reads what `git log` printed, newest first.
  static func all(in fields: [String], below prefix: String, _ event: Event) -> [ForeignChange] {
    var changes: [ForeignChange] = []
    let members = Set(event.committee.compactMap { $0.email?.comparableEmail })
    var isByMembers = false
    var header: (commit: String, email: String, author: String, date: String)?
    var rest = fields[...]
    while let field = rest.popFirst() {
      if field.drop(while: \.isNewline).hasPrefix("\u{1}"), rest.count >= 3 {
        let commit = field.drop { $0.isNewline || $0 == "\u{1}" }
        let (email, author) = (rest.removeFirst(), rest.removeFirst())
        header = (String(commit), email, author, rest.removeFirst())
        isByMembers = isByMembers || members.contains(email.comparableEmail ?? "")
        continue
      }
      let path = String(field.drop(while: \.isNewline))
      guard let header, path.hasPrefix(prefix),
        let file = FolderFile(relativePath: String(path.dropFirst(prefix.count))),
        let person = file.writer, let member = event.member(person),
        let own = member.email?.comparableEmail, own != header.email.comparableEmail
      else { continue }
      changes.append(
        ForeignChange(
          file: file, member: member, commit: header.commit, author: header.author,
          email: header.email, date: header.date))
    }
    return isByMembers ? changes : []
  }

  func fault(andMore count: Int) -> Fault {
    let more = count == 0 ? "" : ", and \(count) more"
    let id = commit.prefix(10)
    return Fault(
      path: file.relativePath, severity: .warning,
      problem: "somebody else's commit changed this file: \(id) by \(author) <\(email)> "
        + "on \(date)\(more)",
      remedy:
        "Look at it with \"git show \(id)\" and ask them. If \(member.id) has that e-mail too, a "
        + "line in .mailmap says so; if the change is right, \(member.id) settles it with "
        + "git commit --allow-empty -m \"Accepts: \(id)\"")
  }
}

extension String {
  /// The lines, without empty ones.
  fileprivate var lines: [String] { split(whereSeparator: \.isNewline).map(String.init) }

  /// The commits that a message accepts: what stands behind `Accepts:`, a line each.
  fileprivate var acceptances: [String] {
    lines.filter { $0.hasPrefix("Accepts: ") }.map { String($0.dropFirst(9)).trimmed }
      .filter { $0.utf8.count >= 7 }
  }
}
