import ReviewCore

extension State {
  /// Puts a comparison of the viewer's in place of the one that is there: at once on the screen, then
  /// on the disk.
  mutating func write(
    _ comparison: Comparison, of pair: ProposalPair, by viewer: Identifier
  ) -> Effect {
    put(comparison, of: pair, by: viewer)
    let revision = saving.change([:])
    comparing.change(pair, comparison, revision: revision)
    return .saveComparison(
      reviewer: viewer, pair: pair, comparison: comparison, revision: revision)
  }

  /// Shows a comparison of the viewer's in place of the one that is there.
  private mutating func put(
    _ comparison: Comparison, of pair: ProposalPair, by viewer: Identifier
  ) {
    summit.sheets[viewer, default: ReviewSheet(reviewer: viewer)].comparisons[pair] = comparison
    seen.refresh(pair, from: summit)
    invalidateComparisons()
  }

  /// Takes in what the file said otherwise than we did, but for what we have said again since.
  mutating func adopt(_ news: [ProposalPair: Comparison]) {
    guard let viewer = seen.viewer?.id else { return }
    for (pair, comparison) in news where comparing.pending[pair] == nil {
      if summit.sheets[viewer]?.comparisons[pair] != comparison {
        put(comparison, of: pair, by: viewer)
      }
    }
  }

  /// Takes a comparison back; nil where it changed elsewhere since.
  mutating func takeBack(
    _ pair: ProposalPair, before: Comparison?, after: Comparison?
  ) -> (change: History.Change, effects: [Effect])? {
    guard let viewer = seen.viewer?.id, let after,
      summit.sheets[viewer]?.comparisons[pair] == after
    else { return nil }
    let restored = after.undone(to: before, at: now)
    let effect = write(restored, of: pair, by: viewer)
    recall(pair)
    return (.comparison(pair, before: restored, after: after), [effect])
  }

  /// Makes a comparison again; nil where it changed elsewhere since.
  mutating func doAgain(
    _ pair: ProposalPair, before: Comparison?, after: Comparison?
  ) -> (change: History.Change, effects: [Effect])? {
    guard let viewer = seen.viewer?.id, let after,
      summit.sheets[viewer]?.comparisons[pair] == before
    else { return nil }
    let comparison = Comparison(after.outcome, replacing: before, at: now)
    compare.recalled = nil
    return (
      .comparison(pair, before: before, after: comparison),
      [write(comparison, of: pair, by: viewer)]
    )
  }
}
