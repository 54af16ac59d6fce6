import ReviewCore

/// The texts of the proposals that are compared, word by word as numbers.
///
/// Withdrawn proposals are left out. A text is the title, a space, and the abstract.
struct ProposalTexts {
  /// What is compared, in the order of the ids.
  let proposals: [Source]
  /// The words of all texts.
  private(set) var terms = TermTable()
  /// The words of all texts, one text behind the other.
  private(set) var words: ContiguousArray<Int32> = []
  /// Where the words of each text begin in `words`; one more at the end.
  private(set) var starts: ContiguousArray<Int> = [0]
  /// The sentences of the abstracts, one text behind the other. Titles are none.
  private(set) var sentences: ContiguousArray<Sentence> = []

  /// One proposal.
  struct Source: Hashable, Sendable {
    let id: ProposalID
    let title: String
    let abstract: String
    /// What its speakers are known by; nil unless the viewer sees those of all proposals.
    let speakers: Set<SpeakerKey>?
  }

  /// A sentence of an abstract.
  struct Sentence {
    /// In which text it is.
    let text: Int32
    /// Its words, as places in `words`.
    let start: Int
    var end: Int
  }

  /// Reads the texts of a summit. O(length of all texts).
  ///
  /// - Throws: what `checkpoint` throws, which is asked every few hundred proposals.
  init(of summit: SeenSummit, checkpoint: () throws -> Void) rethrows {
    proposals = Source.all(of: summit)
    for (number, proposal) in proposals.enumerated() {
      if number % 256 == 0 { try checkpoint() }
      read(proposal, as: Int32(truncatingIfNeeded: number))
    }
  }

  private mutating func read(_ proposal: Source, as number: Int32) {
    WordReader.read(proposal.title) { word, _ in words.append(terms.number(of: word)) }
    let abstractStart = words.count
    WordReader.read(proposal.abstract) { word, beginsSentence in
      if beginsSentence || words.count == abstractStart {
        endSentence(since: abstractStart)
        sentences.append(Sentence(text: number, start: words.count, end: words.count))
      }
      words.append(terms.number(of: word))
    }
    if words.count > abstractStart { endSentence(since: abstractStart) }
    starts.append(words.count)
  }

  /// Notes where the last sentence of an abstract ends.
  private mutating func endSentence(since start: Int) {
    if let last = sentences.indices.last, sentences[last].start >= start {
      sentences[last].end = words.count
    }
  }
}

/// What a speaker is known by: their id, or their e-mail address.
enum SpeakerKey: Hashable, Sendable {
  case id(ProposalID)
  case email(String)
}

extension ProposalTexts.Source {
  /// What is compared of a summit, in the order of the ids. O(proposals).
  static func all(of summit: SeenSummit) -> [Self] {
    let seen = summit.proposals.filter { !$0.proposal.isWithdrawn }
    let areSpeakersVisible = seen.allSatisfy { $0.speakers != nil }
    return seen.map { seen in
      Self(
        id: seen.id, title: seen.proposal.title, abstract: seen.proposal.abstract ?? "",
        speakers: areSpeakersVisible ? seen.speakerKeys : nil)
    }
  }
}

extension SeenProposal {
  /// What its speakers are known by; nil where the viewer may not see them.
  var speakerKeys: Set<SpeakerKey>? {
    guard let speakers else { return nil }
    var keys: Set<SpeakerKey> = []
    for speaker in speakers {
      keys.insert(.id(speaker.id))
      if let email = speaker.email?.comparableEmail { keys.insert(.email(email)) }
    }
    return keys
  }
}
