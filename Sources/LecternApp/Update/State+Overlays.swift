import ReviewCore
import TerminalUI

extension State {
  // MARK: - Opening

  /// Opens the line that a command asks for.
  mutating func openPrompt(for command: Command) {
    if command == .filter {
      overlays.append(.prompt(Prompt(purpose: .filter, field: TextField(list.query.text))))
      return
    }
    guard let selected else { return }
    guard seen.viewer != nil else { return openReviewerPicker() }
    let review = selected.myReview
    let (purpose, edit, text): (Prompt.Purpose, ReviewEdit, String?) =
      switch command {
      case .abstain:
        (
          .abstain(selected.id), .abstain(reason: ""),
          review?.status == .abstained ? review?.reason : nil
        )
      case .conflict:
        (
          .conflict(selected.id), .conflict(reason: ""),
          review?.status == .conflict ? review?.reason : nil
        )
      case .skip:
        (.skip(selected.id), .skip(reason: nil), review?.status == .skipped ? review?.reason : nil)
      default: (.comment(selected.id), .comment(""), review?.comment)
      }
    if let refusal = edit.refusal(for: selected) {
      say("Not possible: \(refusal)", .problem)
      return
    }
    overlays.append(.prompt(Prompt(purpose: purpose, field: TextField(text ?? ""))))
  }

  /// Asks who one is.
  mutating func openReviewerPicker() {
    guard !seen.event.committee.isEmpty else {
      say("The committee is empty: lectern committee add ID --name NAME adds to it", .problem)
      return
    }
    var picker = ReviewerPicker()
    picker.window.resize(count: seen.event.committee.count, height: 1)
    if let viewer = seen.viewer, let place = seen.event.committee.firstIndex(of: viewer) {
      picker.window.select(place)
    }
    overlays.append(.picker(picker))
  }

  mutating func openHelp() {
    overlays.append(
      .page(Page(kind: .help(context), title: "Keys: \(context.title)", lines: [])))
  }

  mutating func openRubric() {
    overlays.append(
      .page(Page(kind: .rubric, title: "Rubric: \(seen.rubric.scale.description)", lines: [])))
  }

  mutating func openFaults() {
    guard !faults.isEmpty else {
      say("Every file of the folder could be read", .note)
      return
    }
    overlays.append(.page(Page(kind: .faults, title: "What could not be read", lines: [])))
  }

  // MARK: - Keys

  /// Takes in a key that the overlay on top sees first.
  mutating func press(_ key: KeyPress, in overlay: Overlay) -> [Effect] {
    let command = keys.command(for: key, in: overlay.context)
    switch command {
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return leave()
    case .cancel:
      overlays.removeLast()
      return []
    default: break
    }
    switch overlay {
    case .prompt(var prompt):
      if command == .accept { return accept(prompt) }
      guard prompt.field.handle(key) else { return [] }
      prompt.problem = prompt.field.isFull ? Prompt.isFull : nil
      prompt.problemColumn = nil
      overlays[overlays.count - 1] = .prompt(prompt)
    case .picker(var picker):
      if command == .accept { return choose(picker) }
      move(command, &picker.window)
      overlays[overlays.count - 1] = .picker(picker)
    case .page(var page):
      scroll(command, &page)
      overlays[overlays.count - 1] = .page(page)
    }
    return []
  }

  private func move(_ command: Command?, _ window: inout ScrollWindow) {
    switch command {
    case .itemDown: window.move(by: 1)
    case .itemUp: window.move(by: -1)
    case .pageDown: window.page(by: 1)
    case .pageUp: window.page(by: -1)
    case .first: window.select(0)
    case .last: window.select(.max)
    default: break
    }
  }

  private func scroll(_ command: Command?, _ page: inout Page) {
    let height = PageView.rows(in: size)
    switch command {
    case .itemDown: page.offset += 1
    case .itemUp: page.offset -= 1
    case .pageDown: page.offset += max(1, height - 2)
    case .pageUp: page.offset -= max(1, height - 2)
    case .first: page.offset = 0
    case .last: page.offset = page.lines.count
    default: break
    }
    page.offset = max(0, min(page.offset, page.lines.count - height))
  }

  /// Makes the overlay on top fit the screen.
  mutating func fitOverlay() {
    switch overlays.last {
    case .picker(var picker):
      picker.window.resize(
        count: seen.event.committee.count, height: PickerView.rows(in: size, seen.event))
      overlays[overlays.count - 1] = .picker(picker)
    case .page(var page):
      let columns = PageView.columns(in: size)
      page.lines =
        switch page.kind {
        case .help(let context):
          HelpText(keys: keys, theme: theme, glyphs: glyphs, columns: columns).lines(for: context)
        case .rubric: RubricText(rubric: seen.rubric, theme: theme, columns: columns).lines
        case .faults: FaultText(faults: faults, theme: theme, columns: columns).lines
        }
      page.offset = max(0, min(page.offset, page.lines.count - PageView.rows(in: size)))
      overlays[overlays.count - 1] = .page(page)
    case .prompt, nil: break
    }
  }

  // MARK: - Accepting

  private mutating func accept(_ prompt: Prompt) -> [Effect] {
    let text = prompt.field.text.trimmed
    if let id = prompt.purpose.proposal, seen.proposal(id) == nil {
      var prompt = prompt
      prompt.problem = "The proposal is not in the folder just now; your text stays here"
      overlays[overlays.count - 1] = .prompt(prompt)
      return []
    }
    switch prompt.purpose {
    case .filter:
      acceptFilter(prompt)
      return []
    case .comment(let id):
      overlays.removeLast()
      return comment(text, on: id)
    case .skip(let id):
      overlays.removeLast()
      return judge(.skip(reason: text.isEmpty ? nil : text), id, what: "Skipped")
    case .abstain(let id):
      guard hasReason(text, prompt) else { return [] }
      return judge(.abstain(reason: text), id, what: "Abstained")
    case .conflict(let id):
      guard hasReason(text, prompt) else { return [] }
      return judge(.conflict(reason: text), id, what: "Conflict declared")
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
    overlays[overlays.count - 1] = .prompt(prompt)
    return false
  }

  private mutating func acceptFilter(_ prompt: Prompt) {
    do throws(QueryError) {
      let text = prompt.field.text.trimmed
      list.query = text.isEmpty ? .everything : try Query(prompt.field.text, for: seen.event)
      overlays.removeLast()
      showFilteredList()
    } catch {
      var prompt = prompt
      prompt.problem = error.problem
      prompt.problemColumn = error.column
      prompt.field.moveCursor(to: error.column - 1 + error.length)
      overlays[overlays.count - 1] = .prompt(prompt)
    }
  }

  private mutating func choose(_ picker: ReviewerPicker) -> [Effect] {
    overlays.removeLast()
    let committee = seen.event.committee
    guard committee.indices.contains(picker.window.selection) else { return [] }
    let member = committee[picker.window.selection]
    guard saving.isClean || member == seen.viewer else {
      say(
        "Something of \(seen.viewer?.name ?? "yours") is not saved yet; try again in a moment",
        .problem)
      return []
    }
    become(member.id)
    say("You are \(member.name)")
    return [.remember(member.id)]
  }

  /// Sees the summit as another member does, from the top of their queue.
  private mutating func become(_ viewer: Identifier) {
    history = History()
    seen = summit.seen(by: viewer, at: now)
    progress = Progress(seen)
    pane.invalidate()
    list.fill(from: seen, keeping: ReviewQueue.next(in: seen)?.id)
    proposalChanged()
  }
}
