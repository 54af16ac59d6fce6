import ReviewCore
import TerminalUI

extension State {
  /// Undoes what was done last, but for what changed elsewhere since.
  mutating func undo() -> [Effect] {
    guard !waitsForEvent(history.done.last) else { return [] }
    guard let step = history.popDone() else {
      say("There is nothing to undo", .note)
      return []
    }
    let turned = turn(step, back: true)
    if !turned.changes.isEmpty {
      history.pushUndone(History.Step(turned.changes, name: step.name, isPart: step.isPart))
    }
    sayTurned(
      "Undone (\(step.name))", "Not undone", step, turned,
      doesItAgain)
    return turned.effects
  }

  /// Does again what was undone last, but for what changed elsewhere since.
  mutating func redo() -> [Effect] {
    guard !waitsForEvent(history.undone.last) else { return [] }
    guard let step = history.popUndone() else {
      say("There is nothing to do again", .note)
      return []
    }
    let turned = turn(step, back: false)
    if !turned.changes.isEmpty {
      history.pushDone(History.Step(turned.changes, name: step.name, isPart: step.isPart))
    }
    sayTurned("Done again (\(step.name))", "Not done again", step, turned, "")
    return turned.effects
  }

  /// Whether a step must wait, since a change of the event is still being written; says so.
  private mutating func waitsForEvent(_ step: History.Step?) -> Bool {
    guard committee.order != nil, step?.isOfEvent ?? true else { return false }
    say(Self.oneAtATime, .note)
    return true
  }

  /// What undoing or redoing did.
  private struct Turned {
    var changes: [History.Change] = []
    var effects: [Effect] = []
    /// How many changes could not be turned, since they changed elsewhere.
    var refused = 0
  }

  /// Turns each change of a step.
  private mutating func turn(_ step: History.Step, back: Bool) -> Turned {
    var turned = Turned()
    for change in step.changes {
      guard let result = back ? takeBack(change) : doAgain(change) else {
        turned.refused += 1
        continue
      }
      if back {
        history.wroteAgain(undoing: change, as: result.change)
      } else {
        history.wroteAgain(redoing: change, as: result.change)
      }
      turned.changes.append(result.change)
      turned.effects += result.effects
    }
    return turned
  }

  private mutating func sayTurned(
    _ done: String, _ refused: String, _ step: History.Step, _ turned: Turned, _ end: String
  ) {
    let isReview = step.changes.contains { if case .review = $0 { true } else { false } }
    let isRemark = step.changes.contains { if case .remark = $0 { true } else { false } }
    let what = isReview ? "your review" : isRemark ? "what you said" : "the decision"
    let count = step.changes.count
    if step.isOfComparison {
      return turned.changes.isEmpty
        ? say("\(refused): your comparison of these two changed elsewhere since", .problem)
        : say("\(done)\(end)")
    }
    if step.isOfView {
      return turned.changes.isEmpty
        ? say("\(refused): it changed elsewhere since", .problem) : say("\(done)\(end)")
    }
    if step.isOfEvent {
      // What becomes of it is said with the answer.
      committee.order?.name = step.name
      if turned.changes.isEmpty {
        say("\(refused): it was changed elsewhere since (\(step.name))", .problem)
      }
      return
    }
    if turned.changes.isEmpty {
      let subject = count == 1 ? "\(what) of this proposal" : "all \(count)"
      return say("\(refused): \(subject) changed elsewhere since", .problem)
    }
    if let proposal = step.proposal {
      if screen == .review, selected?.id != proposal { leavePlace() }
      show(proposal)
      criterion = criterion(changedBy: step) ?? criterion
      if let seen = seen.proposal(proposal) { say(done, of: seen.proposal, end) }
    } else {
      let rest = turned.refused == 0 ? "" : "; \(turned.refused) changed elsewhere since and stay"
      say("\(done): \(turned.changes.count) proposals\(rest)\(end)")
    }
  }

  /// The row of the rubric whose score a step changed, where it is one alone: the next key is meant
  /// for it too.
  private func criterion(changedBy step: History.Step) -> Int? {
    guard step.changes.count == 1, case .review(_, let before, let after)? = step.changes.first
    else { return nil }
    func score(_ row: CriterionRow, _ review: Review?) -> Double? {
      row.criterion.map { review?.scores[$0.id] } ?? review?.overall
    }
    let changed = criteria.indices.filter {
      score(criteria[$0], before) != score(criteria[$0], after)
    }
    return changed.count == 1 ? changed.first : nil
  }

