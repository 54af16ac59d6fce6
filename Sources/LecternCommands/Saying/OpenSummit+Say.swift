import ReviewCore
import ReviewStore

extension OpenSummit {
  /// Says something of a proposal: all edits in one save, by what the file says at that moment.
  ///
  /// - Throws: `CommandFailure` where nobody is known, there is no such proposal, or the person may
  ///   not say this of it; `StoreError` where it cannot be saved. Nothing is written then.
  func say(
    _ edits: [ReviewEdit], of proposal: String, in surroundings: Surroundings
  ) throws {
    let viewer = try requireViewer(to: "review")
    let seen = try self.proposal(proposal)
    for edit in edits {
      if let refusal = edit.refusal(for: seen) {
        throw CommandFailure.cannot("\(seen.id.text.quoted) is not saved: \(refusal).")
      }
    }
    let state = StateFolder(
      of: event, in: folder, environment: surroundings.environment, userID: surroundings.userID,
      on: surroundings.fileSystem)
    let say = { (review: Review?) -> [ProposalID: Review] in
      let said = edits.reduce(review) {
        $1.applied(to: $0, of: seen.proposal, in: event, at: now)
      }
      return said.map { [seen.id: $0] } ?? [:]
    }
    let outcome: SaveOutcome
    do {
      outcome = try folder.update(viewer.id, in: event, rescue: state.rescue, at: now) {
        say($0.reviews[seen.id])
      }
    } catch {
      let known = loaded.summit.sheets[viewer.id]?.reviews[seen.id]
      if let path = try? state.rescue.keep(SheetChange(viewer.id, reviews: say(known)), at: now) {
        surroundings.complain("What you said is kept in \(path).")
      }
      throw error
    }
    guard let saved = outcome.sheet.reviews[seen.id] else { return }
    surroundings.remark("Saved: \(seen.id) \(saved.summary(by: event.rubric)).")
    for remark in outcome.remarks(on: seen.id) { surroundings.remark(remark) }
    if let error = outcome.rescueError { surroundings.complain(error.description) }
  }
}

extension SaveOutcome {
  /// What the person should know of a save that succeeded.
  func remarks(on id: ProposalID) -> [String] {
    let newer = "The file holds something newer of it, which counts."
    return (overtaken[id] == nil ? [] : [newer])
      + (rescued.map { ["A text that lost against a newer one is kept in \($0)."] } ?? [])
  }
}
