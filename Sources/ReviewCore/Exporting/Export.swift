/// What `lectern export` can write, all of it from what its reader may see.
package enum Export: String, CaseIterable, Hashable, Sendable {
  /// Accepted, then waitlisted, in rank order.
  case shortlist
  /// All that are not withdrawn, in rank order.
  case ranking
  /// All, in the order of ids.
  case proposals
  /// A row for each review that the viewer may see.
  case scores
  /// What was decided.
  case decisions

  /// A name for a file of this export: `beam-summit-2026-shortlist.csv`.
  ///
  /// Of a-z, 0-9, hyphens and one dot; made of the summit's name, else its id.
  package func fileName(as format: TableFormat, of event: Event) -> String {
    let summit =
      Identifier(makingFrom: event.name) ?? event.id.flatMap { Identifier(makingFrom: $0) }
    return "\(summit?.text ?? "summit")-\(rawValue).\(format.fileExtension)"
  }
}
