internal import CNCurses

extension CursesTerminal {
  /// Asks the terminal to put a text on the clipboard, the one where the person sits: it works
  /// through ssh too.
  ///
  /// - Returns: what became of it, with words that promise no more than is known.
  package func copy(_ text: String) -> CopyOutcome {
    do throws(ClipboardSequence.Refusal) {
      let sequence = try ClipboardSequence(text, in: environment)
      sequence.bytes.withUnsafeBytes { buffer in
        buffer.withMemoryRebound(to: CChar.self) { characters in
          lectern_terminal_write(characters.baseAddress, UInt(characters.count))
        }
      }
      return .sent(through: environment.multiplexer)
    } catch {
      return .refused(error)
    }
  }
}
