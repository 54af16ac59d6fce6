import ReviewCore
import ReviewStore

/// What was rescued of a summit, on this machine.
struct RescueList: Sendable {
  /// The files, whoever's words they hold, the oldest first.
  let files: [KeptFile]

  /// Looks for them: it lists two folders, and reads what is in them.
  init(_ state: StateFolder, of viewer: Identifier?, in summit: Summit) {
    files =
      state.rescue.files(in: summit.event)
      + state.leftTexts(of: viewer, about: summit.proposals.lazy.map(\.id))
  }

  /// The file of a name.
  subscript(_ name: String) -> KeptFile? { files.first { $0.file.name == name } }
}

extension RescueStanding {
  /// What somebody has said as it stands.
  init(of writer: Identifier?, in seen: SeenSummit, sheet: ReviewSheet?, _ personal: PersonalRecord)
  {
    self.init(of: writer)
    reviews = sheet?.reviews ?? [:]
    comparisons = sheet?.comparisons ?? [:]
    remarks = sheet?.discussion ?? [:]
    for proposal in seen.proposals { decisions[proposal.id] = proposal.decision }
    notes = personal.notes.mapValues(\.text)
    for (place, draft) in personal.drafts {
      drafts[DraftKey(place.proposal, place.kind)] = draft.text
    }
  }

  /// What taking words in has changed of the review file, as one change; nil for nothing.
  func change(over old: RescueStanding, by writer: Identifier) -> SheetChange? {
    let changed = (
      reviews.filter { old.reviews[$0.key] != $0.value },
      comparisons.filter { old.comparisons[$0.key] != $0.value },
      remarks.filter { old.remarks[$0.key] != $0.value }
    )
    if changed.0.isEmpty, changed.1.isEmpty, changed.2.isEmpty { return nil }
    return SheetChange(
      writer, reviews: changed.0,
      replacing: old.reviews.filter { changed.0[$0.key] != nil }
    )
    .followed(by: SheetChange(writer, comparisons: changed.1))
    .followed(
      by: SheetChange(
        writer, remarks: changed.2, replacing: old.remarks.filter { changed.2[$0.key] != nil }))
  }
}
