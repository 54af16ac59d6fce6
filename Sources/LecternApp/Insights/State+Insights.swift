import ReviewAnalysis
import ReviewCore
import TerminalUI

extension State {
  /// Orders insights where the screen shows them and what there is was made of something else. O(1).
  mutating func orderInsights() -> [Effect] {
    let order = InsightsOrder(scoresVersion: scoresVersion)
    guard screen == .insights, insights.asked != order else { return [] }
    insights.asked = order
    return [.workOutInsights(order)]
  }

  /// Takes in insights, unless others were asked for since.
  mutating func workedOut(_ insights: Insights, _ order: InsightsOrder) {
    guard order == self.insights.asked else { return }
    self.insights.take(insights, order)
  }

  mutating func fitInsights() { insights.rows.fit(height: InsightsView(self).rows(in: size).rows) }

  /// Does what a key of the screen is bound to.
  mutating func performInsights(_ command: Command) -> [Effect] {
    switch command {
    case _ where command.movesInRows: insights.rows.move { $0.move(command) }
    case .nextCriterion: moveSection(by: 1)
    case .previousCriterion: moveSection(by: -1)
    case .open: openBehind()
    case .back: return show(.review)
    default: break
    }
    return []
  }

  /// Goes to the first row of the next section, or of this one or the one before.
  private mutating func moveSection(by direction: Int) {
    let rows = insights.rows.all
    let place = insights.rows.window.selection
    let starts = rows.indices.filter { row in
      if case .heading = rows[row] {
        rows.indices.contains(row + 1) && rows[row + 1].isSelectable
      } else {
        false
      }
    }.map { $0 + 1 }
    let next = direction > 0 ? starts.first { $0 > place } : starts.last { $0 < place }
    if let next { insights.rows.move { $0.select(next) } }
  }

  /// Shows the proposals behind the selected row on the review screen.
  private mutating func openBehind() {
    switch insights.rows.selected {
    case .reviewer(let id): showBehind("by:\(id) -is:withdrawn")
    case .composite, .criterion: showBehind("n:>=2 -is:withdrawn")
    case .area(let id): showBehind("-is:withdrawn", area: id)
    case .allFew:
      let needed = insights.insights?.reviewsPerProposal ?? 0
      showBehind("n:<\(needed) -is:withdrawn")
    case .dispute(let id), .few(let id): goTo(id)
    case .heading, .note, .blank, nil: break
    }
  }

  private mutating func showBehind(_ text: String, area: Identifier? = nil) {
    do throws(QueryError) {
      let query = try Query(text, for: seen.event)
      leavePlace()
      _ = show(.review)
      cameFrom = .insights
      (list.query, list.area) = (query, area)
      showFilteredList()
    } catch {
      say("\(error)", .problem)
    }
  }

  /// How many proposals, and what is not shown.
  var insightsChips: [Chip] {
    guard let insights = insights.insights else {
      return [("working it out\(glyphs.ellipsis)", theme.faint)]
    }
    let counts = insights.counts
    let few = insights.underReviewed.count
    var chips: [Chip] = [
      (counts.total == 1 ? "1 proposal" : "\(counts.total) proposals", theme.text),
      ("\(counts.reviewed) reviewed", theme.text),
    ]
    if few > 0 {
      chips.append(("\(few) with fewer than \(insights.reviewsPerProposal)", theme.warning))
    }
    if counts.hidden > 0 { chips.append(("\(counts.hidden) hidden from you", theme.near)) }
    if self.insights.isPending {
      chips.append(("working it out anew\(glyphs.ellipsis)", theme.faint))
    }
    return chips
  }
}
