/// The screens, in the order of the tabs.
package enum ScreenKind: String, CaseIterable, Hashable, Sendable {
  /// The list and the proposal beside it.
  case review
  /// Two proposals beside each other, and which is better.
  case compare
  /// The proposals in the order of their scores.
  case rank
  /// What is taken into the programme, and how full it is.
  case shortlist
  /// Who reviews, how far they are, and the rules.
  case committee

  /// Its name for people.
  package var title: String {
    switch self {
    case .review: "Review"
    case .compare: "Compare"
    case .rank: "Rank"
    case .shortlist: "Shortlist"
    case .committee: "Committee"
    }
  }

  /// The letter that opens it after `g`.
  package var letter: Character {
    switch self {
    case .review: "r"
    case .compare: "c"
    case .rank: "k"
    case .shortlist: "s"
    case .committee: "m"
    }
  }

  /// The screen so many tabs further, around.
  func moved(by count: Int) -> ScreenKind {
    let all = Self.allCases
    let place = all.firstIndex(of: self) ?? 0
    return all[((place + count) % all.count + all.count) % all.count]
  }
}
