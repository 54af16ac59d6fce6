import ArgumentParser
import ReviewCore

/// `lectern committee add`.
struct CommitteeAddCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a member.",
    discussion: "Only a chair may; where there is no chair yet, anybody.")

  @Argument(help: "Their id, which is also the name of their review file.")
  var id: String

  @Option(parsing: .unconditional, help: "Their name.")
  var name: String

  @Option(help: "chair or reviewer.")
  var role = Role.reviewer

  @Option(parsing: .unconditional, help: "Their e-mail address.")
  var email: String?

  @Option(parsing: .unconditional, help: "Whom they work for.")
  var organization: String?

  @Option(help: ArgumentHelp("Focus areas that they know well.", valueName: "a,b"))
  var expertise: String?

  @OptionGroup var options: SummitOptions

  /// What a member may do.
  enum Role: String, CaseIterable, ExpressibleByArgument {
    case chair, reviewer
  }

  func validate() throws {
    if Identifier(id) == nil {
      throw ValidationError("\(id.quoted) cannot be an id. An id is \(Identifier.rule).")
    }
    if name.trimmed.isEmpty { throw ValidationError("--name is empty.") }
  }

  func run(in surroundings: Surroundings) async throws {
    guard let id = Identifier(id) else { return }
    try await options.changeCommittee(in: surroundings) { event in
      if event.member(id) != nil { throw EventEditRefusal.memberIsThere(id) }
      return .addMember(try member(id, in: event))
    }
    surroundings.remark("Added \(id) as \(role.rawValue).")
  }

  private func member(_ id: Identifier, in event: Event) throws -> Member {
    var member = Member(id: id, name: name.trimmed, role: role == .chair ? .chair : .reviewer)
    member.email = email?.trimmed.nonEmpty
    member.organization = organization?.trimmed.nonEmpty
    member.expertise = try TypedSetting.focusAreas(expertise ?? "", in: event)
    return member
  }
}
