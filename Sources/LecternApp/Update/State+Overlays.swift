import ReviewCore
import TerminalUI

extension State {
  // MARK: - Opening

  /// Opens the line that a command asks for.
  mutating func openPrompt(for command: Command) {
    let ids = chosen
    guard let first = ids.first.flatMap({ seen.proposal($0) }) else { return }
    guard seen.viewer != nil else { return openReviewerMenu() }
    let review = first.myReview
    let (purpose, edit, status): (Prompt.Purpose, ReviewEdit, Review.Status) =
      switch command {
      case .abstain: (.abstain(ids), .abstain(reason: ""), .abstained)
      case .conflict: (.conflict(ids), .conflict(reason: ""), .conflict)
      default: (.skip(ids), .skip(reason: nil), .skipped)
      }
    let refusals = ids.compactMap { seen.proposal($0) }.compactMap { edit.refusal(for: $0) }
    if let refusal = refusals.first, refusals.count == ids.count {
      say("Not possible: \(refusal)", .problem)
      return
    }
    let text = ids.count == 1 && review?.status == status ? review?.reason : nil
    overlays.append(.prompt(Prompt(purpose: purpose, field: TextField(text ?? ""))))
  }

  mutating func openHelp() { overlays.append(.help(HelpPage(context: screenContext))) }

  mutating func openRubric() {
    overlays.append(
      .page(Page(kind: .rubric, title: "Rubric: \(seen.rubric.scale.description)")))
  }

  mutating func openFaults() {
    guard !faults.isEmpty else {
      say("Every file of the folder could be read", .note)
      return
    }
    let isOffered = faults.contains { isMine($0) }
    overlays.append(
      .page(Page(kind: .faults(isOffered: isOffered), title: "What could not be read")))
  }

  /// Whether a fault can be mended by merging files of the viewer's own.
  private func isMine(_ fault: Fault) -> Bool {
    fault.mender != nil && fault.mender == seen.viewer?.id
  }

  /// Has the viewer's own files merged: copies of them, conflicts in them.
  private mutating func mendOwn() -> [Effect] {
    guard let viewer = seen.viewer?.id else { return [] }
    overlays.removeLast()
    say("Merging what is yours…", .note)
    return [.mend(viewer)]
  }

  // MARK: - Keys

  /// Takes in a key that the overlay on top sees first.
  mutating func press(_ key: KeyPress, in overlay: Overlay) -> [Effect] {
    let command = keys.command(for: key, in: overlay.context)
    switch command {
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return leave()
    default: break
    }
    switch overlay {
    case .prompt(let prompt): return press(key, command, in: prompt)
    case .search(let line): return press(key, command, in: line)
    case .filter(let line): return press(key, command, in: line)
    case .note(let editor): return press(key, command, in: editor)
    case .thread(let page): return press(key, command, in: page)
    case .menu(let menu): return press(key, command, in: menu)
    case .page(let page) where page.asksToImport: return press(command, asking: page)
    case .page(let page) where page.isOffered && command == .accept: return takeOverFilling()
    case .page(let page) where page.offersToMend && command == .accept: return mendOwn()
    case .page(let page): press(command, in: page)
    case .help(let page): press(key, command, in: page)
    case .form(let form): return press(key, command, in: form)
    case .export(let dialog): return press(key, command, in: dialog)
    case .rescue(let page): return press(command, in: page)
    }
    return []
  }

  /// Puts a pasted text where a text is typed.
  mutating func paste(_ text: String, into overlay: Overlay) -> [Effect] {
    switch overlay {
    case .prompt(var prompt):
      prompt.problem = prompt.field.insert(text) ? nil : Prompt.isFull
      replaceOverlay(.prompt(prompt))
    case .search(var line):
      line.field.insert(text)
      look(from: &line)
    case .filter(let line): paste(text, in: line)
    case .note(var editor):
      editor.problem = editor.area.insert(text) ? nil : NoteEditor.isFull
      replaceOverlay(.note(editor))
      return keepDraft(of: editor)
    case .thread(let page): return paste(text, in: page)
    case .menu(var menu) where menu.field != nil:
      _ = menu.field?.insert(text)
      menu.filter()
      replaceOverlay(.menu(menu))
    case .help(var page):
      page.field.insert(text)
      replaceOverlay(.help(page))
    case .form(let form): paste(text, into: form)
    case .export(let dialog): return paste(text, into: dialog)
    case .menu, .page, .rescue: say("Pasted text was dropped: there is no line to put it in", .note)
    }
    return []
  }

  /// Puts another overlay in place of the one on top.
  mutating func replaceOverlay(_ overlay: Overlay) { overlays[overlays.count - 1] = overlay }

  private mutating func press(
    _ key: KeyPress, _ command: Command?, in prompt: Prompt
  ) -> [Effect] {
    var prompt = prompt
    switch command {
    case .cancel: overlays.removeLast()
    case .accept: return accept(prompt)
    default:
      guard prompt.field.handle(key) else { return [] }
      prompt.problem = prompt.field.isFull ? Prompt.isFull : nil
      replaceOverlay(.prompt(prompt))
    }
    return []
  }

  private mutating func press(_ key: KeyPress, _ command: Command?, in menu: Menu) -> [Effect] {
    var menu = menu
    switch command {
    case .cancel: overlays.removeLast()
    case .renameView, .removeView: return change(menu, command)
    case .saveView:
      overlays.removeLast()
      openSaveView()
    case .accept:
      guard let item = menu.selected else { return [] }
      overlays.removeLast()
      return choose(item.action)
    case .itemDown, .itemUp, .pageDown, .pageUp, .first, .last:
      if let command { menu.window.move(command) }
      replaceOverlay(.menu(menu))
    default:
      guard menu.field?.handle(key) ?? false else { return [] }
      menu.filter()
      replaceOverlay(.menu(menu))
    }
    return []
  }

