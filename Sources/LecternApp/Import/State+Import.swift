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
    return [.importFiles([path], isDryRun: true)]
  }

  /// Takes over what was tried.
  mutating func takeOver(_ page: Page) -> [Effect] {
    guard case .imported(let outcome) = page.kind, outcome.stage == .tried else { return [] }
    overlays.removeLast()
    say("Importing", .note)
    return [.importFiles(outcome.files, isDryRun: false)]
  }

  /// Takes in what came of reading files.
  mutating func imported(_ files: [String], isDryRun: Bool, _ report: [String]) {
    if isDryRun {
      show(ImportOutcome(files: files, report: report, stage: .tried))
    } else {
      // The rest of the report is what was just read and taken over.
      say("Imported: \(report.first ?? files.joined(separator: ", "))")
    }
  }

  /// Takes in why files cannot be taken over. With a reason of one line, such as a path that is
  /// none, the path can be mended at once.
  mutating func importFailed(_ files: [String], _ report: [String]) {
    if report.count <= 1, overlays.isEmpty, let file = files.first, files.count == 1 {
      var form = Form.files(file)
      form.fields.refuse(.setting, report.first ?? "Nothing was imported.")
      overlays.append(.form(form))
      toast = nil
    } else {
      show(ImportOutcome(files: files, report: report, stage: .refused))
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
