import ReviewCore

/// Which column is what in Sessionize's flattened export.
///
/// Custom fields stand between known ones, and may have any name, that of a known one too: so they
/// are found by their place (shared/formats, "Sessionize").
struct SessionizeLayout {
  var sessionID: Int
  var title: Int
  var description: Int?
  /// `Owner` and `Owner Email`, wherever they stand: they never reach a proposal.
  var owner: Int?
  var ownerEmail: Int?
  /// Custom fields of a session, then what Sessionize says of its scheduling.
  var sessionFields: [Int] = []
  var stateFields: [Int] = []

  var speakerID: Int?
  var firstName: Int?
  var lastName: Int?
  var email: Int?
  var tagline: Int?
  var bio: Int?
  var organization: Int?
  var links: [Int] = []
  /// Custom fields of a speaker, and the picture.
  var speakerFields: [Int] = []

  /// Finds the columns, or nil where `Session Id`, `Title` or all of the speaker is missing.
  init?(header: [String]) {
    let names = header.map { $0.trimmed.lowercased() }
    guard let id = names.firstIndex(of: "session id"),
      let border = Self.border(in: names, after: id),
      let title = names[(id + 1)..<border].firstIndex(of: "title")
    else { return nil }
    sessionID = id
    self.title = title
    readSession(names, from: id + 1, to: border)
    readSpeaker(names, from: border)
  }

  /// Where the speaker's columns begin.
  private static func border(in names: [String], after id: Int) -> Int? {
    let places = names.indices.dropFirst(id + 1)
    return places.last {
      names[$0] == "speaker id" && $0 + 1 < names.count && names[$0 + 1] == "firstname"
    }
      ?? places.last { names[$0] == "speaker id" } ?? places.last { names[$0] == "firstname" }
  }

  private mutating func readSession(_ names: [String], from start: Int, to border: Int) {
    var place = start
    if place == title { place += 1 }
    description = names[start..<border].firstIndex(of: "description")
    if place == description { place += 1 }
    let columns = (0..<start - 1).map { $0 } + Array(place..<border)
    let tail =
      names[place..<border].lastIndex(of: "owner informed")
      ?? (place..<border).reversed().prefix { Self.state.contains(names[$0]) }.last ?? border
    for column in columns where column != title && column != description {
      switch names[column] {
      case "owner" where owner == nil: owner = column
      case "owner email" where ownerEmail == nil: ownerEmail = column
      case "owner", "owner email": continue
      case _ where column >= tail: stateFields.append(column)
      default: sessionFields.append(column)
      }
    }
  }

  private mutating func readSpeaker(_ names: [String], from border: Int) {
    var place = border
    func take(_ name: String) -> Int? {
      guard place < names.count, names[place] == name else { return nil }
      defer { place += 1 }
      return place
    }
    speakerID = take("speaker id")
    firstName = take("firstname")
    lastName = take("lastname")
    email = take("email")
    tagline = take("tagline")
    bio = take("bio")
    let rest = place..<names.count
    let tail =
      names[rest].lastIndex(of: "linkedin")
      ?? rest.reversed().prefix { Self.linkNames.contains(names[$0]) }.last ?? names.count
    for column in rest {
      if column >= tail, Self.linkNames.contains(names[column]), names[column] != "profile picture"
      {
        links.append(column)
      } else if organization == nil, IdentityColumn.isOrganization(names[column]) {
        organization = column
      } else {
        speakerFields.append(column)
      }
    }
  }

  private static let state: Set<String> = [
    "owner informed", "owner confirmed", "room", "scheduled at", "scheduled duration", "live link",
    "recording link", "favorited count",
  ]

  private static let linkNames: Set<String> = [
    "linkedin", "blog", "x (twitter)", "twitter", "facebook", "instagram", "company website",
    "sessionize", "other", "profile picture",
  ]
}
