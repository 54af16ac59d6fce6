package import ReviewCore

extension ImportPlan {
  /// What changes, proposal by proposal; empty where the import is refused. O(bytes).
  ///
  /// - Parameter proposals: `proposals.json` as the plan was made for it.
  package func preview(over proposals: JSONObject?) -> ImportPreview {
    var preview = ImportPreview()
    if report.isRefused { return preview }
    let kinds: [(ImportPreview.Kind, [ProposalID])] = [
      (.new, report.new), (.changed, report.changed), (.withdrawn, report.withdrawn),
    ]
    let concerned = Set(kinds.flatMap(\.1))
    let before = Self.proposals(concerned, in: proposals)
    let after = Self.proposals(concerned, in: proposalsFile)
    for (kind, ids) in kinds {
      for id in ids {
        guard let proposal = after[id] else { continue }
        preview.changes.append(.init(kind, before: before[id], after: proposal))
      }
    }
    preview.unchanged = report.unchanged
    preview.heldBack = report.heldBack
    return preview
  }

  /// Some of the proposals of a file, as everybody reads them.
  private static func proposals(
    _ ids: Set<ProposalID>, in file: JSONObject?
  ) -> [ProposalID: Proposal] {
    let entries = (file?["proposals"]?.array ?? []).filter { entry in
      entry.object?["id"]?.string.flatMap { ProposalID($0) }.map(ids.contains) ?? false
    }
    let part = JSONObject(members: [
      ("format", .int(FileHeader.currentFormat)), ("proposals", .array(entries)),
    ])
    guard let document = try? JSONDocument(JSONValue.object(part).fileBytes),
      let reading = try? ProposalReader.read(document)
    else { return [:] }
    return Dictionary(reading.value.map { ($0.id, $0) }) { first, _ in first }
  }
}
