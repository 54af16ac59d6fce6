import ReviewCore
import TerminalUI

extension State {
  /// Shows every proposal to which the viewer gave the score of the current criterion.
  mutating func showSameScore() {
    guard let selected, let score = score(in: criteria[criterion], of: selected) else {
      say("Give a score first: this shows all to which you gave the same one", .note)
      return
    }
    let row = criteria[criterion]
    let field = row.criterion.map { "my.\($0.id)" } ?? "my"
    let text = "\(field):\(JSONNumber(score).text)"
    guard let query = try? Query(text, for: seen.event) else { return }
    leavePlace()
    list.area = nil
    list.query = query
    refill()
    say("All to which you gave \(JSONNumber(score).text) for \(row.name); Esc shows all again")
  }

  /// What changed in a proposal, as lines.
  func changedLines(of id: ProposalID, columns: Int) -> [StyledLine] { [] }

  /// Shows what changed in the text since the viewer judged it.
  mutating func openChanges() {
    guard let selected else { return }
    guard selected.isStale else {
      say("The text has not changed since you judged it", .note)
      return
    }
    overlays.append(.page(Page(kind: .changes(selected.id), title: "What changed")))
  }
}
