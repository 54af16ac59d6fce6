import ArgumentParser
import ReviewCore
import ReviewStore

/// `lectern committee`.
struct CommitteeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "committee", abstract: "See and change who reviews.",
    subcommands: [
      CommitteeListCommand.self, CommitteeAddCommand.self, CommitteeRemoveCommand.self,
    ])
}

extension SummitOptions {
  /// Changes the entries of the committee in `summit.json`; all else in it stays as it is.
  ///
  /// - Parameter change: gets the entries and the members they stand for.
  /// - Throws: `CommandFailure` where the person is no chair and there is one; what `change` throws.
  func changeCommittee(
    in surroundings: Surroundings, _ change: (inout [JSONValue], Event) throws -> Void
  ) async throws {
    let folder = try reviewFolder(in: surroundings)
    let asked = try await folder.load().summit.event
    let hasChair = asked.committee.contains { $0.isChair }
    // To the first chair nobody can say who they are.
    let viewer = hasChair ? try await whoAsks(asked, folder, in: surroundings) : nil
    try folder.edit([.summit]) { trees in
      guard var summit = trees[.summit] else { return [:] }
      let event = try EventReader.read(
        JSONDocument(JSONValue.object(summit).fileBytes)
      ).value
      if event.committee.contains(where: \.isChair) { try Self.requireChair(viewer, of: event) }
      var entries = summit["committee"]?.array ?? []
      try change(&entries, event)
      summit["committee"] = .array(entries)
      return [.summit: summit]
    }
  }

  private static func requireChair(_ viewer: Member?, of event: Event) throws {
    if let viewer, event.member(viewer.id)?.isChair == true { return }
    let chairs = event.committee.filter(\.isChair).map(\.id.text).joined(separator: ", ")
    let who = viewer.map { "\($0.id) is a reviewer." } ?? "Who are you? Give --as ID."
    throw CommandFailure.cannot("\(who) Only a chair changes the committee: \(chairs).")
  }
}
