import ReviewCore
import TerminalUI

extension State {
  /// Asks which file a chair wants to bring in; shows what came of the last one first, where that
  /// could not be shown when it came.
  mutating func openImport() {
    guard let viewer = seen.viewer else { return openReviewerMenu() }
    guard viewer.isChair else {
      say("Only a chair brings proposals in; you are a reviewer", .problem)
      return
    }
    if let waiting = importOutcome {
      importOutcome = nil
      overlays.append(.page(Page(kind: .imported(waiting), title: waiting.title)))
      return
    }
    guard work == nil else {
      say("\(work?.name ?? "Work") goes on; Esc stops it", .note)
      return
    }
    overlays.append(.form(.files("")))
  }

  /// What stands where there are no proposals.
  var noProposals: String {
    seen.viewer?.isChair == true
      ? "No proposals yet. \(key(of: .importFiles)) brings in the export of your call for papers, as "
        + "does lectern import FILE."
      : "No proposals yet. A chair brings them in; they appear here by themselves."
  }

  /// Reads the file that was typed, without taking anything over.
  mutating func acceptFiles(_ form: Form) -> [Effect] {
    let path = form.fields.text(.setting).unquotedPath
    guard !path.isEmpty else {
      var form = form
      form.fields.refuse(.setting, "Type or paste the path of the file.")
      replaceOverlay(.form(form))
      return []
    }
    overlays.removeLast()
    say("Reading \(path)", .note)
    return [.importFiles(ImportOrder([path]))]
  }

  /// Takes in a key on the page that shows what would change.
  mutating func press(_ command: Command?, asking page: Page) -> [Effect] {
    guard case .imported(let outcome) = page.kind, let preview = outcome.preview else { return [] }
    switch command {
    case .importFiles:
      overlays.removeLast()
      say("Importing", .note)
      return [.importFiles(outcome.order.forGood)]
    case .withdrawMissing:
      guard preview.heldBack > 0 || outcome.order.withdrawsMissing else {
        say("Nothing that is missing in the file was kept from being withdrawn", .note)
        return []
      }
      overlays.removeLast()
      var order = outcome.order
      order.withdrawsMissing.toggle()
      return [.importFiles(order)]
    case .otherKind:
      var page = page
      let next = page.parts.first { $0 > page.offset } ?? 0
      page.offset = page.offset == scrolled(next, of: page.lines.count, by: nil) ? 0 : next
      replaceOverlay(.page(page))
    default: press(command, in: page)
    }
    return []
  }

  /// Takes in what came of reading files.
  mutating func imported(_ order: ImportOrder, _ report: [String], _ preview: ImportPreview) {
    if order.isDryRun {
      show(ImportOutcome(order: order, report: report, preview: preview))
    } else {
      // The rest of the report is what was just read and taken over.
      say("Imported: \(report.first ?? order.files.joined(separator: ", "))")
    }
  }

  /// What an import would do, as lines.
  func importText(of outcome: ImportOutcome, columns: Int) -> ImportText {
    ImportText(
      outcome, theme: theme, glyphs: glyphs, columns: columns, event: summit.event,
      key: key(of: .withdrawMissing)
    ) { [seen] id in
      seen.proposal(id)?.reviews.count { $0.review.status == .scored } ?? 0
    }
  }

  /// Takes in why files cannot be taken over. With a reason of one line, such as a path that is
  /// none, the path can be mended at once.
  mutating func importFailed(_ order: ImportOrder, _ report: [String]) {
    if report.count <= 1, overlays.isEmpty, let file = order.files.first, order.files.count == 1 {
      var form = Form.files(file)
      form.fields.refuse(.setting, report.first ?? "Nothing was imported.")
      overlays.append(.form(form))
      toast = nil
    } else {
      show(ImportOutcome(order: order, report: report, preview: nil))
    }
  }

  /// Shows a page, unless the person is in the middle of something else.
  private mutating func show(_ outcome: ImportOutcome) {
    guard overlays.isEmpty, prefix == nil else {
      importOutcome = outcome
      say("\(outcome.title): \(keys.label(of: .importFiles)) shows it", .note)
      return
    }
    toast = nil
    overlays.append(.page(Page(kind: .imported(outcome), title: outcome.title)))
  }
}

extension Form {
  /// The form for the file of an import.
  static func files(_ path: String) -> Form {
    Form(
      .files, title: "Import proposals",
      fields: [
        .text(
          .setting, "File", path,
          remark: "The export of a call for papers. First it is only looked at.")
      ])
  }
}

extension String {
  /// A path as it was meant: without blanks around it, and without the quotes that a terminal puts
  /// around a file that is dropped on it.
  var unquotedPath: String {
    let text = trimmed
    guard text.count >= 2, let mark = text.first, mark == "'" || mark == "\"", text.last == mark
    else { return text }
    return String(text.dropFirst().dropLast())
  }
}
