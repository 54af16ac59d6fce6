package import ReviewCore

/// Where somebody was when they left, to begin there again.
package struct SessionRecord: Hashable, Sendable {
  /// The screen, by the interface's name of it.
  package var screen: String?
  /// The selected proposal.
  package var proposal: ProposalID?
  /// The filter, as it is typed; nil for none.
  package var query: String?
  /// The focus area that the list is limited to.
  package var focusArea: Identifier?
  /// The order of the list, by the interface's name of it.
  package var sort: String?
  /// Whether the order is turned around.
  package var isDescending: Bool
  /// Whether the proposal was read over the whole screen.
  package var isReading: Bool
  /// The first row of the list that was in sight, from 0.
  package var firstRow: Int
  /// How many rows the text of the proposal was scrolled.
  package var scroll: Int

  /// Makes a record; what is left out is as at the very start.
  package init(
    screen: String? = nil, proposal: ProposalID? = nil, query: String? = nil,
    focusArea: Identifier? = nil, sort: String? = nil, isDescending: Bool = false,
    isReading: Bool = false, firstRow: Int = 0, scroll: Int = 0
  ) {
    self.screen = screen
    self.proposal = proposal
    self.query = query
    self.focusArea = focusArea
    self.sort = sort
    self.isDescending = isDescending
    self.isReading = isReading
    self.firstRow = firstRow
    self.scroll = scroll
  }

  /// Reads a file; what cannot be understood in it is as at the very start.
  init(_ object: JSONObject) {
    self.init(
      screen: object["screen"]?.string,
      proposal: object["proposal"]?.string.flatMap { ProposalID($0) },
      query: object["query"]?.string,
      focusArea: object["focusArea"]?.string.flatMap { Identifier($0) },
      sort: object["sort"]?.string, isDescending: object["descending"] == .bool(true),
      isReading: object["reading"] == .bool(true),
      firstRow: max(0, object["firstRow"]?.int ?? 0), scroll: max(0, object["scroll"]?.int ?? 0))
  }

  /// Puts it into a file, whose unknown keys stay.
  func write(into object: inout JSONObject) {
    object["screen"] = screen.map { .string($0) }
    object["proposal"] = proposal.map { .string($0.text) }
    object["query"] = query.map { .string($0) }
    object["focusArea"] = focusArea.map { .string($0.text) }
    object["sort"] = sort.map { .string($0) }
    object["descending"] = .bool(isDescending)
    object["reading"] = .bool(isReading)
    object["firstRow"] = .int(firstRow)
    object["scroll"] = .int(scroll)
  }
}

/// What somebody set in the interface.
package struct PersonalSettings: Hashable, Sendable {
  /// Whether the interface takes the mouse from the terminal; nil where they never said.
  package var usesMouse: Bool?
  /// How many hints of the first run they read; nil where none was ever shown.
  package var hintsRead: Int?
  /// The looks that they changed to; nil where they never did.
  package var theme: String?
  /// The looks that were set when they did.
  package var themeBefore: String?

  /// Makes settings.
  package init(
    usesMouse: Bool? = nil, hintsRead: Int? = nil, theme: String? = nil, themeBefore: String? = nil
  ) {
    self.usesMouse = usesMouse
    self.hintsRead = hintsRead
    self.theme = theme
    self.themeBefore = themeBefore
  }

  init(_ object: JSONObject) {
    var usesMouse: Bool?
    if case .bool(let isOn) = object["mouse"] { usesMouse = isOn }
    self.init(
      usesMouse: usesMouse, hintsRead: object["hintsRead"]?.int, theme: object["theme"]?.string,
      themeBefore: object["themeBefore"]?.string)
  }

  /// Puts it into a file; what was never said stays as it stands there.
  func write(into object: inout JSONObject) {
    if let usesMouse { object["mouse"] = .bool(usesMouse) }
    if let hintsRead { object["hintsRead"] = .int(hintsRead) }
    if let theme { object["theme"] = .string(theme) }
    if let themeBefore { object["themeBefore"] = .string(themeBefore) }
  }

  /// These, and of what they leave open what `older` says.
  func over(_ older: PersonalSettings) -> PersonalSettings {
    PersonalSettings(
      usesMouse: usesMouse ?? older.usesMouse, hintsRead: hintsRead ?? older.hintsRead,
      theme: theme ?? older.theme, themeBefore: themeBefore ?? older.themeBefore)
  }
}

extension JSONValue {
  /// The whole number that it is, or nil.
  fileprivate var int: Int? {
    if case .number(let number) = self { number.int } else { nil }
  }
}
