/// Where a key is pressed. A key means the same wherever it means anything.
package enum KeyContext: String, CaseIterable, Hashable, Sendable {
  /// The list and the proposal side by side.
  case split
  /// The list alone, on a narrow screen.
  case list
  /// One proposal over the whole screen.
  case reading
  /// Two proposals beside each other.
  case compare
  /// The ranking.
  case rank
  /// The shortlist.
  case shortlist
  /// How the review goes.
  case insights
  /// The committee.
  case committee
  /// A line of text that is being typed.
  case prompt
  /// A filter that is being typed, with what it can be.
  case filter
  /// A note of several lines.
  case note
  /// What the committee says of a proposal.
  case thread
  /// A remark that is being written.
  case remark
  /// A list to choose from.
  case picker
  /// A list to choose from that what is typed makes shorter.
  case menu
  /// The lists that were given a name, to choose from.
  case views
  /// What is exported, and how.
  case export
  /// Whether a file that is there is written over.
  case overwrite
  /// Something to fill in.
  case form
  /// What an import would do.
  case report
  /// What the optimiser proposes, which can be taken over.
  case filling
  /// Faults of which some can be merged for the viewer.
  case mending
  /// What could not be saved, to be taken back in.
  case rescue
  /// A page of text over the screen: rubric, faults, changes.
  case page
  /// The help, which what is typed makes shorter.
  case help

  /// Its name for people.
  package var title: String {
    switch self {
    case .split: "Review: list and proposal"
    case .list: "Review: list"
    case .reading: "Review: reading"
    case .compare: "Compare"
    case .rank: "Rank"
    case .shortlist: "Shortlist"
    case .insights: "Insights"
    case .committee: "Committee"
    case .prompt: "Typing a line"
    case .filter: "Typing a filter"
    case .note: "Writing a note"
    case .thread: "Discussion"
    case .remark: "Writing a remark"
    case .picker: "Choosing"
    case .menu: "Choosing by typing"
    case .views: "Choosing a view"
    case .export: "Exporting"
    case .overwrite: "A file that is there"
    case .form: "Filling in"
    case .report: "Before an import"
    case .filling: "Before the rest is filled"
    case .mending: "Before a merge"
    case .rescue: "What was not saved"
    case .page: "Pages of text"
    case .help: "Help"
    }
  }

  /// The three ways in which the review screen shows itself.
  package static let review: Set<KeyContext> = [.split, .list, .reading]

  /// The screens that are a table.
  package static let tables: Set<KeyContext> = [.rank, .shortlist, .insights, .committee]

  /// Every screen.
  package static let screens = review.union(tables).union([.compare])
}
