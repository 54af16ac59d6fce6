/// Reads `proposals.json`.
package enum ProposalReader {
  /// Reads the proposals, in the order of the file. O(bytes).
  ///
  /// A bad proposal, and a second one of the same id, is left out and named.
  ///
  /// - Throws: `Fault` where the file as a whole is broken.
  package static func read(_ document: JSONDocument) throws(Fault) -> Reading<[Proposal]> {
    let root = document.root
    let header = try FileHeader(root)
    var reading = Reading<[Proposal]>([])
    if let warning = header.newerFormatFault(root) { reading.faults.append(warning) }
    guard let list = root.given("proposals") else { return reading }
    var seen: Set<ProposalID> = []
    for element in try list.readArray("proposals") {
      reading.attempt { proposals throws(Fault) in
        try element.refuseRepeatedKeys()
        let proposal = try proposal(element)
        guard seen.insert(proposal.id).inserted else {
          throw element.fault(
            "a second proposal has the id \(proposal.id.text.quoted)",
            remedy: "Give each its own id; the first one counts")
        }
        proposals.append(proposal)
      }
    }
    return reading
  }

  private static func proposal(_ element: JSONElement) throws(Fault) -> Proposal {
    var id: ProposalID?
    var title: String?
    var proposal = placeholder
    for member in try element.readObject("a proposal") {
      let value = member.value
      if value.kind == .null { continue }
      switch member.key {
      case "id": id = try value.readProposalID("id")
      case "title": title = try value.readName("title")
      case "abstract": proposal.abstract = try value.readString("abstract")
      case "notes": proposal.notes = try value.readString("notes")
      case "format": proposal.format = try value.readIdentifier("format")
      case "level": proposal.level = try value.readString("level")
      case "round": proposal.round = try value.readIdentifier("round")
      case "focusAreas":
        for area in try value.readArray("focusAreas") {
          proposal.focusAreas.append(try area.readIdentifier("focusAreas"))
        }
      case "tags": proposal.tags = try value.readStrings("tags")
      case "status":
        proposal.isWithdrawn = try value.readWord("status", as: Status.self) == .withdrawn
      case "submittedAt": proposal.submittedAt = try value.readTime("submittedAt")
      case "updatedAt": proposal.updatedAt = try value.readTime("updatedAt")
      case "answers": proposal.answers = try answers(value)
      case "source": proposal.source = try source(value)
      case "earlier":
        for text in try value.readArray("earlier") {
          proposal.earlier.append(try earlierText(text))
        }
      default: break
      }
    }
    guard let id else { throw element.missing("id", in: "a proposal") }
    guard let title else { throw element.missing("title", in: "the proposal \(id.text.quoted)") }
    proposal.id = id
    proposal.title = title
    return proposal
  }

  /// The proposal that fields are read into, until its own id and title are known.
  private static let placeholder: Proposal = {
    guard let id = ProposalID("-") else { preconditionFailure("\"-\" is an id") }
    return Proposal(id: id, title: "")
  }()

  private enum Status: String, CaseIterable { case submitted, withdrawn }

  static func answers(_ element: JSONElement) throws(Fault) -> [Answer] {
    var answers: [Answer] = []
    for entry in try element.readArray("answers") {
      _ = try entry.readObject("answers")
      answers.append(
        Answer(
          question: try entry.given("question")?.readString("question") ?? "",
          answer: try entry.given("answer")?.readString("answer") ?? ""))
    }
    return answers
  }

  private static func source(_ element: JSONElement) throws(Fault) -> Proposal.Source {
    _ = try element.readObject("source")
    return Proposal.Source(
      system: try element.given("system")?.readString("system") ?? "",
      id: try element.given("id")?.readString("id"))
  }

  private static func earlierText(_ element: JSONElement) throws(Fault) -> Proposal.EarlierText {
    _ = try element.readObject("earlier")
    let title = try element.given("title")?.readString("title")
    let abstract = try element.given("abstract")?.readString("abstract")
    let notes = try element.given("notes")?.readString("notes")
    return Proposal.EarlierText(
      digest: try element.given("digest")?.readDigest("digest")
        ?? ContentDigest(title: title ?? "", abstract: abstract, notes: notes),
      title: title, abstract: abstract, notes: notes,
      until: try element.given("until")?.readTime("until"))
  }
}

extension JSONElement {
  /// A content digest.
  func readDigest(_ key: String) throws(Fault) -> ContentDigest {
    let text = try readString(key)
    guard let digest = ContentDigest(text) else {
      throw fault(
        "\"\(key)\" is no digest: \(text.quoted)",
        remedy: "A digest is sha256: and 64 lower-case hexadecimal digits")
    }
    return digest
  }
}
