import ReviewAnalysis
import ReviewCore

/// A summit with its texts compared.
struct Compared {
  let seen: SeenSummit
  let index: SimilarityIndex

  init(_ seen: SeenSummit) {
    self.seen = seen
    index = SimilarityIndex(of: seen)
  }

  var count: Int { index.count }
  var vocabularyCount: Int { index.vocabularyCount }
  var groups: [[ProposalID]] { SimilarityGroups(in: index).groups }

  func weight(of word: String) -> Double? { index.weight(of: word) }
  func similar(to id: ProposalID) -> [SimilarProposal]? { index.similar(to: id, in: seen) }
  func pairs(limit: Int? = nil) -> SimilarPairs { index.pairs(in: seen, limit: limit) }

  func cosine(of one: ProposalID, _ other: ProposalID) -> Double? {
    index.cosine(of: one, other)
  }

  func exactCosine(of one: ProposalID, _ other: ProposalID) -> Double? {
    index.exactCosine(of: one, other)
  }

  func exactJaccard(of one: ProposalID, _ other: ProposalID) -> Double? {
    index.exactJaccard(of: one, other)
  }
}
