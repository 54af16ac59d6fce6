import ReviewCore

/// Sentences that the abstracts of several speakers share: what a form or an employer put there.
///
/// A sentence of at least four words that stands in three or more proposals of different speakers
/// is dropped before texts are compared (science.md, section 7); a shorter one is a heading or a
/// word in a list. Proposals without a common speaker are of different speakers. Unless the viewer
/// sees the speakers of all proposals, each proposal counts as one of another speaker.
///
/// What would leave nothing of an abstract of 25 or more words stays in it: three copies of one
/// talk are copies, and no boilerplate.
struct Boilerplate {
  static let fewestProposals = 3
  static let fewestWords = 4
  static let fewestWordsOfACopy = 25

  /// Which sentences are dropped, by their place in `ProposalTexts.sentences`, in order.
  let dropped: [Int]

  /// Finds them. O(words).
  init(in texts: ProposalTexts) {
    var isDropped = ContiguousArray<Bool>(repeating: false, count: texts.sentences.count)
    let countsSpeakers = texts.proposals.allSatisfy { $0.speakers != nil }
    for places in Self.repeated(in: texts) {
      var holders: [Int] = []
      for place in places {
        let text = Int(texts.sentences[place].text)
        if holders.last != text { holders.append(text) }
      }
      let isShared =
        countsSpeakers
        ? Self.haveDifferentSpeakers(holders.map { texts.proposals[$0].speakers ?? [] })
        : holders.count >= Self.fewestProposals
      if isShared { for place in places { isDropped[place] = true } }
    }
    Self.keepCopies(&isDropped, texts)
    dropped = isDropped.indices.filter { isDropped[$0] }
  }

  /// The sentences that stand in three or more texts, each as its places, in order.
  private static func repeated(in texts: ProposalTexts) -> [[Int]] {
    // By hash first: most sentences stand in one text, and need no key of their own.
    let hashes = texts.sentences.map { hash(of: $0, texts) }
    var counts: [UInt64: (count: Int, last: Int32)] = [:]
    for (place, sentence) in texts.sentences.enumerated()
    where sentence.end - sentence.start >= fewestWords {
      let known = counts[hashes[place]] ?? (0, -1)
      if known.last != sentence.text {
        counts[hashes[place]] = (known.count + 1, sentence.text)
      }
    }
    var numbers: [[Int32]: Int] = [:]
    var groups: [[Int]] = []
    for (place, sentence) in texts.sentences.enumerated()
    where counts[hashes[place], default: (0, 0)].count >= fewestProposals
      && sentence.end - sentence.start >= fewestWords
    {
      let words = Array(texts.words[sentence.start..<sentence.end])
      if let number = numbers[words] {
        groups[number].append(place)
      } else {
        numbers[words] = groups.count
        groups.append([place])
      }
    }
    return groups
  }

  private static func hash(of sentence: ProposalTexts.Sentence, _ texts: ProposalTexts) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in sentence.start..<sentence.end {
      hash = (hash ^ UInt64(UInt32(bitPattern: texts.words[place]))) &* 0x100_0000_01B3
      hash ^= hash >> 32
    }
    return hash
  }

  /// Whether three of some groups of speakers have nobody in common: those with the fewest are
  /// taken first.
  private static func haveDifferentSpeakers(_ groups: [Set<SpeakerKey>]) -> Bool {
    guard groups.count >= fewestProposals else { return false }
    var taken: Set<SpeakerKey> = []
    var count = 0
    let order = groups.indices.sorted { (groups[$0].count, $0) < (groups[$1].count, $1) }
    for group in order.map({ groups[$0] }) where taken.isDisjoint(with: group) {
      taken.formUnion(group)
      count += 1
      if count == fewestProposals { return true }
    }
    return false
  }

  private static func keepCopies(
    _ isDropped: inout ContiguousArray<Bool>, _ texts: ProposalTexts
  ) {
    var first = 0
    while first < texts.sentences.count {
      let text = texts.sentences[first].text
      var last = first
      while last < texts.sentences.count, texts.sentences[last].text == text { last += 1 }
      let length = texts.sentences[last - 1].end - texts.sentences[first].start
      if length >= fewestWordsOfACopy, (first..<last).allSatisfy({ isDropped[$0] }) {
        for place in first..<last { isDropped[place] = false }
      }
      first = last
    }
  }
}
