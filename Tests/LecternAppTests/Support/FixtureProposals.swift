import ReviewCore

/// What was submitted to the fixture's summit.
enum FixtureProposals {
  static let all: [Proposal] = [
    proposal(
      1201, "Exactly-once upserts into Iceberg from a Beam pipeline", ["lakehouse", "storage"],
      """
      Most lakehouse sinks promise exactly-once and deliver "at least once, mostly". This talk shows \
      what it takes to keep the promise: where the commit happens, who may retry it, and what a \
      reader sees in between.

      You will learn:

      - how Beam's bundles and Iceberg's snapshots fit together,
      - why a deterministic file name is worth more than a transaction log of one's own, with an \
      example that fails in front of the audience,
      - what to measure: https://example.org/a/very/long/path/that/goes/on/and/on/and/does/not/end/before/the/line

      1. First the write path.
      2. Then the read path.

      We close with numbers from a pipeline that has moved eleven billion rows – and with the two \
      nights on which it did not. 数据湖仓的实践经验。
      """,
      tags: ["iceberg", "upserts", "exactly-once"],
      notes: "I gave a shorter version at a meetup; the demo is new.",
      answers: [
        Answer(question: "Have you given this talk before?", answer: "No."),
        Answer(question: "What do you need on stage?", answer: "Two\nscreens."),
        Answer(question: "Empty", answer: " \n "),
      ]),
    proposal(
      1202, "\u{1B}[2J\u{1B}]52;c;AAAA\u{7}Clear \u{9B}31mthe screen, then the catalog",
      ["realtime-ml"],
      "An abstract with \u{1B}[31mred\u{1B}[0m, a bell\u{7} and \u{9B}2J in it."),
    proposal(
      1203, "👩‍👩‍👧‍👦 Families of pipelines 👍🏽 for 🇫🇷 and 🇯🇵 with ❤️ in 1️⃣ runner", ["ecosystem"],
      "Emoji: 👩🏽‍💻 writes, 🧑‍🚀 reads. 🎉🎉🎉"),
    proposal(
      1204, "流式数据湖仓：用统一的批流处理管道把数据写入冰山表并保持恰好一次语义的实践经验分享",
      ["lakehouse", "trends"], "本次演讲介绍我们如何用统一的管道处理批数据和流数据，并分享在生产环境中遇到的问题以及解决办法。"),
    proposal(
      1205, "\u{202E}gnp.exe\u{202C} שלום לעולם של צינורות", ["trends"],
      "نص عربي قصير \u{2067}with isolates\u{2069} and the rest in English."),
    proposal(1206, zalgo("Compaction is a streaming problem"), ["storage"], zalgo("He comes.")),
    proposal(1207, "Tabs\tand\nnewlines\r\nin one title", ["agentic"], nil),
    proposal(
      1208, "Short", ["ml-integration"], "Tiny.", format: "workshop", level: "Introductory"),
    withdrawn(1209, "The talk that was withdrawn by its speaker before anybody read it"),
    proposal(
      1210, "One catalog, four engines", ["lakehouse"], "Four engines read one table. They differ.",
      tags: ["iceberg"]),
    proposal(1211, "Schema evolution, live", ["lakehouse"], "The text as it is now."),
    proposal(1212, "A feature store in an afternoon", ["ml-integration"], "It took a week."),
    proposal(1213, "Kafka to Iceberg in a weekend", ["ecosystem"], "It took a month."),
    proposal(1214, "Agents that mend pipelines while you sleep", ["agentic"], "They do not sleep."),
    proposal(1215, "Change data capture without the tears", [], "Some tears.", round: "early"),
    proposal(
      1216, "Written by somebody who also reviews", ["realtime-ml"], "By one of the committee."),
  ]

  static let speakers: [Speaker] = [
    speaker(
      "s1", "Grace Ōkubo-Fernández", [1201, 1210], organization: "Example Lakes",
      bio: "Builds lakes."),
    speaker("s2", "Nils \u{1B}[7mEscape", [1202, 1201], organization: nil, bio: nil),
    speaker("s3", "Ben Okafor", [1216], organization: nil, bio: nil, email: " ben@EXAMPLE.org"),
  ]

  private static func zalgo(_ text: String) -> String {
    let marks = (0..<12).map { Character(Unicode.Scalar(0x300 + $0 * 7)!) }
    return text.map { "\($0)" + ($0 == " " ? "" : String(marks)) }.joined()
  }

  private static func withdrawn(_ id: ProposalID, _ title: String) -> Proposal {
    var proposal = proposal(id, title, ["storage"], "Gone.")
    proposal.isWithdrawn = true
    return proposal
  }

  private static func proposal(
    _ id: ProposalID, _ title: String, _ areas: [String], _ abstract: String?,
    format: String = "talk-25", level: String = "Intermediate", round: String? = nil,
    tags: [String] = [], notes: String? = nil, answers: [Answer] = []
  ) -> Proposal {
    var proposal = Proposal(id: id, title: title)
    proposal.abstract = abstract
    proposal.focusAreas = areas.map { Identifier($0)! }
    proposal.format = Identifier(format)
    proposal.level = level
    proposal.round = round.flatMap { Identifier($0) }
    proposal.tags = tags
    proposal.notes = notes
    proposal.answers = answers
    return proposal
  }

  private static func speaker(
    _ id: String, _ name: String, _ proposals: [ProposalID], organization: String?, bio: String?,
    email: String? = nil
  ) -> Speaker {
    var speaker = Speaker(id: ProposalID(id)!, name: name, proposals: proposals)
    speaker.organization = organization
    speaker.bio = bio
    speaker.email = email
    return speaker
  }
}
