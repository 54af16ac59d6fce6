import ReviewCore
import ReviewStore
import SystemPackage

let ada = Identifier("ada")!
let ben = Identifier("ben")!
let p1 = ProposalID("p1")!
let p2 = ProposalID("p2")!
let p3 = ProposalID("p3")!

/// A small summit on disk.
enum Sample {
  static let summit = """
    {"format": 1, "id": "sample", "name": "Sample",
     "focusAreas": [{"id": "lakes", "name": "Lakes"}],
     "formats": [{"id": "talk", "name": "Talk"}],
     "rubric": {"criteria": [{"id": "content", "name": "Content"}]},
     "committee": [
       {"id": "ada", "name": "Ada", "role": "chair"}, {"id": "ben", "name": "Ben", "role": "reviewer"}],
     "rounds": [{"id": "main", "name": "Main"}]}
    """

  static let proposals = """
    {"format": 1, "proposals": [
      {"id": "p1", "title": "One", "focusAreas": ["lakes"]}, {"id": "p2", "title": "Two"},
      {"id": "p3", "title": "Three"}]}
    """

  static func write(to folder: TemporaryFolder) {
    folder.write(summit, to: "summit.json")
    folder.write(proposals, to: "proposals.json")
  }

  static let event: Event = {
    guard let document = try? JSONDocument(Array(summit.utf8)),
      let reading = try? EventReader.read(document)
    else { preconditionFailure("the sample is well-formed") }
    return reading.value
  }()

  static func time(_ milliseconds: Int64) -> Timestamp {
    Timestamp(milliseconds: 1_770_000_000_000 + milliseconds)
  }

  static func scored(_ score: Double, at: Int64) -> Review {
    var review = Review(.scored)
    review.scores[Identifier("content")!] = score
    review.at = time(at)
    return review
  }
}

extension TemporaryFolder {
  /// The review folder here, with the sample summit in it.
  func sample(on fileSystem: any FileSystem = RealFileSystem()) -> ReviewFolder {
    Sample.write(to: self)
    return ReviewFolder(path, on: fileSystem)
  }

  var rescue: RescueFolder { RescueFolder([PrivatePlace(path.appending("state/rescue"))]) }
}

extension ReviewFolder {
  /// Saves reviews of Ada's into the sample.
  @discardableResult
  func save(
    _ reviews: [ProposalID: Review], rescue: RescueFolder
  ) throws(StoreError) -> SaveOutcome {
    try save(
      SheetChange(ada, reviews: reviews), in: Sample.event, rescue: rescue, at: Sample.time(0))
  }
}
