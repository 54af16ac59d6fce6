import ArgumentParser
import ReviewCore
import ReviewStore

/// `lectern decide`.
struct DecideCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Record what a chair decided of a proposal.",
    discussion: "Deciding changes no score. With several chairs the newest decision counts.")

  @Argument(help: "The id of the proposal.")
  var proposal: String

  @Argument(help: "accept, waitlist, decline or undecided.")
  var outcome: String

  @Option(parsing: .unconditional, help: "Why.")
  var reason: String?

  @OptionGroup var options: SummitOptions

  private var decided: Decision.Outcome? { Decision.Outcome(rawValue: outcome) }

  func validate() throws {
    let known = Decision.Outcome.allCases.map(\.rawValue)
    if decided == nil {
      throw ValidationError(
        "There is no decision \(outcome.quoted)\(NearestWord.suggestion(for: outcome, among: known)). "
          + "It is one of \(known.joined(separator: ", ")).")
    }
  }

  func run(in surroundings: Surroundings) async throws {
    guard let decided else { return }
    let summit = try await options.open(in: surroundings)
    let chair = try summit.requireViewer(to: "decide")
    guard chair.isChair else {
      throw CommandFailure.cannot("\(chair.id) is a reviewer. Only a chair decides.")
    }
    let seen = try summit.proposal(proposal)
    if seen.proposal.isWithdrawn, decided == .accept || decided == .waitlist {
      throw CommandFailure.cannot(
        "\(seen.id.text.quoted) was withdrawn, and cannot be \(decided == .accept ? "accepted" : "put on the waiting list")."
      )
    }
    let decision = Decision(decided, reason: reason, at: nil, chair: chair.id)
    _ = try summit.folder.decide(
      [seen.id: decision], by: chair.id, in: summit.event, at: summit.now)
    surroundings.remark("Saved: \(seen.id) \(decided.rawValue).")
    if seen.myState == .conflict {
      surroundings.remark("You are in conflict with it: tell the committee that you decided.")
    }
    if let before = seen.decision, before.chair != chair.id, before.outcome != decided {
      surroundings.remark("It replaces \(before.outcome.rawValue) by \(before.chair).")
    }
  }
}
