import ArgumentParser
import ReviewCore
import ReviewStore

/// `lectern committee remove`.
struct CommitteeRemoveCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove a member. What they said stays in its file.",
    discussion: "Only a chair may, and there must be a chair left.")

  @Argument(help: "Their id.")
  var id: String

  @OptionGroup var options: SummitOptions

  func run(in surroundings: Surroundings) async throws {
    try await options.changeCommittee(in: surroundings) { event in
      guard let id = Identifier(id) else {
        throw CommandFailure.unknown("member", id, among: event.committee.map(\.id.text))
      }
      return .removeMember(id)
    }
    surroundings.remark("Removed \(id).")
    guard let id = Identifier(id) else { return }
    let folder = try options.reviewFolder(in: surroundings)
    for file in [FolderFile.reviews(id), .decisions(id)]
    where try folder.fileSystem.stamp(of: folder.path(of: file)) != nil {
      surroundings.remark(
        "\(folder.path(of: file)) stays, but counts no more; remove it if nobody needs it.")
    }
  }
}
