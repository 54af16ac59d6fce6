import RealModule
package import ReviewCore

/// The texts of a summit's proposals, made ready to be compared.
///
/// Exact TF-IDF cosine: words in lower case, `idf = ln((1 + N) / (1 + df)) + 1`, tf times idf, length
/// one; shared boilerplate is dropped first. A pure function of what its viewer may see. Withdrawn
/// proposals are not in it.
///
/// Source: Salton & Buckley 1988; the formulas are those of scikit-learn's `TfidfVectorizer`.
package struct SimilarityIndex: Sendable {
  /// What is compared, in the order of the ids.
  let proposals: [ProposalTexts.Source]
  /// Where each proposal stands in `proposals`.
  let places: [ProposalID: Int]
  let terms: TermTable
  /// `idf` of each term, 0 for one that stands in no text any more.
  let weights: ContiguousArray<Double>
  /// In how many texts each term stands.
  let frequencies: ContiguousArray<Int32>
  /// 1 / length of each text's vector; 0 for an empty text.
  let scales: ContiguousArray<Double>
  /// The terms of each text, rising by number, with how often they stand in it.
  let vectors: CountLists
  /// The texts of each term, rising, with how often it stands in them.
  let postings: CountLists
  /// The sentences that were dropped, text by text.
  let droppedWords: ContiguousArray<DroppedRange>

  /// A dropped sentence: which words of a text it is.
  struct DroppedRange: Hashable, Sendable {
    let text: Int32
    /// Places among the words of the text.
    let range: Range<Int>
  }

  /// Reads the texts of a summit. O(length of all texts), some 50 MB a second.
  package init(of summit: SeenSummit) { self.init(of: summit, checkpoint: {}) }

  /// The same, with a look now and then whether it is still wanted.
  ///
  /// - Parameter checkpoint: is asked every few hundred proposals; what it throws ends the work.
  package init(of summit: SeenSummit, checkpoint: () throws -> Void) rethrows {
    let texts = try ProposalTexts(of: summit, checkpoint: checkpoint)
    try checkpoint()
    let boilerplate = Boilerplate(in: texts)
    try checkpoint()
    proposals = texts.proposals
    places = Dictionary(
      texts.proposals.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    terms = texts.terms
    droppedWords = ContiguousArray(
      boilerplate.dropped.map { place in
        let sentence = texts.sentences[place]
        let start = texts.starts[Int(sentence.text)]
        return DroppedRange(
          text: sentence.text, range: (sentence.start - start)..<(sentence.end - start))
      })
    vectors = CountLists(of: texts, dropping: boilerplate)
    try checkpoint()
    let postings = vectors.transposed(to: terms.count)
    self.postings = postings
    try checkpoint()
    let frequencies = ContiguousArray(
      (0..<terms.count).map { Int32(truncatingIfNeeded: postings.range(of: $0).count) })
    self.frequencies = frequencies
    let total = Double(proposals.count)
    weights = ContiguousArray(
      frequencies.map { $0 == 0 ? 0 : Double.log((1 + total) / (1 + Double($0))) + 1 })
    scales = vectors.scales(by: weights)
  }

  /// Whether it is that of a summit: nothing that is compared has changed. O(length of all texts).
  package func isCurrent(for summit: SeenSummit) -> Bool {
    ProposalTexts.Source.all(of: summit) == proposals
  }

  /// How many words stand in at least one text, once boilerplate is dropped.
  package var vocabularyCount: Int { frequencies.count { $0 > 0 } }

  /// How many proposals are compared.
  package var count: Int { proposals.count }

  /// How much a word weighs, `ln((1 + N) / (1 + df)) + 1`; nil for one that stands in no text.
  package func weight(of word: String) -> Double? {
    var word = word
    guard let number = word.withUTF8({ terms.find($0) }), frequencies[Int(number)] > 0 else {
      return nil
    }
    return weights[Int(number)]
  }
}
