import ReviewCore
import ReviewStore
import SystemPackage

extension SummitOptions {
  /// Who asks: `--as`, else `LECTERN_REVIEWER`, else the member who has git's `user.email`.
  ///
  /// - Returns: a member, or nil where nobody is known.
  /// - Throws: `CommandFailure` for a name that is not on the committee.
  func whoAsks(
    _ event: Event, _ folder: ReviewFolder, in surroundings: Surroundings
  ) async throws -> Member? {
    if let identity { return try event.namedMember(identity, by: "--as") }
    if let name = surroundings.environment["LECTERN_REVIEWER"], !name.isEmpty {
      return try event.namedMember(name, by: "LECTERN_REVIEWER")
    }
    guard event.committee.contains(where: { $0.email != nil }),
      let email = await surroundings.gitSetting("user.email", folder.gitFolder)?.comparableEmail
    else { return nil }
    return event.committee.first { $0.email?.comparableEmail == email }
  }
}

extension ReviewFolder {
  /// The folder in which git is asked.
  var gitFolder: FilePath { path.isEmpty ? "." : path }
}

extension Event {
  /// The member that a person named.
  ///
  /// - Throws: `CommandFailure` where there is none, with the nearest.
  func namedMember(_ name: String, by source: String) throws -> Member {
    if let member = Identifier(name).flatMap(member(_:)) { return member }
    let known = committee.map(\.id.text)
    let near = NearestWord.suggestion(for: name, among: known)
    let who =
      known.isEmpty
      ? "It has no members yet: `lectern committee add` adds some."
      : "It is \(known.joined(separator: ", "))."
    throw CommandFailure.cannot(
      "\(source): \(name.quoted) is not on the committee\(near). \(who)")
  }
}
