package import ReviewAnalysis
package import ReviewCore
package import TerminalUI

/// How the review goes: who scores how, how far reviewers agree, what they dispute, what lacks
/// reviews.
package struct InsightsScreen: Equatable, Sendable {
  /// What there is to show; nil until it was worked out once.
  package private(set) var insights: Insights?
  /// The rows, from the top.
  package private(set) var rows: [InsightsRow] = []
  /// The selected row and the rows on the screen.
  package private(set) var window = ScrollWindow(margin: 2)
  /// What was ordered last; nil for nothing.
  var asked: InsightsOrder?
  /// What the insights were made of.
  private(set) var made: InsightsOrder?

  /// Whether newer ones are being worked out.
  package var isPending: Bool { asked != made }

  /// The selected row; nil where nothing can be selected.
  package var selected: InsightsRow? {
    rows.indices.contains(window.selection) && rows[window.selection].isSelectable
      ? rows[window.selection] : nil
  }

  /// Takes in what was worked out; the cursor stays on what it is on. O(rows).
  mutating func take(_ insights: Insights, _ order: InsightsOrder) {
    let old = selected
    self.insights = insights
    made = order
    rows = InsightsRow.rows(of: insights)
    window.resize(count: rows.count, height: window.height)
    if let place = old.flatMap({ rows.firstIndex(of: $0) }) { window.select(place) }
    settle(down: true)
  }

  /// Forgets all, since somebody else looks now.
  mutating func forget() { self = InsightsScreen() }

  /// Makes the window fit the screen. O(1).
  mutating func fit(height: Int) {
    guard window.height != height else { return }
    window.resize(count: rows.count, height: height)
  }

  /// Moves, and goes on to the next row that can be selected.
  mutating func move(_ move: (inout ScrollWindow) -> Void) {
    let old = window.selection
    move(&window)
    settle(down: window.selection >= old)
  }

  private mutating func settle(down: Bool) {
    guard selected == nil else { return }
    let place = window.selection
    let below = rows.indices.first { $0 > place && rows[$0].isSelectable }
    let above = rows.indices.last { $0 < place && rows[$0].isSelectable }
    if let next = down ? below ?? above : above ?? below { window.select(next) }
  }
}

/// A line of the screen.
package enum InsightsRow: Hashable, Sendable {
  case heading(Section)
  case note(String)
  case blank
  case reviewer(Identifier)
  /// The agreement in the composites.
  case composite
  /// The agreement in a criterion.
  case criterion(Identifier)
  case dispute(ProposalID)
  case area(Identifier)
  /// All proposals that lack reviews.
  case allFew
  /// One of them.
  case few(ProposalID)

  /// The sections of the screen.
  package enum Section: String, CaseIterable, Hashable, Sendable {
    case reviewers = "Committee"
    case agreement = "Agreement"
    case disputes = "Most disputed"
    case areas = "Focus areas"
    case few = "Too few reviews"
  }

  /// Whether the cursor rests on it.
  package var isSelectable: Bool {
    switch self {
    case .heading, .note, .blank: false
    default: true
    }
  }

  /// The proposal that it is about; nil for none.
  var proposal: ProposalID? {
    switch self {
    case .dispute(let id), .few(let id): id
    default: nil
    }
  }

  /// So many disputes, and proposals with few reviews, are shown.
  static let most = 10

  /// The rows of what was worked out.
  static func rows(of insights: Insights) -> [InsightsRow] {
    var rows: [InsightsRow] = [.heading(.reviewers)]
    rows += insights.reviewers.map { .reviewer($0.member.id) }
    if insights.reviewers.isEmpty {
      rows.append(
        .note("Nobody is on the committee yet: the screen Committee adds the first chair."))
    }
    rows += insights.remarks.map { .note("\($0).") }
    rows += [.blank, .heading(.agreement)]
    if let problem = insights.agreementProblem {
      rows.append(.note("\(problem)."))
    } else {
      rows.append(.composite)
      // Of one criterion alone the composite says all.
      if insights.agreement.criteria.count > 1 {
        rows += insights.agreement.criteria.map { .criterion($0.id) }
      }
    }
    rows += [.blank, .heading(.disputes)]
    rows += insights.disputed.prefix(most).map { .dispute($0.id) }
    if insights.disputed.isEmpty {
      rows.append(.note("No two reviews that you may see differ."))
    }
    if !insights.focusAreas.isEmpty {
      rows += [.blank, .heading(.areas)] + insights.focusAreas.map { .area($0.id) }
    }
    rows += [.blank, .heading(.few)]
    if insights.underReviewed.isEmpty {
      rows.append(
        .note(
          insights.counts.hidden == 0
            ? "Every proposal has \(insights.reviewsPerProposal) reviews or more."
            : "None of those whose reviews you may see."))
    } else {
      rows.append(.allFew)
      rows += insights.underReviewed.prefix(most).map { .few($0.id) }
    }
    return rows
  }
}

/// An order to work out insights beside the interface.
package struct InsightsOrder: Hashable, Sendable {
  /// The version of the scores that the viewer sees.
  package let scoresVersion: Int
}
