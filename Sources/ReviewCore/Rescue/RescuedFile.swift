/// A file of the rescue folder: what could not be saved, or lost against something newer.
package struct RescuedFile: Hashable, Sendable {
  /// Its name, by which a person picks it.
  package let name: String
  /// Whose words they are; nil for somebody who had not said who they are.
  package let writer: Identifier?
  /// What it holds, in the order in which it is shown.
  package let sayings: [RescuedSaying]
  /// Why some or all of it cannot be read, as a sentence; nil where all can.
  package let problem: String?

  /// Makes the description of a file.
  package init(
    name: String, writer: Identifier?, sayings: [RescuedSaying], problem: String? = nil
  ) {
    (self.name, self.writer, self.sayings, self.problem) = (name, writer, sayings, problem)
  }

  /// Reads a file, whatever it holds: what cannot be understood is named, the rest is there.
  /// O(bytes).
  ///
  /// - Parameter event: what scores are checked against.
  package static func reading(
    _ bytes: [UInt8], name: String, in event: Event
  ) -> RescuedFile {
    do throws(Fault) {
      let document = try Self.document(of: bytes)
      let root = document.root
      if try FileHeader(root).isNewer {
        throw Fault(problem: "a newer version of Lectern wrote it", remedy: "Use that one")
      }
      let key = root["chair"] == nil ? "reviewer" : "chair"
      let writer = root[key]?.string.flatMap { Identifier($0) }
      if writer == nil, root[key] != nil {
        throw Fault(problem: "it does not say whose words they are", remedy: "Read it by hand")
      }
      var (sayings, faults): ([RescuedSaying], [Fault]) = ([], [])
      if let chair = writer, key == "chair" {
        let reading = try DecisionReader.read(document, chair: chair)
        faults += reading.faults
        for (id, decision) in reading.value.sorted(by: { $0.key < $1.key }) {
          sayings.append(.decision(id, decision))
        }
      } else if let writer {
        let reading = try ReviewSheetReader.read(document, reviewer: writer, rubric: event.rubric)
        faults += reading.faults
        sayings += RescuedSaying.all(of: reading.value)
      }
      sayings += RescuedSaying.privateTexts(in: root)
      if let lost = root["lost"]?.elements {
        sayings += lost.compactMap { RescuedSaying(lost: $0) }
      }
      return RescuedFile(
        name: name, writer: writer, sayings: sayings,
        problem: faults.first.map { "A part of it cannot be read: \($0.problem)" })
    } catch {
      return RescuedFile(
        name: name, writer: nil, sayings: [], problem: "It cannot be read: \(error.problem)")
    }
  }

  private static func document(of bytes: [UInt8]) throws(Fault) -> JSONDocument {
    do throws(JSONSyntaxError) {
      return try JSONDocument(bytes)
    } catch {
      throw Fault(position: error.position, problem: error.problem, remedy: "Read it by hand")
    }
  }
}

/// Something that a rescue file holds.
package enum RescuedSaying: Hashable, Sendable {
  /// A review that is not in the folder.
  case review(ProposalID, Review)
  /// A decision that is not in the folder.
  case decision(ProposalID, Decision)
  /// A comparison that is not in the folder.
  case comparison(ProposalPair, Comparison)
  /// A remark that is not in the folder, by its id.
  case remark(String, Remark)
  /// A private note that was not kept.
  case note(ProposalID, String)
  /// A text that was begun, of a kind such as `committee`.
  case draft(ProposalID, kind: String, text: String)
  /// A text that a newer one replaced.
  case lost(LostText)

  /// What a sheet says, reviews first, each group in order.
  fileprivate static func all(of sheet: ReviewSheet) -> [RescuedSaying] {
    sheet.reviews.sorted { $0.key < $1.key }.map { .review($0.key, $0.value) }
      + sheet.comparisons.sorted {
        ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second)
      }.map { .comparison($0.key, $0.value) }
      + sheet.discussion.sorted { $0.key < $1.key }.map { .remark($0.key, $0.value) }
  }

  /// The notes and the unfinished texts of a file.
  fileprivate static func privateTexts(in root: JSONElement) -> [RescuedSaying] {
    var sayings: [RescuedSaying] = []
    for member in root["notes"].map({ Array($0.members) }) ?? [] {
      if let id = member.keyElement.string.flatMap({ ProposalID($0) }),
        let text = member.value["text"]?.string
      {
        sayings.append(.note(id, text))
      }
    }
    for member in root["drafts"].map({ Array($0.members) }) ?? [] {
      guard let id = member.keyElement.string.flatMap({ ProposalID($0) }) else { continue }
      for draft in member.value.members {
        if let text = draft.value["text"]?.string {
          sayings.append(.draft(id, kind: draft.keyElement.string ?? "", text: text))
        }
      }
    }
    return sayings
  }

  /// Reads a text that a newer one replaced; nil where it is none.
  fileprivate init?(lost element: JSONElement) {
    guard let about = element["about"]?.string, let kind = element["kind"]?.string,
      let text = element["text"]?.string
    else { return nil }
    self = .lost(LostText(about: about, kind: kind, text: text, at: element["at"]?.string))
  }
}

extension RescuedFile {
  /// The proposals that it is about.
  package var proposals: Set<ProposalID> {
    Set(
      sayings.compactMap { saying in
        switch saying {
        case .review(let id, _), .decision(let id, _), .note(let id, _), .draft(let id, _, _): id
        case .comparison: nil
        case .remark(_, let remark): remark.proposal
        case .lost(let lost): lost.kind == "remark" ? nil : ProposalID(lost.about)
        }
      })
  }
}
