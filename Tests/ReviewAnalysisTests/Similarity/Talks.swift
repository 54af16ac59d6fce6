import ReviewCore

/// Summits of talks that only have a text.
enum Talks {
  /// A talk: id, title, abstract, and the ids of its speakers.
  struct Talk {
    var id: ProposalID
    var title: String
    var abstract: String
    var speakers: [ProposalID] = []
  }

  /// What somebody sees of these talks.
  static func seen(
    _ talks: [Talk], speakers rule: Rules.SpeakerVisibility = .shown, by viewer: Identifier? = nil,
    withdrawn: Set<ProposalID> = [], areSpeakersKnown: Bool = true
  ) -> SeenSummit {
    var event = Event(name: "x")
    event.committee = [
      Member(id: "ada", name: "Ada", role: .chair), Member(id: "ines", name: "Ines"),
    ]
    event.rules.speakers = rule
    let proposals = talks.map { talk in
      var proposal = Proposal(id: talk.id, title: talk.title)
      proposal.abstract = talk.abstract
      proposal.isWithdrawn = withdrawn.contains(talk.id)
      return proposal
    }
    var order: [ProposalID] = []
    for speaker in talks.flatMap(\.speakers) where !order.contains(speaker) {
      order.append(speaker)
    }
    let speakers = order.map { speaker in
      Speaker(
        id: speaker, name: speaker.text,
        proposals: talks.filter { $0.speakers.contains(speaker) }.map(\.id))
    }
    return Summit(event: event, proposals: proposals, speakers: areSpeakersKnown ? speakers : nil)
      .seen(by: viewer, at: Timestamp(milliseconds: 0))
  }

  /// The eight tiny proposals of the reference case txt-01.
  static let eight: [Talk] = [
    Talk(
      id: "t1", title: "Streaming joins at scale",
      abstract:
        "How we join two unbounded streams with event time, watermarks and state, and what broke at scale."
    ),
    Talk(
      id: "t2", title: "Joining streams at scale: watermarks and state",
      abstract:
        "What broke when we joined two unbounded streams at scale: event time, watermarks, and state."
    ),
    Talk(
      id: "t3", title: "A gentle introduction to watermarks",
      abstract: "Watermarks explained for beginners: event time, processing time, lateness."),
    Talk(
      id: "t4", title: "Testing data pipelines",
      abstract:
        "Unit tests, integration tests and property based tests for data pipelines."),
    Talk(
      id: "t5", title: "Property based testing for pipelines",
      abstract: "Find bugs in data pipelines with property based tests and shrinking."),
    Talk(
      id: "t6", title: "From batch to streaming: a migration story",
      abstract:
        "We migrated forty batch pipelines to streaming in a year. Lessons, costs, mistakes."),
    Talk(
      id: "t7", title: "Café économique: naïve façade tests",
      abstract: "Unicode: naïve café façade résumé."),
    Talk(id: "t8", title: "", abstract: ""),
  ]

  /// Talks of random words: few common ones and many rare ones, some copied from one another.
  static func random(_ count: Int, seed: UInt64, words: Int = 12) -> [Talk] {
    var numbers = SplitMix64(seed: seed)
    var talks: [Talk] = []
    for number in 0..<count {
      var texts: [String] = []
      for length in [3, words] {
        texts.append(
          (0..<numbers.below(length + 1)).map { _ in
            "w\(numbers.below(1 + numbers.below(40)))"
          }.joined(separator: " "))
      }
      if !talks.isEmpty, numbers.once(in: 4) {
        texts[1] = numbers.one(of: talks).abstract + " " + texts[1]
      }
      talks.append(
        Talk(
          id: ProposalID(stringLiteral: "\(number)"), title: texts[0], abstract: texts[1],
          speakers: [ProposalID(stringLiteral: "s\(numbers.below(count))")]))
    }
    return talks
  }
}
