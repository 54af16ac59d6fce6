/// The bytes that ask a terminal to put a text on the clipboard: OSC 52.
///
/// Source: xterm's ctlseqs, "Manipulate Selection Data". A terminal answers nothing, so nobody knows
/// whether it did.
package struct ClipboardSequence: Hashable, Sendable {
  /// What is written to the terminal.
  package let bytes: [UInt8]

  /// Why a text is not sent.
  package enum Refusal: Error, Hashable, Sendable {
    /// There is nothing in it.
    case empty
    /// It holds a control character or a line end. What is pasted into a shell must not run there.
    case controlCharacters
    /// It is longer than what xterm and tmux take.
    case tooLong
    /// The type of the terminal has no clipboard, and might show the bytes.
    case noClipboard(term: String)
  }

  /// The most bytes of text: in base 64 they just fit into the 100,000 that terminals take.
  package static let limit = 74_994

  /// GNU screen passes on no more at a time (its MAXSTR is 768).
  private static let limitOfScreen = 700

  /// Makes the bytes for a text.
  ///
  /// tmux takes OSC 52 for itself where `set-clipboard` is `on`, and passes on what is wrapped for
  /// the terminal outside where `allow-passthrough` is; neither can be asked without an answer that
  /// would come in between keys, and by default it is neither. So both forms are sent: what tmux
  /// does not take it swallows, and twice the same on the clipboard is once. GNU screen only passes
  /// on.
  ///
  /// - Throws: `Refusal`.
  package init(_ text: String, in environment: TerminalEnvironment) throws(Refusal) {
    if text.isEmpty { throw .empty }
    if text.unicodeScalars.contains(where: Self.isControl) { throw .controlCharacters }
    if text.utf8.count > Self.limit { throw .tooLong }
    let term = environment.term ?? ""
    if Self.hasNoClipboard(term) { throw .noClipboard(term: term) }
    let escape: UInt8 = 0x1B
    let plain =
      Array("\u{1B}]52;c;".utf8) + Base64.encoded(text.utf8) + [0x07]
    switch environment.multiplexer {
    case nil: bytes = plain
    case .tmux:
      let doubled = plain.flatMap { $0 == escape ? [escape, escape] : [$0] }
      bytes = plain + Array("\u{1B}Ptmux;".utf8) + doubled + Array("\u{1B}\\".utf8)
    case .screen:
      if plain.count > Self.limitOfScreen { throw .tooLong }
      bytes = Array("\u{1B}P".utf8) + plain + Array("\u{1B}\\".utf8)
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// Consoles, and terminals of glass.
  private static func hasNoClipboard(_ term: String) -> Bool {
    let families = ["linux", "dumb", "vt", "ansi", "cons25", "wsvt25", "eterm", "sun", "unknown"]
    return term.isEmpty || families.contains { term.hasPrefix($0) }
  }
}

/// What became of a text for the clipboard.
package enum CopyOutcome: Hashable, Sendable {
  /// It was sent. Whether the terminal did anything with it nobody knows.
  case sent(through: TerminalEnvironment.Multiplexer?)
  /// It was not sent.
  case refused(ClipboardSequence.Refusal)

  /// What to tell the person, as a sentence without its full stop.
  package var description: String {
    switch self {
    case .sent(nil): "Sent to the clipboard; some terminals ignore that"
    case .sent(.tmux): "Sent to the clipboard; tmux needs `set -g set-clipboard on` for it"
    case .sent(.screen): "Sent to the clipboard through screen; some terminals ignore that"
    case .refused(.empty): "There is nothing to copy"
    case .refused(.controlCharacters): "Not copied: it holds control characters"
    case .refused(.tooLong): "Not copied: it is too long for the terminal's clipboard"
    case .refused(.noClipboard(let term)):
      "Not copied: a terminal of the type \(term.isEmpty ? "unknown" : term) has no clipboard"
    }
  }
}
