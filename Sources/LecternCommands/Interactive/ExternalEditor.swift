import CursesTerminal
import ReviewCore
import ReviewStore
import Subprocess
import Synchronization
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What came of editing a text in the person's own editor.
enum EditorOutcome: Hashable, Sendable {
  /// The text is another one now.
  case changed(String)
  /// Nothing but blanks is left of it.
  case emptied
  /// It is what it was. `wasQuick`: the program ended so soon that it may be one that opens a window
  /// and does not wait.
  case unchanged(wasQuick: Bool)
  /// Nothing is taken over: why, as sentences. `draft` is what was written, where it can be read and
  /// differs: the file that `problem` names holds it too.
  case failed(problem: String, draft: String?)
}

/// Runs the person's editor on a text, in a private file.
@MainActor
struct ExternalEditor {
  let state: StateFolder
  let environment: [String: String]

  /// An editor that is gone before this has opened no screen that anybody typed in.
  private static let quick = Duration.milliseconds(300)
  /// How long an editor may take to end when the program must: there are two seconds for all.
  private nonisolated static let patience = Duration.milliseconds(400)

  /// Gives the terminal to the editor, and returns when it has ended.
  ///
  /// The file holds the text and nothing else. It is removed, unless something in it could not be
  /// taken over. A signal to end ends the editor too; the next `wait` of the terminal tells it.
  ///
  /// - Parameters:
  ///   - name: of the file, for the person to see in the editor: "comment-1231798".
  func edit(
    _ text: String, name: String, of person: Identifier?, on terminal: CursesTerminal
  ) -> EditorOutcome {
    let command: EditorCommand
    let file: EditedFile
    do {
      command = try EditorCommand(environment: environment, isProgram: Self.isProgram)
      file = try state.edited(text, name: name, of: person)
    } catch {
      return .failed(problem: "\(error)", draft: nil)
    }
    let start = ContinuousClock.now
    let ending = run(command, on: file.path, terminal)
    let wasQuick = ContinuousClock.now - start < Self.quick
    return Self.outcome(of: file, holding: text, ending, wasQuick: wasQuick)
  }

  /// How an editor ended.
  enum Ending: Hashable, Sendable {
    /// With a code; 0 is well.
    case exited(Int)
    /// By a signal.
    case killed(Int)
    /// It never began: why.
    case notStarted(String)

    /// Why nothing is taken over, as a sentence; nil where it ended well.
    var problem: String? {
      switch self {
      case .exited(0): nil
      case .exited(let code): "The editor ended with the code \(code), so nothing was changed."
      case .killed(let signal): "The editor was ended by signal \(signal); nothing was changed."
      case .notStarted(let why): "The editor could not be started: \(why)."
      }
    }
  }

  /// What came of it, by how the editor ended and what it left.
  static func outcome(
    of file: EditedFile, holding text: String, _ ending: Ending, wasQuick: Bool
  ) -> EditorOutcome {
    let after: String
    do throws(StoreError) {
      after = try file.text()
    } catch {
      return .failed(problem: "Nothing was changed. \(error)", draft: nil)
    }
    if let problem = ending.problem {
      let draft = [after, file.emergencyText].compactMap(\.self).first {
        !$0.isEmpty && $0 != EditedFile.normalized(text)
      }
      if draft == nil, file.isAlone {
        file.remove()
        return .failed(problem: problem, draft: nil)
      }
      let place = " What was written is kept in \(file.folder.string)"
      return .failed(problem: problem + place, draft: draft)
    }
    file.remove()
    if after == EditedFile.normalized(text) { return .unchanged(wasQuick: wasQuick) }
    return after.allSatisfy(\.isWhitespace) ? .emptied : .changed(after)
  }

  // MARK: - The child

  private func run(
    _ command: EditorCommand, on path: FilePath, _ terminal: CursesTerminal
  ) -> Ending {
    let device = FileDescriptor(rawValue: open(terminal.path, O_RDWR | O_NOCTTY | O_CLOEXEC))
    guard device.rawValue >= 0 else {
      return .notStarted(Errno(rawValue: errno).description)
    }
    defer { try? device.close() }
    terminal.giveAway()
    defer { terminal.takeBack() }
    let ending = Mutexed<Ending>()
    let wakePipe = terminal.wakePipe
    let child = Task.detached {
      ending.value = await Self.launch(command, on: path, device)
      wakePipe.wake()
    }
    while ending.value == nil {
      if terminal.waitBesideChild() { child.cancel() }
    }
    return ending.value ?? .exited(0)
  }

  /// Runs the editor in our process group, which has the terminal.
  private nonisolated static func launch(
    _ command: EditorCommand, on path: FilePath, _ device: FileDescriptor
  ) async -> Ending {
    var options = PlatformOptions()
    options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: patience)]
    do {
      let result = try await Subprocess.run(
        .path(command.program), arguments: Arguments(command.arguments + [path.string]),
        platformOptions: options,
        input: .fileDescriptor(device, closeAfterSpawningProcess: false),
        output: .fileDescriptor(device, closeAfterSpawningProcess: false),
        error: .fileDescriptor(device, closeAfterSpawningProcess: false))
      switch result.terminationStatus {
      case .exited(let code): return .exited(Int(code))
      case .signaled(let signal): return .killed(Int(signal))
      }
    } catch {
      return .notStarted("\(error)")
    }
  }

  private static func isProgram(_ path: FilePath) -> Bool {
    path.withPlatformString { name in
      var information = stat()
      return stat(name, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
        && access(name, X_OK) == 0
    }
  }
}

/// A value that one thread leaves and another one looks for.
private final class Mutexed<Value: Sendable>: Sendable {
  private let content = Mutex<Value?>(nil)

  var value: Value? {
    get { content.withLock { $0 } }
    set { content.withLock { $0 = newValue } }
  }
}
