import ReviewCore
import ReviewFormats

@testable import LecternApp

extension Script {
  var form: Form? {
    if case .form(let form)? = state.overlays.last { form } else { nil }
  }

  var export: ExportDialog? {
    if case .export(let dialog)? = state.overlays.last { dialog } else { nil }
  }

  /// The changes of the event that were ordered.
  var changes: [EventEdit] {
    effects.compactMap { if case .change(let edit, _) = $0 { edit } else { nil } }
  }

  /// Answers every change of the event that was ordered as the store does.
  mutating func answerChanges() {
    for effect in takeEffects() {
      guard case .change(let edit, _) = effect else { continue }
      do throws(EventEditRefusal) {
        let inverse = try edit.inverse(in: state.seen.event)
        send(
          .eventChanged(edit, inverse: inverse, name: edit.title(in: state.seen.event)))
      } catch {
        send(.eventRefused(problem: error.description))
      }
    }
  }

  /// Goes to a row of the committee screen, by the keys.
  mutating func go(to row: CommitteeRow) {
    press("Home")
    for _ in 0..<100 where state.committee.rows.selected != row { press("j") }
  }
}

extension ExportOrder {
  /// The first lines of what would be written.
  func preview(of summit: SeenSummit) throws -> ExportPreview {
    var options = Export.Options()
    options.method = method
    options.withEmails = withEmails
    options.keeps = try proposals(in: summit)
    return ExportPreview(what, as: format, of: summit, options: options, lineCount: 40)
  }
}
