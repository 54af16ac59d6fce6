import CursesTerminal
import LecternApp
import ReviewCore
import ReviewStore
import TerminalUI

/// The one loop that owns the terminal: waits, hands what happened to the state, draws, carries out
/// what the state orders.
@MainActor
final class InterfaceLoop {
  private let terminal: CursesTerminal
  private let mailbox: Mailbox
  private let settings: Settings
  private var decoder: InputDecoder
  private var session: Session?
  private var failure: (any Error)?
  private var hasEnded = false
  /// How much of the folder was read, while it is.
  private var loading: LoadProgress?

  /// What there is once the folder was read.
  private struct Session {
    var state: State
    let helpers: Helpers
  }

  /// What carries out what the state orders.
  struct Helpers {
    /// Writes what is said.
    let saver: Saver
    /// Exports and imports.
    let work: BesideWork
    /// Runs the person's own editor.
    let editor: ExternalEditor
    /// Looks for changes by others.
    let watch: Task<Void, Never>
    /// Makes what syncs, for one person.
    let sync: @Sendable (Member, Event) -> FolderSync
  }

  init(_ terminal: CursesTerminal, _ mailbox: Mailbox, _ settings: Settings) {
    self.terminal = terminal
    self.mailbox = mailbox
    self.settings = settings
    decoder = InputDecoder(terminfo: TerminalKeys.presses(of: terminal.keySequences))
  }

  /// Runs until the person leaves; returns what they should be told after that.
  ///
  /// - Parameter makeHelpers: makes what carries out orders, once the folder was read.
  /// - Throws: what kept the folder from being read.
  func run(_ makeHelpers: (Opening, Mailbox) -> Helpers) throws -> [String] {
    while !hasEnded {
      let wake = terminal.wait(timeoutMilliseconds: patience)
      for letter in mailbox.takeAll() { take(letter, makeHelpers) }
      if wake.isResized { update(.resized(terminal.resized())) }
      takeInput(wake.input)
      if wake.signals.contains(.stop) { suspend() }
      if wake.mustLeave { break }
      if wake.isTimeout { update(.ticked) }
      draw()
    }
    if let failure { throw failure }
    guard let session else { return [] }
    session.helpers.watch.cancel()
    session.helpers.work.stop()
    if let viewer = session.state.seen.viewer?.id {
      session.helpers.saver.keep(.session(session.state.session.record, of: viewer))
    }
    return session.helpers.saver.finish()
  }

  /// Milliseconds until something happens by itself; nil for never.
  private var patience: Int? {
    let key = decoder.deadline.map { $0 - Clock.monotonic() }
    let toast = session?.state.deadline.map { $0.milliseconds - Clock.now().milliseconds }
    return [key, toast].compactMap(\.self).min().map { Int(max(0, min($0, 60_000))) }
  }

  private func take(_ letter: Mailbox.Letter, _ makeHelpers: (Opening, Mailbox) -> Helpers) {
    switch letter {
    case .loading(let progress): loading = progress
    case .opened(let opening):
      let personal = Personal(
        opening.privateState.personal(of: opening.viewer), settings)
      var state = State(
        summit: opening.loaded.summit, faults: opening.loaded.faults, viewer: opening.viewer,
        personal: personal, size: terminal.size, now: Clock.now(),
        glyphs: isASCII ? .ascii : .unicode, settings: settings)
      if let notice = terminal.notice { _ = state.update(.notice(notice), at: Clock.now()) }
      terminal.setMouse(personal.isMouseOn)
      session = Session(state: state, helpers: makeHelpers(opening, mailbox))
      // What goes on beside the interface begins at once.
      update(.ticked)
    case .failed(let error):
      failure = error
      hasEnded = true
    case .message(let message): update(message)
    }
  }

  private func takeInput(_ bytes: [UInt8]) {
    let time = Clock.monotonic()
    let events =
      bytes.isEmpty ? decoder.timePassed(to: time) : decoder.decode(bytes, at: time)
    for event in events {
      guard session != nil else {
        if event.leavesBeforeLoading { hasEnded = true }
        continue
      }
      update(.input(event))
      if hasEnded { return }
    }
  }

  private func update(_ message: Message) {
    guard let effects = session?.state.update(message, at: Clock.now()) else { return }
    for effect in effects { carryOut(effect) }
  }

