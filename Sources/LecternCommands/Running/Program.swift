import ArgumentParser
import CursesTerminal
import ReviewCore
import ReviewStore
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The program `lectern`: arguments to exit code.
package enum Program {
  /// Runs with what the system gives it, and ends the process.
  package static func main() async -> Never {
    // A reader that goes away (`lectern list | head`) is an error of write, not the end.
    signal(SIGPIPE, SIG_IGN)
    exit(await run(Array(CommandLine.arguments.dropFirst()), in: .real))
  }

  /// Runs a command line.
  ///
  /// - Parameter arguments: what was typed behind the program's name.
  /// - Returns: the exit code: 0 done, 1 not so, 2 cannot, 64 wrong usage.
  package static func run(_ arguments: [String], in surroundings: Surroundings) async -> Int32 {
    do {
      try MistypedCommand.check(arguments, in: surroundings)
      var command = try RootCommand.parseAsRoot(arguments)
      if let command = command as? any LecternCommand {
        var surroundings = surroundings
        surroundings.isQuiet = command.isQuiet
        try await command.run(in: surroundings)
      } else {
        try command.run()
      }
      return ExitStatus.done
    } catch {
      return report(error, to: surroundings)
    }
  }

  /// Tells of an error, and gives the exit code for it.
  private static func report(_ error: any Error, to surroundings: Surroundings) -> Int32 {
    switch error {
    case is OutputError.Closed: return ExitStatus.done
    case let failure as OutputError.Failed:
      surroundings.complain("The output cannot be written: \(failure.reason).")
    case let failure as CommandFailure:
      surroundings.complain(failure.message)
      return failure.code
    case let error as QueryError:
      surroundings.complain("--filter: \(error)" + (error.problem.hasSuffix("?") ? "" : "."))
      return ExitStatus.usage
    case let fault as Fault: surroundings.complain(fault.description)
    case let error as StoreError: surroundings.complain(error.description)
    case let error as TerminalError: surroundings.complain(error.description)
    case let error as FileError:
      surroundings.complain("\(error.path): \(error.reason).")
    default: return reportToParser(error, surroundings)
    }
    return ExitStatus.cannot
  }

  /// Help, versions, and what the argument parser does not understand.
  private static func reportToParser(_ error: any Error, _ surroundings: Surroundings) -> Int32 {
    let message = RootCommand.fullMessage(for: error)
    let code = RootCommand.exitCode(for: error)
    guard code.isSuccess else {
      surroundings.complain(message)
      return code == .validationFailure ? ExitStatus.usage : ExitStatus.cannot
    }
    do {
      try surroundings.output.write(text: message.isEmpty ? "" : message + "\n")
      return ExitStatus.done
    } catch {
      return error is OutputError.Closed ? ExitStatus.done : ExitStatus.cannot
    }
  }
}
