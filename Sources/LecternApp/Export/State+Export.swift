import ReviewCore
import TerminalUI

extension State {
  /// Opens the export on what the screen shows.
  mutating func openExport() -> [Effect] {
    let what: Export =
      switch screen {
      case .review: .proposals
      case .compare, .rank: .ranking
      case .insights: .scores
      case .shortlist, .committee: .shortlist
      }
    let dialog = ExportDialog(
      what, filter: exportFilter, isFiltered: screen.isSearched && list.isFiltered,
      method: rank.method, event: seen.event,
      showsSpeakers: seen.proposals.contains { $0.speakers != nil })
    overlays.append(.export(dialog))
    return [.previewExport(dialog.order)]
  }

  /// The filter of the review list.
  private var exportFilter: ExportDialog.Filter {
    guard list.isFiltered else { return ExportDialog.Filter() }
    let query = list.query == .everything ? "" : list.query.text.trimmed
    let area = list.area.map { seen.event.focusArea($0)?.short ?? $0.text }
    let words = [area, query.nilIfEmpty].compactMap(\.self).joined(separator: ", ")
    return ExportDialog.Filter(
      query: query, area: list.area, bookmarks: personal.bookmarks,
      read: personal.read, words: words)
  }

  /// Takes in a key while an export is chosen.
  mutating func press(
    _ key: KeyPress, _ command: Command?, in dialog: ExportDialog
  ) -> [Effect] {
    var dialog = dialog
    switch dialog.stage {
    case .writing:
      guard command == .cancel else { return [] }
      overlays.removeLast()
      return [.stopWork]
    case .asking:
      if command == .overwrite {
        let order = dialog.order
        dialog.stage = .writing
        replaceOverlay(.export(dialog))
        return [.export(order)]
      }
      if command == .cancel {
        dialog.stage = .choosing
        dialog.goToFile()
        replaceOverlay(.export(dialog))
      }
      return []
    case .choosing: break
    }
    switch command {
    case .cancel:
      overlays.removeLast()
      return []
    case .accept: return write(dialog)
    default:
      let change = dialog.press(key, command)
      return take(change, into: dialog)
    }
  }

  /// Puts a pasted text into the name of the file.
  mutating func paste(_ text: String, into dialog: ExportDialog) -> [Effect] {
    guard dialog.stage == .choosing else { return [] }
    var dialog = dialog
    let change = dialog.paste(text)
    return take(change, into: dialog)
  }

  private mutating func take(_ change: ExportDialog.Change, into dialog: ExportDialog) -> [Effect] {
    guard change != .nothing else { return [] }
    replaceOverlay(.export(dialog))
    return change == .ordered ? [.previewExport(dialog.order)] : []
  }

  private mutating func write(_ dialog: ExportDialog) -> [Effect] {
    var dialog = dialog
    defer { replaceOverlay(.export(dialog)) }
    let order = dialog.order
    guard !order.path.isEmpty else {
      dialog.refuse(.file, "Type a name for the file.")
      return []
    }
    if let work {
      dialog.problem = "\(work.name) goes on; write the file when it has ended."
      return []
    }
    dialog.stage = .writing
    dialog.problem = nil
    return [.export(order)]
  }

  // MARK: - Answers

  private var exportDialog: ExportDialog? {
    if case .export(let dialog)? = overlays.last { dialog } else { nil }
  }

  /// Takes in the first lines of an export, unless something else is chosen by now.
  mutating func previewed(_ order: ExportOrder, _ preview: ExportPreview) {
    guard var dialog = exportDialog else { return }
    dialog.take(preview, of: order)
    replaceOverlay(.export(dialog))
  }

  /// Takes in that an export was written.
  mutating func exported(_ order: ExportOrder, _ rows: String) {
    if let dialog = exportDialog, dialog.isWriting(order) { overlays.removeLast() }
    say("Written: \(order.path), \(rows)")
  }

  /// Takes in that an export was not written: the dialogue stays, with the reason.
  mutating func exportFailed(_ order: ExportOrder, _ problem: String, isThere: Bool) {
    guard var dialog = exportDialog, order.isSameExport(as: dialog.order) else {
      // The first lines of what is no longer chosen are of no matter.
      if !order.path.isEmpty, exportDialog == nil { say(problem, .problem) }
      return
    }
    if dialog.isWriting(order) { dialog.stage = isThere ? .asking : .choosing }
    dialog.problem = isThere ? nil : problem
    replaceOverlay(.export(dialog))
  }
}

extension ExportDialog {
  /// Whether it waits for the answer to an order.
  fileprivate func isWriting(_ order: ExportOrder) -> Bool {
    stage == .writing && order.path == self.order.path && order.isSameExport(as: self.order)
  }
}
