import ReviewAnalysis
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
    if let toast, toast.until <= now || toast.until > now.adding(milliseconds: toast.lifetime) {
      self.toast = nil
    }
    if Self.lets(textFollow: message) || (textFollows ?? now) <= now { textFollows = nil }
    let hintsRead = personal.hintsRead
    let effects = handle(message) + noteRead() + keepIntroduction(since: hintsRead)
    fit()
    return effects + orderRanking() + orderLevels() + orderComparison() + orderInsights()
      + keepSession()
  }

  /// How long the cursor of the list rests before the text beside it follows, in milliseconds: who
  /// goes through the list with a key held down, over a slow line, is not kept waiting for texts.
  static let restOfCursor: Int64 = 50

  /// Whether the text beside the list must be that of the selected proposal before a message is
  /// taken in: for everything but time and going on through the list.
  private static func lets(textFollow message: Message) -> Bool {
    guard case .input(let event) = message else {
      if case .ticked = message { return false }
      return true
    }
    if case .key = event { return false }
    return true
  }

  private mutating func handle(_ message: Message) -> [Effect] {
    switch message {
    case .input(.key(let key)): return press(key)
    case .input(.paste(let text)): return paste(text)
    case .input(.mouse(let event)): return use(event)
    case .ticked: break
    case .resized(let size): self.size = size
    case .notice(let notice): say(notice, .note)
    case .saved(let revision, let news, let comparisons, let remarks, let notice):
      if saving.failure != nil, toast?.kind == .problem { toast = nil }
      saving.saved(revision)
      comparing.saved(revision)
      discussing.saved(revision)
      adopt(news)
      adopt(comparisons)
      adopt(remarks)
      if let notice { say(notice, .note) }
      return letGoOfDrafts() + putAwayRestored() + syncIfSaved() + leaveIfSaved()
    case .saveFailed(let problem):
      saving.failed(problem)
      sayFailure(problem)
    case .decided(let revision, let chair, let decisions, let notice):
      if deciding.failure != nil, toast?.kind == .problem { toast = nil }
      deciding.saved(revision)
      if let chair { adopt(decisions, of: chair) }
      if let notice { say(notice, .note) }
      return putAwayRestored() + syncIfSaved() + leaveIfSaved()
    case .decideFailed(let problem):
      deciding.failed(problem)
      sayFailure(problem)
    case .personal(let personal, let owner):
      if owner == seen.viewer?.id { take(personal) }
    case .worked(let work): self.work = work
    case .ranked(let ranking, let order): ranked(ranking, order)
    case .leveled(let prior, let order): leveled(prior, order)
    case .insightsWorkedOut(let insights, let order): workedOut(insights, order)
    case .textsCompared(let index, let order): compared(index, order)
    case .previewed(let order, let preview): previewed(order, preview)
    case .exported(let order, let rows): exported(order, rows)
    case .exportFailed(let order, let problem, let isThere):
      exportFailed(order, problem, isThere: isThere)
    case .imported(let order, let report, let preview): imported(order, report, preview)
    case .importFailed(let order, let report): importFailed(order, report)
    case .synced(let report): synced(report)
    case .syncFailed(let report): syncFailed(report)
    case .shortlistProposed(let proposal, let order): shortlistProposed(proposal, order)
    case .shortlistFailed(let problem): say(problem, .problem)
    case .eventChanged(let edit, let inverse, let name): eventChanged(edit, inverse, name)
    case .eventRefused(let problem): eventRefused(problem)
    case .edited(let key, let note): return edited(key, note)
    case .folderChanged(let summit, let faults): folderChanged(summit, faults)
    case .folderFailed(let problem): say(problem, .problem)
    case .rescuedFound(let files): return rescuedFound(files)
    }
    return []
  }

  /// The way out stays in sight, however often a save is tried again.
  private mutating func sayFailure(_ problem: String) {
    say(isLeaving ? "\(Self.leavingNotice): \(problem)" : problem, .problem)
  }

  private func leaveIfSaved() -> [Effect] { isLeaving && isSaved ? [.quit] : [] }

  private mutating func press(_ key: KeyPress) -> [Effect] {
    guard ReviewLayout.hasRoom(size) else { return pressUnseen(key) }
    if let overlay = overlays.last { return press(key, in: overlay) }
    if let prefix { return press(key, after: prefix) }
    if work != nil, key == KeyPress(.escape), typedNumber.isEmpty { return [.stopWork] }
    if isSyncWaiting, key == KeyPress(.escape), typedNumber.isEmpty { return stopWaitingToSync() }
    if key == KeyPress(.escape), dismissIntroduction() { return [] }
    if search != nil, key == KeyPress(.escape), screen != .review {
      search = nil
      return []
    }
    guard let command = keys.command(for: key, in: context) else { return [] }
    if !command.movesInList { textFollows = nil }
    // Who goes on working does not leave any more.
    if command != .quit { isLeaving = false }
    let settled = typedNumber.isEmpty || leavesNumber(command) ? [] : settleNumber()
    // Nobody is kept from leaving by a number that is no score.
    guard let before = settled ?? (command == .quit ? [] : nil) else { return [] }
    defer { saySettled() }
    if command == .prefix {
      prefix = Prefix(key: key)
      return before
    }
    return before + perform(command)
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

  private mutating func paste(_ text: String) -> [Effect] {
    guard ReviewLayout.hasRoom(size), let overlay = overlays.last else {
      say("Pasted text was dropped: there is no line to put it in", .note)
      return []
    }
    return paste(text, into: overlay)
  }

  /// Does what a key or a line of the palette stands for.
  mutating func perform(_ command: Command) -> [Effect] {
    switch command {
    case .undo where !typedNumber.isEmpty:
      say("\(typedNumber) was no score yet, and is dropped", .note)
      typedNumber = ""
    case .undo: return undo()
    case .redo: return redo()
    case .help:
      didLearn(.finding)
      openHelp()
    case .rubric: openRubric()
    case .faults: openFaults()
    case .reviewer: openReviewerMenu()
    case .palette:
      didLearn(.finding)
      openPalette()
    case .screen(let screen): return show(screen)
    case .nextScreen: return show(screen.moved(by: 1))
    case .previousScreen: return show(screen.moved(by: -1))
    case .bookmark: return toggleBookmark()
    case .discuss: openDiscussion()
    case .views: openViews()
    case .saveView: openSaveView()
    case .copyID, .copyLink: return copy(command)
    case .export: return openExport()
    case .importFiles: openImport()
    case .sync: return sync()
    case .rescued: openRescued()
    case .mouse: return toggleMouse()
    case .theme: return changeTheme()
    case .search where screen.isSearched: openSearch()
    case .nextMatch: goToMatch(by: 1)
    case .previousMatch: goToMatch(by: -1)
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return leave()
    default:
      return switch screen {
      case .review: performReview(command)
      case .compare: performCompare(command)
      case .rank: performRank(command)
      case .shortlist: performShortlist(command)
      case .insights: performInsights(command)
      case .committee: performCommittee(command)
      }
    }
    return []
  }

  /// Goes to a screen.
  mutating func show(_ screen: ScreenKind) -> [Effect] {
    self.screen = screen
    cameFrom = nil
    toast = nil
    return []
  }

  /// Leaves, once all is saved; asked twice, at once.
  mutating func leave() -> [Effect] {
    let isSecondTime = isLeaving
    isLeaving = true
    if isSaved || isSecondTime { return [.quit] }
    say(Self.leavingNotice, .note)
    return []
  }

  private static let leavingNotice =
    "Saving before leaving; Ctrl-C leaves at once and keeps the rest elsewhere"

  /// Makes what is on the screen fit its size and the selection. O(1) where nothing changed.
  mutating func fit() {
    switch screen {
    case .review: fitReview()
    case .compare: fitCompare()
    case .rank: fitRank()
    case .shortlist: fitShortlist()
    case .insights: fitInsights()
    case .committee: fitCommittee()
    }
    fitSearch()
    fitOverlay()
  }

  private mutating func fitReview() {
    let layout = layout
    if list.window.height != layout.list.rows || list.window.count != list.rows.count {
      list.window.resize(count: list.rows.count, height: layout.list.rows)
    }
    if textFollows != nil, context == .split, pane.proposal != nil { return }
    textFollows = nil
    fitSimilar()
    let columns = layout.text.columns
    let text = ProposalText(
      event: seen.event, viewer: seen.viewer?.id, theme: theme, glyphs: glyphs, columns: columns,
      keys: keys)
    let note = selected.flatMap { personal.notes[$0.id] }
    let discussion = DiscussionText(
      event: seen.event, theme: theme, glyphs: glyphs, columns: columns)
    let (summit, read) = (seen, personal.read)
    // Where there is room for the guide, the line above the rubric is free for it.
    let similar = layout.guide.isEmpty ? similarWords(columns: columns) : nil
    let similarStyle = similarStyle
    let related = relatedLine
    pane.show(
      columns > 0 ? selected : nil, columns: columns, height: layout.text.rows,
      body: { text.body(of: $0) },
      whole: {
        text.lines(
          of: $0, privateNote: note, related: related, similar: similar.map { ($0, similarStyle) },
          around: $1)
          + discussion.section(
            of: $0, read: read, reasonForHiding: summit.reasonForHiding($0), heading: text.section)
      })
    pane.mark(search?.needle, text: search?.text, style: theme.match)
    if let textGoal { pane.scroll(to: textGoal) }
    textGoal = nil
  }

  /// Fills the list anew, on the same proposal where it is still there.
  mutating func refill() {
    let id = selected?.id
    list.fill(from: seen, marked: personal, keeping: id)
    if selected?.id != id { proposalChanged() }
  }

  /// Another proposal is shown: numbers begin anew.
  mutating func proposalChanged() {
    typedNumber = ""
    criterion = firstOpenCriterion
  }
}
