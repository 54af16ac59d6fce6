/// Reads `speakers.json`.
package enum SpeakerReader {
  /// Reads the speakers, in the order of the file. O(bytes).
  ///
  /// A bad speaker, and a second one of the same id, is left out and named.
  ///
  /// - Throws: `Fault` where the file as a whole is broken.
  package static func read(_ document: JSONDocument) throws(Fault) -> Reading<[Speaker]> {
    let root = document.root
    let header = try FileHeader(root)
    var reading = Reading<[Speaker]>([])
    if let warning = header.newerFormatFault(root) { reading.faults.append(warning) }
    guard let list = root.given("speakers") else { return reading }
    var seen: Set<ProposalID> = []
    for element in try list.readArray("speakers") {
      reading.attempt { speakers throws(Fault) in
        try element.refuseRepeatedKeys()
        let speaker = try speaker(element)
        guard seen.insert(speaker.id).inserted else {
          throw element.fault(
            "a second speaker has the id \(speaker.id.text.quoted)",
            remedy: "Give each their own id; the first one counts")
        }
        speakers.append(speaker)
      }
    }
    return reading
  }

  private static func speaker(_ element: JSONElement) throws(Fault) -> Speaker {
    _ = try element.readObject("a speaker")
    guard let id = element.given("id") else { throw element.missing("id", in: "a speaker") }
    guard let name = element.given("name") else { throw element.missing("name", in: "a speaker") }
    guard let proposals = element.given("proposals") else {
      throw element.missing("proposals", in: "a speaker")
    }
    var speaker = Speaker(
      id: try id.readProposalID("id"), name: try name.readName("name"), proposals: [])
    for proposal in try proposals.readArray("proposals") {
      speaker.proposals.append(try proposal.readProposalID("proposals"))
    }
    for member in element.members where member.value.kind != .null {
      let value = member.value
      switch member.key {
      case "email": speaker.email = try value.readString("email")
      case "organization": speaker.organization = try value.readString("organization")
      case "tagline": speaker.tagline = try value.readString("tagline")
      case "bio": speaker.bio = try value.readString("bio")
      case "links": speaker.links = try value.readStrings("links")
      case "answers": speaker.answers = try ProposalReader.answers(value)
      default: break
      }
    }
    return speaker
  }
}