  /// What was done in place of a change, and the order to write it.
  private typealias Result = (change: History.Change, effects: [Effect])

  private mutating func takeBack(_ change: History.Change) -> Result? {
    switch change {
    case .review(let id, let before, let after):
      guard let viewer = seen.viewer?.id, let after, seen.proposal(id)?.myReview == after else {
        return nil
      }
      let review = after.undone(to: before, at: now)
      return (
        .review(id, before: review, after: after), [write(review, of: id, by: viewer)]
      )
    case .decision(let id, let before, let after):
      guard let after, stands(after, for: id) else { return nil }
      let restored = decision(of: id, beneath: after, seen: before)
      let decision = newDecision(like: restored, of: id, by: after.chair)
      return (
        .decision(id, before: decision, after: after), write([id: decision], by: after.chair)
      )
    case .comparison(let pair, let before, let after):
      return takeBack(pair, before: before, after: after)
    case .remark(let place, let before, let after):
      return takeBack(place, before: before, after: after)
    case .view(let name, let before, let after):
      guard personal.views[name] == after else { return nil }
      return (change, setView(before, named: name))
    case .bookmark(let id, let isSet):
      return (change, setBookmark([id], !isSet))
    case .note(let id, let before, let after):
      guard personal.notes[id] ?? "" == after else { return nil }
      return (change, setPrivateNote(before, of: id))
    case .event(let edit, let inverse):
      guard edit.stands(in: seen.event) else { return nil }
      committee.order = EventOrder(edit: inverse, viewer: seen.viewer?.id, turns: .undo)
      return (change, [.change(inverse, takingBack: edit)])
    }
  }

  /// What stands once a decision is taken back: what its chair had seen in its place, or what
  /// another chair decided meanwhile and they had not seen yet.
  private func decision(
    of id: ProposalID, beneath taken: Decision, seen before: Decision?
  ) -> Decision? {
    let others = (summit.decisions[id] ?? []).filter { $0.chair != taken.chair }
    return others.reduce(before) { best, next in
      guard let best else { return next }
      return next.stands(over: best) ? next : best
    }
  }

  private mutating func doAgain(_ change: History.Change) -> Result? {
    switch change {
    case .review(let id, let before, let after):
      guard let viewer = seen.viewer?.id, seen.proposal(id)?.myReview == before else { return nil }
      let review = (before ?? Review(.cleared)).undone(to: after, at: now)
      return (
        .review(id, before: before, after: review), [write(review, of: id, by: viewer)]
      )
    case .decision(let id, let before, let after):
      guard let before, let after, stands(before, for: id) else { return nil }
      let decision = newDecision(like: after, of: id, by: before.chair)
      return (
        .decision(id, before: before, after: decision), write([id: decision], by: before.chair)
      )
    case .comparison(let pair, let before, let after):
      return doAgain(pair, before: before, after: after)
    case .remark(let place, let before, let after):
      return doAgain(place, before: before, after: after)
    case .view(let name, let before, let after):
      guard personal.views[name] == before else { return nil }
      return (change, setView(after, named: name))
    case .bookmark(let id, let isSet):
      return (change, setBookmark([id], isSet))
    case .note(let id, let before, let after):
      guard personal.notes[id] ?? "" == before else { return nil }
      return (change, setPrivateNote(after, of: id))
    case .event(let edit, let inverse):
      guard inverse.stands(in: seen.event) else { return nil }
      committee.order = EventOrder(edit: edit, viewer: seen.viewer?.id, turns: .redo)
      return (change, [.change(edit, takingBack: inverse)])
    }
  }

  /// Selects a proposal, on whatever screen; where the filter of the list leaves it out, all are
  /// shown.
  mutating func show(_ id: ProposalID) {
    switch screen {
    case .review:
      if list.row(of: id, in: seen) == nil {
        list.query = .everything
        list.area = nil
        list.fill(from: seen, marked: personal, keeping: id)
      }
      if let row = list.row(of: id, in: seen) { list.select(row) }
      proposalChanged()
    case .rank, .shortlist: showRanked(id)
    case .compare, .insights, .committee: break
    }
  }
}

extension History.Step {
  /// Whether it is the comparison of two proposals.
  fileprivate var isOfComparison: Bool {
    if case .comparison? = changes.first { true } else { false }
  }

  /// Whether it is about lists that were given a name.
  fileprivate var isOfView: Bool {
    if case .view? = changes.first { true } else { false }
  }

  /// Whether it is a change of the event, which is answered before it is so.
  var isOfEvent: Bool {
    if case .event? = changes.first { true } else { false }
  }
}
