import LecternApp
import ReviewCore

extension Conversation {
  /// Takes in a line, by what it is an answer to.
  mutating func answer(_ line: String) {
    switch stage {
    case .over: break
    case .identity: answerWho(line.trimmed)
    case .reason(let word): answerWhy(line.trimmed, word)
    case .text(let kind, let lines): write(line, kind, lines)
    case .answering: answerQuestion(line.trimmed)
    }
  }

  private mutating func answerQuestion(_ line: String) {
    if line.isEmpty { return readOn(all: false) }
    if let numbers = Self.numbers(in: line) { return score(numbers) }
    let split = line.firstIndex { $0 == " " || $0 == "=" || $0 == "\t" } ?? line.endIndex
    let typed = String(line[..<split])
    let text = String(line[split...].drop { $0 == " " || $0 == "=" || $0 == "\t" })
    if let place = criterion(atStartOf: line) { return score(place.question, place.rest) }
    switch ConversationWord.find(typed, among: seen.rubric) {
    case .word(let word): carryOut(word, text)
    case .criterion(let place):
      let criterion = seen.rubric.criteria[place]
      score(questions.firstIndex { $0?.id == criterion.id } ?? 0, text)
    case .several(let names):
      say(
        "\(typed.quoted) may be \(names.joined(separator: ", ")). Nothing was done; say more of it."
      )
    case .unknown(let nearest):
      let hint = nearest.map { " Did you mean \($0)?" } ?? ""
      say("There is no word \(typed.quoted).\(hint) Nothing was done; help names all words.")
    }
  }

  /// A criterion whose name of several words begins a line, with what follows.
  private func criterion(atStartOf line: String) -> (question: Int, rest: String)? {
    for (place, question) in questions.enumerated() {
      guard let name = question?.name, name.contains(" ") else { continue }
      let start = line.prefix(name.count)
      guard String(start).folded == name.folded else { continue }
      return (place, String(line.dropFirst(name.count)).trimmed)
    }
    return nil
  }

  /// The numbers of a line that holds nothing else; nil for any other line.
  static func numbers(in line: String) -> [Double]? {
    let words = line.split { $0 == " " || $0 == "\t" }
    var numbers: [Double] = []
    for word in words {
      var text = word.last == "," || word.last == ";" ? word.dropLast() : word
      // A decimal comma, or several numbers with nothing but commas between them.
      if text.filter({ $0 == "," }).count == 1 {
        text = Substring(text.map { $0 == "," ? "." : String($0) }.joined())
      }
      for part in text.split(separator: ",", omittingEmptySubsequences: false) {
        let isNumber = part.utf8.allSatisfy {
          (0x30...0x39).contains($0) || "+-.".utf8.contains($0)
        }
        guard isNumber, let number = Double(part) else { return nil }
        numbers.append(number)
      }
    }
    return numbers.isEmpty ? nil : numbers
  }

  // MARK: - Scores

  /// Scores questions one after the other, from the current one on.
  private mutating func score(_ values: [Double]) {
    guard proposal != nil else { return say("There is no proposal to score. next finds one.") }
    let left = questions.count - question
    guard values.count <= left else {
      return say(
        "These are \(values.count) numbers, and from here on \(counted(left, "question")) "
          + "\(left == 1 ? "is" : "are") left. Nothing was saved.")
    }
    score(Array(zip(question..., values)))
  }

  /// Scores one question, or goes to it where no number follows.
  private mutating func score(_ place: Int, _ text: String) {
    guard proposal != nil else { return say("There is no proposal to score. next finds one.") }
    if text.isEmpty {
      question = place
      return explain(questions[place])
    }
    guard let numbers = Self.numbers(in: text), numbers.count == 1 else {
      return say("\(text.quoted) is no score of \(name(of: questions[place])). Nothing was saved.")
    }
    score([(place, numbers[0])])
  }

  private mutating func score(_ answers: [(question: Int, value: Double)]) {
    guard asked == seen.rubric else {
      return say("The rubric has changed since you were asked. Nothing was saved.")
    }
    let scale = seen.rubric.scale
    var scores: [Identifier: Double?] = [:]
    var overall: Double?
    var names: [String] = []
    for (place, value) in answers {
      guard let score = scale.score(value) else {
        let text = JSONNumber(value).text
        let id = ProposalID(text).flatMap { seen.proposal($0) }?.id
        return say(
          "\(text) is not on the scale, which is \(scale.description). Nothing was saved."
            + (id.map { " go \($0) goes to that proposal." } ?? ""))
      }
      if let criterion = questions[place] { scores[criterion.id] = score } else { overall = score }
      names.append("\(name(of: questions[place])) \(JSONNumber(score).text)")
    }
    save([.score(scores, overall: overall)], name: names.joined(separator: ", "))
    if turn.order != nil, let last = answers.last { question = last.question }
  }

