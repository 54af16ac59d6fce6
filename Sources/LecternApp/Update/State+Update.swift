package import ReviewCore
import TerminalUI

extension State {
  /// Takes in what happened, and returns what is to be done.
  ///
  /// - Parameters:
  ///   - message: what happened.
  ///   - time: when; times that jump back are taken as they are.
  package mutating func update(_ message: Message, at time: Timestamp) -> [Effect] {
    now = time
    if let toast, toast.until <= now || toast.until > now.adding(milliseconds: Toast.lifetime) {
      self.toast = nil
    }
    let effects = handle(message)
    fit()
    return effects
  }

  private mutating func handle(_ message: Message) -> [Effect] {
    switch message {
    case .input(.key(let key)): return press(key)
    case .input(.paste(let text)):
      paste(text)
      return []
    case .input(.mouse), .ticked: return []
    case .resized(let size):
      self.size = size
      return []
    case .notice(let notice):
      say(notice, .note)
      return []
    case .saved(let revision, let news, let notice):
      if saving.failure != nil, toast?.kind == .problem { toast = nil }
      saving.saved(revision)
      adopt(news)
      if let notice { say(notice, .note) }
      return isLeaving && saving.isClean ? [.quit] : []
    case .saveFailed(let problem):
      saving.failed(problem)
      // The way out stays in sight, however often the save is tried again.
      say(isLeaving ? "\(Self.leavingNotice): \(problem)" : problem, .problem)
      return []
    case .folderChanged(let summit, let faults):
      folderChanged(summit, faults)
      return []
    case .folderFailed(let problem):
      say(problem, .problem)
      return []
    }
  }

  private mutating func press(_ key: KeyPress) -> [Effect] {
    guard ReviewLayout.hasRoom(size) else { return pressUnseen(key) }
    if let overlay = overlays.last { return press(key, in: overlay) }
    guard let command = keys.command(for: key, in: context) else { return [] }
    // Who goes on working does not leave any more.
    if command != .quit { isLeaving = false }
    return perform(command)
  }

  /// Takes in a key while nothing can be shown: nothing must be said of what one cannot see.
  private mutating func pressUnseen(_ key: KeyPress) -> [Effect] {
    switch keys.command(for: key, in: .list) {
    case .redraw: [.redraw]
    case .suspend: [.suspend]
    case .quit: leave()
    default: []
    }
  }

  private mutating func paste(_ text: String) {
    guard case .prompt(var prompt)? = overlays.last else {
      say("Pasted text was dropped: there is no line to put it in", .note)
      return
    }
    prompt.problem = prompt.field.insert(text) ? nil : Prompt.isFull
    prompt.problemColumn = nil
    overlays[overlays.count - 1] = .prompt(prompt)
  }

  /// Does what a key of the review screen is bound to.
  private mutating func perform(_ command: Command) -> [Effect] {
    switch command {
    case .digit(let digit): return type(digit: Character(String(digit)))
    case .decimalPoint: return type(digit: ".")
    case .deleteDigit: _ = typedNumber.popLast()
    case .confirmNumber: return confirmNumber()
    case .open where !typedNumber.isEmpty: return confirmNumber()
    case .nextCriterion where !typedNumber.isEmpty: return confirmNumber()
    case .nextCriterion: moveCriterion(by: 1)
    case .previousCriterion: moveCriterion(by: -1)
    case .abstain, .conflict, .skip, .comment, .filter: openPrompt(for: command)
    case .clear: return clearJudgement()
    case .undo: return undo()
    case .redo: return redo()
    case .help: openHelp()
    case .rubric: openRubric()
    case .faults: openFaults()
    case .reviewer: openReviewerPicker()
    case .nextArea: changeArea(by: 1)
    case .previousArea: changeArea(by: -1)
    case .clearFilter: clearFilterOrNumber()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return leave()
    default: move(command)
    }
    return []
  }

  /// Leaves, once all is saved; asked twice, at once.
  mutating func leave() -> [Effect] {
    let isSecondTime = isLeaving
    isLeaving = true
    if saving.isClean || isSecondTime { return [.quit] }
    say(Self.leavingNotice, .note)
    return []
  }

  private static let leavingNotice =
    "Saving before leaving; Ctrl-C leaves at once and keeps the rest elsewhere"

  private mutating func clearFilterOrNumber() {
    if !typedNumber.isEmpty {
      typedNumber = ""
    } else if list.isFiltered {
      list.query = .everything
      list.area = nil
      refill()
    }
  }

  /// Makes what is on the screen fit its size and the selection. O(1) where nothing changed.
  mutating func fit() {
    let layout = layout
    if list.window.height != layout.list.rows || list.window.count != list.rows.count {
      list.window.resize(count: list.rows.count, height: layout.list.rows)
    }
    let columns = layout.text.columns
    let text = ProposalText(
      event: seen.event, viewer: seen.viewer?.id, theme: theme, glyphs: glyphs, columns: columns)
    pane.show(
      columns > 0 ? selected : nil, columns: columns, height: layout.text.rows,
      body: { text.body(of: $0) }, whole: { text.lines(of: $0, around: $1) })
    fitOverlay()
  }

  /// Fills the list anew, on the same proposal where it is still there.
  mutating func refill() {
    let id = selected?.id
    list.fill(from: seen, keeping: id)
    if selected?.id != id { proposalChanged() }
  }

  /// Another proposal is shown: numbers begin anew.
  mutating func proposalChanged() {
    typedNumber = ""
    criterion = firstOpenCriterion
  }
}
