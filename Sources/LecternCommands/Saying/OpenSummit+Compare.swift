import ReviewCore
import ReviewStore

extension OpenSummit {
  /// The pair of two proposals.
  ///
  /// - Throws: `CommandFailure` where there is no such proposal, both are the same, or the person may
  ///   not compare them.
  func pair(_ first: String, _ second: String) throws -> (pair: ProposalPair, isInOrder: Bool) {
    let (one, other) = (try proposal(first), try proposal(second))
    guard let pair = ProposalPair(one.id, other.id) else {
      throw CommandFailure.usage("\(one.id.text.quoted) is given twice. Name two proposals.")
    }
    _ = try requireViewer(to: "compare")
    if let refusal = seen.refusal(ofComparing: pair) {
      throw CommandFailure.cannot("The comparison is not saved: \(refusal).")
    }
    return (pair, pair.first == one.id)
  }

  /// Says which of two is better, by what the file says at that moment.
  ///
  /// - Returns: What the file says now; nil for nothing.
  /// - Throws: `CommandFailure` where nobody is known; `StoreError` where it cannot be saved. Nothing
  ///   is written then.
  func compare(
    _ pair: ProposalPair, _ outcome: Comparison.Outcome, in surroundings: Surroundings
  ) throws -> Comparison? {
    let viewer = try requireViewer(to: "compare")
    let state = StateFolder(
      of: event, in: folder, environment: surroundings.environment, userID: surroundings.userID,
      on: surroundings.fileSystem)
    func change(_ old: Comparison?) -> SheetChange {
      SheetChange(
        viewer.id, comparisons: [pair: Comparison(outcome, replacing: old, at: now)])
    }
    do {
      return try folder.update(
        viewer.id, in: event, rescue: state.rescue, at: now,
        change: { change($0.comparisons[pair]) }
      ).sheet.comparisons[pair]
    } catch {
      let known = loaded.summit.sheets[viewer.id]?.comparisons[pair]
      if let path = try? state.rescue.keep(change(known), at: now) {
        surroundings.complain("What you said is kept in \(path).")
      }
      throw error
    }
  }
}