  mutating func scoreOverall(_ text: String) {
    guard let value = Self.numbers(in: text), value.count == 1,
      let score = seen.rubric.scale.score(value[0])
    else {
      return say(
        "\(text.quoted) is not on the scale, which is \(seen.rubric.scale.description). "
          + "Nothing was saved.")
    }
    save([.score([:], overall: score)], name: "overall \(JSONNumber(score).text)")
  }

  // MARK: - Other judgements

  /// Abstains or declares a conflict; without a reason it asks for one.
  mutating func judge(_ word: ConversationWord, _ reason: String) {
    if reason.isEmpty {
      guard refusal(of: edit(word, reason)) == nil else {
        return save([edit(word, reason)], name: word.rawValue)
      }
      stage = .reason(word)
      return
    }
    let name = word == .conflict ? "a conflict of interest" : "an abstention"
    save([edit(word, reason)], name: "\(name), \(reason)")
  }

  private func edit(_ word: ConversationWord, _ reason: String) -> ReviewEdit {
    word == .conflict ? .conflict(reason: reason) : .abstain(reason: reason)
  }

  private mutating func answerWhy(_ reason: String, _ word: ConversationWord) {
    stage = .answering
    if reason.isEmpty { return say("Nothing was said.") }
    // A word that leads away is no reason.
    if let other = ConversationWord(rawValue: reason.folded),
      other.argument == .none || other == .help
    {
      say("Nothing was said.")
      return carryOut(other, "")
    }
    judge(word, reason)
  }

  mutating func clearJudgement() {
    guard let review = proposal?.myReview, review.status != .cleared else {
      return say("There is no judgement of yours to take back.")
    }
    save([.clear], name: "the judgement is taken back")
  }

  // MARK: - Saving

  private func refusal(of edit: ReviewEdit) -> String? {
    guard let proposal else { return "there is no proposal here" }
    if seen.viewer == nil { return "you only read; who says who you are" }
    return edit.refusal(for: proposal)
  }

  /// Orders something to be saved, unless it may not be said, or was said of another text.
  mutating func save(_ edits: [ReviewEdit], name: String) {
    guard let proposal else {
      return say(
        current == nil
          ? "There is no proposal here; next finds one."
          : "The proposal is no longer in the folder; next goes on. Nothing was saved.")
    }
    if let refusal = edits.compactMap({ refusal(of: $0) }).first {
      return say("Not possible: \(refusal). Nothing was saved.")
    }
    guard heard == proposal.proposal.digest else {
      say("The text of this proposal has changed since it was read to you; nothing was saved.")
      return read()
    }
    order(
      .save(proposal.id, .edits(edits)),
      for: .answer(name: name, wasFinished: !proposal.myState.isUnscored))
  }

  /// Says that an answer stands on the disk, and goes where the next one is wanted.
  mutating func saved(
    _ name: String, wasFinished: Bool, before: Review?, after: Review, remarks: [String]
  ) {
    guard let proposal else { return }
    history.add(
      History.Step([.review(proposal.id, before: before, after: after)], name: name))
    say("Saved: \(name.asSentence)")
    say(remarks)
    let isJudgement = before?.at != after.at
    guard isJudgement else { return }
    switch proposal.myState {
    case .unread, .draft:
      question = openQuestion(from: question, of: proposal) ?? question
    case .scored:
      if let open = openQuestion(from: question, of: proposal), !wasFinished {
        question = open
        if questions[open]?.isRequired == false, after.overall == nil {
          return say("The review is complete\(result(of: after)) What is left may be left out.")
        }
      }
      if wasFinished {
        question = (question + 1) % questions.count
        return say("The review stands\(result(of: after))")
      }
      finished.insert(proposal.id)
      say("The review is complete\(result(of: after))")
      sayWhatOpened(by: proposal)
      goOn()
    case .abstained, .conflict:
      finished.insert(proposal.id)
      goOn()
    case .skipped: goOn()
    }
  }

  private func result(of review: Review) -> String {
    SpokenReview(review: review, rubric: seen.rubric).result
  }

  private mutating func sayWhatOpened(by proposal: SeenProposal) {
    let others = proposal.reviews.count { $0.reviewer != seen.viewer?.id }
    guard others > 0, seen.viewer?.isChair != true, seen.event.rules.otherReviews == .afterMine
    else { return }
    say("You may hear \(counted(others, "other review")) of it now: back, then others.")
  }
}
