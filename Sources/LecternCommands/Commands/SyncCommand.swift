import ArgumentParser
import ReviewCore
import ReviewStore
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `lectern sync`.
struct SyncCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Share your reviews and take in the others', by git.",
    discussion: """
      Commits the files that you write and nothing else, takes in what others sent, and sends. What \
      you said in two clones becomes one. As a chair you also share what changed of the summit's \
      files, where git has them. Nothing else in the repository is touched.
      """)

  @Argument(help: "The review folder.")
  var folder: String?

  @OptionGroup var options: SummitOptions

  @Option(help: "How to print what was done.")
  var format = TextOrJSON.text

  func run(in surroundings: Surroundings) async throws {
    let open = try await options.open(folder, in: surroundings)
    let viewer = try open.requireViewer(to: "sync")
    let sync = surroundings.sync(
      open.folder, of: viewer, in: open.event, mayAsk: surroundings.mayAsk)
    do {
      let report = try await sync.run { step in
        if surroundings.output.showsProgress { surroundings.remark("\(step.name) …") }
      }
      for notice in report.notices { surroundings.remark("\(notice).") }
      if let path = report.rescued {
        surroundings.remark("A text that lost against a newer one is kept in \(path).")
      }
      switch format {
      case .json: try surroundings.output.write(json: report.json)
      case .text: try surroundings.output.write(lines: [report.summary])
      }
    } catch let problem as SyncProblem {
      throw CommandFailure.cannot(problem.description)
    }
  }
}

extension Surroundings {
  /// Whether a person sits at the terminal, whom git may ask for a password.
  var mayAsk: Bool { output.showsProgress && isatty(STDIN_FILENO) == 1 }

  /// What syncs a folder with the git of this machine.
  ///
  /// - Parameter mayAsk: whether git may ask for a password.
  func sync(
    _ folder: ReviewFolder, of member: Member, in event: Event, mayAsk: Bool
  ) -> FolderSync {
    let state = StateFolder(
      of: event, in: folder, environment: environment, userID: userID, on: fileSystem)
    return FolderSync(
      folder, of: member, rescue: state.rescue,
      git: GitProcess(environment: environment, mayAsk: mayAsk).run, now: now)
  }
}

extension SyncReport {
  /// The documented shape.
  fileprivate var json: JSONValue {
    [
      "sent": .array(sent.map { .string($0) }),
      "people": .array(people.map { .string($0.text) }),
      "received": .array(received.map { .string($0) }),
      "rescued": rescued.map { .string($0.string) } ?? .null,
      "notices": .array(notices.map { .string($0) }),
    ]
  }
}
