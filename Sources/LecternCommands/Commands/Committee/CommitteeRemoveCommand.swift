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
    try await options.changeCommittee(in: surroundings) { entries, event in
      guard let member = Identifier(id).flatMap(event.member(_:)) else {
        throw CommandFailure.unknown("member", id, among: event.committee.map(\.id.text))
      }
      if member.isChair, event.committee.filter(\.isChair).count == 1 {
        throw CommandFailure.cannot(
          "\(member.id) is the last chair. Make another one first, with "
            + "`lectern committee add ID --name NAME --role chair`.")
      }
      entries.removeAll { $0.object?["id"]?.string == member.id.text }
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
