import ReviewCore
import TerminalUI

extension State {
  /// Of more proposals than this, bare words are not sought at each key.
  private static let mostSoughtLive = 5_000

  // MARK: - Opening

  /// Opens the line in which one types what the list shows, with the area that is shown alone in it.
  mutating func openFilter() {
    var text = list.query.text.trimmed
    if let term = list.area.flatMap({ Query.term("area", $0.text) }) {
      text = text.isEmpty ? term : Self.chips(of: text)?.adding(term) ?? text
    }
    if !text.isEmpty { text += " " }
    overlays.append(.filter(FilterLine(field: TextField(text))))
  }

  private static func chips(of text: String) -> QueryChips? {
    do throws(QueryError) {
      return try QueryChips(text)
    } catch {
      return nil
    }
  }

  // MARK: - Keys

  /// Takes in a key while one types a filter.
  mutating func press(_ key: KeyPress, _ command: Command?, in line: FilterLine) -> [Effect] {
    var line = line
    switch command {
    case .cancel:
      // What one was choosing is left first.
      guard line.isChoosing, key == KeyPress(.escape) else {
        overlays.removeLast()
        return []
      }
      line.isChoosing = false
    case .saveView:
      let count = overlays.count
      accept(line)
      if overlays.count < count { openSaveView() }
      return []
    case .itemDown, .itemUp, .pageDown, .pageUp: move(command, in: &line)
    case .complete:
      guard let choice = line.chosen ?? line.choices.first else { return [] }
      if line.chosen == nil, case .toggle = choice.action {
        // Nothing was typed that could mean the first value: it is only gone to.
        move(.itemDown, in: &line)
      } else {
        take(choice, in: &line)
        line.taken = choice.action
      }
    case .accept:
      guard let choice = line.chosen, choice.action != line.taken else {
        accept(line)
        return []
      }
      take(choice, in: &line)
      if choice.isWhole {
        accept(line)
        return []
      }
    default:
      guard line.field.handle(key) else { return [] }
      edited(&line)
    }
    replaceOverlay(.filter(line))
    return []
  }

  /// Puts a pasted text into the line.
  mutating func paste(_ text: String, in line: FilterLine) {
    var line = line
    let isWhole = line.field.insert(text)
    edited(&line)
    if !isWhole { line.remark = Prompt.isFull }
    replaceOverlay(.filter(line))
  }

  private func edited(_ line: inout FilterLine) {
    line.isChoosing = false
    line.taken = nil
    line.problem = nil
    line.remark = line.field.isFull ? Prompt.isFull : nil
  }

  private func move(_ command: Command?, in line: inout FilterLine) {
    guard !line.choices.isEmpty else { return }
    line.taken = nil
    guard line.isChoosing else {
      if command == .itemDown || command == .pageDown {
        line.isChoosing = true
        line.window.select(0)
      }
      return
    }
    switch command {
    case .itemDown: line.window.move(by: 1)
    case .itemUp where line.window.selection == 0: line.isChoosing = false
    case .itemUp: line.window.move(by: -1)
    case .pageDown: line.window.select(line.groupStart(from: line.window.selection, by: 1))
    case .pageUp: line.window.select(line.groupStart(from: line.window.selection, by: -1))
    default: break
    }
  }

  /// Puts a choice into the line.
  private func take(_ choice: FilterLine.Choice, in line: inout FilterLine) {
    let text = line.field.text
    line.problem = nil
    line.remark = nil
    switch choice.action {
    case .toggle(let term):
      guard let chips = Self.chips(of: text.trimmed) else { return }
      let new = chips.toggling(term, for: seen.event)
      line.field = TextField(new.isEmpty ? "" : new + " ")
    case .take(let candidate):
      let completion = QueryCompletion(
        of: text, cursor: line.field.cursor, in: vocabulary ?? QueryVocabulary(seen))
      let taken = completion.taking(candidate, in: text)
      line.field = TextField(taken.text)
      line.field.moveCursor(to: taken.cursor)
      line.isChoosing = false
    }
  }

