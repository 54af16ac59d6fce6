import ArgumentParser

/// A command: what was typed, and what it does in its surroundings.
protocol LecternCommand: ParsableCommand {
  /// Whether remarks and progress are silenced; errors never are.
  var isQuiet: Bool { get }

  /// Does what was asked for.
  ///
  /// - Throws: `CommandFailure`, or an error of the core, the store or the formats; `Program` makes
  ///   messages and exit codes of them.
  func run(in surroundings: Surroundings) async throws
}

extension LecternCommand {
  var isQuiet: Bool { false }
}

/// A command about a summit.
protocol SummitCommand: LecternCommand {
  /// Which summit, and who asks.
  var options: SummitOptions { get }
}

extension SummitCommand {
  var isQuiet: Bool { options.isQuiet }
}
