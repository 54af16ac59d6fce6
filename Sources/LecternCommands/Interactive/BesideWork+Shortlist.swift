import LecternApp
import ReviewAnalysis
import ReviewCore

extension BesideWork {
  /// Works out the best programme under all rules.
  func proposeShortlist(_ order: RankOrder, of summit: SeenSummit) {
    begin(Work(name: "Choosing")) { post in
      let ranking = Ranking(of: summit, by: order.method, drawsProbabilities: false)
      guard let problem = ShortlistProblem(of: summit, ranking: ranking) else {
        return post(.shortlistFailed(problem: "There is no cut line: no slots and no minutes"))
      }
      let proposal = ShortlistProposal(
        for: problem, calibration: ranking.calibration ?? Calibration(of: summit),
        goesOn: { !Task.isCancelled },
        tell: { progress in
          // A twentieth is enough to see that it goes on.
          guard progress.done % max(1, progress.total / 20) == 0 else { return }
          post(.worked(Work(name: progress.name, done: progress.done, total: progress.total)))
        })
      post(
        proposal.map { .shortlistProposed($0, order) }
          ?? .shortlistFailed(problem: "Stopped; nothing was decided"))
    }
  }
}