  private func carryOut(_ effect: Effect) {
    guard let state = session?.state, let helpers = session?.helpers else { return }
    let event = state.seen.event
    switch effect {
    case .save(let reviewer, let proposal, let review, let replacing, let revision):
      helpers.saver.save(
        SheetChange(
          reviewer, reviews: [proposal: review],
          replacing: replacing.map { [proposal: $0] } ?? [:]),
        revision: revision, in: event)
    case .saveComparison(let reviewer, let pair, let comparison, let revision):
      helpers.saver.save(
        SheetChange(reviewer, comparisons: [pair: comparison]), revision: revision, in: event)
    case .saveRemark(let reviewer, let id, let remark, let replacing, let revision):
      helpers.saver.save(
        SheetChange(
          reviewer, remarks: [id: remark], replacing: replacing.map { [id: $0] } ?? [:]),
        revision: revision, in: event)
    case .decide(let chair, let decisions, let replacing, let revision):
      helpers.saver.decide(
        DecisionChange(chair, decisions: decisions, replacing: replacing), revision: revision,
        in: event)
    case .keep(let change, let person):
      helpers.saver.keep(change.kept(of: person, at: Clock.now()))
    case .change(let edit, let old):
      helpers.saver.change(edit, takingBack: old, by: state.seen.viewer?.id, in: event)
    case .remember(let reviewer): helpers.saver.remember(reviewer)
    case .openEditor(let key, let text): edit(key, text)
    case .copy(let text, let name): update(.notice("\(name): \(terminal.copy(text).description)"))
    case .rank(let order): helpers.work.rank(order, state.seen)
    case .level(let order): helpers.work.level(order, state.seen)
    case .workOutInsights(let order): helpers.work.workOutInsights(order, state.seen)
    case .compareTexts(let order):
      helpers.work.compareTexts(order, state.seen, known: state.comparedTexts)
    case .previewExport(let order): helpers.work.preview(order, of: state.seen)
    case .export(let order): helpers.work.export(order, of: state.seen)
    case .importFiles(let order):
      helpers.work.importFiles(order, into: event, by: state.seen.viewer)
    case .mend(let viewer): helpers.saver.mend(for: viewer, in: event)
    case .proposeShortlist(let order): helpers.work.proposeShortlist(order, of: state.seen)
    case .sync(let member): helpers.work.sync(helpers.sync(member, event))
    case .putAway(let names): helpers.saver.putAway(names)
    case .stopWork: helpers.work.stop()
    case .listenToMouse(let isOn): terminal.setMouse(isOn)
    case .redraw: terminal.redrawEverything()
    case .suspend: suspend()
    case .quit: hasEnded = true
    }
  }

  /// Lets the person write a note in their own editor.
  private func edit(_ key: NoteKey, _ text: String) {
    guard let session else { return }
    let outcome = session.helpers.editor.edit(
      text, name: "\(key.kind.rawValue)-\(key.proposal)", of: session.state.seen.viewer?.id,
      on: terminal)
    update(.resized(terminal.resized()))
    update(.edited(key, EditedNote(outcome)))
  }

  private func suspend() {
    terminal.suspend()
    update(.resized(terminal.resized()))
  }

  /// Whether to draw in ASCII: the terminal can no more, or the person wants it.
  private var isASCII: Bool { !terminal.isUTF8 || settings.isASCII }

  private func draw() {
    guard let state = session?.state else {
      var canvas = Canvas(size: terminal.size, isASCII: isASCII)
      let share = loading.map { "\($0.read) of \($0.total) files  " } ?? ""
      canvas.write("Reading the folder…  \(share)q leaves", column: 1, row: 0)
      terminal.present(canvas)
      return
    }
    let frame = Interface.draw(state, isASCII: isASCII)
    terminal.present(frame.canvas, cursor: frame.cursor)
  }
}

extension EditedNote {
  /// How the editor was left, in the interface's terms.
  fileprivate init(_ outcome: EditorOutcome) {
    self =
      switch outcome {
      case .changed(let text): .finished(text)
      case .emptied: .finished("")
      case .unchanged(let wasQuick):
        .unchanged(
          problem: wasQuick
            ? "The editor ended at once, with nothing changed; one that opens a window must wait, as "
              + "`code --wait` does" : nil)
      case .failed(let problem, let draft):
        draft.map { .unfinished($0, problem: problem) } ?? .unchanged(problem: problem)
      }
  }
}

extension InputEvent {
  /// Whether it is a key that leaves while there is nothing to see yet.
  fileprivate var leavesBeforeLoading: Bool {
    guard case .key(let press) = self else { return false }
    return press == KeyPress(.escape) || press == KeyPress(.character("q"))
      || press == KeyPress(.character("c"), .control)
  }
}
