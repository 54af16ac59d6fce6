import ReviewAnalysis
import ReviewCore
import TerminalUI

/// A key that is worth knowing just now.
package struct Hint: Hashable, Sendable {
  /// The key as it is written for people.
  package let label: String
  /// What it does, in a word or two.
  package let name: String
  /// What it does.
  package let command: Command
}

extension State {
  /// The keys that are worth knowing just now, the most useful first.
  package var hints: [Hint] {
    let bindings = keys.hints(in: context)
    let wanted = overlays.isEmpty ? wantedNow : []
    let first = wanted.compactMap { command in keys.binding(of: command, in: context) }
    var known: Set<Command> = []
    return (first + bindings.filter { isUseful($0.command) })
      .filter { known.insert($0.command).inserted }
      .map { Hint(label: label(of: $0), name: name(of: $0), command: $0.command) }
  }

  /// What the state of things asks for before anything else.
  private var wantedNow: [Command] {
    guard screen == .review else { return [] }
    if !typedNumber.isEmpty {
      return isReading
        ? [.confirmNumber, .nextCriterion, .deleteDigit, .back]
        : [.open, .nextCriterion, .deleteDigit, .clearFilter]
    }
    if !list.marks.isEmpty {
      let decide: [Command] = seen.viewer?.isChair == true ? [.decideMenu] : []
      return [.mark] + decide + [.bookmark, .skip, .abstain, .clearFilter, .help]
    }
    var wanted: [Command] = []
    if seen.proposals.isEmpty, seen.viewer?.isChair == true { wanted = [.importFiles] }
    if let selected, selected.isStale { wanted = [.digit(1), .changes] }
    if let selected, hasUnread(selected) { wanted += [.digit(1), .discuss] }
    if list.rows.isEmpty, list.isFiltered { wanted = [.clearFilter, .filter] }
    return wanted
  }

  /// Whether a key does something just now.
  private func isUseful(_ command: Command) -> Bool {
    let chairOnly = seen.viewer?.isChair ?? false
    switch command {
    case .answer,
      .textDown where screen == .compare:
      return compare.pair != nil
    case .skip where screen == .compare: return compare.pair != nil
    case .otherSide: return compare.pair != nil && !CompareLayout(size).isWide
    case .repeatScores:
      return tally.mine.count > 0 && typedNumber.isEmpty
        && selected.map { !$0.proposal.isWithdrawn && $0.myState.isUnscored } ?? false
    case .digit, .nextCriterion:
      return selected.map { !$0.proposal.isWithdrawn && $0.myState != .conflict } ?? false
    case .abstain, .conflict, .skip, .note:
      return selected.map { !$0.proposal.isWithdrawn } ?? false
    case .undo: return !history.done.isEmpty
    case .discuss: return current != nil
    case .write: return !isDiscussionClosed
    case .clear where context == .thread: return isOwnRemarkSelected
    case .renameView, .removeView: return isOwnViewSelected
    case .nextUnscored: return progress.judged < progress.total
    case .decide: return chairOnly
    case .addMember, .removeMember, .editMember: return mayChangeEvent
    case .nextValue: return isChoiceSelected
    case .itemDown, .itemUp: return !isOneField
    case .deleteDigit, .confirmNumber: return !typedNumber.isEmpty
    default: return true
    }
  }

  /// Whether the viewer may say nothing in the discussion that is open.
  private var isDiscussionClosed: Bool {
    guard case .thread(let page)? = overlays.last else { return false }
    return seen.viewer != nil && seen.refusal(ofRemarkOn: page.proposal) != nil
  }

  /// Whether what is selected in the discussion can be taken back.
  private var isOwnRemarkSelected: Bool {
    guard case .thread(let page)? = overlays.last else { return false }
    return page.selected.map { $0.isMine && $0.kind == .remark } ?? false
  }

  /// Whether the view that is selected has a name that the viewer gave it.
  private var isOwnViewSelected: Bool {
    guard case .menu(let menu)? = overlays.last, case .view(let name, _)? = menu.selected?.action
    else { return false }
    return menu.selected?.isOwn == true && personal.views[name] != nil
  }

  /// Whether the keys of a form go to something that is chosen.
  private var isChoiceSelected: Bool {
    switch overlays.last {
    case .form(let form): form.fields.selected.isChoice
    case .export(let dialog): dialog.fields.selected.isChoice
    default: false
    }
  }

  /// Whether a form is open in which there is nowhere to go.
  private var isOneField: Bool {
    if case .form(let form)? = overlays.last { form.fields.fields.count == 1 } else { false }
  }

  /// Whether the file of an import is asked for.
  private var isImportForm: Bool {
    if case .form(let form)? = overlays.last { form.purpose == .files } else { false }
  }

  /// The digits stand for the whole scale.
  private func label(of binding: KeyBinding) -> String {
    // While a number is typed, Esc is what people look for, not the other key that goes back.
    if binding.command == .back, !typedNumber.isEmpty { return KeyPress(.escape).label }
    guard binding.hasDigits else { return binding.label }
    let scale = seen.rubric.scale
    return scale.isOneDigit ? "\(Int(scale.low))-\(Int(scale.high))" : "0-9"
  }

  private func name(of binding: KeyBinding) -> String {
    switch binding.command {
    case .open where !typedNumber.isEmpty, .confirmNumber: "take the number"
    case .nextCriterion where !typedNumber.isEmpty: "take it"
    case .back where !typedNumber.isEmpty, .clearFilter where !typedNumber.isEmpty: "drop it"
    case .clearFilter where !list.marks.isEmpty: "unmark"
    case .help where context == .help: "close"
    case .accept where isImportForm: "look at it"
    case .removeMember where !committee.isMemberSelected: "clear"
    default: binding.name
    }
  }
}

/// The hints as they stand on a line: as many as there is room for.
struct HintLine {
  /// A hint with the column at which it begins and the columns that it takes.
  struct Entry {
    let hint: Hint
    let column: Int
    let columns: Int
  }

  let entries: [Entry]

  /// Puts hints beside each other; the help is never left out.
  init(_ hints: [Hint], from start: Int, to end: Int) {
    func width(_ hint: Hint) -> Int {
      DisplayWidth.of(hint.label) + 1 + DisplayWidth.of(hint.name)
    }
    let help = hints.first { $0.command == .help }
    var entries: [Entry] = []
    var column = start
    for hint in hints {
      let reserve =
        if let help, hint != help, !entries.contains(where: { $0.hint == help }) {
          width(help) + 2
        } else {
          0
        }
      guard column + width(hint) + reserve <= end else { continue }
      entries.append(Entry(hint: hint, column: column, columns: width(hint)))
      column += width(hint) + 2
    }
    self.entries = entries
  }
}
