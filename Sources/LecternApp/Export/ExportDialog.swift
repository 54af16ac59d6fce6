import ReviewAnalysis
package import ReviewCore
import TerminalUI

/// What is exported, and how, with the first lines of what would be written.
package struct ExportDialog: Equatable, Sendable {
  /// The choices, and the name of the file.
  package private(set) var fields: FormFields
  /// The first lines; nil until they were made for the first time.
  package private(set) var preview: ExportPreview?
  /// Whether the preview is of what is chosen now.
  package private(set) var isPreviewCurrent = false
  /// Why it was not written; nil while nothing is known to be wrong.
  package var problem: String?
  /// How far it is.
  package var stage = Stage.choosing
  /// What the list of the review screen shows alone: the filter of an export may be that.
  private let filter: Filter
  /// How scores are made.
  private let method: RankingMethod?
  /// The event, for the name of the file.
  private let event: Event
  /// Whether any speaker is shown to the viewer.
  private let showsSpeakers: Bool

  /// How far an export is.
  package enum Stage: Hashable, Sendable {
    case choosing
    /// A file of this name is there: is it written over?
    case asking
    /// It is being written.
    case writing
  }

  /// What the list shows alone.
  struct Filter: Hashable, Sendable {
    var query = ""
    var area: Identifier?
    var bookmarks: Set<ProposalID> = []
    var read: Set<ReadKey> = []
    /// The filter in words; nil where all is shown.
    var words: String?
  }

  /// Opens the dialogue. O(1).
  init(
    _ what: Export, filter: Filter, isFiltered: Bool, method: RankingMethod?, event: Event,
    showsSpeakers: Bool
  ) {
    self.filter = filter
    self.method = method
    self.event = event
    self.showsSpeakers = showsSpeakers
    let place = Export.allCases.firstIndex(of: what) ?? 0
    let which = ["all"] + (filter.words.map { [$0] } ?? [])
    fields = FormFields([
      .choice(.what, "What", Export.allCases.map(\.rawValue), place),
      .choice(
        .format, "Format", TableFormat.allCases.map(\.rawValue),
        remark: "csv for spreadsheets, json and ndjson for programs, markdown for people."),
      .choice(
        .which, "Proposals", which, isFiltered ? which.count - 1 : 0,
        remark: which.count == 1
          ? "All. A filter of the review list can be chosen here too."
          : "All, or those that the filter of the review list shows."),
      .text(
        .file, "File", what.fileName(as: .csv, of: event),
        remark: "A name, or a path from the folder in which Lectern was started."),
    ])
    describe()
  }

  /// What is ordered by what is chosen.
  package var order: ExportOrder {
    let isFiltered = fields.place(.which) > 0
    var order = ExportOrder(
      what: what, format: format, query: isFiltered ? filter.query : "",
      area: isFiltered ? filter.area : nil, bookmarks: isFiltered ? filter.bookmarks : [],
      method: method, withEmails: fields.place(.addresses) > 0,
      path: fields.text(.file).unquotedPath, overwrites: stage == .asking)
    order.read = isFiltered ? filter.read : []
    return order
  }

  private var what: Export { Export.allCases[fields.place(.what)] }
  private var format: TableFormat { TableFormat.allCases[fields.place(.format)] }

  /// Whether the first line of the file names the columns.
  package var hasHeader: Bool { !format.isJSON }

  // MARK: - Filling in

  /// What a key or a paste did.
  enum Change { case nothing, drawn, ordered }

  /// Takes in a key.
  mutating func press(_ key: KeyPress, _ command: Command?) -> Change {
    let old = order
    return take(fields.press(key, command), after: old)
  }

  /// Takes in a pasted text: it can only be the name of the file.
  mutating func paste(_ text: String) -> Change {
    let old = order
    fields.select(.file)
    return take(fields.paste(text), after: old)
  }

  private mutating func take(_ effect: FormFields.Effect, after old: ExportOrder) -> Change {
    switch effect {
    case .nothing: return .nothing
    case .moved: return .drawn
    case .changed:
      problem = nil
      nameFile(after: old)
      describe()
      guard !order.isSameExport(as: old) else { return .drawn }
      isPreviewCurrent = false
      return .ordered
    }
  }

  /// A name that nobody changed follows what is chosen; of another one the ending does.
  private mutating func nameFile(after old: ExportOrder) {
    guard (old.what, old.format) != (what, format) else { return }
    let name = fields.text(.file)
    if name == old.what.fileName(as: old.format, of: event) {
      fields.set(.file, to: what.fileName(as: format, of: event))
    } else if name.hasSuffix(".\(old.format.fileExtension)") {
      let stem = name.dropLast(old.format.fileExtension.count)
      fields.set(.file, to: stem + format.fileExtension)
    }
  }

  /// Says what the fields mean, and asks for addresses only where there are any.
  private mutating func describe() {
    var shown = fields.fields.filter { $0.key != .addresses }
    for place in shown.indices where shown[place].key == .what {
      shown[place].remark = what.meaning
    }
    if showsSpeakers, what.hasSpeakers {
      let place = fields.place(.addresses)
      let remark =
        place == 0
        ? "Addresses of the speakers beside their names."
        : "Addresses leave Lectern with this file: keep it where only the committee reads it."
      let field = FormField.choice(
        .addresses, "Addresses", ["no", "yes"], place, remark: remark)
      shown.insert(field, at: shown.count - 1)
    }
    fields.replace(with: shown)
  }

  // MARK: - Answers

  /// Takes in a preview, unless something else is chosen by now.
  mutating func take(_ preview: ExportPreview, of order: ExportOrder) {
    guard order.isSameExport(as: self.order) else { return }
    self.preview = preview
    isPreviewCurrent = true
    problem = nil
  }

  /// Refuses a field.
  mutating func refuse(_ key: FormField.Key, _ problem: String) { fields.refuse(key, problem) }

  /// Sends the keys to the name of the file.
  mutating func goToFile() { fields.select(.file) }
}

extension ExportOrder {
  /// Whether the same bytes come of it, wherever they are written.
  func isSameExport(as other: ExportOrder) -> Bool {
    var (mine, theirs) = (self, other)
    (mine.path, theirs.path) = ("", "")
    (mine.overwrites, theirs.overwrites) = (false, false)
    return mine == theirs
  }
}

extension Export {
  /// What is in it, in a sentence.
  fileprivate var meaning: String {
    switch self {
    case .shortlist: "What is accepted, then the waitlist, in the order of the ranking."
    case .ranking: "All that are not withdrawn, in the order of the ranking."
    case .proposals: "All proposals with their texts, in the order of their ids."
    case .scores: "A row for each review that you may see."
    case .decisions: "What was decided, by whom, and why."
    }
  }

  /// Whether the speakers are in it, where they are shown.
  fileprivate var hasSpeakers: Bool {
    switch self {
    case .shortlist, .ranking, .proposals: true
    case .scores, .decisions: false
    }
  }
}
