/// Reads `decisions/<id>.json`.
package enum DecisionReader {
  /// Reads what one chair decided, by proposal. A bad decision is left out and named.
  ///
  /// - Throws: `Fault` where the file as a whole is broken, or is another chair's.
  package static func read(
    _ document: JSONDocument, chair: Identifier
  ) throws(Fault) -> Reading<[ProposalID: Decision]> {
    let root = document.root
    let header = try FileHeader(root)
    try root.checkWriter("chair", is: chair)
    var reading = Reading<[ProposalID: Decision]>([:])
    if let warning = header.newerFormatFault(root) { reading.faults.append(warning) }
    guard let list = root.given("decisions") else { return reading }
    for member in try list.readEntries("decisions", &reading.faults) {
      reading.attempt { decisions throws(Fault) in
        let id = try member.keyElement.readProposalID("the key of a decision")
        _ = try member.value.readObject("a decision")
        guard let outcome = member.value.given("decision") else {
          throw member.value.missing("decision", in: "a decision")
        }
        var decision = Decision(
          try outcome.readWord("decision", as: Decision.Outcome.self),
          reason: try member.value.given("reason")?.readString("reason"),
          at: try member.value.given("at")?.readTime("at"), chair: chair)
        for field in member.value.members
        where !["decision", "reason", "at"].contains(field.key) {
          decision.unknown.append(field.key, JSONValue(field.value))
        }
        decisions[id] = decision
      }
    }
    return reading
  }
}

/// Reads `assignments.json`.
package enum AssignmentReader {
  /// Reads who should read what. A bad list is left out and named.
  ///
  /// - Throws: `Fault` where the file as a whole is broken.
  package static func read(
    _ document: JSONDocument
  ) throws(Fault) -> Reading<[Identifier: [ProposalID]]> {
    let root = document.root
    let header = try FileHeader(root)
    var reading = Reading<[Identifier: [ProposalID]]>([:])
    if let warning = header.newerFormatFault(root) { reading.faults.append(warning) }
    guard let list = root.given("assignments") else { return reading }
    for member in try list.readEntries("assignments", &reading.faults) {
      reading.attempt { assignments throws(Fault) in
        let reviewer = try member.keyElement.readIdentifier("the key of an assignment")
        var proposals: [ProposalID] = []
        for id in try member.value.readArray("assignments") {
          proposals.append(try id.readProposalID("assignments"))
        }
        assignments[reviewer] = proposals
      }
    }
    return reading
  }
}
