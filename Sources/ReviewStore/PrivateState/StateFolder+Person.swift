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
    try update(Self.file) { $0["reviewer"] = .string(reviewer.text) }
  }

  /// The proposals that the person marked to come back to. An entry that is no id is passed over.
  package var bookmarks: Set<ProposalID> {
    Set(
      (read(Self.file)["bookmarks"]?.array ?? []).compactMap { entry in
        entry.string.flatMap { ProposalID($0) }
      })
  }

  /// Adds and removes bookmarks, beside what another terminal does.
  ///
  /// - Throws: `StoreError` where it cannot be written.
  package func changeBookmarks(
    adding: Set<ProposalID> = [], removing: Set<ProposalID> = []
  ) throws(StoreError) {
    try update(Self.file) { object in
      let entries = object["bookmarks"]?.array ?? []
      var kept = entries.filter { entry in
        !(entry.string.flatMap { ProposalID($0) }.map(removing.contains) ?? false)
      }
      for id in adding.sorted() where !kept.contains(.string(id.text)) {
        kept.append(.string(id.text))
      }
      object["bookmarks"] = .array(kept)
    }
  }
}
