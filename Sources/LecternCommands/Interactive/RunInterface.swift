import CursesTerminal
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
///   - variables: the environment.
/// - Returns: what the person must be told after the screen is gone.
/// - Throws: `TerminalError` without a terminal to draw on; `StoreError` where the folder cannot be
///   read.
@MainActor
func runInterface(
  folder: ReviewFolder, viewer: @escaping @Sendable (Event) async throws -> Identifier?,
  variables: [String: String]
) async throws -> [String] {
  let noColor = !(variables["NO_COLOR"] ?? "").isEmpty
  let terminal = try CursesTerminal(
    options: .init(colors: noColor ? ColorDepth.none : nil, mouse: false))
  defer { terminal.close() }
  let mailbox = Mailbox(waking: terminal.wakePipe)
  let loading = Task.detached {
    do {
      let loaded = try await folder.load()
      let event = loaded.summit.event
      let privateState = StateFolder(
        of: event, in: folder, environment: variables, userID: getuid())
      let named = try await viewer(event)
      let remembered = privateState.reviewer.flatMap { event.member($0)?.id }
      mailbox.post(
        .opened(
          Opening(loaded: loaded, privateState: privateState, viewer: named ?? remembered)))
    } catch {
      mailbox.post(.failed(error))
    }
  }
  defer { loading.cancel() }
  return try InterfaceLoop(terminal, mailbox).run { opening, mailbox in
    let watch = FolderWatch(opening.loaded, telling: mailbox)
    let saver = Saver(opening, watch: watch, telling: mailbox)
    return (saver, Task.detached { await watch.watch() })
  }
}
