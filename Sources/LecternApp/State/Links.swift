import ReviewCore

/// The links of a proposal, as far as the viewer may see them.
enum Links {
  /// The web addresses in its texts, then those of its speakers, each once. O(text).
  static func all(of seen: SeenProposal) -> [String] {
    let proposal = seen.proposal
    let texts = [proposal.abstract, proposal.notes] + proposal.answers.map(\.answer)
    var links = texts.compactMap(\.self).flatMap(found)
    links += (seen.speakers ?? []).flatMap(\.links).flatMap(found)
    var known: Set<String> = []
    return links.filter { known.insert($0).inserted }
  }

  /// The addresses that stand in a text.
  private static func found(in text: String) -> [String] {
    text.split { $0.isWhitespace || "<>\"|".contains($0) }.compactMap { word in
      guard let start = ["https://", "http://"].compactMap({ word.firstRange(of: $0) }).first else {
        return nil
      }
      var link = word[start.lowerBound...]
      while let last = link.last, ".,;:!?)]}'".contains(last) { link = link.dropLast() }
      return link.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F }
        ? String(link) : nil
    }
  }
}
