import ReviewAnalysis
import ReviewCore
import ReviewStore

extension Conversation {
  /// Goes to the next that waits, after a judgement.
  mutating func goOn() {
    guard let next = list.nextWaiting(after: current, in: seen) else { return say(nothingWaits) }
    if next == current { return say("Only this proposal waits for you.") }
    show(next)
  }

  /// Goes to the next that waits; for somebody who only reads, to the next of the list.
  mutating func goNext() {
    if seen.viewer == nil {
      let place = current.flatMap { list.place(of: $0) }.map { $0 + 1 } ?? 0
      guard list.ids.indices.contains(place) else { return say("This is the last one.") }
      return show(list.ids[place])
    }
    if seen.proposals.isEmpty { return start() }
    goOn()
  }

  mutating func goBack() {
    while let last = visited.popLast() {
      if seen.proposal(last) != nil { return show(last, remembering: false) }
    }
    say("There is nothing before this one.")
  }

  /// Goes to the proposal of an id, or else of a number in the list.
  mutating func go(_ text: String) {
    if let id = ProposalID(text), seen.proposal(id) != nil { return show(id) }
    if let number = Int(text), list.ids.indices.contains(number - 1) {
      return show(list.ids[number - 1])
    }
    let near = NearestWord.suggestion(for: text, among: seen.proposals.lazy.map(\.id.text))
    say("There is no proposal \(text.quoted)\(near); the list has \(list.ids.count).")
  }

  // MARK: - Lists

  /// Reads a list out, ten at a time.
  mutating func tellList(_ text: String) {
    if text.isEmpty {
      return tell(list.ids, "\(counted(list.ids.count, "proposal")), \(filterWords).")
    }
    guard let query = query(text) else { return }
    tell(matching: query)
  }

  private var filterWords: String {
    list.query == .everything ? "without a filter" : "filtered by \(list.query.text)"
  }

  mutating func search(_ text: String) {
    let words = text.split { $0 == " " || $0 == "\"" }.map { "\"\($0)\"" }
    guard let query = query(words.joined(separator: " ")) else { return }
    tell(matching: query)
  }

  private mutating func tell(matching query: Query) {
    let found = ConversationList(query, in: seen, bookmarks: personal.bookmarks).ids
    if found.isEmpty { return say("No proposal meets it.") }
    tell(found, "\(counted(found.count, "proposal")).")
  }

  private mutating func tell(_ ids: [ProposalID], _ heading: String) {
    let lines = ids.compactMap { seen.proposal($0) }.map(entry)
    var parts = stride(from: 0, to: lines.count, by: 10).map {
      Array(lines[$0..<min($0 + 10, lines.count)])
    }
    parts = parts.isEmpty ? [[heading]] : [[heading] + parts[0]] + parts.dropFirst()
    say(parts: parts)
  }

  /// `3. Title. Draft. Id 1231.`
  private func entry(_ proposal: SeenProposal) -> String {
    let number = list.place(of: proposal.id).map { "\($0 + 1). " } ?? ""
    var state = ""
    if proposal.proposal.isWithdrawn {
      state = " Withdrawn."
    } else if seen.viewer != nil {
      let score = proposal.myState == .scored ? proposal.myComposite(by: seen.rubric) : nil
      let stale = proposal.isStale ? ", the text changed since" : ""
      state =
        " \(proposal.myState == .unread ? "Not judged" : proposal.myState.rawValue.beginningUppercase)"
        + "\(score.map { " \($0.formatted(decimals: 2))" } ?? "")\(stale)."
    }
    return "\(number)\(proposal.proposal.title.asSentence)\(state) Id \(proposal.id)."
  }

  /// Reviews only what meets a query from now on.
  mutating func filter(_ text: String) {
    guard let query = query(text) else { return }
    let found = ConversationList(query, in: seen, bookmarks: personal.bookmarks)
    if found.ids.isEmpty { return say("No proposal meets it; the filter stays as it was.") }
    list = found
    let waiting = found.waitingCount(in: seen)
    let heading =
      text.isEmpty ? "The filter is taken away: " : "The filter is \(query.text): "
    let verb = waiting == 1 ? "waits" : "wait"
    say("\(heading)\(counted(found.ids.count, "proposal")), of which \(waiting) \(verb) for you.")
    if let current, found.place(of: current) != nil { return }
    if let next = found.nextWaiting(after: nil, in: seen) ?? found.ids.first { show(next) }
  }

  /// Reads a query; says what is wrong with it.
  private mutating func query(_ text: String) -> Query? {
    do throws(QueryError) {
      return try Query(text, for: seen.event)
    } catch {
      say("The query cannot be read, \(error.description.asSentence)")
      return nil
    }
  }

  // MARK: - What is alike

  mutating func tellSimilar() {
    guard let proposal else { return say("There is no proposal here.") }
    let index: SimilarityIndex
    if let similarity, similarity.isCurrent(for: seen) {
      index = similarity
    } else {
      index = SimilarityIndex(of: seen)
      similarity = index
    }
    guard let similar = index.similar(to: proposal.id, in: seen, limit: 20), !similar.isEmpty
    else { return say("Nothing is similar.") }
    sayInParts(
      similar.map { other in
        let speaker = other.likeness.sameSpeaker == true ? ", same speaker" : ""
        let words = other.likeness.words.beginningUppercase
        return "\(other.title.asSentence) \(words)\(speaker). Id \(other.id)."
      })
  }
}
