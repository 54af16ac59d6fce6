import ReviewCore
import ReviewStore
import SystemPackage

/// A summit that was read, as the person who asks may see it.
struct OpenSummit {
  /// All that was read.
  let loaded: LoadedFolder
  /// What the person may see of it.
  let seen: SeenSummit

  /// The folder.
  var folder: ReviewFolder { loaded.folder }
  /// The event and its rules.
  var event: Event { seen.event }
  /// The time for all that the command says.
  var now: Timestamp { seen.time }

  /// The person who asks.
  ///
  /// - Throws: `CommandFailure` where nobody is known.
  func requireViewer(to purpose: String) throws -> Member {
    if let viewer = seen.viewer { return viewer }
    let known = event.committee.map(\.id.text)
    let who = known.isEmpty ? "" : " The committee is \(known.joined(separator: ", "))."
    throw CommandFailure.cannot(
      "Who are you? To \(purpose), give --as ID or set LECTERN_REVIEWER.\(who)"
        + (known.isEmpty ? " Nobody is on the committee: `lectern committee add` adds to it." : ""))
  }

  /// The proposal of an id.
  ///
  /// - Throws: `CommandFailure` where there is none, with the nearest id.
  func proposal(_ text: String) throws -> SeenProposal {
    if let id = ProposalID(text), let proposal = seen.proposal(id) { return proposal }
    throw CommandFailure.unknown("proposal", text, among: seen.proposals.lazy.map(\.id.text))
  }

  /// The filter of a query; a query that is left out lets everything through.
  ///
  /// - Throws: `QueryError`.
  func filter(_ query: String?) throws -> @Sendable (SeenProposal) -> Bool {
    guard let query else { return { _ in true } }
    let matcher = QueryMatcher(try Query(query, for: event), in: seen)
    return { matcher.matches($0) }
  }
}

extension SummitOptions {
  /// Reads the summit, and sees it with the eyes of who asks.
  ///
  /// What is broken in the folder is told on stderr; the rest opens.
  ///
  /// - Throws: `CommandFailure` where there is no review folder or no such member, `StoreError`
  ///   where `summit.json` is broken, and the `Fault` of a `proposals.json` that is.
  func open(_ argument: String? = nil, in surroundings: Surroundings) async throws -> OpenSummit {
    let folder = try reviewFolder(or: argument, in: surroundings)
    let loaded = try await folder.load()
    let viewer = try await whoAsks(loaded.summit.event, folder, in: surroundings)
    let errors = loaded.faults.filter { $0.severity == .error }
    let isUnread = loaded.stamp(of: .proposals) == nil || loaded.refusal(of: .proposals) != nil
    if loaded.summit.proposals.isEmpty, isUnread,
      let broken = errors.first(where: { $0.path == FolderFile.proposals.relativePath })
    {
      throw broken.inFolder(folder)
    }
    for fault in errors.prefix(5) { surroundings.complain(fault.inFolder(folder).description) }
    if errors.count > 5 {
      surroundings.complain("… and \(errors.count - 5) more; `lectern check` lists them.")
    }
    let seen = loaded.summit.seen(by: viewer?.id, at: surroundings.now())
    return OpenSummit(loaded: loaded, seen: seen)
  }
}

extension Fault {
  /// The same fault with a path that can be opened from where the person stands.
  func inFolder(_ folder: ReviewFolder) -> Fault {
    inFile(path.map { folder.path.pushing(FilePath($0)).string } ?? folder.path.string)
  }
}
