import LecternApp
import ReviewCore

/// The discussion of a proposal: what is heard of it, and what is said.
extension Conversation {
  /// Reads what the committee says of the proposal, the oldest first.
  mutating func tellDiscussion() {
    guard let proposal else { return say("There is no proposal here.") }
    let thread = DiscussionThread(of: proposal, viewer: seen.viewer?.id)
    var lines: [String] = []
    for entry in thread.entries {
      let name =
        entry.isMine ? "You" : seen.event.member(entry.author)?.name ?? entry.author.text
      let kind = entry.kind == .comment ? ", comment of the review" : ""
      lines.append("\(name)\(entry.at.map { ", \($0.minute)" } ?? "")\(kind).")
      lines += SpokenText.paragraphs(of: entry.text)
    }
    if let reason = seen.reasonForHiding(proposal) { lines.append(reason) }
    if lines.isEmpty { lines = ["Nobody has said anything yet; say TEXT does."] }
    sayInParts(lines)
  }

  /// Says something in the discussion.
  mutating func discuss(_ text: String) {
    guard let proposal, let viewer = seen.viewer?.id else {
      return say("Not possible: there is no proposal here, or you only read.")
    }
    if let refusal = seen.refusal(ofRemarkOn: proposal.id) {
      return say("Not possible: \(refusal). Nothing was saved.")
    }
    let said = Remark.said(
      text, of: proposal.id, by: viewer, at: now,
      among: summit.sheets[viewer]?.discussion ?? [:])
    let place = RemarkPlace(proposal: proposal.id, id: said.id)
    order(
      .discuss(place, said.remark, replacing: nil),
      for: .personal(.remark(place, before: nil, after: said.remark), name: "remark"))
  }

  /// What takes a remark of this session back, or says it again; nil where another terminal was
  /// faster.
  func turn(_ place: RemarkPlace, _ said: Remark?, back: Bool) -> ConversationOrder? {
    guard let viewer = seen.viewer?.id, let said,
      let standing = summit.sheets[viewer]?.discussion[place.id],
      standing.saysNothing != back, !back || standing.text == said.text
    else { return nil }
    return .discuss(
      place, standing.undone(to: back ? nil : said, at: now), replacing: standing)
  }
}