  // MARK: - Accepting

  /// Shows what meets the line; says what is wrong with it, where something is.
  private mutating func accept(_ line: FilterLine) {
    let text = line.field.text.trimmed
    do throws(QueryError) {
      var query = text.isEmpty ? .everything : try Query(text, for: seen.event)
      // One area alone is what < and > change.
      let sole = Self.chips(of: text)?.soleArea(of: seen.event)
      if let rest = sole?.rest {
        query = rest.trimmed.isEmpty ? .everything : try Query(rest, for: seen.event)
      }
      overlays.removeLast()
      (list.query, list.area) = (query, sole?.area)
      showFilteredList()
    } catch {
      var line = line
      line.problem = error
      line.isChoosing = false
      // The column counts from the first character that is no space.
      let indent = line.field.text.prefix { $0.isWhitespace }.count
      line.field = TextField(String(line.field.text.dropFirst(indent)))
      line.field.moveCursor(to: error.column - 1 + error.length)
      replaceOverlay(.filter(line))
    }
  }

  // MARK: - Fitting

  /// Makes what can be chosen fit the line. O(1) where nothing changed, else O(proposals).
  mutating func fit(_ line: FilterLine) {
    var line = line
    let height = FilterView.rows(in: size)
    if line.window.height != height {
      line.window.resize(count: line.choices.count, height: height)
    }
    let made = FilterLine.Made(
      text: line.field.text, cursor: line.field.cursor, version: version)
    if line.made != made {
      line.made = made
      weigh(&line)
    }
    replaceOverlay(.filter(line))
  }

  private mutating func weigh(_ line: inout FilterLine) {
    let vocabulary = self.vocabulary ?? QueryVocabulary(seen)
    self.vocabulary = vocabulary
    let (text, cursor) = (line.field.text, line.field.cursor)
    var error: QueryError?
    line.count = nil
    do throws(QueryError) {
      let query = text.trimmed.isEmpty ? .everything : try Query(text, for: seen.event)
      if seen.proposals.count <= Self.mostSoughtLive || !query.hasWords {
        line.count = seen.rows(meeting: query, marked: personal).count
      }
    } catch let found {
      error = found
    }
    // A word that is being typed is not wrong yet.
    if let error, line.problem == nil {
      let isTyped = (error.column - 1...error.column - 1 + error.length).contains(cursor)
      if !isTyped { line.problem = error }
    } else if error == nil {
      line.problem = nil
    }
    let completion = QueryCompletion(of: text, cursor: cursor, in: vocabulary)
    line.typed = completion.range.isEmpty ? "" : completion.typed
    if completion.range.isEmpty, let chips = Self.chips(of: text), error == nil {
      line.show(
        FacetChoices(seen: seen, personal: personal, chips: chips).choices)
    } else {
      line.show(
        completion.candidates.map {
          FilterLine.Choice(label: $0.text, detail: $0.detail, action: .take($0))
        })
    }
  }
}

extension FilterLine.Choice {
  /// Whether the line is whole with it, so that it can be taken in at once.
  fileprivate var isWhole: Bool {
    switch action {
    case .toggle: true
    case .take(let candidate): candidate.isWhole
    }
  }
}

extension FilterLine {
  /// The first row of the next group, or of this one or the one before.
  fileprivate func groupStart(from row: Int, by direction: Int) -> Int {
    guard choices.indices.contains(row), !choices[row].group.isEmpty else {
      return row + direction * max(1, window.height - 1)
    }
    let starts = choices.indices.filter { $0 == 0 || choices[$0].group != choices[$0 - 1].group }
    let found = direction > 0 ? starts.first { $0 > row } : starts.last { $0 < row }
    return found ?? (direction > 0 ? choices.count - 1 : 0)
  }
}
