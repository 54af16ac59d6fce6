import ReviewCore

/// The JSON tree, and every reader of a file of a review folder.
enum JSONTarget {
  @Sendable static func check(_ bytes: [UInt8]) throws {
    let document: JSONDocument
    do { document = try JSONDocument(bytes) } catch {
      return try checkPlace(error.position, in: bytes)
    }
    let value = JSONValue(document.root)
    let written = value.fileBytes
    let again = try? JSONDocument(written)
    try expect(again != nil, "what was written cannot be read")
    if let again {
      try expect(JSONValue(again.root) == value, "what was written reads otherwise")
      try expect(JSONValue(again.root).fileBytes == written, "written again it differs")
    }
    for faults in readAll(document) {
      for fault in faults { if let place = fault.position { try checkPlace(place, in: bytes) } }
    }
    // An entry in which a key stands twice is refused before it is read.
    if document.root.repeatedKey == nil,
      let review = try? ReviewSheetReader.review(document.root, FuzzSummit.event.rubric)
    {
      let written = try JSONDocument(JSONValue.object(review.json).fileBytes)
      let read = try? ReviewSheetReader.review(written.root, FuzzSummit.event.rubric)
      try expect(read == review, "a review that was written reads otherwise")
    }
  }

  /// What each reader finds wrong.
  private static func readAll(_ document: JSONDocument) -> [[Fault]] {
    func faults(_ read: () throws(Fault) -> [Fault]) -> [Fault] {
      do throws(Fault) { return try read() } catch { return [error] }
    }
    let person = FuzzSummit.ada
    return [
      faults { () throws(Fault) in try EventReader.read(document).faults },
      faults { () throws(Fault) in try ProposalReader.read(document).faults },
      faults { () throws(Fault) in try SpeakerReader.read(document).faults },
      faults { () throws(Fault) in try AssignmentReader.read(document).faults },
      faults { () throws(Fault) in try DecisionReader.read(document, chair: person).faults },
      faults { () throws(Fault) in
        try ReviewSheetReader.read(document, reviewer: person, rubric: FuzzSummit.event.rubric)
          .faults
      },
    ]
  }

  private static func checkPlace(_ place: SourcePosition, in bytes: [UInt8]) throws {
    let lines = 1 + bytes.count { $0 == 0x0A || $0 == 0x0D }
    try expect((1...lines).contains(place.line), "line \(place.line) of \(lines)")
    try expect((1...bytes.count + 1).contains(place.column), "column \(place.column)")
  }
}
