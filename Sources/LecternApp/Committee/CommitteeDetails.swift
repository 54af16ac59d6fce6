import ReviewAnalysis
import ReviewCore

/// What there is to know of the selected row, as facts on two lines.
struct CommitteeDetails {
  private let state: State

  init(_ state: State) { self.state = state }

  var lines: [[String]] {
    let event = state.seen.event
    switch state.committee.rows.selected {
    case .member(let id): return event.member(id).map(lines(of:)) ?? []
    case .round(let id):
      guard let round = event.round(id) else { return [] }
      let distance = round.closes.map { [EventWords.distance(to: $0, at: state.now)] } ?? []
      let isLast = event.rounds.last?.id == id
      return [
        ["Round \(round.name)"] + distance,
        [isLast ? "The round of all proposals that name none" : "Its own proposals only"],
      ]
    case .rule(let rule): return [[EventWords.meaning(of: rule)], []]
    case .area(let id):
      guard let area = event.focusArea(id) else { return [] }
      return [["How many proposals of \(area.name) are accepted"], area.summary.map { [$0] } ?? []]
    case .format(let id):
      guard let format = event.format(id) else { return [] }
      return [["How many proposals of the format \(format.name) are accepted"], []]
    case .heading, .note, .blank, .team, nil: return []
    }
  }

  /// The same where there is room for one line: of a member their numbers go first, since the table
  /// has no room for all of them.
  var mostWanted: [[String]] {
    let lines = lines.filter { !$0.isEmpty }
    return if case .member? = state.committee.rows.selected { lines.reversed() } else { lines }
  }

  private func lines(of member: Member) -> [[String]] {
    let event = state.seen.event
    let areas = member.expertise.map { event.focusArea($0)?.short ?? $0.text }
    var person = [member.id.text]
    person += [member.email, member.organization].compactMap(\.self)
    if !areas.isEmpty { person.append("knows \(areas.joined(separator: ", "))") }
    let numbers = state.committee.progress?.members.first { $0.member.id == member.id }?.numbers
    return [person, numbers.map(facts(of:)) ?? []]
  }

  private func facts(of numbers: CommitteeProgress.Numbers) -> [String] {
    var facts = ["\(numbers.scored) scored"]
    if numbers.drafts > 0 {
      facts.append("\(numbers.drafts) draft\(numbers.drafts == 1 ? "" : "s")")
    }
    if numbers.abstained > 0 { facts.append("\(numbers.abstained) abstained") }
    if numbers.conflicts > 0 { facts.append("\(numbers.conflicts) in conflict") }
    if numbers.skipped > 0 { facts.append("\(numbers.skipped) skipped") }
    facts.append("\(numbers.remaining) to go")
    if let last = numbers.lastSaid {
      facts.append("last said something \(EventWords.age(of: last, at: state.now))")
    }
    return facts
  }
}
