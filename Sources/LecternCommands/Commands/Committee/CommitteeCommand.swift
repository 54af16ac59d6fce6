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
  /// Changes the committee in `summit.json`; all else in it stays as it is.
  ///
  /// - Parameter edit: says what to do by the event as it is.
  /// - Throws: `CommandFailure` where the person is no chair and there is one, or the committee
  ///   cannot be so; what `edit` throws.
  func changeCommittee(
    in surroundings: Surroundings, _ edit: (Event) throws -> EventEdit
  ) async throws {
    let folder = try reviewFolder(in: surroundings)
    let asked = try await folder.load().summit.event
    let hasChair = asked.committee.contains { $0.isChair }
    // To the first chair nobody can say who they are.
    let viewer = hasChair ? try await whoAsks(asked, folder, in: surroundings) : nil
    do {
      try folder.changeEvent(by: viewer?.id, edit)
    } catch let refusal as EventEditRefusal {
      throw CommandFailure(refusal)
    }
  }
}

extension CommandFailure {
  /// 2: the event is not changed; with the command that helps.
  fileprivate init(_ refusal: EventEditRefusal) {
    switch refusal {
    case .notChair(let viewer, let chairs):
      let names = chairs.map(\.text).joined(separator: ", ")
      let who = viewer.map { "\($0) is a reviewer." } ?? "Who are you? Give --as ID."
      self = .cannot("\(who) Only a chair changes the committee: \(names).")
    case .unknown(let what, let name, let known):
      self = .unknown(what, name, among: known)
    case .lastChair(let id):
      self = .cannot(
        "\(id) is the last chair. Make another one first, with "
          + "`lectern committee add ID --name NAME --role chair`.")
    default: self = .cannot(refusal.description)
    }
  }
}
