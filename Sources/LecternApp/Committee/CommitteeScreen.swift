package import ReviewAnalysis
package import ReviewCore
import TerminalUI

/// Who reviews, how far they are, and the rules.
package struct CommitteeScreen: Equatable, Sendable {
  /// The rows.
  package var rows = SelectableRows<CommitteeRow>()
  /// How far each member is; nil before the screen was shown.
  package private(set) var progress: CommitteeProgress?
  /// The change of the event that is not answered yet; nil for none.
  package var order: EventOrder?
  /// The version of what can be seen that the rows were made of.
  private var version: Int?

  /// Whether the selected row is a member.
  var isMemberSelected: Bool { if case .member? = rows.selected { true } else { false } }

  /// Makes the rows where something changed since. O(proposals + reviews) then.
  mutating func make(of summit: SeenSummit, version: Int, height: Int, addKey: String) {
    rows.fit(height: height)
    guard self.version != version else { return }
    self.version = version
    let progress = CommitteeProgress(of: summit)
    self.progress = progress
    rows.replace(
      with: CommitteeRow.rows(
        of: summit.event, progress, viewer: summit.viewer?.id, addKey: addKey))
  }
}

/// A line of the screen.
package enum CommitteeRow: SelectableRow {
  case heading(Section)
  case note(String)
  case blank
  /// The sum of the members.
  case team
  case member(Identifier)
  case round(Identifier)
  /// A rule; the value in it means nothing.
  case rule(EventRule)
  case area(Identifier)
  case format(Identifier)

  /// The sections of the screen.
  package enum Section: String, Hashable, Sendable {
    case members = "Members"
    case rounds = "Rounds"
    case rules = "Rules"
    case areas = "Slots of the focus areas"
    case formats = "Slots of the formats"
  }

  /// Whether the cursor rests on it.
  package var isSelectable: Bool {
    switch self {
    case .heading, .note, .blank, .team: false
    case .member, .round, .rule, .area, .format: true
    }
  }

  /// The rows of an event.
  static func rows(
    of event: Event, _ progress: CommitteeProgress, viewer: Identifier?, addKey: String
  ) -> [CommitteeRow] {
    var rows: [CommitteeRow] = [.heading(.members)]
    rows += event.committee.map { .member($0.id) }
    let others = progress.members.filter { $0.member.id != viewer }
    if event.committee.isEmpty {
      rows.append(.note("Nobody is on the committee yet. \(addKey) adds the first chair."))
    } else if others.contains(where: { $0.numbers == nil }) {
      rows.append(.note("Others' progress is for chairs, until reviews are open."))
    } else if others.count > 0 {
      rows.append(.team)
      if progress.closed > 0 {
        let what = progress.closed == 1 ? "1 proposal is" : "\(progress.closed) proposals are"
        rows.append(.note("\(what) not in others' numbers: your conflicts."))
      }
    }
    rows += [.blank, .heading(.rounds)]
    rows +=
      event.rounds.isEmpty
      ? [.note("No rounds, and so no deadline.")] : event.rounds.map { .round($0.id) }
    rows += [.blank, .heading(.rules)] + EventRule.all.map { .rule($0) }
    if !event.focusAreas.isEmpty {
      rows += [.blank, .heading(.areas)] + event.focusAreas.map { .area($0.id) }
    }
    if !event.formats.isEmpty {
      rows += [.blank, .heading(.formats)] + event.formats.map { .format($0.id) }
    }
    return rows
  }
}

/// A change of the event that was ordered.
package struct EventOrder: Hashable, Sendable {
  /// The change.
  package let edit: EventEdit
  /// Who ordered it; nil is nobody in particular.
  package let viewer: Identifier?
  /// In which way it turns a step of the history; nil where it is new.
  package let turns: Turning?
  /// What the step is called that is turned; nil where none is.
  var name: String?

  /// The ways in which a step of the history is turned.
  package enum Turning: Hashable, Sendable { case undo, redo }
}
