import ReviewCore
import TerminalUI

extension State {
  /// Does what a key of the committee screen is bound to.
  mutating func performCommittee(_ command: Command) -> [Effect] {
    switch command {
    case _ where command.movesInRows: committee.rows.move { $0.move(command) }
    case .back: return show(.review)
    case .addMember:
      guard mayChange() else { return [] }
      overlays.append(.form(.newMember(in: seen.event)))
    case .editMember:
      guard mayChange() else { return [] }
      openSelectedSetting()
    case .removeMember:
      guard mayChange() else { return [] }
      return clearSelectedSetting()
    default: break
    }
    return []
  }

  /// Makes the screen fit its size and what can be seen.
  mutating func fitCommittee() {
    committee.make(
      of: seen, version: version, height: CommitteeView(self).rows(in: size).rows,
      addKey: key(of: .addMember, in: .committee))
  }

  /// Whether the viewer may change the event; says so where not.
  private mutating func mayChange() -> Bool {
    do throws(EventEditRefusal) {
      try seen.event.checkMayChange(seen.viewer?.id)
      return true
    } catch {
      say(error.description, .problem)
      return false
    }
  }

  /// Opens what changes the selected row.
  private mutating func openSelectedSetting() {
    switch committee.rows.selected {
    case .member(let id):
      guard let member = seen.event.member(id) else { return }
      overlays.append(.form(.member(member, in: seen.event)))
    case .round(let id): openForm(of: .deadline(id))
    case .rule(let rule): openRule(rule)
    case .area(let id): openForm(of: .areaSlots(id))
    case .format(let id): openForm(of: .formatSlots(id))
    case .heading, .note, .blank, .team, nil: break
    }
  }

  private mutating func openForm(of setting: EventSetting) {
    overlays.append(.form(.setting(setting, in: seen.event)))
  }

  /// A rule that has words for values is chosen; one that is a number is typed.
  private mutating func openRule(_ rule: EventRule) {
    let values: [EventRule]
    switch rule {
    case .otherReviews: values = Rules.ReviewVisibility.allCases.map { .otherReviews($0) }
    case .speakers: values = Rules.SpeakerVisibility.allCases.map { .speakers($0) }
    default: return openForm(of: .rule(rule))
    }
    let now = rule.value(in: seen.event.rules)
    let items = values.map {
      Menu.Item(
        label: EventWords.value(of: $0).capitalizedFirst, isOn: $0 == now,
        action: .change(.setRule($0)))
    }
    overlays.append(
      .menu(
        Menu(
          .rule, title: rule.title.capitalizedFirst, note: EventWords.meaning(of: rule),
          items: items)))
  }

  /// Removes the selected member, or leaves the selected setting empty.
  private mutating func clearSelectedSetting() -> [Effect] {
    let setting: EventSetting
    switch committee.rows.selected {
    case .member(let id): return order(.removeMember(id))
    case .round(let id): setting = .deadline(id)
    case .rule(.otherReviews), .rule(.speakers):
      say("This rule always has a value; Enter changes it", .note)
      return []
    case .rule(let rule): setting = .rule(rule)
    case .area(let id): setting = .areaSlots(id)
    case .format(let id): setting = .formatSlots(id)
    case .heading, .note, .blank, .team, nil: return []
    }
    return order(setting.cleared)
  }
}
