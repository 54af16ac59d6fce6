import ReviewCore
import ReviewStore

extension Conversation {
  /// The line that says what can be answered now.
  var prompt: [String] {
    switch stage {
    case .over: []
    case .identity:
      ["Answer with a number, an id or a name; an empty line only reads, quit leaves."]
    case .reason(let word):
      [
        "Why? Answer with the reason; an empty line goes back to the question without one, and "
          + (word == .conflict ? "no conflict is declared." : "nothing is said.")
      ]
    // What ends the text was said; a line between those of the text would only be in the way.
    case .text: []
    case .answering: [questionPrompt]
    }
  }

  private var questionPrompt: String {
    guard let proposal else { return "Answer with go, list, filter, help or quit." }
    if seen.viewer == nil { return "Answer with next, who, help or quit." }
    if proposal.proposal.isWithdrawn { return "Answer with next, list, help or quit." }
    if proposal.myState == .conflict {
      let clear = proposal.myReview?.status == .conflict ? "clear if it was a mistake, " : ""
      return "Answer with \(clear)next, list, help or quit."
    }
    let asked = questions[question]
    let scale = seen.rubric.scale.description
    let place = questions.count > 1 ? "Question \(question + 1) of \(questions.count), " : ""
    let optional = asked.map(\.isRequired) ?? true ? "" : ", which may be left out with next"
    let stands = score(of: asked, in: proposal).map { " It is \(JSONNumber($0).text) now." } ?? ""
    return "\(place)\(name(of: asked))\(optional): \(scale), ?, skip, abstain or help.\(stands)"
  }

  // MARK: - Beginning

  /// Says who one is, or asks; then goes to what waits.
  mutating func begin() {
    if let viewer = seen.viewer {
      say("You are \(viewer.name).")
      start()
    } else if seen.event.committee.isEmpty {
      say(
        "Nobody is on the committee yet, so nothing can be scored. "
          + "`lectern committee add` adds somebody.")
      start()
    } else {
      askWho()
    }
  }

  /// Asks who the person is.
  mutating func askWho() {
    say("Who are you?")
    for (place, member) in seen.event.committee.enumerated() {
      say("\(place + 1). \(member.name), id \(member.id).")
    }
    stage = .identity
  }

  /// Makes the list anew and goes to the first that waits.
  mutating func start() {
    stage = .answering
    list = ConversationList(list.query, in: seen, bookmarks: personal.bookmarks)
    if seen.proposals.isEmpty {
      current = nil
      say(
        "There are no proposals yet. A chair brings them in with `lectern import FILE`; "
          + "after that, next finds them.")
      return
    }
    let count = list.waitingCount(in: seen)
    if seen.viewer != nil {
      let verb = count == 1 ? "waits" : "wait"
      say(count > 0 ? "\(counted(count, "proposal")) \(verb) for you." : nothingWaits)
    }
    let next = seen.viewer == nil ? list.ids.first : list.nextWaiting(after: nil, in: seen)
    if let next { show(next) } else { current = nil }
  }

  /// What to do where nothing waits.
  var nothingWaits: String {
    let progress = Progress(seen).task
    let outside = seen.proposals.count { ReviewQueue.isWaiting($0) }
    if list.query != .everything, outside > 0 {
      return "Nothing waits for you in what the filter lets through; "
        + "\(counted(outside, "proposal")) outside of it: filter alone takes it away."
    }
    return "Nothing waits for you any more: \(progress.judged) of \(progress.total) are judged. "
      + "list names them all, go opens one, quit leaves."
  }

  /// Takes in who the person says they are.
  mutating func answerWho(_ text: String) {
    if text.isEmpty {
      say("You read only; who asks again.")
      return start()
    }
    if let word = ConversationWord(rawValue: text.folded), word == .quit { return leave() }
    if text.folded == "q" { return leave() }
    guard let member = member(text) else { return }
    order(.become(member.id), for: .identity)
  }

  /// Finds a member by number, id or name; says why where there is none.
  mutating func member(_ text: String) -> Member? {
    let committee = seen.event.committee
    if let member = Identifier(text).flatMap({ seen.event.member($0) }) { return member }
    if let number = Int(text), committee.indices.contains(number - 1) {
      return committee[number - 1]
    }
    let named = committee.filter {
      $0.name.folded == text.folded
        || $0.name.folded.split(separator: " ").contains { $0 == text.folded }
    }
    if named.count == 1 { return named[0] }
    let known = committee.flatMap { [$0.id.text, $0.name] }
    say(
      "\(text.quoted) is not on the committee\(NearestWord.suggestion(for: text, among: known)).")
    return nil
  }
}
