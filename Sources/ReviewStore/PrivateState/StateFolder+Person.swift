package import ReviewCore

extension StateFolder {
  private static var file: String { "state.json" }

  /// Who the person at this terminal said they are, or nil.
  package var reviewer: Identifier? {
    read(Self.file)["reviewer"]?.string.flatMap { Identifier($0) }
  }

  /// Remembers who the person at this terminal is.
  ///
  /// - Throws: `StoreError` where it cannot be written: to be told, not to stop for.
  package func remember(reviewer: Identifier) throws(StoreError) {
    if let former = self.reviewer, former != reviewer { try handOverBookmarks(to: former) }
    try update(Self.file) { $0["reviewer"] = .string(reviewer.text) }
  }

  // MARK: - Bookmarks of a version that kept them for all

  /// The bookmarks that an older version left for whoever is remembered here.
  func inheritedBookmarks(of person: Identifier?) -> Set<ProposalID> {
    let object = read(Self.file)
    guard object["reviewer"]?.string == person?.text else { return [] }
    return object.bookmarks
  }

  /// Puts the bookmarks that an older version left where that person's own are.
  func handOverBookmarks(to person: Identifier?) throws(StoreError) {
    let inherited = inheritedBookmarks(of: person)
    if inherited.isEmpty { return }
    try PersonalFolder(of: person, in: self).changeBookmarks(
      Dictionary(uniqueKeysWithValues: inherited.map { ($0, true) }))
    try update(Self.file) { object in
      if object["reviewer"]?.string == person?.text { object["bookmarks"] = nil }
    }
  }
}

extension JSONObject {
  /// The ids under the key `bookmarks`. An entry that is no id is passed over.
  var bookmarks: Set<ProposalID> {
    Set(
      (self["bookmarks"]?.array ?? []).compactMap { $0.string.flatMap { ProposalID($0) } })
  }
}
