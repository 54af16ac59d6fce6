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
  private var decoder: InputDecoder
  private var session: Session?
  private var failure: (any Error)?
  private var hasEnded = false

  /// What there is once the folder was read.
  private struct Session {
    var state: State
    let saver: Saver
    let watch: Task<Void, Never>
  }

  init(_ terminal: CursesTerminal, _ mailbox: Mailbox) {
    self.terminal = terminal
    self.mailbox = mailbox
    decoder = InputDecoder(terminfo: TerminalKeys.presses(of: terminal.keySequences))
  }

  /// Runs until the person leaves; returns what they should be told after that.
  ///
  /// - Parameter makeSaver: makes what saves and what watches, once the folder was read.
  /// - Throws: what kept the folder from being read.
  func run(_ makeSaver: (Opening, Mailbox) -> (Saver, Task<Void, Never>)) throws -> [String] {
    while !hasEnded {
      let wake = terminal.wait(timeoutMilliseconds: patience)
      for letter in mailbox.takeAll() { take(letter, makeSaver) }
      if wake.isResized { update(.resized(terminal.resized())) }
      takeInput(wake.input)
      if wake.signals.contains(.stop) { suspend() }
      if wake.mustLeave { break }
      if wake.isTimeout { update(.ticked) }
      draw()
    }
    session?.watch.cancel()
    if let failure { throw failure }
    return session?.saver.finish() ?? []
  }

  /// Milliseconds until something happens by itself; nil for never.
  private var patience: Int? {
    let key = decoder.deadline.map { $0 - Clock.monotonic() }
    let toast = session?.state.deadline.map { $0.milliseconds - Clock.now().milliseconds }
    return [key, toast].compactMap(\.self).min().map { Int(max(0, min($0, 60_000))) }
  }

  private func take(
    _ letter: Mailbox.Letter, _ makeSaver: (Opening, Mailbox) -> (Saver, Task<Void, Never>)
  ) {
    switch letter {
    case .opened(let opening):
      let (saver, watch) = makeSaver(opening, mailbox)
      var state = State(
        summit: opening.loaded.summit, faults: opening.loaded.faults, viewer: opening.viewer,
        size: terminal.size, now: Clock.now(), glyphs: terminal.isUTF8 ? .unicode : .ascii)
      if let notice = terminal.notice { _ = state.update(.notice(notice), at: Clock.now()) }
      session = Session(state: state, saver: saver, watch: watch)
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
    switch effect {
    case .save(let reviewer, let proposal, let review, let replacing, let revision):
      guard let event = session?.state.seen.event else { return }
      session?.saver.save(
        SheetChange(
          reviewer, reviews: [proposal: review],
          replacing: replacing.map { [proposal: $0] } ?? [:]),
        revision: revision, in: event)
    case .remember(let reviewer): session?.saver.remember(reviewer)
    case .decide, .keep, .openEditor, .copy, .listenToMouse: break
    case .redraw: terminal.redrawEverything()
    case .suspend: suspend()
    case .quit: hasEnded = true
    }
  }

  private func suspend() {
    terminal.suspend()
    update(.resized(terminal.resized()))
  }

  private func draw() {
    guard let state = session?.state else {
      var canvas = Canvas(size: terminal.size, isASCII: !terminal.isUTF8)
      canvas.write("Reading the folder…  q leaves", column: 1, row: 0)
      terminal.present(canvas)
      return
    }
    let frame = Interface.draw(state, isASCII: !terminal.isUTF8)
    terminal.present(frame.canvas, cursor: frame.cursor)
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
