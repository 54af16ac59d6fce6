extension Remark {
  /// The most bytes of a remark's id that come from its hash.
  private static let shortestID = 12

  /// Something new that a member says of a proposal, with the key under which it stands in their
  /// file: `d-` and the beginning of a hash of who says what, of what, and when. Where that key is
  /// taken, further ones are tried.
  ///
  /// - Parameter known: what they said before, by its key.
  package static func said(
    _ text: String, of proposal: ProposalID, by author: Identifier, at now: Timestamp,
    among known: [String: Remark]
  ) -> (id: String, remark: Remark) {
    let remark = Remark(proposal: proposal, text: text, at: now)
    let said = [author.text, proposal.text, now.description, text].joined(separator: "\u{1E}")
    var attempt = 0
    while true {
      // Without a number the first time, so that the key follows from what is said alone.
      let hash = SHA256.hexadecimal("\(said)\(attempt == 0 ? "" : "\u{1E}\(attempt)")".utf8)
      let id = "d-\(hash.prefix(shortestID))"
      if known[id] == nil { return (id, remark) }
      attempt += 1
    }
  }

  /// The remark once it is taken back: without its text, at a later time.
  package func takenBack(at now: Timestamp) -> Remark {
    var remark = Remark(
      proposal: proposal, text: "", at: .of(sayingAt: now, replacing: at))
    remark.isCleared = true
    remark.unknown = unknown
    return remark
  }

  /// The remark that undo writes in place of this one: what stood there before, taken back where
  /// nothing did.
  package func undone(to before: Remark?, at now: Timestamp) -> Remark {
    guard var remark = before else { return takenBack(at: now) }
    remark.at = .of(sayingAt: now, replacing: at)
    return remark
  }
}
