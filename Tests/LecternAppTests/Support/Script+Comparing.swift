import ReviewCore
import TerminalUI

@testable import LecternApp

extension Script {
  /// The pair on the screen.
  var pair: CompareScreen.ShownPair? { state.compare.pair }

  /// What the viewer said of a pair.
  func said(_ pair: ProposalPair) -> Comparison? {
    state.seen.viewer.flatMap { state.summit.sheets[$0.id]?.comparisons[pair] }
  }

  /// The comparisons that were ordered to be saved.
  var comparisons: [SavedComparison] {
    effects.compactMap { effect in
      guard case .saveComparison(let reviewer, let pair, let comparison, let revision) = effect
      else { return nil }
      return SavedComparison(
        reviewer: reviewer, pair: pair, comparison: comparison, revision: revision)
    }
  }

  /// The numbers of what was ordered to be saved into the viewer's review file, in order.
  var revisions: [Int] {
    effects.compactMap { effect in
      switch effect {
      case .save(_, _, _, _, let revision), .saveComparison(_, _, _, let revision),
        .saveRemark(_, _, _, _, let revision):
        revision
      default: nil
      }
    }
  }

  struct SavedComparison: Equatable {
    let reviewer: Identifier
    let pair: ProposalPair
    let comparison: Comparison
    let revision: Int
  }
}

extension Fixture {
  /// The screen Compare, on the summit that has enough scores.
  static func comparing(
    viewer: Identifier? = ada, size: Size = wide, summit: Summit = calibratedSummit(),
    glyphs: Glyphs = .unicode
  ) -> Script {
    var script = Script(state(viewer: viewer, size: size, summit: summit, glyphs: glyphs))
    // Nobody in particular is asked who they are first.
    script.press(viewer == nil ? "Esc g c" : "g c")
    return script
  }
}