  mutating func press(_ command: Command?, in page: Page) {
    var page = page
    if command == .cancel {
      overlays.removeLast()
      return
    }
    page.offset = scrolled(page.offset, of: page.lines.count, by: command)
    replaceOverlay(.page(page))
  }

  private mutating func press(_ key: KeyPress, _ command: Command?, in page: HelpPage) {
    var page = page
    switch command {
    case .cancel: overlays.removeLast()
    case .otherKind:
      page.showsAll.toggle()
      page.offset = 0
      replaceOverlay(.help(page))
    case nil where page.field.isEmpty && keys.command(for: key, in: screenContext) == .help:
      overlays.removeLast()
    case nil where page.field.handle(key):
      page.offset = 0
      replaceOverlay(.help(page))
    default:
      page.offset = scrolled(page.offset, of: page.lines.count, by: command)
      replaceOverlay(.help(page))
    }
  }

  /// Where a page of text is after a command.
  func scrolled(_ offset: Int, of count: Int, by command: Command?) -> Int {
    let height = PageView.rows(in: size)
    let wanted =
      switch command {
      case .itemDown: offset + 1
      case .itemUp: offset - 1
      case .pageDown: offset + max(1, height - 2)
      case .pageUp: offset - max(1, height - 2)
      case .first: 0
      case .last: count
      default: offset
      }
    return max(0, min(wanted, count - height))
  }

  // MARK: - Fitting

  /// Makes the overlay on top fit the screen. O(1) where nothing changed.
  mutating func fitOverlay() {
    switch overlays.last {
    case .menu(var menu):
      let height = MenuView.rows(in: size, of: menu)
      if menu.window.height != height || menu.window.count != menu.shown.count {
        menu.window.resize(count: menu.shown.count, height: height)
        replaceOverlay(.menu(menu))
      }
    case .page(var page):
      let made = Page.Made(columns: PageView.columns(in: size), version: version)
      if page.made != made {
        if case .imported(let outcome) = page.kind {
          let text = importText(of: outcome, columns: made.columns)
          (page.lines, page.parts) = (text.lines, text.parts)
        } else {
          page.lines = lines(of: page.kind, columns: made.columns)
        }
        page.made = made
      }
      page.offset = scrolled(page.offset, of: page.lines.count, by: nil)
      replaceOverlay(.page(page))
    case .help(var page):
      let made = HelpPage.Made(
        columns: PageView.columns(in: size), text: page.field.text, showsAll: page.showsAll)
      if page.made != made {
        let text = HelpText(keys: keys, theme: theme, glyphs: glyphs, columns: made.columns)
        page.lines = text.lines(
          for: page.context, showsAll: made.showsAll, holding: page.field.text)
        page.made = made
      }
      page.offset = scrolled(page.offset, of: page.lines.count, by: nil)
      replaceOverlay(.help(page))
    case .note(var editor):
      let room = NoteView.text(in: size).size
      guard room != editor.room else { return }
      editor.room = room
      editor.area.resize(room)
      replaceOverlay(.note(editor))
    case .filter(let line): fit(line)
    case .thread(let page): fit(page)
    case .rescue(let page): fit(page)
    case .prompt, .search, .form, .export, nil: break
    }
  }

  /// The lines of a page of text.
  private func lines(of kind: Page.Kind, columns: Int) -> [StyledLine] {
    switch kind {
    case .rubric: RubricText(rubric: seen.rubric, theme: theme, columns: columns).lines
    case .faults:
      FaultText(
        faults: faults, viewer: seen.viewer?.id, theme: theme, columns: columns
      ).lines
    case .changes(let id): changedLines(of: id, columns: columns)
    case .explanation(let id): explanationLines(of: id, columns: columns)
    case .programme: programmeLines(columns: columns)
    case .filling: fillingLines(columns: columns)
    case .syncFailure(let report): syncFailureLines(report, columns: columns)
    case .imported(let outcome): importText(of: outcome, columns: columns).lines
    }
  }

  // MARK: - Accepting

  private mutating func accept(_ prompt: Prompt) -> [Effect] {
    let text = prompt.field.text.trimmed
    let ids = prompt.purpose.proposals
    if let id = ids.first, ids.count == 1, seen.proposal(id) == nil {
      var prompt = prompt
      prompt.problem = "The proposal is not in the folder just now; your text stays here"
      replaceOverlay(.prompt(prompt))
      return []
    }
    switch prompt.purpose {
    case .saveView, .renameView: return acceptName(text, in: prompt)
    case .skip:
      overlays.removeLast()
      return judge(.skip(reason: text.isEmpty ? nil : text), ids, what: "Skipped")
    case .abstain:
      guard hasReason(text, prompt) else { return [] }
      return judge(.abstain(reason: text), ids, what: "Abstained")
    case .conflict:
      guard hasReason(text, prompt) else { return [] }
      return judge(.conflict(reason: text), ids, what: "Conflict declared")
    }
  }

  /// Closes a line that holds a reason; asks for one where it holds none.
  private mutating func hasReason(_ text: String, _ prompt: Prompt) -> Bool {
    guard text.isEmpty else {
      overlays.removeLast()
      return true
    }
    var prompt = prompt
    prompt.problem = "A word or two on why, please"
    replaceOverlay(.prompt(prompt))
    return false
  }
}
