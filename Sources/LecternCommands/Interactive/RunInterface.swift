import CursesTerminal
import LecternApp
import ReviewCore
import ReviewStore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Opens the interface on a folder, and returns when the person has left.
///
/// - Parameters:
///   - folder: the review folder.
///   - viewer: says who reviews; nil is who they said they are the last time, else they are asked.
///   - surroundings: the environment, and where files that the person names are.
/// - Returns: what the person must be told after the screen is gone.
/// - Throws: `TerminalError` without a terminal to draw on; `StoreError` where the folder cannot be
///   read.
@MainActor
func runInterface(
  folder: ReviewFolder, viewer: @escaping @Sendable (Event) async throws -> Identifier?,
  surroundings: Surroundings
) async throws -> [String] {
  let variables = surroundings.environment
  let settings = SettingsFile(environment: variables).settings(on: surroundings.fileSystem)
  let noColor = !(variables["NO_COLOR"] ?? "").isEmpty
  let terminal = try CursesTerminal(
    options: .init(colors: noColor ? ColorDepth.none : settings.colors.depth, mouse: false))
  defer { terminal.close() }
  let wakePipe = terminal.wakePipe
  let mailbox = Mailbox { wakePipe.wake() }
  let loading = Task.detached {
    do {
      let loaded = try await folder.load { mailbox.post(.loading($0)) }
      let event = loaded.summit.event
      let privateState = StateFolder(
        of: event, in: folder, environment: variables, userID: getuid())
      let named = try await viewer(event)
      let remembered = privateState.reviewer.flatMap { event.member($0)?.id }
      mailbox.post(
        .opened(
          Opening(
            loaded: loaded, privateState: privateState, viewer: named ?? remembered,
            settings: settings)))
    } catch {
      mailbox.post(.failed(error))
    }
  }
  defer { loading.cancel() }
  return try InterfaceLoop(terminal, mailbox, settings).run { opening, mailbox in
    let watch = FolderWatch(opening.loaded, telling: mailbox)
    let place = ImportRun.Place(fileSystem: surroundings.fileSystem) { name in
      surroundings.resolved(name.expandingHome(in: variables))
    }
    let saver = Saver(opening, watch: watch, telling: mailbox)
    saver.lookForRescued(of: opening.viewer)
    return InterfaceLoop.Helpers(
      saver: saver,
      work: BesideWork(on: folder, from: place, watch: watch, telling: mailbox),
      editor: ExternalEditor(state: opening.privateState, environment: variables),
      watch: Task.detached { await watch.watch() },
      sync: { surroundings.sync(folder, of: $0, in: $1, mayAsk: false) })
  }
}

extension String {
  /// The path with the person's home in place of a tilde at its beginning, as a shell does.
  fileprivate func expandingHome(in variables: [String: String]) -> String {
    guard self == "~" || hasPrefix("~/"), let home = variables["HOME"], !home.isEmpty else {
      return self
    }
    return home + dropFirst()
  }
}
