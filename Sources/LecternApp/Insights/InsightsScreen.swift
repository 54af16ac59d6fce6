package import ReviewAnalysis
package import ReviewCore
import TerminalUI

/// How the review goes: who scores how, how far reviewers agree, what they dispute, what lacks
/// reviews.
package struct InsightsScreen: Equatable, Sendable {
  /// What there is to show; nil until it was worked out once.
  package private(set) var insights: Insights?
  /// The rows.
  package var rows = SelectableRows<InsightsRow>()
  /// What was ordered last; nil for nothing.
  var asked: InsightsOrder?
  /// What the insights were made of.
  private(set) var made: InsightsOrder?

  /// Whether newer ones are being worked out.
  package var isPending: Bool { asked != made }

  /// Takes in what was worked out; the cursor stays on what it is on. O(rows).
  mutating func take(_ insights: Insights, _ order: InsightsOrder) {
    self.insights = insights
    made = order
    rows.replace(with: InsightsRow.rows(of: insights))
  }

  /// Forgets all, since somebody else looks now.
  mutating func forget() { self = InsightsScreen() }
}

/// A line of the screen.
package enum InsightsRow: SelectableRow {
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
