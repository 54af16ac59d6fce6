import ReviewCore
import TerminalUI

extension State {
  /// Shows every proposal to which the viewer gave the score of the current criterion.
  mutating func showSameScore() {
    guard let selected else { return }
    let row = criteria[criterion]
    guard let score = score(in: row, of: selected), selected.myReview?.status != .cleared else {
      say("Give a score first: this shows all to which you gave the same one", .note)
      return
    }
    let field = row.criterion.map { "my.\($0.id)" } ?? "my"
    let number = JSONNumber(score).text
    do throws(QueryError) {
      let query = try Query("\(field):\(number)", for: seen.event)
      leavePlace()
      list.area = nil
      list.query = query
      refill()
    } catch {
      say(error.problem, .problem)
      return
    }
    let others = list.rows.count == 1 ? "This one alone has" : "All that have"
    let back = screenContext == .reading ? "Esc, twice, shows all again" : "Esc shows all again"
    say("\(others) \(number) of you for \(row.name); \(back)")
  }
}
