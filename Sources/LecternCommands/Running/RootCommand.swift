import ArgumentParser

/// `lectern`.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lectern",
    abstract: "Review the talk proposals of a conference, in the terminal.",
    usage: "lectern [FOLDER]\nlectern COMMAND [ARGUMENTS] [OPTIONS]",
    discussion: """
      Without a command the review opens. FOLDER is a review folder; left out, it is the folder \
      you stand in, or the nearest one above it that is one.

      Who you are is --as ID, else LECTERN_REVIEWER, else the committee member who has git's \
      user.email.

      Exit codes: 0 done; 1 done, but what was asked for is not so; 2 it cannot be done; 64 wrong \
      usage.
      """,
    version: "lectern 0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Reviewing",
        subcommands: [
          ReviewCommand.self, ListCommand.self, ShowCommand.self, NextCommand.self,
          ScoreCommand.self, AbstainCommand.self, ConflictCommand.self, SkipCommand.self,
          ClearCommand.self, DiscussCommand.self, CompareCommand.self, RescueCommand.self,
          KeysCommand.self,
        ]),
      CommandGroup(
        name: "Choosing",
        subcommands: [
          RankCommand.self, InsightsCommand.self, SimilarCommand.self, ShortlistCommand.self,
          DecideCommand.self,
          ExportCommand.self,
        ]),
      CommandGroup(
        name: "Setting up",
        subcommands: [
          NewCommand.self, CommitteeCommand.self, ImportCommand.self, AssignCommand.self,
          CheckCommand.self, SyncCommand.self, ConfigCommand.self,
        ]),
    ],
    defaultSubcommand: ReviewCommand.self)

  /// The commands, in the order of the help.
  static var commands: [any ParsableCommand.Type] {
    // Key paths to members of metatypes crash the compiler of Swift 6.3.
    configuration.groupedSubcommands.flatMap { $0.subcommands }
  }

  /// The names of the commands, in the order of the help.
  static var commandNames: [String] { commands.compactMap { $0.configuration.commandName } }
}
