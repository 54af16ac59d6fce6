/// What lies over the screen. The top one sees an event first.
package enum Overlay: Equatable, Sendable {
  case prompt(Prompt)
  case search(SearchLine)
  case filter(FilterLine)
  case note(NoteEditor)
  case thread(ThreadPage)
  case menu(Menu)
  case page(Page)
  case help(HelpPage)
  case form(Form)
  case export(ExportDialog)
  case rescue(RescuePage)

  /// Whether it stands in the middle, over what then steps back.
  var floats: Bool {
    switch self {
    case .thread, .menu, .page, .help, .form, .export, .rescue: true
    case .prompt, .search, .filter, .note: false
    }
  }

  /// Where its keys are looked up.
  package var context: KeyContext {
    switch self {
    case .prompt, .search: .prompt
    case .filter: .filter
    case .note: .note
    case .thread(let page): page.isWriting ? .remark : .thread
    case .menu(let menu): menu.field == nil ? .picker : menu.purpose == .views ? .views : .menu
    case .page(let page):
      page.asksToImport
        ? .report : page.isOffered ? .filling : page.offersToMend ? .mending : .page
    case .help: .help
    case .form: .form
    case .rescue: .rescue
    case .export(let dialog): dialog.stage == .asking ? .overwrite : .export
    }
  }
}
