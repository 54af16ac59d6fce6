import ReviewCore
import ReviewStore
import SystemPackage

/// The kinds of saves that the program makes.
enum SavingDeed: String, CaseIterable, Sendable {
  case review, firstReview, decision, comparison, remark, event, imported, assignment
  case privateNote, session, readMarks

  /// Puts into a folder what is there before.
  func prepare(_ place: TemporaryFolder) {
    Sample.write(to: place)
    guard self != .firstReview else { return }
    place.write(
      #"{"format": 1, "reviewer": "ada", "x": 1, "reviews": {"p2": {"status": "skipped"}}}"#,
      to: "reviews/ada.json")
    place.write(#"{"format": 1, "chair": "ada", "decisions": {}}"#, to: "decisions/ada.json")
    place.write(#"{"format": 1, "notes": {"p2": {"text": "old"}}}"#, to: notes)
  }

  private var notes: String { "lectern/sample/people/ada/notes.json" }

  /// Makes the save.
  func save(_ place: TemporaryFolder, on fileSystem: RealFileSystem) throws {
    let folder = ReviewFolder(place.path, on: fileSystem)
    let rescue = RescueFolder(place.rescue.candidates, on: fileSystem)
    func save(_ change: SheetChange) throws {
      _ = try folder.save(change, in: Sample.event, rescue: rescue, at: Sample.time(9))
    }
    switch self {
    case .review, .firstReview:
      try save(SheetChange(ada, reviews: [p1: Sample.scored(4, at: 1)]))
    case .comparison:
      guard let pair = ProposalPair(p1, p2) else { return }
      let comparison = Comparison(outcome: .first, at: Sample.time(1))
      try save(SheetChange(ada, comparisons: [pair: comparison]))
    case .remark:
      let remark = Remark(proposal: p1, text: "so", at: Sample.time(1))
      try save(SheetChange(ada, remarks: ["d-1": remark]))
    case .decision:
      let decision = Decision(.accept, reason: "so", at: Sample.time(1), chair: ada)
      let change = DecisionChange(ada, decisions: [p1: decision])
      _ = try folder.decide(change, in: Sample.event, rescue: rescue, at: Sample.time(9))
    case .event:
      _ = try folder.changeEvent(by: ada) { _ in .setRule(.slots(12)) }
    case .imported:
      try folder.edit([.proposals, .speakers]) { _ in
        [
          .proposals: JSONObject(members: [
            ("format", 1), ("proposals", [["id": "p9", "title": "Nine"]]),
          ]),
          .speakers: JSONObject(members: [
            ("format", 1), ("speakers", [["id": "s9", "name": "Sy", "proposals": ["p9"]]]),
          ]),
        ]
      }
    case .assignment:
      // What is assigned already is assigned again as it is.
      let basis = place.allFiles["assignments.json"] == nil ? [:] : [ben: [p2, p1]]
      try folder.assign(AssignmentEdit([ben: [p2, p1]]), basis: basis, by: ada)
    case .privateNote:
      try keep(
        .note("new", on: p1, replacing: nil, at: Sample.time(1), of: ada), place, folder)
    case .session:
      try keep(.session(SessionRecord(proposal: p2, scroll: 3), of: ada), place, folder)
    case .readMarks:
      let key = ReadKey(author: ben, id: "d-1", at: Sample.time(1))
      try keep(.read([key], of: ada), place, folder)
    }
  }

  private func keep(
    _ change: PrivateChange, _ place: TemporaryFolder, _ folder: ReviewFolder
  ) throws {
    let state = StateFolder(
      of: Sample.event, in: folder, environment: ["XDG_STATE_HOME": place.path.string],
      userID: 999_999, on: folder.fileSystem)
    _ = try state.keep(change, at: Sample.time(9))
  }
}
