import ArgumentParser
import ReviewCore
import ReviewStore
import SystemPackage

/// `lectern new`.
struct NewCommand: LecternCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a review folder.",
    discussion: """
      The maker is its first chair: --as and --name, else an id made of git's user.name. With \
      neither, the committee is empty.
      """)

  @Argument(help: "The folder to make. It may be there, but may hold no summit.")
  var folder: String

  @Option(help: "What it begins with: beam-summit-2026 or blank.")
  var template = SummitTemplate.beamSummit2026.rawValue

  @Option(
    name: .customLong("as"), help: ArgumentHelp("Your id, as the first chair.", valueName: "id"))
  var identity: String?

  @Option(parsing: .unconditional, help: "Your name.")
  var name: String?

  @Flag(name: .customLong("quiet"), help: "Say nothing but errors.")
  var isQuiet = false

  func validate() throws {
    let known = SummitTemplate.allCases.map(\.rawValue)
    if SummitTemplate(rawValue: template) == nil {
      let near = NearestWord.suggestion(for: template, among: known)
      throw ValidationError(
        "There is no template \(template.quoted)\(near). It is one of \(known.joined(separator: ", "))."
      )
    }
    if let identity, Identifier(identity) == nil {
      throw ValidationError(
        "--as: \(identity.quoted) cannot be an id. An id is \(Identifier.rule).")
    }
  }

  func run(in surroundings: Surroundings) async throws {
    guard let template = SummitTemplate(rawValue: template) else { return }
    let path = surroundings.resolved(folder)
    let fileSystem = surroundings.fileSystem
    let target = ReviewFolder(path, on: fileSystem)
    for file in FolderFile.topLevel where try fileSystem.stamp(of: target.path(of: file)) != nil {
      throw CommandFailure.cannot(
        "\(target.path(of: file)): there is a summit in this folder already. Name another folder.")
    }
    let maker = await maker(in: surroundings)
    var summit = try template.summit()
    summit["id"] = .string(makeID(path, template, surroundings))
    if template == .blank, let name = path.lastComponent?.string { summit["name"] = .string(name) }
    summit["committee"] = .array(maker.map { [.object($0.json)] } ?? [])
    try fileSystem.makeFolder(path, isPrivate: false)
    _ = try ReviewFolder.create(at: path, files: [.summit: summit], on: fileSystem)
    surroundings.remark("Made \(folder) by the template \(template.rawValue).")
    if let maker {
      surroundings.remark("\(maker.id) (\(maker.name)) is its chair.")
    } else {
      surroundings.remark(
        "Nobody is on its committee yet. Add yourself with "
          + "`lectern committee add ID --name NAME --role chair -C \(folder)`.")
    }
  }

  /// `beam-summit-2026-7f3a`: the folder's name, else the template's, and what nobody else has.
  private func makeID(
    _ path: FilePath, _ template: SummitTemplate, _ surroundings: Surroundings
  ) -> String {
    let name = path.lastComponent.flatMap { Identifier(makingFrom: $0.string) }
    let stem = (name?.text ?? template.rawValue).prefix(59)
    return "\(stem)-\(surroundings.randomDigits(4))"
  }

  private func maker(in surroundings: Surroundings) async -> Member? {
    let here: FilePath = surroundings.workingFolder.isEmpty ? "." : surroundings.workingFolder
    if let id = identity.flatMap({ Identifier($0) }) {
      return Member(id: id, name: name?.trimmed.nonEmpty ?? id.text, role: .chair)
    }
    let gitName = await surroundings.gitSetting("user.name", here)
    guard let known = name?.trimmed.nonEmpty ?? gitName,
      let id = Identifier(makingFrom: gitName ?? known)
    else { return nil }
    var member = Member(id: id, name: known, role: .chair)
    member.email = await surroundings.gitSetting("user.email", here)?.trimmed.nonEmpty
    return member
  }
}

extension String {
  /// The text, or nil where it is empty.
  var nonEmpty: String? { isEmpty ? nil : self }
}
